public import Aero
public import Tracking

/// What of an import is kept; the rest is passed over while it streams by.
public struct ImportFilter: Hashable, Sendable {
    /// Only these; `nil`: all.
    public var aircraft: Set<AircraftAddress>?
    /// Only positions in it; rows with no position are then left out.
    public var area: ArchiveArea?
    /// Only rows within it.
    public var during: Range<Timestamp>?

    /// Keeps everything.
    public init() {}

    func keeps(_ row: Observation) -> Bool {
        if let during, !during.contains(row.time) { return false }
        guard let area else { return true }
        return row.position.map(area.contains) ?? false
    }

    /// The filter in a line that a person can read and a record can hold: of a long list how many they are and a check sum of it.
    var record: String {
        let all = words
        guard all.utf8.count > Self.longestRecord, let aircraft else { return all }
        var short = self
        short.aircraft = nil
        let rest = short.words
        let list = "aircraft: \(aircraft.count), SHA-256 \(ContentDigest.hex(Array(all.utf8)))"
        return rest.isEmpty ? list : list + "; " + rest
    }

    /// Ours: some 800 addresses. Bytes.
    private static let longestRecord = 6_000

    /// The filter as text, the same for the same filter.
    var words: String {
        var words: [String] = []
        if let aircraft { words.append("aircraft " + aircraft.sorted().map(\.hex).joined(separator: ",")) }
        if let area { words.append("box \(area.south),\(area.west),\(area.north),\(area.east)") }
        if let during {
            words.append("from \(during.lowerBound.milliseconds) to \(during.upperBound.milliseconds)")
        }
        return words.joined(separator: "; ")
    }
}
