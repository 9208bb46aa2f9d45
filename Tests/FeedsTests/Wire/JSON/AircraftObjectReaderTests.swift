import Aero
import Foundation
import ModeS
import Testing

@testable import Feeds

/// Objects and documents made by us after readsb's README-json.md.
@Suite("Aircraft objects")
struct AircraftObjectReaderTests {
    private static let now = 1_795_377_968.005
    private let arrival = Timestamp(seconds: now + 0.5)

    private static let full = """
        {"hex":"7c1a2b","type":"adsb_icao","flight":"QFA12   ","r":"VH-OQA","t":"A388","desc":"AIRBUS A-380-800",\
        "alt_baro":36000,"alt_geom":36425,"gs":478.3,"ias":265,"tas":480,"mach":0.832,"wd":281,"ws":31,"oat":-54,\
        "tat":-24,"track":91.43,"track_rate":-0.25,"roll":-3.52,"mag_heading":80.1,"true_heading":92.4,\
        "baro_rate":-64,"geom_rate":-32,"squawk":"3264","emergency":"none","category":"A5","nav_qnh":1013.6,\
        "nav_altitude_mcp":36000,"nav_altitude_fms":35008,"nav_heading":90.7,"nav_modes":["autopilot","vnav"],\
        "lat":-6.123456,"lon":106.654321,"nic":8,"rc":186,"seen_pos":2.5,"r_dst":12.345,"r_dir":45.1,"version":2,\
        "nic_baro":1,"nac_p":9,"nac_v":2,"sil":3,"sil_type":"perhour","gva":2,"sda":2,"alert":0,"spi":1,\
        "mlat":[],"tisb":[],"messages":1234,"seen":0.4,"rssi":-12.5}
        """

    private func read(_ text: String, reader: inout AircraftObjectReader) throws -> [ClaimedReport] {
        var reports: [ClaimedReport] = []
        try reader.read(document: Array(text.utf8).span, arrival: arrival, into: &reports)
        return reports
    }

    private func report(of object: String) throws -> ClaimedReport? {
        var reader = AircraftObjectReader()
        return try read("{\"now\":\(Self.now),\"aircraft\":[\(object)]}", reader: &reader).first
    }

    @Test func everyFieldOfAnObjectIsRead() throws {
        let report = try #require(try report(of: Self.full))
        #expect(report.address == AircraftAddress(icao: 0x7C1A2B))
        #expect(abs(report.time.seconds - (Self.now - 0.4)) < 1e-6)
        #expect(abs(try #require(report.positionTime).seconds - (Self.now - 2.5)) < 1e-6)
        #expect(report.statedClass == .adsbICAO)
        #expect(report.kind == .unstated)
        #expect(report.callsign == "QFA12")
        #expect(report.barometricAltitude == 36_000 && report.geometricAltitude == 36_425)
        #expect(report.onGround == false)
        #expect(report.groundSpeed == 478.3 && report.indicatedAirspeed == 265 && report.trueAirspeed == 480)
        #expect(report.mach == 0.832 && report.track == 91.43 && report.trackRate == -0.25 && report.roll == -3.52)
        #expect(report.magneticHeading == 80.1 && report.trueHeading == 92.4)
        #expect(report.verticalRate == -64 && report.geometricRate == -32)
        #expect(report.squawk == Squawk("3264"))
        #expect(report.emergencyState == EmergencyState.none && report.emergency == false)
        #expect(report.category?.description == "A5")
        #expect(report.pressureSetting == 1013.6 && report.selectedAltitude == 36_000)
        #expect(report.managedAltitude == 35_008 && report.selectedHeading == 90.7)
        #expect(report.position == Position(latitude: -6.123456, longitude: 106.654321))
        #expect(report.nic == 8 && report.containmentRadius == 186 && report.version == 2)
        #expect(report.nacP == 9 && report.nacV == 2 && report.sil == 3 && report.gva == 2 && report.sda == 2)
        #expect(report.alert == false && report.ident == true && report.level == -12.5)
    }

