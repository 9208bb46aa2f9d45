import Aero
import Foundation
import Synchronization
import Testing

@testable import Site
@testable import Tracking

@Suite(.timeLimit(.minutes(10)))
struct IdentityRoutesTests {
    private static let stranger = ["X-Forwarded-For": "192.0.2.9"]

    private static var history: FakeHistory {
        var way = Flights.Way(address: AircraftAddress(icao: 0x14FA3A))
        let first = Flights.batch([way], callsign: "MDE1")
        way.from += 90_000
        return FakeHistory([.simulated: FakeArchive(first, Flights.batch([way], callsign: "MDE2"))])
    }

    private func ask<Value: Sendable>(
        _ path: String,
        desk: FakeIdentities? = FakeIdentities(FakeIdentities.contested, FakeIdentities.privacy),
        history: FakeHistory? = nil,
        headers: [String: String] = [:],
        _ body: (Loopback.Answer) throws -> Value
    ) async throws -> Value {
        try await SiteUnderTest.with(history: history, identities: desk) { (site) async throws in
            try body(try await Loopback.ask(site.port, path, headers: headers))
        }
    }

    private func shown(_ answer: Loopback.Answer, _ relation: String) throws -> [String: Any]? {
        try answer.objects("shown").first { $0["relation"] as? String == relation }
    }

    @Test("what is shown was picked by the rule, and the others are said")
    func picked() async throws {
        try await ask("/api/v1/identity/14fa3a") { (answer) throws in
            #expect(answer.status == 200)
            let registration = try #require(try shown(answer, "registration"))
            #expect(registration["value"] as? String == "RA-64058")
            #expect(registration["known"] as? String == "inferred")
            #expect(registration["source"] as? String == "arithmetic")
            // Perhaps: its end is not known.
            #expect(registration["others"] as? [String] == ["RA-64508"])
            let type = try #require(try shown(answer, "type"))
            #expect(type["known"] as? String == "claimed" && type["source"] as? String == "made-list")
            #expect(try shown(answer, "serial")?["value"] as? String == "1450743764508")
            #expect(try shown(answer, "operator")?["value"] as? String == "Made Airlines")
        }
    }

    @Test("each fact says who says it, under which terms, for which time, and since when it is held")
    func facts() async throws {
        try await ask("/api/v1/identity/14FA3A") { (answer) throws in
            let facts = try answer.objects("facts")
            #expect(facts.first?["value"] as? String == "RA-64058" && facts.first?["knownFrom"] == nil)
            let listed = try #require(facts.first { $0["value"] as? String == "RA-64508" })
            #expect(listed["source"] as? String == "made-list" && listed["licence"] as? String == "ODbL")
            #expect(listed["validFrom"] as? String == "2003-01" && listed["validTo"] as? String == "?")
            #expect(listed["knownFrom"] as? Double == 1_728_000_000 && listed["knownTo"] == nil)
            let type = try #require(facts.first { $0["relation"] as? String == "type" })
            #expect(type["validFrom"] as? String == "2003-01-01" && type["validTo"] == nil)
            #expect(facts.last?["value"] as? String == "Old Airlines" && facts.last?["knownTo"] != nil)
            #expect(facts.contains { $0["denies"] as? Bool == true } && facts.contains { $0["airframe"] != nil })
            #expect(try answer.objects("sources").map { $0["name"] as? String } == ["desk", "made-list"])
            let conflicts = try answer.objects("conflicts")
            #expect(conflicts.count == 6 && conflicts[0]["rule"] as? String == "RA-nnnnn")
            #expect(conflicts[0]["values"] as? [String] == ["RA-64508", "14fbfc", "RA-64058"])
            #expect(try answer.objects("sisters").map { $0["hex"] as? String } == ["14fa3c", "14fa3b"])
        }
    }

    @Test("as of a day what was learnt later is not there")
    func asOf() async throws {
        let desk = FakeIdentities(FakeIdentities.contested)
        try await ask("/api/v1/identity/14fa3a?asOf=2024-06-01", desk: desk) { (answer) throws in
            #expect(try shown(answer, "operator")?["value"] as? String == "Old Airlines")
            #expect(try answer.object()["asOf"] as? Double == 1_717_200_000)
        }
        #expect(desk.asked.withLock { $0 } == Timestamp(seconds: 1_717_200_000))
        try await ask("/api/v1/identity/14fa3a?at=1990-01-01", desk: desk) { (answer) throws in
            #expect(try shown(answer, "type") == nil)
            #expect(try shown(answer, "operator")?["value"] as? String == "Made Airlines")
        }
        #expect(desk.asked.withLock { $0 } == nil)
    }

