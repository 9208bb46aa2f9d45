/// What the register says of an aircraft at some time; rules ask it as it was known at the time of an event.
public struct WatchIdentity: Hashable, Sendable {
    public var registration: String?
    /// ICAO type designator, for example `IL96`.
    public var type: String?
    /// ICAO code of the operator, three letters.
    public var operatorCode: String?
    /// Two letters, ISO 3166-1.
    public var country: String?
    /// What kind of use: `state`, `military`, `private` and so on, as the register has it.
    public var category: String?
    /// Aircraft of one fleet have the same text here.
    public var fleet: String?
    /// Names of the lists it is on, sorted, each once.
    public var lists: [String]

    public init(
        registration: String? = nil,
        type: String? = nil,
        operatorCode: String? = nil,
        country: String? = nil,
        category: String? = nil,
        fleet: String? = nil,
        lists: [String] = []
    ) {
        self.registration = registration
        self.type = type
        self.operatorCode = operatorCode
        self.country = country
        self.category = category
        self.fleet = fleet
        self.lists = Set(lists).sorted()
    }
}
