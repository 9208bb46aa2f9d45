public import Aero

/// The stops of a visit as the ranking is given them.
public struct RankedItinerary: Hashable, Sendable {
    /// In order; with the assumed beginning before them where none is said.
    public let stops: [ItineraryStop]
    /// Numbers of the visit's stops by place in `stops`; `nil` for the assumed beginning.
    public let numbers: [Int?]

    /// - Parameter withLaterClaims: with the windows as later claims narrowed them.
    public init(_ visit: Visit, withLaterClaims: Bool) {
        var stops = visit.itinerary(withLaterClaims: withLaterClaims)
        var numbers: [Int?] = visit.stops.filter { $0.confirmedBy != nil }.map { $0.id }
        let homes = visit.subject?.assumedHome ?? []
        if !homes.isEmpty, !stops.contains(where: { $0.kind == .origin }) {
            let origin = ItineraryStop(kind: .origin, name: homes[0].code, airports: homes, arrival: ArrivalWindow())
            stops.insert(origin, at: 0)
            numbers.insert(nil, at: 0)
        }
        self.stops = stops
        self.numbers = numbers
    }

    /// Seconds looked at before the first window and after the last: the way from home, and who comes late.
    private static let leadSeconds = 24 * 3_600.0
    private static let tailSeconds = 12 * 3_600.0
    /// The longest time looked at.
    public static let longestSeconds = 14 * 86_400.0

    /// The time to be watched for it; `nil` where no stop has a time, or nothing of it has begun.
    ///
    /// - Parameter now: of what is later nothing can be heard yet.
    public func watched(until now: Timestamp) -> ClosedRange<Timestamp>? {
        let windows = stops.filter { $0.kind != .origin && !$0.airports.isEmpty }.map(\.arrival)
        let starts = windows.compactMap { $0.start ?? $0.end?.advanced(bySeconds: -86_400) }
        let ends = windows.compactMap { $0.end ?? $0.start?.advanced(bySeconds: 86_400) }
        guard let first = starts.min(), let last = ends.max() else { return nil }
        let start = first.advanced(bySeconds: -Self.leadSeconds)
        let end = min(now, last.advanced(bySeconds: Self.tailSeconds), start.advanced(bySeconds: Self.longestSeconds))
        return start < end ? start...end : nil
    }
}
