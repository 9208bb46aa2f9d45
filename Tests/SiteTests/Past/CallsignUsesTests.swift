import Aero
import Foundation
import ModeS
import Testing

@testable import Site
@testable import Tracking

@Suite(.timeLimit(.minutes(10)))
struct CallsignUsesTests {
    private static let start = Flights.midnight + 3600

    @Test(arguments: [("KLM1023", "KLM1023"), ("klm*", "KLM*"), ("N12", "N12"), ("A", "A")])
    func patterns(text: String, meant: String) { #expect(CallsignPattern(text)?.text == meant) }

    @Test(arguments: ["", "*", "K*", "KLM 1", "KLM**", "ABCDEFGHI", "ß", "PH-BXA", "KL%"])
    func whatIsNoCallsign(text: String) { #expect(CallsignPattern(text) == nil) }

    @Test("who used a callsign: a line a use, ended by another name, by silence, by the end of the time")
    func callsigns() async throws {
        let one = ArchivedAircraft(AircraftAddress(icao: 0x48_4159))
        let two = ArchivedAircraft(AircraftAddress(icao: 0x4C_A1FA))
        var batch = ObservationBatch(licence: .openDatabase, origin: "Somebody")
        func row(_ seconds: Double, _ aircraft: ArchivedAircraft, hasPosition: Bool = true) {
            var row = Observation(at: Timestamp(seconds: Self.start + seconds), sourceClass: .adsbICAO)
            if hasPosition { row.position = Position(latitude: 50, longitude: 5 + seconds / 10_000) }
            row.barometricAltitude = Feet(10_000)
            batch.rows.append(.init(aircraft, row))
        }
        func name(_ seconds: Double, _ aircraft: ArchivedAircraft, _ value: String) throws {
            let time = Timestamp(seconds: Self.start + seconds).milliseconds
            batch.names.append(try #require(IdentityChange(aircraft, at: time, .callsign, value)))
        }
        // One flight that is KLM1023 until it is KLM1024; the name is told twice.
        try name(0, one, "KLM1023")
        try name(100, one, "KLM1023")
        for second in 0..<10 { row(Double(second) * 60, one) }
        try name(300, one, "KLM1024")
        // Another one, of which a row has no place, in the evening, and again after two hours of silence.
        try name(20_000, two, "KLM1023")
        row(20_000, two, hasPosition: false)
        row(20_060, two)
        try name(27_500, two, "KLM1023")
        row(27_500, two)
        let archive = FakeArchive(batch)
        let sky = FakeSky()
        sky.set { $0.status.provenance = .real }
        try await SiteUnderTest.with(sky: sky, history: FakeHistory([.real: archive])) { (site) async throws in
            func uses(_ query: String) async throws -> [[String: Any]] {
                let answer = try await Loopback.ask(site.port, "/api/v1/history/callsigns?\(query)")
                #expect(answer.status == 200, "\(answer.text)")
                let all = try answer.object()
                #expect(all["credits"] as? [String] == ["Somebody"] || (all["uses"] as? [Any])?.isEmpty == true)
                return all["uses"] as? [[String: Any]] ?? []
            }
            func times(_ use: [String: Any]) -> [Double] {
                ["first", "last"].compactMap {
                    ((use[$0] as? [String: Any])?["time"] as? Double).map { $0 - Self.start }
                }
            }
            let day = "from=2024-06-18&to=2024-06-19"
            let found = try await uses("callsign=klm1023&" + day)
            #expect(found.map { $0["hex"] as? String } == ["484159", "4ca1fa", "4ca1fa"])
            #expect(found.map(times) == [[0, 240], [20_000, 20_060], [27_500, 27_500]])
            #expect(found.map { $0["positions"] as? Int } == [5, 1, 1])
            #expect(found.allSatisfy { $0["callsign"] as? String == "KLM1023" })
            #expect(
                try await uses("callsign=KLM*&" + day).map { $0["callsign"] as? String } == [
                    "KLM1023", "KLM1024", "KLM1023", "KLM1023",
                ]
            )
            #expect(try await uses("callsign=KLM102&" + day).isEmpty)
            // One that began before, and goes on.
            let later = try await uses("callsign=KLM1023&from=\(Self.start + 200)&to=\(Self.start + 400)")
            #expect(later.map(times) == [[0, 240]])
            #expect(try await uses("callsign=KLM1023&from=\(Self.start + 300)&to=\(Self.start + 400)").isEmpty)
            let cut = try await Loopback.ask(site.port, "/api/v1/history/callsigns?callsign=KLM1023&limit=1&" + day)
                .object()
            #expect(cut["isCut"] as? Bool == true && cut["next"] as? Double == Self.start + 20_000)
            for wrong in [
                "", "callsign=&", "callsign=K*&", "callsign=KLM%20&", "callsign=ABCDEFGHI&", "callsign=%C3%9F&",
            ] {
                #expect(try await Loopback.ask(site.port, "/api/v1/history/callsigns?\(wrong)\(day)").status == 400)
            }
        }
    }
}
