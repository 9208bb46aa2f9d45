import Aero

/// How well one aircraft is heard where others are: some transmitters are weak, some antennas shaded.
///
/// Known from passes on which one listener heard it and another, who hears others there, did not. Where nobody heard it, it may have been
/// off, and that says nothing of its transmitter.
public struct HearingAbility: Hashable, Sendable {
    /// Times a listener that hears most others there could have heard it while another did.
    public let chances: Int
    public let missed: Int
    /// How many of these others would have missed.
    public let expected: Double

    /// Ours: so many chances taken as others are heard, before there is any.
    private static let benefit = 2.0
    /// Where others are heard less often, nothing is learned of one.
    private static let mostly = 0.5
    /// Ours: passes of others from which on a chance is one.
    private static let enough = 10.0

    init(of passes: [Pass], beside coverage: CoverageGrid, without own: CoverageGrid, listening uptimes: Uptimes) {
        var (chances, missed, expected) = (0, 0, 0.0)
        for pass in passes where !pass.heardBy.isEmpty {
            // In one order: sums of doubles depend on it.
            for number in coverage.listeners(reaching: pass.cell).sorted() {
                guard let listener = Listener(number: number, kind: .feed) else { continue }
                let isHeard = pass.isHeard(by: listener)
                guard pass.heardBy.count > (isHeard ? 1 : 0),
                    isHeard || uptimes.isUp(listener, throughout: pass.entered...pass.left)
                else { continue }
                let estimate = coverage.estimate(
                    of: pass.cell,
                    kind: pass.kind,
                    by: listener,
                    at: pass.left,
                    without: own,
                    enough: Self.enough
                )
                guard estimate.passes >= Self.enough, let mean = estimate.mean, mean >= Self.mostly else { continue }
                chances += 1
                missed += isHeard ? 0 : 1
                expected += 1 - mean
            }
        }
        self.chances = chances
        self.missed = missed
        self.expected = expected
    }

    /// How often it is heard where others are always: 1 as they are, 0.5 half as often.
    public var share: Double {
        let heard = Double(chances - missed) + Self.benefit
        return min(1, heard / (Double(chances) - expected + Self.benefit))
    }
}
