/// All that says who would have heard an aircraft.
public struct Hearers: Sendable {
    public let coverage: CoverageGrid
    /// What of it came from the aircraft that is judged, and must not count.
    public let own: CoverageGrid
    /// How well the aircraft itself is heard, beside others.
    public let ability: HearingAbility
    public let uptimes: Uptimes
    public let roster: ListenerRoster

    /// - Parameters:
    ///   - coverage: what was learned, of all aircraft.
    ///   - passes: those of the aircraft that is judged, as they went into the coverage.
    public init(
        coverage: CoverageGrid,
        without passes: [Pass] = [],
        uptimes: Uptimes,
        roster: ListenerRoster = ListenerRoster()
    ) {
        self.coverage = coverage
        own = coverage.part(of: passes, listening: uptimes)
        ability = HearingAbility(of: passes, beside: coverage, without: own, listening: uptimes)
        self.uptimes = uptimes
        self.roster = roster
    }
}