    @Test("what the address says by itself is said of an aircraft nobody knows, and the same without any lists")
    func unknown() async throws {
        let known = try await ask("/api/v1/identity/157716") { (answer) throws in
            let address = try #require(try answer.object()["address"] as? [String: Any])
            #expect(address["state"] as? String == "RU")
            let registration = try #require(address["registration"] as? [String: Any])
            #expect(registration["value"] as? String == "RA-96022" && registration["rule"] as? String == "RA-nnnnn")
            #expect(registration["rightInStateList"] as? Double == 0.9966)
            return answer.body
        }
        #expect(try await ask("/api/v1/identity/157716", desk: nil) { $0.body } == known)
        let military = try await ask("/api/v1/identity/ae0001") { $0.text }
        #expect(military.contains(#""range":"military""#))
        #expect(try await ask("/api/v1/identity/~14fa3a") { $0.text }.contains(#""range":"not-icao""#))
    }

    @Test("of a privacy address nothing is inferred")
    func privacy() async throws {
        try await ask("/api/v1/identity/a00001") { (answer) throws in
            let address = try #require(try answer.object()["address"] as? [String: Any])
            #expect(address["privacy"] as? Bool == true && address["registration"] == nil)
            #expect(try shown(answer, "registration") == nil)
        }
    }

    @Test("when it was heard and what it called itself come from the history, for strangers as far as terms allow")
    func heard() async throws {
        try await ask("/api/v1/identity/14fa3a", history: Self.history) { (answer) throws in
            let heard = try #require(try answer.object()["heard"] as? [String: Any])
            #expect(heard["realm"] as? String == "simulated" && heard["simulated"] as? Bool == true)
            #expect(heard["days"] as? Int == 2 && heard["first"] != nil)
            let callsigns = try #require(heard["callsigns"] as? [[String: Any]])
            #expect(callsigns.map { $0["callsign"] as? String } == ["MDE2", "MDE1"])
        }
        try await ask("/api/v1/identity/000001", history: Self.history) { (answer) throws in
            let heard = try #require(try answer.object()["heard"] as? [String: Any])
            #expect(heard["days"] as? Int == 0 && heard["first"] == nil)
        }
        let closed = Flights.batch(
            [Flights.Way(address: AircraftAddress(icao: 0x14FA3A))],
            licence: .noRedistribution,
            callsign: "MDE9"
        )
        let history = FakeHistory([.simulated: FakeArchive(closed)])
        let own = try await ask("/api/v1/identity/14fa3a", history: history) { $0.text }
        #expect(own.contains("MDE9"))
        let others = try await ask("/api/v1/identity/14fa3a", history: history, headers: Self.stranger) { $0.text }
        #expect(!others.contains("MDE9"))
    }

    @Test(
        "what may not be handed on is given to the operator alone, with its contradictions and what it says of sisters"
    )
    func withheld() async throws {
        var closed = FakeIdentities.contested
        var facts = closed.record.facts
        for index in facts.indices where facts[index].source == 1 { facts[index].licence = .unknown }
        closed.record = IdentityRecord(address: closed.record.address, facts: facts)
        closed.sources[1] = IdentitySource(id: 1, name: "made-list", kind: .list, licence: .unknown)
        let desk = FakeIdentities(closed)
        try await ask("/api/v1/identity/14fa3a", desk: desk) { (answer) throws in
            #expect(answer.text.contains("Made Airlines"))
            #expect(try answer.object()["withheld"] as? Int == 0)
        }
        try await ask("/api/v1/identity/14fa3a", desk: desk, headers: Self.stranger) { (answer) throws in
            let text = answer.text
            for word in ["Made Airlines", "RA-64508", "made-list", "RA-64060"] {
                #expect(!text.contains(word), "\(word)")
            }
            #expect(try answer.object()["withheld"] as? Int == 5)
            #expect(try answer.objects("conflicts").isEmpty)
            #expect(try answer.objects("sisters").map { $0["hex"] as? String } == ["14fa3b"])
            #expect(try shown(answer, "registration")?["value"] as? String == "RA-64058")
            #expect(text.contains("RA-64509"))
        }
    }

