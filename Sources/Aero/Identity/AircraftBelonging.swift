/// Where an aircraft belongs by what is held now: for who asks in groups, not one by one.
public struct AircraftBelonging: Hashable, Sendable {
    /// Three letters, ICAO Doc 8585.
    public var operatorCode: String?
    /// `military`, `government`, `police`, `civil`.
    public var category: String?
    public var fleet: String?
    /// Names of lists, sorted, each once.
    public var lists: [String]

    public init(operatorCode: String? = nil, category: String? = nil, fleet: String? = nil, lists: [String] = []) {
        self.operatorCode = operatorCode
        self.category = category
        self.fleet = fleet
        self.lists = Set(lists).sorted()
    }

    public var isEmpty: Bool { self == AircraftBelonging() }
}
