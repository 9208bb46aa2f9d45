import Flights

/// How much of what was learned a bundle holds and is read of it. Ours: several times what an aircraft that flies every day has in two months.
enum FlightHearingLimits {
    static let passes = 100_000
    static let listeners = 10_000
    static let airports = 20_000
    /// Passes times listeners: what judging takes time by.
    static let comparisons = 20_000_000
    /// Silences times listeners, likewise.
    static let judgements = 200_000
    /// Of all listeners together, each told behind every one that it stands behind.
    static let receivers = 200_000
    /// Half degrees on earth.
    static let halfDegrees = 360 * 720

    static func fits(_ basis: SilenceBasis) -> Bool {
        let most = mostListeners(basis)
        return basis.passes.count <= passes && most <= listeners && basis.passes.count * most <= comparisons
            && receivers(basis) <= receivers
    }

    /// - Parameter account: whose silences are judged, by whatever numbers it was told.
    static func fits(_ basis: SilenceBasis, _ account: FlightAccount) -> Bool {
        // Ten receivers are looked up in the time of one listener's estimates.
        (account.gaps.count + 1) * (mostListeners(basis) + receivers(basis) / 10) <= judgements
    }

    private static func receivers(_ basis: SilenceBasis) -> Int {
        basis.listenerNumbers.reduce(0) { sum, number in
            let behind = Listener(number: number, kind: .feed).flatMap { basis.learned.roster.receivers(behind: $0) }
            return sum + (behind?.count ?? 0)
        }
    }

    private static func mostListeners(_ basis: SilenceBasis) -> Int { basis.listenerNumbers.max().map { Int($0) } ?? 0 }
}
