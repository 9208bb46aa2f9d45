/// Which aircraft a variable may be.
public indirect enum IdentityTest: Hashable, Sendable {
    /// Anybody where empty.
    case all([IdentityTest])
    case any([IdentityTest])
    case not(IdentityTest)
    case hex(AddressPattern)
    case registration(TextPattern)
    /// The callsign it sends at the time.
    case callsign(TextPattern)
    case type(String)
    case operatorCode(String)
    case list(String)
    case country(String)
    case category(String)
    /// Of the same fleet as the aircraft of that variable; the number counts variables in the order they are written.
    case sameFleet(as: Int)
    /// The same aircraft as that variable.
    case same(as: Int)

    /// The other variables this asks about.
    var references: Set<Int> {
        switch self {
        case .all(let tests), .any(let tests): tests.reduce(into: []) { $0.formUnion($1.references) }
        case .not(let test): test.references
        case .sameFleet(let other), .same(let other): [other]
        default: []
        }
    }

    /// The variables whose fleet it must be of, whatever else is true.
    var requiredFleets: [Int] {
        switch self {
        case .sameFleet(let other): [other]
        case .all(let tests): tests.flatMap(\.requiredFleets)
        default: []
        }
    }

    /// Whether the callsign is asked, which changes more often than the register.
    var asksCallsign: Bool {
        switch self {
        case .all(let tests), .any(let tests): tests.contains(where: \.asksCallsign)
        case .not(let test): test.asksCallsign
        case .callsign: true
        default: false
        }
    }
}
