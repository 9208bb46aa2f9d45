public import Aero
public import Tracking

/// What the site asks about the aircraft of now. What must be hidden is hidden before it gets here.
public protocol Sky: Sendable {
    /// Time, counts and where the data come from; asked often, so it must be cheap.
    func status() async -> SkyStatus
    /// All aircraft in short form; asked once a second while somebody watches.
    func snapshot() async -> SkySnapshot
    /// One aircraft with everything known; `nil` when it is not in the sky.
    func track(_ address: AircraftAddress) async -> Track?
    /// All aircraft with everything known; asked at most once a sky second.
    func tracks() async -> [Track]
    /// The names of the sources by the number that values carry.
    func feedNames() async -> [FeedID: String]
    /// The sources that are asked and do not hear: what they give is claimed.
    func polledFeeds() async -> Set<FeedID>
    /// What must be said of the data that are shown; cheap, for the head of every answer with data.
    func credits() async -> [DataCredit]
    /// What was counted since the program began; cheap, for metrics.
    func counts() async -> SkyCounts
}

extension Sky {
    public func polledFeeds() async -> Set<FeedID> { [] }
    public func credits() async -> [DataCredit] { await status().credits }
}
