/// What a fact says of its subject. Numbers stand in databases: none is ever given a second meaning.
public enum IdentityRelation: UInt8, Hashable, Sendable, CaseIterable {
    /// As painted, for example `RA-96022`.
    case registration = 1
    /// Which machine carries the address: `af12`.
    case airframe = 2
    /// The maker's serial number.
    case serial = 3
    /// The designator of ICAO Doc 8643, for example `IL96`.
    case type = 4
    /// Maker and model in words.
    case model = 5
    /// Who flies it; never a natural person.
    case aircraftOperator = 6
    /// The operator's three letters, ICAO Doc 8585.
    case operatorCode = 7
    case callsign = 8
    /// What it is for: `military`, `government`, `police`, `civil`.
    case category = 9
    case fleet = 10
    /// Membership: the object is the name of a list.
    case list = 11
    /// Year in which it was built, four digits.
    case built = 12

    /// How it is written in files.
    public var name: String {
        switch self {
        case .registration: "registration"
        case .airframe: "airframe"
        case .serial: "serial"
        case .type: "type"
        case .model: "model"
        case .aircraftOperator: "operator"
        case .operatorCode: "operator-code"
        case .callsign: "callsign"
        case .category: "category"
        case .fleet: "fleet"
        case .list: "list"
        case .built: "built"
        }
    }

    /// - Returns: `nil` for a word that no relation has.
    public init?(name: some StringProtocol) {
        guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = found
    }

    /// Whether two objects at once contradict each other: an aircraft has one registration, and may stand in many lists.
    public var isSingle: Bool {
        switch self {
        case .registration, .airframe, .serial, .type, .model, .aircraftOperator, .operatorCode, .built: true
        case .callsign, .category, .fleet, .list: false
        }
    }
}
