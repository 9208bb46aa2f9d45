public import Aero

/// One way to read when somebody will arrive: "Tuesday night", in the clock of one place.
public struct ArrivalReading: Hashable, Sendable {
    /// Whose clock a time without a zone is read by.
    public enum ZoneBasis: String, CaseIterable, Sendable {
        /// The text names the zone, or gives an offset.
        case stated
        /// That of the place of arrival.
        case place
        /// That of the capital of the subject's state.
        case subject
        /// That of whoever wrote it.
        case outlet
    }

    /// Earliest and latest time of arrival; one side may be open (`nil`).
    public let start: Timestamp?
    public let end: Timestamp?
    public let zone: ZoneBasis
    /// Its share among the readings of a window, over 0 to 1.
    public let weight: Double

    public init(start: Timestamp?, end: Timestamp?, zone: ZoneBasis, weight: Double) {
        self.start = start
        self.end = end
        self.zone = zone
        self.weight = weight
    }
}
