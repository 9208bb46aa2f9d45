import TestSupport
import Testing

@testable import Tracking

/// The gates of docs/sister-guard.md over a grid of error rates, fleets and scenes. The seeds are not those the guard was tuned with.
struct SisterGuardGridTests {
    private static let rates = [1e-4, 3e-4, 1e-3, 3e-3, 1e-2]
    private static let seeds: [UInt64] = [9_001, 9_002]
    private static let seed: [UInt64] = [9_101]

    /// All cells of a scene: error rate and kind, distance, size.
    private static func cells(
        _ scene: SisterFleet.Scene,
        _ seeds: [UInt64],
        _ change: (inout SisterFleet.Settings) -> Void
    ) -> [GuardTally] {
        var tallies: [GuardTally] = []
        for size in [2, 4, 13] {
            for distance in 1...2 {
                for rate in rates {
                    for isBurst in [false, true] {
                        var tally = GuardTally()
                        for seed in seeds {
                            var settings = SisterFleet.Settings()
                            settings.scene = scene
                            settings.size = size
                            settings.distance = distance
                            settings.bitErrors = rate
                            settings.isBurst = isBurst
                            settings.seed = seed &* 7_919 &+ UInt64(tallies.count)
                            change(&settings)
                            tally += GuardTally(SisterFleet.frames(settings))
                        }
                        tallies.append(tally)
                    }
                }
            }
        }
        return tallies
    }

    /// One line a scene, for docs/sister-guard.md.
    private static func pool(
        _ name: String,
        _ seeds: [UInt64],
        _ change: (inout SisterFleet.Settings) -> Void
    ) -> (all: GuardTally, cells: [GuardTally]) {
        var all = GuardTally()
        var every: [GuardTally] = []
        for scene in SisterFleet.Scene.allCases {
            let tallies = cells(scene, seeds, change)
            let sum = tallies.reduce(into: GuardTally()) { $0 += $1 }
            print("sister guard, \(name), \(scene.rawValue): \(line(sum))")
            guard scene != .formation else { continue }
            all += sum
            every += tallies
        }
        print("sister guard, \(name), all but formation: \(line(all))")
        return (all, every)
    }

    private static func line(_ tally: GuardTally) -> String {
        let tenths = Int((tally.ratio * 10).rounded())
        let share = Int((tally.lostShare * 10_000).rounded())
        return "good \(tally.good), wrong \(tally.naive) -> \(tally.guarded) (by altitude \(tally.byAltitude)), "
            + "\(tenths / 10).\(tenths % 10) times fewer, lost \(share / 100).\(share % 100 / 10)\(share % 10) %"
    }

    @Test func oneReceiverWithoutSoftBitsMisleadsTwentyTimesLessAndLosesTwoPercentAtMost() {
        let (all, cells) = Self.pool("one receiver", Self.seeds) { _ in }
        #expect(all.naive > 1_000)
        #expect(all.guarded * 20 <= all.naive)
        #expect(all.lostShare <= 0.02)
        for cell in cells { #expect(cell.guarded <= cell.byAltitude) }
    }

    @Test func withoutLevelsTheRhythmOfRepliesIsEnough() {
        let (all, _) = Self.pool("no levels, DF11 only", Self.seed) {
            $0.tellsLevel = false
            $0.hasExtendedSquitters = false
        }
        #expect(all.guarded * 12 <= all.naive)
        #expect(all.lostShare <= 0.02)
    }

    @Test func softBitsHalveTheLoss() {
        let (all, _) = Self.pool("weak bits told", Self.seed) { $0.tellsWeakBits = true }
        #expect(all.guarded * 20 <= all.naive)
        #expect(all.lostShare <= 0.01)
    }

    @Test func repliesAtAnyTimeAndWithoutLevelsAreStillHeldApartAsFarAsTheySaySo() {
        let (all, _) = Self.pool("any time, no levels", Self.seed) {
            $0.tellsLevel = false
            $0.hasRadars = false
        }
        #expect(all.guarded * 3 <= all.naive)
        #expect(all.lostShare <= 0.02)
    }

    /// The first copy goes on at once, so that what it misleads to cannot be undone: there are about as many wrong ones as with one
    /// receiver, while there are more replies and twice and thrice the errors.
    @Test func moreReceiversLoseLessAndAreHardlyMoreMisled() {
        let tallies = (1...3).map { receivers in
            Self.pool("\(receivers) receivers", Self.seed) {
                $0.receivers = receivers
            }.all
        }
        for more in tallies[1...] {
            #expect(more.good > tallies[0].good)
            #expect(more.naive > tallies[0].naive)
            #expect(Double(more.guarded) <= 1.5 * Double(tallies[0].guarded))
            #expect(more.ratio >= tallies[0].ratio)
            #expect(more.lostShare <= 0.75 * tallies[0].lostShare)
            #expect(more.guarded * 20 <= more.naive)
        }
    }
}