    @Test(arguments: SourceClass.allCases)
    func everyTypeIsMappedOneToOne(sourceClass: SourceClass) throws {
        let report = try report(of: "{\"hex\":\"~2a00f3\",\"type\":\"\(sourceClass.readsbName)\",\"seen\":0}")
        #expect(report?.statedClass == sourceClass)
        #expect(report?.address == AircraftAddress(other: 0x2A00F3))
        #expect(report?.kind == (sourceClass == .multilateration ? .multilateration : .unstated))
    }

    @Test func theDocumentsOfAggregatorsAreRead() throws {
        var reader = AircraftObjectReader()
        let milliseconds = Int64(Self.now * 1000)
        let text =
            "{\"ac\":[\(Self.full)],\"msg\":\"No error\",\"now\":\(milliseconds),\"total\":1,\"ctime\":0,\"ptime\":3}"
        let reports = try read(text, reader: &reader)
        #expect(reports.count == 1)
        #expect(abs(try #require(reports.first).time.seconds - (Self.now - 0.4)) < 1e-6)
        #expect(try read("{\"ac\":null,\"now\":\(milliseconds)}", reader: &reader).isEmpty)
    }

    @Test func groundIsNoAltitude() throws {
        let report = try report(of: "{\"hex\":\"7c1a2b\",\"alt_baro\":\"ground\",\"seen\":1}")
        #expect(report?.onGround == true)
        #expect(report?.barometricAltitude == nil)
    }

    @Test func olderNamesAndComputedPositionsAreRead() throws {
        let old = try report(
            of: "{\"hex\":\"7c1a2b\",\"altitude\":1200,\"speed\":90,\"vert_rate\":-300,\"lat\":1,\"lon\":2,"
                + "\"mlat\":[\"lat\",\"lon\"],\"seen_pos\":0.3,\"seen\":0.3}"
        )
        #expect(old?.barometricAltitude == 1200 && old?.groundSpeed == 90 && old?.verticalRate == -300)
        #expect(old?.kind == .multilateration)
        #expect(old?.positionTime == nil)
    }

    @Test func anObjectNotNewerThanTheLastIsPassedOver() throws {
        var reader = AircraftObjectReader()
        func document(_ now: Double, seen: Double, seenPosition: Double) -> String {
            "{\"now\":\(now),\"aircraft\":[{\"hex\":\"7c1a2b\",\"lat\":1,\"lon\":2,\"nic\":8,\"seen\":\(seen),\"seen_pos\":\(seenPosition)}]}"
        }
        #expect(try read(document(Self.now - 3, seen: 0.0, seenPosition: 1), reader: &reader).count == 1)
        // The same message a second later, its age rounded to a tenth.
        #expect(try read(document(Self.now - 1.96, seen: 1.0, seenPosition: 2), reader: &reader).isEmpty)
        #expect(reader.counters.notNewer == 1)
        // A newer message, but still the old position: what belongs to it is not said again either.
        let third = try read(document(Self.now - 1, seen: 0.2, seenPosition: 3), reader: &reader)
        #expect(third.count == 1)
        #expect(third.first?.position == nil && third.first?.nic == nil)
        #expect(try read(document(Self.now, seen: 0.1, seenPosition: 0.1), reader: &reader).first?.position != nil)
    }

    @Test func valuesOutsideThePossibleAreLeftOutAndCounted() throws {
        var reader = AircraftObjectReader()
        let object = """
            {"hex":"7c1a2b","alt_baro":1e9,"gs":-3,"track":361,"lat":91,"lon":5,"squawk":"9999","flight":"a\\u0041",\
            "category":"E9","emergency":7,"nic":300,"rssi":"loud","type":"rumour","mach":1e999,"version":1.5,\
            "alt_geom":{"a":[1,2,{"b":"]"}]},"sil":true,"geom_rate":64,"roll":null,"seen":1}
            """
        let reports = try read("{\"now\":\(Self.now),\"aircraft\":[\(object)]}", reader: &reader)
        #expect(reader.counters.badFields == 15)
        let report = try #require(reports.first)
        #expect(report.geometricRate == 64)
        #expect(report.position == nil && report.squawk == nil && report.callsign == nil && report.mach == nil)
        #expect(report.statedClass == nil && report.version == nil && report.level == nil)
    }

