/// A contradiction that was found, with what it rests on.
public struct IdentityConflict: Hashable, Sendable {
    /// Numbers stand in databases.
    public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        /// The state's rule gives another address, or another registration, than a source.
        case arithmetic = 1
        /// Two sources give one address different registrations for the same time.
        case sources = 2
        /// One registration on two addresses at once.
        case twoAddresses = 3
        /// The registration's mark is not of the state whose block holds the address.
        case outsideBlock = 4
        /// A spreadsheet made numbers of addresses, or took zeros away.
        case spreadsheet = 5
        /// What stands as registration is none.
        case noRegistration = 6
    }

    /// Numbers stand in databases.
    public enum State: UInt8, Hashable, Sendable, CaseIterable {
        case open = 0
        case explained = 1
        case refuted = 2
    }

    public let kind: Kind
    /// What it is about; `nil` where the file does not even say the address.
    public let subject: IdentitySubject?
    /// The objects, or addresses, that contradict each other; of a damaged row what may have been meant.
    public let values: [String]
    /// The facts it was found in.
    public let facts: [IdentityFact]
    /// The rule that speaks against it, with how often that held.
    public let rule: RegistrationRule?
    /// When the last of its facts was learnt: since then it could be seen.
    public let since: Timestamp
    public var state: State = .open

    public init(
        _ kind: Kind,
        subject: IdentitySubject?,
        values: [String],
        facts: [IdentityFact],
        rule: RegistrationRule? = nil,
        since: Timestamp? = nil
    ) {
        self.kind = kind
        self.subject = subject
        self.values = values
        self.facts = facts
        self.rule = rule
        self.since = since ?? facts.map(\.known.from).max() ?? Timestamp(nanoseconds: 0)
    }

    /// Whether it says little: the rule that speaks against it often fails.
    public var isWeak: Bool { rule?.isWeak ?? false }

    /// By what it is known again when it is found once more.
    public var key: String {
        ([String(kind.rawValue), subject?.description ?? ""] + values).joined(separator: "|")
    }
}

extension IdentityConflict.State {
    public var name: String {
        switch self {
        case .open: "open"
        case .explained: "explained"
        case .refuted: "refuted"
        }
    }
}

extension IdentityConflict.Kind {
    public var name: String {
        switch self {
        case .arithmetic: "arithmetic"
        case .sources: "sources"
        case .twoAddresses: "two-addresses"
        case .outsideBlock: "outside-block"
        case .spreadsheet: "spreadsheet"
        case .noRegistration: "no-registration"
        }
    }

    /// What would settle it, in words.
    public var whatSettles: String {
        switch self {
        case .arithmetic: "the state's register, or a photograph with date while the address is heard"
        case .sources: "the state's register; a registration the aircraft sends itself (register 2,1)"
        case .twoAddresses: "dates of registration: one may have moved to another airframe"
        case .outsideBlock: "the state's register; a new state mostly gives a new address"
        case .spreadsheet: "the file as it was before a spreadsheet opened it"
        case .noRegistration: "another source"
        }
    }
}
