/// Where an aircraft landed before: how often at which airport.
public struct LandingHistory: Hashable, Sendable {
    /// Landings by the gazetteer's identity of the airport, all above 0; at most `most` airports.
    public private(set) var counts: [String: Int] = [:]

    /// Airports that are kept; those with the fewest landings go first.
    public static let most = 64

    public init() {}

    /// - Parameter counts: what is not above 0 is left out.
    public init(_ counts: [String: Int]) {
        let kept = counts.filter { $0.value > 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        for (field, count) in kept.prefix(Self.most) { self.counts[field] = min(count, 1_000_000) }
    }

    /// Notes a landing.
    public mutating func add(_ field: String) {
        let count = counts[field, default: 0] + 1
        guard counts[field] == nil, counts.count >= Self.most else {
            counts[field] = min(count, 1_000_000)
            return
        }
        guard let least = counts.min(by: { ($0.value, $0.key) < ($1.value, $1.key) }), least.value <= 1 else { return }
        counts[least.key] = nil
        counts[field] = 1
    }

    /// All landings.
    public var total: Int { counts.values.reduce(0, +) }
}
