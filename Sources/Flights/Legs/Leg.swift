/// From a take-off to the next landing, each with how it is known.
public struct Leg: Hashable, Sendable {
    public internal(set) var takeoff: LegEnd
    /// `nil` while it flies and is heard.
    public internal(set) var landing: LegEnd?
    /// Whether the landing is only what would follow if nothing more is heard.
    public internal(set) var isLost = false
    public internal(set) var notes: [LegNote] = []
    /// Silences within the leg, by the leading explanation of each.
    public internal(set) var gaps: [Gap] = []

    init(takeoff: LegEnd, landing: LegEnd? = nil) {
        self.takeoff = takeoff
        self.landing = landing
    }

    /// Whether it landed elsewhere than at the airport it was bound for.
    ///
    /// - Parameter destination: the gazetteer's identity of that.
    /// - Returns: `nil` where the landing is not known, or not its airport.
    public func isDiverted(from destination: String) -> Bool? {
        guard let landing, !isLost, landing.knowing != .unknown, let field = landing.field else { return nil }
        return field != destination
    }
}
