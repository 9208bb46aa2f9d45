/// The CA field of DF11 and DF17: what the transponder can do and where the aircraft is.
///
/// - Source: ICAO Annex 10 Vol IV, 3.1.2.5.2.2.1.
public struct Capability: RawRepresentable, Hashable, Sendable {
    /// 0…7; 1 to 3 are reserved.
    public let rawValue: UInt8

    /// A capability by its three bits; higher bits are dropped.
    public init(rawValue: UInt8) { self.rawValue = rawValue & 7 }

    /// The transponder answers to more than surveillance: level 2 and up. `nil` for the reserved codes.
    public var isLevel2: Bool? {
        switch rawValue {
        case 0: false
        case 4...7: true
        default: nil
        }
    }

    /// There is something to be asked for, or an alert or ident: DR is not 0, or FS is 2…5.
    public var hasRequest: Bool { rawValue == 7 }

    /// Whether the aircraft is on the ground; `nil` where the code leaves it open.
    public var isOnGround: Bool? {
        switch rawValue {
        case 4: true
        case 5: false
        default: nil
        }
    }
}
