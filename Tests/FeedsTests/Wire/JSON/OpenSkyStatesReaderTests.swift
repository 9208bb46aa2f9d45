import Aero
import ModeS
import Testing

@testable import Feeds

@Suite struct OpenSkyStatesReaderTests {
    private let arrival = Timestamp(seconds: 1_700_000_000.5)

    private func read(
        _ text: String,
        _ reader: inout OpenSkyStatesReader,
        at time: Timestamp? = nil
    ) throws(AircraftDocumentError) -> [ClaimedReport] {
        var reports: [ClaimedReport] = []
        let bytes = Array(text.utf8)
        try reader.read(document: bytes.span, arrival: time ?? arrival, into: &reports)
        return reports
    }

    private func row(
        _ contact: Int = 1_700_000_000,
        _ position: Int = 1_699_999_998,
        latitude: String = "52.3"
    ) -> String {
        #"["4840d6","KLM123  ","Kingdom of the Netherlands",\#(position),\#(contact),4.8,\#(latitude),11277.6,false,232.1,91.5,-5.08,null,11430.0,"2541",false,0,6]"#
    }

    private func document(_ rows: String..., time: Int = 1_700_000_000) -> String {
        #"{"time":\#(time),"states":[\#(rows.joined(separator: ","))]}"#
    }

    @Test func aRowBecomesAClaimInFeetAndKnots() throws {
        var reader = OpenSkyStatesReader()
        let report = try #require(try read(document(row()), &reader).first)
        #expect(report.address == AircraftAddress(icao: 0x4840D6))
        #expect(report.callsign == "KLM123")
        #expect(report.time == Timestamp(seconds: 1_700_000_000))
        #expect(report.positionTime == Timestamp(seconds: 1_699_999_998))
        #expect(report.position == Position(latitude: 52.3, longitude: 4.8))
        #expect(report.barometricAltitude?.rounded == 37_000)
        #expect(report.geometricAltitude?.rounded == 37_500)
        #expect(report.groundSpeed.map { abs($0.rawValue - 451.16) < 0.01 } == true)
        #expect(report.track == 91.5)
        #expect(report.verticalRate?.rounded == -1000)
        #expect(report.squawk == Squawk("2541"))
        #expect(report.ident == false)
        #expect(report.onGround == false)
        #expect(report.statedClass == .adsbICAO)
        #expect(report.category?.description == "A5")
        #expect(reader.counters.badFields == 0)
    }

    @Test func seventeenColumnsAndNullsAreEnough() throws {
        var reader = OpenSkyStatesReader()
        let text = document(
            #"["3c6444",null,"Germany",null,1700000000,null,null,null,true,null,null,null,null,null,null,false,0]"#
        )
        let report = try #require(try read(text, &reader).first)
        #expect(report.callsign == nil && report.position == nil && report.groundSpeed == nil)
        #expect(report.statedClass == nil)
        #expect(report.onGround == true)
        #expect(reader.counters.badFields == 0)
    }

    /// OpenSky REST API, "State Vectors", category.
    @Test(arguments: [
        (0, nil), (1, nil), (2, "A1"), (8, "A7"), (9, "B1"), (12, "B4"), (13, nil), (14, "B6"), (15, "B7"), (16, "C1"),
        (20, "C5"),
        (21, nil),
    ])
    func categoriesAreOpenSkysOwn(number: Int, category: String?) throws {
        var reader = OpenSkyStatesReader()
        let text = document(row().replacing(",6]", with: ",\(number)]"))
        #expect(try read(text, &reader).first?.category?.description == category)
    }

    @Test func aComputedPositionIsMarkedSo() throws {
        var reader = OpenSkyStatesReader()
        let report = try read(document(row().replacing(",0,6]", with: ",2,6]")), &reader).first
        #expect(report?.kind == .multilateration)
        #expect(report?.statedClass == .multilateration)
    }

    @Test func whatIsSaidAgainIsNotGivenAgain() throws {
        var reader = OpenSkyStatesReader()
        #expect(try read(document(row()), &reader).count == 1)
        #expect(try read(document(row()), &reader).isEmpty)
        // Newer contact, the same position.
        let later = try read(
            document(row(1_700_000_005), time: 1_700_000_005),
            &reader,
            at: arrival.advanced(bySeconds: 5)
        )
        #expect(later.count == 1)
        #expect(later.first?.position == nil)
        #expect(later.first?.statedClass == nil)
        #expect(reader.counters.notNewer == 1)
    }

