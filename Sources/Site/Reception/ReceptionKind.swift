/// What kind of message was received.
public enum ReceptionKind: Int, Hashable, Sendable, CaseIterable {
    /// Extended squitters, DF17 to DF19.
    case squitter
    /// Replies of altitude and identity without a register, DF4 and DF5.
    case surveillance
    /// The same with a register, DF20 and DF21.
    case commB
    /// DF11.
    case allCall
    /// Between aircraft, DF0 and DF16.
    case airAir
    /// 978 MHz.
    case uat
    /// What another program claims without handing over frames.
    case report
    /// DF24, and replies of Mode A and C.
    case other

    /// - Parameter format: the first five bits of a Mode S frame, 0…31.
    public init(format: Int) {
        switch format {
        case 17, 18, 19: self = .squitter
        case 4, 5: self = .surveillance
        case 20, 21: self = .commB
        case 11: self = .allCall
        case 0, 16: self = .airAir
        default: self = .other
        }
    }

    /// As the interface says it.
    public var word: String {
        switch self {
        case .squitter: "squitter"
        case .surveillance: "surveillance"
        case .commB: "comm-b"
        case .allCall: "all-call"
        case .airAir: "air-air"
        case .uat: "uat"
        case .report: "report"
        case .other: "other"
        }
    }
}
