/// The FS field of a surveillance or Comm-B reply.
///
/// - Source: ICAO Annex 10 Vol IV, 3.1.2.6.5.1.
public struct FlightStatus: RawRepresentable, Hashable, Sendable {
    /// 0…7; 6 and 7 have no meaning.
    public let rawValue: UInt8

    /// A status by its three bits; higher bits are dropped.
    public init(rawValue: UInt8) { self.rawValue = rawValue & 7 }

    /// Whether the aircraft is on the ground; `nil` where the code leaves it open (4, 5) or has no meaning.
    public var isOnGround: Bool? {
        switch rawValue {
        case 0, 2: false
        case 1, 3: true
        default: nil
        }
    }

    /// Whether the Mode A code changed lately or is an emergency one; `nil` for a code without meaning.
    public var isAlert: Bool? { rawValue > 5 ? nil : (2...4).contains(rawValue) }
    /// Whether the pilot pressed "ident" (special position identification); `nil` for a code without meaning.
    public var isIdent: Bool? { rawValue > 5 ? nil : rawValue >= 4 }
}
