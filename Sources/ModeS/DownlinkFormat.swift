/// What kind of frame it is, by its first five bits.
///
/// - Source: ICAO Annex 10 Vol IV, 3.1.2.3.2.1.2 and figure 3-8.
public enum DownlinkFormat: UInt8, Hashable, Sendable, CaseIterable {
    /// DF0: short air-air surveillance (ACAS).
    case shortAirAir = 0
    /// DF4: surveillance, altitude reply.
    case surveillanceAltitude = 4
    /// DF5: surveillance, identity reply.
    case surveillanceIdentity = 5
    /// DF11: all-call reply or acquisition squitter.
    case allCallReply = 11
    /// DF16: long air-air surveillance (ACAS).
    case longAirAir = 16
    /// DF17: extended squitter of a transponder.
    case extendedSquitter = 17
    /// DF18: extended squitter of something that is no transponder: TIS-B, ADS-R, vehicles.
    case nonTransponder = 18
    /// DF19: military extended squitter.
    case militaryExtendedSquitter = 19
    /// DF20: Comm-B, altitude reply.
    case commBAltitude = 20
    /// DF21: Comm-B, identity reply.
    case commBIdentity = 21
    /// DF24: Comm-D, extended length message; all frames that begin with two ones.
    case commD = 24

    /// The format of a frame; `nil` for a number that no standard gives a meaning.
    public init?(of frame: Frame) {
        let number = UInt8(truncatingIfNeeded: frame.high >> 59)
        self.init(rawValue: number >= 24 ? 24 : number)
    }

    /// Whether the last 24 bits carry the sender's address over the parity, so that a damaged frame looks like another aircraft's.
    public var hasAddressParity: Bool {
        switch self {
        case .shortAirAir, .surveillanceAltitude, .surveillanceIdentity, .longAirAir, .commBAltitude, .commBIdentity,
            .commD:
            true
        case .allCallReply, .extendedSquitter, .nonTransponder, .militaryExtendedSquitter: false
        }
    }
}
