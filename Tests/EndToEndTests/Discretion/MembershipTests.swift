import Aero
import Foundation
import Testing

@testable import pelacak

/// Lists that others give out, taken in the place of the one before.
struct MembershipTests {
    private static let now = Timestamp(seconds: 1_795_000_000)
    private static let entry = SuppressionAudit.Entry(who: "desk", why: "November", when: "2026-11-26T06:00:00Z")

    private static func set(_ hexes: String...) -> Set<AircraftAddress> {
        Set(hexes.compactMap { AircraftAddress($0) })
    }

    @Test(
        "an address or a registration a line, with a head row or without, whatever stands between the fields",
        arguments: [
            "a1b2c3\nA00001\n", "# list\n\na1b2c3\r\nN1\r\n", "\u{FEFF}icao24,owner\na1b2c3,x\na00001,y\n",
            "Owner;Mode S Code Hex\nx;A1B2C3\ny;A00001\n", "N-Number\tStatus\n1\tx\nN77901\tx\n",
            "\"icao\",\"registration\"\n\"\",\"N1\"\n\"a1b2c3\",\"\"\n", "registration\nN1\nn77901",
        ]
    )
    func forms(text: String) throws {
        let members = try MembershipFile(text)
        #expect(members.unreadable.isEmpty)
        #expect(members.addresses.contains(AircraftAddress(icao: 0xA0_0001)))
        #expect(members.addresses.count == 2)
    }

    @Test("what is no aircraft is told by its line, and spreadsheet damage is no aircraft")
    func unreadable() throws {
        let members = try MembershipFile("icao\na1b2c3\n4.41E+11\nEJA123\n\n12345\n")
        #expect(members.unreadable.map(\.line) == [3, 4, 6])
        #expect(members.unreadable.count == 3)
        #expect(members.addresses == Self.set("a1b2c3"))
    }

    @Test("random bytes never trap", arguments: 0..<50)
    func hostile(seed: UInt64) throws {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        let bytes = (0..<2000).map { _ -> UInt8 in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return [44, 59, 10, 13, 9, 48, 78, 97, 34, UInt8(truncatingIfNeeded: state >> 8)][Int(state % 10)]
        }
        let text = String(decoding: bytes, as: UTF8.self)
        _ = try MembershipFile(text)
        _ = MembershipChange(of: text, to: [], .public, .ladd, from: nil, at: Self.now)
    }

    private static let before = """
        address,mode,from,to,reason
        # by hand
        3c6444,public,,,takedown
        a1b2c3,public,,,ladd
        a1b2c4,flag,2026-01-01T00:00:00Z,,ladd
        a1b2c5,public,,2026-02-01T00:00:00Z,ladd
        a1b2c6,public,,,ladd
        a1b2c7,public,,,pia

        """

    @Test("newcomers are added, who left ends now, others stay as they stand")
    func change() throws {
        let change = MembershipChange(
            of: Self.before,
            to: Self.set("a1b2c3", "a1b2c4", "a1b2c5", "a00001"),
            .public,
            .ladd,
            from: nil,
            at: Self.now
        )
        #expect(change.added == 2 && change.ended == 1 && change.changed == 1 && change.kept == 1)
        let rules = try SuppressionList.parse(change.text, path: "")
        let rest = SuppressionRules(rules)
        func isHidden(_ hex: String, _ time: Timestamp) throws -> Bool {
            rest.hides(try #require(AircraftAddress(hex)), from: .strangers, during: time...time)
        }
        let later = Self.now.advanced(bySeconds: 1)
        for hex in ["3c6444", "a1b2c3", "a1b2c4", "a1b2c5", "a00001", "a1b2c7"] {
            #expect(try isHidden(hex, later), "\(hex)")
        }
        #expect(try !isHidden("a1b2c6", later) && isHidden("a1b2c6", Self.now.advanced(bySeconds: -1)))
        #expect(change.text.contains("# by hand\n"))
        let again = MembershipChange(
            of: change.text,
            to: Self.set("a1b2c3", "a1b2c4", "a1b2c5", "a00001"),
            .public,
            .ladd,
            from: nil,
            at: later
        )
        #expect(again.text == change.text && again.added + again.ended + again.changed == 0)
    }

    @Test("a list that was cut short changes nothing unless that is said; what was done is written down")
    func shrinking() throws {
        try TokenFileTests.withFolder { folder in
            let list = SuppressionList(path: folder + "/suppress.csv", isNamed: false)
            func take(_ members: Set<AircraftAddress>, mayShrink: Bool = false) throws -> MembershipChange? {
                try list.take(
                    members,
                    .public,
                    .ladd,
                    from: nil,
                    at: Self.now,
                    mayShrink: mayShrink,
                    source: "a file",
                    Self.entry
                )
            }
            #expect(try take(Self.set("a1b2c3", "a1b2c4", "a1b2c5"))?.added == 3)
            let text = try String(contentsOfFile: list.path, encoding: .utf8)
            #expect(try take(Self.set("a1b2c3")) == nil)
            #expect(try String(contentsOfFile: list.path, encoding: .utf8) == text)
            #expect(try take(Self.set("a1b2c3"), mayShrink: true)?.ended == 2)
            let address = try #require(AircraftAddress("3c6444"))
            try list.add(SuppressionRule(address, .public, reason: .takedown), Self.entry)
            try list.refuse(address, .takedown, Self.entry)
            #expect(try list.remove(address, Self.entry) == 1)
            let audit = SuppressionAudit(list: list.path)
            #expect(try audit.lines().map(\.action) == ["import", "import", "add", "refuse", "remove"])
            let decisions = audit.decisions()
            #expect(decisions.map(\.reason) == [.ladd, .takedown])
            #expect(decisions.map(\.lists) == [2, 0] && decisions.map(\.granted) == [0, 1])
            #expect(decisions.map(\.refused) == [0, 1] && decisions.map(\.withdrawn) == [0, 1])
            #expect(Set(decisions.map(\.lastDay)) == ["2026-11-26"])
        }
    }

    @Test("a damaged record of decisions is read as far as it is ours")
    func damaged() throws {
        try TokenFileTests.withFolder { folder in
            let list = SuppressionList(path: folder + "/suppress.csv", isNamed: false)
            let address = try #require(AircraftAddress("3c6444"))
            try list.refuse(address, .correction, Self.entry)
            let audit = SuppressionAudit(list: list.path)
            let text = try String(contentsOfFile: audit.path, encoding: .utf8)
            try Data(("{\"when\":\n" + text + "\u{0}\n[]").utf8).write(to: URL(fileURLWithPath: audit.path))
            #expect(audit.decisions() == [DecisionCount(reason: .correction, refused: 1, lastDay: "2026-11-26")])
        }
    }
}