    @Test func objectsWithoutAnAddressOrABelievableAgeArePassedOver() throws {
        var reader = AircraftObjectReader()
        let objects =
            "{\"flight\":\"X\"},{\"hex\":\"12345\"},{\"hex\":\"7c1a2b\",\"seen\":1e9},{\"hex\":\"7c1a2c\",\"seen\":\"x\"}"
        #expect(try read("{\"now\":\(Self.now),\"aircraft\":[\(objects)]}", reader: &reader).isEmpty)
        #expect(reader.counters.badObjects == 4)
    }

    @Test func aClockAheadOfOursIsNotBelieved() throws {
        var reader = AircraftObjectReader()
        let ahead = try read(
            "{\"now\":\(Self.now + 60),\"aircraft\":[{\"hex\":\"7c1a2b\",\"seen\":1}]}",
            reader: &reader
        )
        #expect(ahead.first?.time == arrival.advanced(bySeconds: -1))
        #expect(reader.counters.clockDisagreements == 1)
        // A document that is not written any more is old, not new.
        let stale = try read(
            "{\"now\":\(Self.now - 3600),\"aircraft\":[{\"hex\":\"7c1a2c\",\"seen\":1}]}",
            reader: &reader
        )
        #expect(abs(try #require(stale.first).time.seconds - (Self.now - 3601)) < 1e-3)
        #expect(abs(try #require(reader.delay) - 3600.5) < 1e-3)
        let none = try read("{\"aircraft\":[{\"hex\":\"7c1a2d\",\"seen\":1}]}", reader: &reader)
        #expect(none.first?.time == arrival.advanced(bySeconds: -1))
    }

    @Test func aSimulatedDocumentSaysSo() throws {
        var reader = AircraftObjectReader()
        _ = try read("{\"simulated\":false,\"now\":1,\"aircraft\":[]}", reader: &reader)
        #expect(!reader.sawSimulationMark)
        _ = try read("{\"simulated\": true,\"now\":1,\"aircraft\":[]}", reader: &reader)
        #expect(reader.sawSimulationMark)
    }

    @Test func aLineHasItsOwnTime() throws {
        var reader = AircraftObjectReader()
        var reports: [ClaimedReport] = []
        let line = "{\"now\":\(Self.now),\(Self.full.dropFirst())"
        #expect(reader.read(line: Array(line.utf8).span, arrival: arrival, into: &reports))
        #expect(abs(try #require(reports.first).time.seconds - (Self.now - 0.4)) < 1e-6)
        #expect(!reader.read(line: Array((line + "}").utf8).span, arrival: arrival, into: &reports))
        #expect(reports.count == 1)
    }

    @Test(arguments: [
        "", "{", "[]", "nul", "{\"aircraft\":[}", "{\"aircraft\":[{]}", "{\"aircraft\":[{\"hex\":\"7c1a2b\"}",
        "{\"aircraft\":[1]}",
        "{\"aircraft\":[{}]} x", "{\"aircraft\":[{\"a\" 1}]}", "{\"aircraft\":[{\"a\":1 \"b\":2}]}",
        "{\"aircraft\":[{\"a\":tru}]}",
        "{\"aircraft\":[{\"a\":-}]}", "{\"aircraft\":[{\"a\":1.}]}", "{\"aircraft\":[{\"a\":\"\\\"}]}", "{\"now\":1}",
        "{\"aircraft\":3}",
    ])
    func whatIsNoDocumentIsRefusedWhole(text: String) {
        var reader = AircraftObjectReader()
        #expect(throws: AircraftDocumentError.self) { try self.read(text, reader: &reader) }
    }

