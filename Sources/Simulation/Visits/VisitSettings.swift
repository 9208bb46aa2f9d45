/// What a scenario of an announced visit is drawn from. Shares are over 0 to 1.
public struct VisitSettings: Hashable, Sendable {
    /// Hours the world is watched.
    public var hours = 96.0
    public var airliners = 1_500
    public var airlines = 300
    public var businessJets = 500
    public var militaryAircraft = 250
    public var unlisted = 80
    /// Of states in which few receivers stand, and what is taken for their density.
    public var darkStates = 0.30
    public var darkDensity = 0.04
    public var density = 0.35...0.95
    /// Of receivers that are down for a while.
    public var outages = 0.05
    /// Of covered points that are heard.
    public var heard = 0.97
    /// Of scenarios in which nobody travels.
    public var noVisit = 0.10
    /// Of scenarios in which the announcement is wrong in more than an hour.
    public var wrongAnnouncement = 0.10
    /// Of scenarios in which two aircraft of a kind fly together and are heard by turns.
    public var relayPairs = 0.08
    /// Of scenarios in which another state visits somebody at the same time.
    public var secondVisit = 0.15
    /// Of scenarios in which positions of the carrier are false for a while.
    public var spoofing = 0.08
    /// Of legs of the carrier that are 1.1 to 1.6 times as long as they had to be.
    public var detours = 0.10
    public var decoys = 0.35
    /// Of carriers and companions: heard without a position; silent by turns.
    public var modeSOnly = 0.25
    public var switching = 0.25
    /// Of carriers: not on any list; chartered.
    public var unlistedCarriers = 0.10
    public var charters = 0.10
    /// Of windows of six hours that can be read by three clocks.
    public var zoneReadings = 0.40

    public init() {}
}
