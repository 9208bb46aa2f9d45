import Aero
import Testing

@testable import pelacak

/// What strangers are shown, as it is configured.
struct DiscretionSettingsTests {
    private func settings(_ values: [String: String]) throws -> OperationSettings {
        try OperationSettings(OperationSettings.Flags(), environment: [:], file: values.mapValues { [$0] })
    }

    @Test("without a word the place of three receivers is kept, where there is a place")
    func usual() throws {
        let usual = try settings([:])
        #expect(usual.shownSky(hasReceiver: true) == ShownSky(range: 200_000, floor: 10_000))
        #expect(usual.shownSky(hasReceiver: false).isWhole && usual.publicDelay == 0)
        #expect(try settings(["place": "blurred"]).shownSky(hasReceiver: true).floor == 10_000)
        #expect(try settings(["place": "exact"]).shownSky(hasReceiver: true).isWhole)
    }

    @Test("aircraft of limited display are kept from strangers unless the operator says otherwise")
    func limitedDisplay() throws {
        #expect(try settings([:]).limitedDisplay == .public)
        for mode in [SuppressionMode.public, .flag, .everywhere] {
            #expect(try settings(["ladd": mode.rawValue]).limitedDisplay == mode)
        }
    }

    @Test("where others may write to is one line")
    func contact() throws {
        #expect(try settings([:]).contact == nil)
        #expect(try settings(["contact": "desk@example.org"]).contact == "desk@example.org")
        for text in ["ab", "two\nlines", String(repeating: "x", count: 201)] {
            #expect(throws: UsageError.self) { try settings(["contact": text]) }
        }
    }

    @Test("a bound that is written holds, whatever place says")
    func written() throws {
        let own = try settings(["place": "exact", "public-floor": "500", "public-range": "60", "public-delay": "900"])
        #expect(own.shownSky(hasReceiver: true) == ShownSky(range: 60_000, floor: 500) && own.publicDelay == 900)
        let off = try settings(["public-floor": "off", "public-range": "off"])
        #expect(off.shownSky(hasReceiver: true) == ShownSky())
        #expect(try settings(["public-floor": "off"]).shownSky(hasReceiver: true) == ShownSky(range: 200_000))
        #expect(try settings(["public-range": "80"]).shownSky(hasReceiver: true).floor == 10_000)
    }

    @Test(
        "what cannot be meant is refused",
        arguments: [
            ("public-floor", "-1"), ("public-floor", "60001"), ("public-floor", "low"), ("public-range", "0"),
            ("public-range", "1001"), ("public-range", "nan"), ("public-delay", "-1"), ("public-delay", "2592001"),
            ("public-delay", "off"), ("place", "near"),
            ("ladd", "embargo"), ("ladd", "off"),
        ]
    )
    func refused(key: String, text: String) {
        #expect(throws: UsageError.self) { try settings([key: text]) }
    }
}