    @Test func noStatesAreNoError() throws {
        var reader = OpenSkyStatesReader()
        #expect(try read(#"{"time":1700000000,"states":null}"#, &reader).isEmpty)
        #expect(try read(#"{"time":1700000000,"states":[]}"#, &reader).isEmpty)
    }

    @Test func aClockThatIsAheadIsMovedBack() throws {
        var reader = OpenSkyStatesReader()
        let report = try #require(
            try read(document(row(1_700_000_100, 1_700_000_098), time: 1_700_000_100), &reader).first
        )
        #expect(report.time == arrival)
        #expect(report.positionTime == arrival.advanced(bySeconds: -2))
        #expect(reader.counters.clockDisagreements == 1)
    }

    @Test(arguments: [
        ("", 0), ("[]", 0), ("{}", 1), (#"{"states":5}"#, 1), (#"{"time":1,"states":[[}"#, 0),
        (#"{"states":[["4840d6""#, 0),
        (#"{"time":1700000000,"states":[]} x"#, 0), ("<html>", 0),
    ])
    func whatIsNoDocumentIsRefused(text: String, kind: Int) {
        var reader = OpenSkyStatesReader()
        let error = #expect(throws: AircraftDocumentError.self) { try read(text, &reader) }
        if kind == 1 { #expect(error == .noAircraft) }
    }

    @Test(arguments: [
        "[]", "5", "null", "{}", #"["4840d6"]"#,
        #"["zzzzzz",null,"",null,1700000000,null,null,null,true,null,null,null,null,null,null,false,0]"#,
        #"["4840d6",null,"",null,null,null,null,null,true,null,null,null,null,null,null,false,0]"#,
        #"["4840d6",null,"",null,1600000000,null,null,null,true,null,null,null,null,null,null,false,0]"#,
        #"[5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5]"#, #"[{},[],{},[],{},[],{},[],{},[],{},[],{},[],{},[],{}]"#,
    ])
    func aBadRowIsPassedOverAndTheNextIsRead(bad: String) throws {
        var reader = OpenSkyStatesReader()
        #expect(try read(document(bad, row()), &reader).count == 1)
        #expect(reader.counters.badObjects == 1)
    }

    @Test func valuesOutsideThePossibleAreLeftOut() throws {
        var reader = OpenSkyStatesReader()
        let text = document(
            #"["4840d6","toolongcallsign","",1e300,1700000000,181,91,1e9,"no",-1,361,1e5,null,-1e9,"8888",5,99,-1]"#
        )
        let report = try #require(try read(text, &reader).first)
        #expect(report.position == nil && report.callsign == nil && report.barometricAltitude == nil)
        #expect(report.groundSpeed == nil && report.track == nil && report.squawk == nil && report.onGround == nil)
        #expect(reader.counters.badFields == 14)
    }

    @Test func boundsHold() throws {
        var limits = OpenSkyStatesReader.Limits()
        limits.aircraft = 2
        limits.bytes = 4096
        var reader = OpenSkyStatesReader(limits: limits)
        #expect(throws: AircraftDocumentError.tooMany(aircraft: 2)) {
            try read(document("[]", "[]", "[]"), &reader)
        }
        #expect(throws: AircraftDocumentError.tooLarge(bytes: 5000)) {
            try read(String(repeating: " ", count: 5000), &reader)
        }
    }

    @Test func randomBytesAndCutDocumentsDoNotTrap() {
        var reader = OpenSkyStatesReader()
        let whole = document(row(), row())
        for count in 0..<whole.utf8.count { _ = try? read(String(whole.prefix(count)), &reader) }
        var generator = SeededGenerator(7)
        let letters = Array("[]{},:\"\\0123456789.-eE truefalsnu\u{0}".utf8)
        for _ in 0..<5000 {
            var bytes = Array(whole.utf8)
            for _ in 0..<8 {
                bytes[Int.random(in: bytes.indices, using: &generator)] = letters.randomElement(using: &generator) ?? 0
            }
            var reports: [ClaimedReport] = []
            try? reader.read(document: bytes.span, arrival: arrival, into: &reports)
            #expect(reports.count <= 2)
        }
    }
}
