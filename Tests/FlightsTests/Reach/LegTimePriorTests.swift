import Aero
import Flights
import Testing

struct LegTimePriorTests {
    private let prior = LegTimePrior(distance: 3_245_623, limits: .unknown)

    @Test func itIsADistribution() {
        var sum = 0.0
        for second in stride(from: 0.5, to: prior.longestSeconds + 3_600, by: 1) {
            sum += prior.density(atSeconds: second)
        }
        #expect(abs(sum - 1) < 0.001)
        #expect(prior.probability(upToSeconds: prior.longestSeconds) > 0.999_9)
    }

    @Test func nothingIsFasterThanTheFastest() {
        #expect(prior.density(atSeconds: prior.fastestSeconds - 1) == 0)
        #expect(prior.probability(upToSeconds: prior.fastestSeconds) == 0)
    }

    @Test func theMiddleIsTypicalAndADetourIsPossible() {
        let middle = prior.seconds(exceededByAllBut: 0.5)
        #expect(abs(middle / prior.typicalSeconds - 1) < 0.02)
        // A public track of a C-40C took 7:02 here, 1.62 times what is typical.
        let detour = 7.0333 * 3_600
        #expect(prior.density(atSeconds: detour) > 1e-6)
        #expect(prior.probability(upToSeconds: detour) < 0.97)
        #expect(prior.seconds(exceededByAllBut: 0.95) > prior.typicalSeconds * 1.13)
        #expect(prior.seconds(exceededByAllBut: 0.05) < prior.typicalSeconds * 0.9)
    }

    @Test func quantilesInvertProbabilities() {
        for share in [0.05, 0.2, 0.5, 0.8, 0.95] {
            #expect(abs(prior.probability(upToSeconds: prior.seconds(exceededByAllBut: share)) - share) < 1e-6)
        }
    }
}
