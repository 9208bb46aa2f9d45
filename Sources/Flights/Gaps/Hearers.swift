/// All that says who would have heard an aircraft.
public struct Hearers: Sendable {
    public let coverage: CoverageGrid
    /// What of it came from the aircraft that is judged, and must not count.
    public let own: CoverageGrid?
    public let uptimes: Uptimes
    public let roster: ListenerRoster

    public init(
        coverage: CoverageGrid,
        own: CoverageGrid? = nil,
        uptimes: Uptimes,
        roster: ListenerRoster = ListenerRoster()
    ) {
        self.coverage = coverage
        self.own = own
        self.uptimes = uptimes
        self.roster = roster
    }
}
