/// The UM field of DF4, 5, 20 and 21: which radar holds the aircraft's attention.
///
/// - Source: ICAO Annex 10 Vol IV, 3.1.2.6.5.3.
public struct UtilityMessage: RawRepresentable, Hashable, Sendable {
    /// 0…63.
    public let rawValue: UInt8

    /// A message by its six bits; higher bits are dropped.
    public init(rawValue: UInt8) { self.rawValue = rawValue & 63 }

    /// What the identifier is that of.
    public enum Reservation: UInt8, Hashable, Sendable {
        /// IDS 0: nothing is said.
        case none
        case commB
        case commC
        case commD
    }

    /// IIS: an interrogator's identifier, 0…15.
    public var interrogatorIdentifier: UInt8 { rawValue >> 2 }
    /// IDS.
    public var reservation: Reservation { Reservation(rawValue: rawValue & 3) ?? .none }
}
