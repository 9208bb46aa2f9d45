import Aero
import Foundation
import Testing

@testable import Site
@testable import pelacak

struct HiddenAircraftTests {
    private static let own = AircraftAddress(icao: 0x3C_6444)
    private static let limited = AircraftAddress(icao: 0xA1_B2C3)
    private static let another = AircraftAddress(icao: 7)
    private static let moment = Timestamp(seconds: 0)...Timestamp(seconds: 0)

    private func with(
        _ text: String?,
        awaitsLists: Bool = false,
        _ body: (HiddenAircraft, Discretion, SuppressionList) throws -> Void
    ) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let list = SuppressionList(path: folder + "/suppress.csv", isNamed: false)
        if let text { try Data(text.utf8).write(to: URL(fileURLWithPath: list.path)) }
        let discretion = Discretion()
        let hidden = HiddenAircraft(for: discretion, limitedDisplay: .public, awaitsLists: awaitsLists)
        try body(hidden, discretion, list)
    }

    private func isHidden(_ address: AircraftAddress, _ audience: Audience, _ discretion: Discretion) -> Bool {
        discretion.rules.hides(address, from: audience, during: Self.moment)
    }

    @Test("a list that cannot be read closes the site to strangers, and keeps whom it hid; nobody needs to have one")
    func ownList() throws {
        try with("3c6444,everywhere,,,takedown\n") { hidden, discretion, list in
            #expect(hidden.take(list, limitedDisplay: .public) == nil)
            #expect(isHidden(Self.own, .operators, discretion) && !isHidden(Self.another, .strangers, discretion))
            try Data([0xFF, 0xFE, 0x00]).write(to: URL(fileURLWithPath: list.path))
            #expect(hidden.take(list, limitedDisplay: .public) == .unreadable(path: list.path))
            #expect(discretion.rules.isClosed && isHidden(Self.own, .operators, discretion))
            #expect(isHidden(Self.another, .strangers, discretion))
            try FileManager.default.removeItem(atPath: list.path)
            #expect(hidden.take(list, limitedDisplay: .public) == nil)
            #expect(discretion.rules == .none)
            var named = list
            named.isNamed = true
            #expect(hidden.take(named, limitedDisplay: .public) == .missing(path: list.path))
            #expect(discretion.rules.isClosed)
        }
    }

    @Test(
        "whom lists call limited is hidden as the operator says, beside his own list and without its being read again"
    )
    func limitedDisplay() throws {
        try with("3c6444,public,,,takedown\n") { hidden, discretion, list in
            #expect(hidden.take(list, limitedDisplay: .public) == nil)
            hidden.take(limited: [SuppressionRule(Self.limited, .flag, reason: .ladd)])
            #expect(isHidden(Self.limited, .strangers, discretion) && !isHidden(Self.limited, .operators, discretion))
            #expect(isHidden(Self.own, .strangers, discretion))
            #expect(hidden.take(list, limitedDisplay: .everywhere) == nil)
            #expect(isHidden(Self.limited, .operators, discretion) && discretion.limitedDisplay == .everywhere)
            #expect(hidden.take(list, limitedDisplay: .flag) == nil)
            #expect(!isHidden(Self.limited, .strangers, discretion))
            #expect(discretion.rules.reasons(of: Self.limited, at: Timestamp(seconds: 0)) == [.ladd])
            #expect(hidden.take(list, limitedDisplay: .public) == nil)
            hidden.take(limited: [])
            #expect(!isHidden(Self.limited, .strangers, discretion) && isHidden(Self.own, .strangers, discretion))
        }
    }

    @Test("until lists that are there are read strangers are shown nobody, unless lists hide nobody")
    func awaited() throws {
        try with(nil, awaitsLists: true) { hidden, discretion, list in
            #expect(hidden.take(list, limitedDisplay: .public) == nil)
            #expect(hidden.awaitsLists && isHidden(Self.another, .strangers, discretion))
            #expect(!isHidden(Self.another, .operators, discretion))
            #expect(hidden.take(list, limitedDisplay: .flag) == nil)
            #expect(!hidden.awaitsLists && !isHidden(Self.another, .strangers, discretion))
            #expect(hidden.take(list, limitedDisplay: .public) == nil)
            hidden.take(limited: [])
            #expect(!hidden.awaitsLists && discretion.rules == .none)
        }
    }
}
