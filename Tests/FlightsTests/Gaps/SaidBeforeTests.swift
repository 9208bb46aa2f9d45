import Aero
import Testing

@testable import Flights

/// What was said of a silence before stays, with its time.
struct SaidBeforeTests {
    private static let start = Timestamp(seconds: 1_750_000_000)

    private static func label(_ gapClass: GapClass, _ hours: Double) -> GapLabel {
        GapLabel(gapClass: gapClass, offAtLeast: 0.5, judgedAt: start.advanced(bySeconds: hours * 3_600))
    }

    private static func verdict(_ gapClass: GapClass, _ hours: Double) throws -> GapVerdict {
        let end = SilenceEnd(
            time: start,
            position: Position.origin,
            altitude: 30_000,
            track: nil,
            groundSpeed: nil,
            verticalRate: 0
        )
        let silence = Silence(
            aircraft: AircraftAddress(icao: 1),
            kind: .squitter,
            from: end,
            silentUntil: start.advanced(bySeconds: 900)
        )
        let evidence = GapEvidence(
            path: .greatCircle,
            pathsTried: 1,
            crossings: [],
            silentAtMost: 1,
            prior: 0.02,
            ability: Hearers(coverage: CoverageGrid(), uptimes: Uptimes(), roster: ListenerRoster()).ability
        )
        return GapVerdict(gap: try #require(silence), label: label(gapClass, hours), evidence: evidence)
    }

    @Test("what is said first has nothing before it")
    func first() throws {
        let verdict = try Self.verdict(.undetermined, 1).after([])
        #expect(verdict.earlier.isEmpty && verdict.said == [Self.label(.undetermined, 1)])
    }

    @Test("the same again changes nothing, and is said since it was said first")
    func same() throws {
        let said = [Self.label(.undetermined, 1), Self.label(.offLikely, 2)]
        let verdict = try Self.verdict(.offLikely, 9).after(said)
        #expect(verdict.earlier == [said[0]] && verdict.label.judgedAt == said[1].judgedAt)
    }

    @Test("another class leaves what was said before, oldest first; the first of all is always kept")
    func other() throws {
        var said: [GapLabel] = []
        for turn in 0..<100 {
            let verdict = try Self.verdict(turn % 2 == 0 ? .undetermined : .offLikely, Double(turn)).after(said)
            said = verdict.said
            #expect(verdict.label.judgedAt == Self.label(.landed, Double(turn)).judgedAt)
        }
        #expect(said.count == GapVerdict.mostEarlier + 1 && said.first == Self.label(.undetermined, 0))
        #expect(said.map(\.judgedAt) == said.map(\.judgedAt).sorted())
    }
}
