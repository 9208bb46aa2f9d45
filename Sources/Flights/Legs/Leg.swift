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

    /// From where it was diverted, as far as that follows from how it flew; `nil` where it does not, or its landing is not known.
    public var diversion: Diversion? {
        guard let landing, !isLost, landing.knowing != .unknown, let end = landing.field else { return nil }
        for case .goAround(let field?, _, let span) in notes.reversed() {
            return field == end ? nil : Diversion(field: field, span: span)
        }
        return nil
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
