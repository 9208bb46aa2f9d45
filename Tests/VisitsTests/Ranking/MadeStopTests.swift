import Testing

@testable import Visits

struct MadeStopTests {
    private let stop = MadeStop(joint: [0, 0.1, 0.4, 0, 0.3])

    @Test("it was made with the sum of all ways, likeliest where most of them are")
    func made() {
        #expect(abs(stop.made - 0.8) < 1e-12)
        #expect(stop.slot == 2)
    }

    @Test(
        "the share of spans is that of the ways in them, each counted once",
        arguments: [
            ([0...4], 1.0), ([1...1], 0.125), ([1...2, 2...3], 0.625), ([0...1, 4...90], 0.5), ([5...5], 0), ([], 0),
            ([2...4, 3...3], 0.875),
        ] as [([ClosedRange<Int>], Double)]
    )
    func shares(spans: [ClosedRange<Int>], share: Double) {
        #expect(abs(stop.share(in: spans) - share) < 1e-12)
    }

    @Test("a stop that was not made has no time")
    func never() {
        let none = MadeStop(joint: [0.0, 0, 0])
        #expect(none.made == 0 && none.share(in: [0...2]) == 0)
    }
}
