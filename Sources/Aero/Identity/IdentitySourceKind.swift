/// What kind of source says it. Numbers stand in databases.
public enum IdentitySourceKind: UInt8, Hashable, Sendable, CaseIterable {
    /// A state's register.
    case register = 1
    /// A collection of others.
    case list = 2
    case press = 3
    /// Heard or seen: a callsign on the air, a registration in a photograph.
    case observation = 4
    /// A state's rule from address to registration.
    case arithmetic = 5
    /// Somebody who works with this site.
    case person = 6

    public var name: String {
        switch self {
        case .register: "register"
        case .list: "list"
        case .press: "press"
        case .observation: "observation"
        case .arithmetic: "arithmetic"
        case .person: "person"
        }
    }

    /// - Returns: `nil` for a word that no kind has.
    public init?(name: some StringProtocol) {
        guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = found
    }
}

extension IdentitySourceKind {
    /// The word of the interfaces: who writes something down claims it.
    public var howKnown: String {
        switch self {
        case .observation: "observed"
        case .arithmetic: "inferred"
        case .register, .list, .press, .person: "claimed"
        }
    }
}
