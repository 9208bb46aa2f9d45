import Aero
import Foundation
import Testing

@testable import Site
@testable import Tracking

/// What lists say, in the documents about the sky and in the interfaces of others.
@Suite(.timeLimit(.minutes(10)))
struct RegisteredAircraftTests {
    private static func listed(_ marks: RegisteredAircraft.Marks = []) -> RegisteredAircraft {
        RegisteredAircraft(
            address: AircraftAddress(icao: 0x48_4159),
            registration: "PH-ABC",
            type: "B738",
            model: "BOEING 737-800",
            aircraftOperator: "Made Airlines",
            marks: marks,
            claimants: .init(registration: "desk", type: "made-list", aircraftOperator: "made-list")
        )
    }

    private func with(
        _ aircraft: RegisteredAircraft,
        _ body: (SiteUnderTest, FakeBook) async throws -> Void
    ) async throws {
        let book = FakeBook(aircraft)
        try await SiteUnderTest.with(sky: FakeSky([Tracks.whole(), Tracks.bare()]), book: book) { (site) async throws in
            try await body(site, book)
        }
    }

    @Test("a claim is marked as one, with who claims it")
    func claimed() async throws {
        try await with(Self.listed([.isContested])) { (site, _) async throws in
            let one = try await Loopback.ask(site.port, "/api/v1/aircraft/484159").object()
            let registration = try #require(one["registration"] as? [String: Any])
            #expect(registration["value"] as? String == "PH-ABC" && registration["known"] as? String == "claimed")
            #expect(registration["source"] as? String == "desk" && registration["contested"] as? Bool == true)
            #expect((one["type"] as? [String: Any])?["source"] as? String == "made-list")
            #expect((one["operator"] as? [String: Any])?["value"] as? String == "Made Airlines")
            let list = try await Loopback.ask(site.port, "/api/v1/aircraft").objects("aircraft")
            let row = try #require(list.first { $0["hex"] as? String == "484159" })
            #expect(row["registration"] as? String == "PH-ABC" && row["type"] as? String == "B738")
            #expect(row["registrationKnown"] as? String == "claimed")
        }
    }

    @Test("what follows from the address stays inferred, also where a list says more of the aircraft")
    func inferred() async throws {
        let rule = RegisteredAircraft(
            address: AircraftAddress(icao: 0x48_4159),
            registration: "PH-BXA",
            type: "B738",
            marks: [.isInferred, .isContested],
            claimants: .init(type: "made-list")
        )
        try await with(rule) { (site, _) async throws in
            let one = try await Loopback.ask(site.port, "/api/v1/aircraft/484159").object()
            let registration = try #require(one["registration"] as? [String: Any])
            #expect(registration["known"] as? String == "inferred" && registration["source"] == nil)
            #expect(registration["contested"] as? Bool == true)
            let list = try await Loopback.ask(site.port, "/api/v1/aircraft").objects("aircraft")
            let row = try #require(list.first { $0["hex"] as? String == "484159" })
            #expect(row["registrationKnown"] as? String == "inferred")
        }
    }

    @Test("readsb's keys, and questions by registration, type and flag")
    func readsb() async throws {
        try await with(Self.listed([.military])) { (site, _) async throws in
            for path in ["/v2/reg/ph-abc", "/v2/type/B738", "/v2/mil", "/re-api/?all&filter_type=B738"] {
                let answer = try await Loopback.ask(site.port, path)
                let key = path.hasPrefix("/re-api") ? "aircraft" : "ac"
                let one = try #require(try answer.objects(key).first, "\(path)")
                #expect(one["r"] as? String == "PH-ABC" && one["t"] as? String == "B738", "\(path)")
                #expect(one["desc"] as? String == "BOEING 737-800" && one["dbFlags"] as? Int == 1, "\(path)")
            }
        }
    }

    @Test("a list brought in while the sky is looked at is taken up")
    func anotherEdition() async throws {
        try await with(Self.listed()) { (site, book) async throws in
            func registration() async throws -> String? {
                site.sky.set { $0.status.now = $0.status.now.advanced(bySeconds: 2) }
                let answer = try await Loopback.ask(site.port, "/v2/hex/484159")
                return try answer.objects("ac").first?["r"] as? String
            }
            #expect(try await registration() == "PH-ABC")
            book.set([])
            #expect(try await registration() == "PH-BXA")
        }
    }

    @Test("whole files of tar1090's database hold for strangers only what may be handed on")
    func database() async throws {
        func entry(_ site: SiteUnderTest, _ headers: [String: String] = [:]) async throws -> [String]? {
            let answer = try await Loopback.ask(site.port, "/db2/4841.js", headers: headers)
            #expect(answer.headers["cache-control"]?.hasPrefix(headers.isEmpty ? "private" : "public") == true)
            return try answer.object()["59"] as? [String]
        }
        let stranger = ["X-Forwarded-For": "192.0.2.9"]
        let whole = ["PH-ABC", "B738", "1001", "BOEING 737-800"]
        try await with(Self.listed([.military, .limitedDisplay])) { (site, _) async throws in
            #expect(try await entry(site) == whole)
            #expect(try await entry(site, stranger) == nil)
        }
        try await with(Self.listed([.military, .limitedDisplay, .mayBeHandedOn])) { (site, _) async throws in
            #expect(try await entry(site, stranger) == whole)
        }
    }
}
