/// Whether an aircraft made a stop, and when: shares of all ways to make the itinerary that agree with what was heard of it.
struct MadeStop {
    /// P(made), the aircraft taken for the one that flew the itinerary.
    let made: Double
    /// The slot in which it was likeliest made.
    let slot: Int
    /// Of the ways that make it, the share of those up to each slot.
    private let shares: [Double]

    /// - Parameter joint: by slot, the ways that make the stop then, of all ways.
    init(joint: some Collection<Double>) {
        var sum = 0.0
        var best = (share: 0.0, slot: 0)
        var shares = [0.0]
        shares.reserveCapacity(joint.count + 1)
        for (slot, share) in joint.enumerated() {
            if share > best.share { best = (share, slot) }
            sum += share
            shares.append(sum)
        }
        made = sum
        slot = best.slot
        self.shares = shares
    }

    /// How much of the time at which it was made lies in any of the spans, 0 to 1.
    ///
    /// - Parameter spans: slots, in the order of their beginnings; they may overlap and reach beyond the grid.
    func share(in spans: some Sequence<ClosedRange<Int>>) -> Double {
        guard made > 0 else { return 0 }
        var sum = 0.0
        var next = 0
        for span in spans {
            let low = max(next, span.lowerBound)
            let high = min(shares.count - 2, span.upperBound)
            guard low <= high else { continue }
            sum += shares[high + 1] - shares[low]
            next = high + 1
        }
        return min(1, sum / made)
    }
}
