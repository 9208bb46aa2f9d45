public import Aero

/// Where and when the flight began.
public struct KnownTakeoff: Hashable, Sendable {
    /// When it left the ground at the latest: its fuel is counted from there.
    public let time: Timestamp
    /// The airport's reference point, or where it was first heard low.
    public let place: Position

    public init(time: Timestamp, place: Position) {
        self.time = time
        self.place = place
    }

    /// The take-off of a leg.
    ///
    /// - Returns: `nil` if its airport is not known, or not among those of the gazetteer.
    public init?(_ end: LegEnd, in gazetteer: Gazetteer) {
        guard end.knowing != .unknown, let slot = end.field.flatMap({ gazetteer.slot(ofAirport: $0) }) else {
            return nil
        }
        self.init(time: end.span.latest, place: gazetteer.position(at: slot))
    }
}
