public import Aero
public import Tracking

/// What no retention may delete: an aircraft, an area, or an aircraft in an area, for a time.
public struct ArchivePin: Hashable, Sendable {
    /// `nil`: every aircraft.
    public var aircraft: ArchivedAircraft?
    /// `nil`: everywhere.
    public var area: ArchiveArea?
    public var during: Range<Timestamp>
    public var reason: String
    /// Who asked for it.
    public var who: String
    /// When it was kept; `nil` before it is.
    public internal(set) var made: Timestamp?

    public init(
        aircraft: ArchivedAircraft? = nil,
        area: ArchiveArea? = nil,
        during: Range<Timestamp>,
        reason: String,
        who: String
    ) {
        self.aircraft = aircraft
        self.area = area
        self.during = during
        self.reason = reason
        self.who = who
    }
}