    @Test("without a history the answer has no word of it; another realm that is not kept is no error")
    func noHistory() async throws {
        let plain = try await ask("/api/v1/identity/14fa3a") { (answer) throws in try answer.object()["heard"] == nil }
        #expect(plain)
        let imported = "/api/v1/identity/14fa3a?realm=imported"
        let other = try await ask(imported, history: Self.history) { (answer) throws in
            try answer.object()["heard"] == nil
        }
        #expect(other)
    }

    @Test(
        "nonsense is told",
        arguments: [
            ("/api/v1/identity/zz", 400), ("/api/v1/identity/14fa3a?asOf=x", 400), ("/api/v1/identity/14fa3a?at=", 400),
            ("/api/v1/identity/14fa3a?realm=x", 400), ("/api/v1/identity/14fa3a?x=1", 400), ("/api/v1/identity", 400),
            ("/api/v1/identity/14fa3a/x", 404),
        ]
    )
    func nonsense(path: String, status: Int) async throws {
        #expect(try await ask(path) { $0.status } == status)
    }

    @Test("identities that cannot be read are told, without paths")
    func unreadable() async throws {
        try await ask("/api/v1/identity/14fa3a", desk: FakeIdentities(failure: .unreadable)) { (answer) throws in
            #expect(answer.status == 503)
            #expect(try answer.object()["code"] as? String == "identity")
        }
    }

    @Test(
        "who bears a registration is found with hyphen or without, and it is said by whom",
        arguments: ["RA-64508", "ra64508"]
    )
    func bearers(registration: String) async throws {
        try await ask("/api/v1/identity?registration=\(registration)") { (answer) throws in
            #expect(answer.status == 200)
            #expect(try answer.object()["registration"] as? String == registration.uppercased())
            let found = try answer.objects("aircraft")
            // The rule gives another address than the list.
            #expect(found.map { $0["hex"] as? String } == ["14fa3a", "14fbfc"])
            #expect(found.map { $0["known"] as? String } == ["claimed", "inferred"])
            #expect(found.map { $0["registration"] as? String } == ["RA-64508", "RA-64508"])
            #expect(found.map { $0["sources"] as? [String] } == [["made-list"], ["arithmetic"]])
        }
    }

    @Test("whoever bears one by the rule of its state is found without any list, and a refuted claim finds nobody")
    func bearersByRule() async throws {
        try await ask("/api/v1/identity?registration=N1", desk: nil) { (answer) throws in
            let found = try answer.objects("aircraft")
            #expect(found.map { $0["hex"] as? String } == ["a00001"] && found.first?["known"] as? String == "inferred")
        }
        try await ask("/api/v1/identity?registration=RA-64509") { (answer) throws in
            #expect(try answer.objects("aircraft").map { $0["hex"] as? String } == ["14fbfd"])
        }
        // A list calls it a privacy address: nothing is inferred of it.
        try await ask("/api/v1/identity?registration=N1", headers: Self.stranger) { (answer) throws in
            #expect(try answer.objects("aircraft").isEmpty)
        }
    }

    @Test("strangers are not told what may not be handed on, but how much that is")
    func bearersWithheld() async throws {
        var closed = FakeIdentities.contested
        closed.record = IdentityRecord(
            address: closed.record.address,
            facts: closed.record.facts.map { fact in
                var fact = fact
                if fact.object == "RA-64508" { fact.licence = .unknown }
                return fact
            }
        )
        let path = "/api/v1/identity?registration=RA-64508"
        for (headers, hexes, withheld) in [([:], ["14fa3a", "14fbfc"], 0), (Self.stranger, ["14fbfc"], 1)] {
            try await ask(path, desk: FakeIdentities(closed), headers: headers) { (answer) throws in
                #expect(try answer.objects("aircraft").map { $0["hex"] as? String } == hexes)
                #expect(try answer.object()["withheld"] as? Int == withheld)
            }
        }
    }

    @Test(
        "what is no registration is refused in one line",
        arguments: [
            "", "?registration=", "?registration=x", "?registration=PK_GAA", "?registration=0.5", "?registration=-GAA",
            "?registration=PK%20GAA", "?registration=PK-", "?registration=aaaaaaaaaaaaa",
            "?registration=aaaaaaaaaaaaaaaaa",
            "?q=PK-GAA",
        ]
    )
    func noRegistration(query: String) async throws {
        try await ask("/api/v1/identity" + query) { (answer) throws in #expect(answer.status == 400) }
    }
}
