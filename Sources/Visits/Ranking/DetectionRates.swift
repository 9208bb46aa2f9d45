public import Aero

/// How often a landing at an airport is heard, learned from landings that are known to have happened.
public struct DetectionRates: Sendable {
    public struct Count: Hashable, Sendable {
        public let landings: Int
        public let heard: Int

        public init(landings: Int, heard: Int) {
            self.landings = landings
            self.heard = heard
        }
    }

    /// By the airport's code, as in `StopAirport`.
    public let counts: [String: Count]
    /// When nobody listened there.
    public let silences: [String: [ClosedRange<Timestamp>]]

    public static let none = DetectionRates(counts: [:])

    /// - Parameters:
    ///   - counts: by the airport's code, as in `StopAirport`.
    ///   - silences: when nobody listened there.
    public init(counts: [String: Count], silences: [String: [ClosedRange<Timestamp>]] = [:]) {
        self.counts = counts
        self.silences = silences
    }

    /// P(heard | landing there); `nil` where nothing is known, which is no evidence of anything.
    public func probability(at airport: String) -> Double? {
        guard let count = counts[airport], count.landings > 0 else { return nil }
        return (Double(count.heard) + 0.5) / (Double(count.landings) + 1)
    }

    public func trials(at airport: String) -> Int { counts[airport]?.landings ?? 0 }

    /// Whether somebody listened there then.
    public func isListening(at airport: String, _ time: Timestamp) -> Bool {
        !(silences[airport] ?? []).contains { $0.contains(time) }
    }
}