    @Test func limitsHold() throws {
        var limits = AircraftObjectReader.Limits()
        limits.aircraft = 2
        limits.bytes = 400
        var reader = AircraftObjectReader(limits: limits)
        let three =
            "{\"now\":\(Self.now),\"aircraft\":[{\"hex\":\"000001\"},{\"hex\":\"000002\"},{\"hex\":\"000003\"}]}"
        #expect(throws: AircraftDocumentError.tooMany(aircraft: 2)) { try self.read(three, reader: &reader) }
        let long = "{\"aircraft\":[]" + String(repeating: " ", count: 400) + "}"
        #expect(throws: AircraftDocumentError.tooLarge(bytes: long.utf8.count)) { try self.read(long, reader: &reader) }
    }

    @Test func nestingHasAnEnd() {
        var reader = AircraftObjectReader()
        func nested(_ depth: Int) -> String {
            "{\"aircraft\":[{\"hex\":\"7c1a2b\",\"x\":" + String(repeating: "[", count: depth)
                + String(repeating: "]", count: depth) + "}]}"
        }
        #expect(throws: Never.self) { try self.read(nested(JSONScanner.deepest - 2), reader: &reader) }
        #expect(throws: AircraftDocumentError.self) { try self.read(nested(JSONScanner.deepest), reader: &reader) }
        #expect(throws: AircraftDocumentError.self) { try self.read(nested(1_000_000), reader: &reader) }
    }

    @Test func noBytesTrap() throws {
        var generator = SeededGenerator(4)
        let document = Array(
            "{\"now\":\(Self.now),\"aircraft\":[\(Self.full),{\"hex\":\"~00ff00\",\"lat\":1e-3}]}".utf8
        )
        let alphabet = Array("{}[]\",:\\0123456789.-+eEtfn \u{0}".utf8) + [0xFF, 0x80]
        for _ in 0..<4_000 {
            var bytes = document
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let index = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[index] = alphabet.randomElement(using: &generator) ?? 0
                case 1 where bytes.count > 1: bytes.remove(at: index)
                default: bytes.removeLast(bytes.count - max(1, index))
                }
            }
            var reader = AircraftObjectReader()
            var reports: [ClaimedReport] = []
            do { try reader.read(document: bytes.span, arrival: arrival, into: &reports) } catch {
                #expect(reports.isEmpty)
            }
            _ = reader.read(line: bytes.span, arrival: arrival, into: &reports)
        }
    }

    @Test func addressesAreForgottenInTime() throws {
        var limits = AircraftObjectReader.Limits()
        limits.aircraft = 100
        var reader = AircraftObjectReader(time: .recording(start: arrival), limits: limits)
        var reports: [ClaimedReport] = []
        for number in 0..<10_000 {
            let line = "{\"now\":\(Self.now),\"hex\":\"\(Hexadecimal.lower(UInt64(number), digits: 6))\"}"
            #expect(reader.read(line: Array(line.utf8).span, arrival: arrival, into: &reports))
        }
        #expect(reports.count == 10_000)
        #expect(reader.rememberedAddresses <= 101)
    }

    /// A figure, not a fact: on a quiet machine a tenth of a second, which is a tenth of the shortest interval of polling.
    @Test(
        .enabled(
            if: ProcessInfo.processInfo.environment["PELACAK_MEASURE"] != nil,
            "measures only with PELACAK_MEASURE"
        )
    )
    func tenThousandAircraftAreReadInATenthOfASecond() throws {
        var text = "{\"now\":\(Self.now),\"messages\":305600,\"aircraft\":["
        for number in 0..<10_000 {
            if number > 0 { text += "," }
            text += Self.full.replacing("7c1a2b", with: Hexadecimal.lower(UInt64(number + 1), digits: 6))
        }
        let bytes = Array((text + "]}").utf8)
        var best = Duration.seconds(100)
        for _ in 0..<5 {
            var reader = AircraftObjectReader()
            var reports: [ClaimedReport] = []
            reports.reserveCapacity(10_000)
            let clock = ContinuousClock()
            best = min(
                best,
                try clock.measure { try reader.read(document: bytes.span, arrival: arrival, into: &reports) }
            )
            #expect(reports.count == 10_000)
        }
        print("aircraft document: \(bytes.count) bytes, 10,000 aircraft in \(best)")
        #expect(best < .milliseconds(100))
    }
}
