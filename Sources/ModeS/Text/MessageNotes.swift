public import Aero

/// What is known of a message besides its own bits, for its line.
public struct MessageNotes: Sendable {
    /// What the position message resolved to.
    public var position: Position?
    /// Integrity category of that position, 0…11.
    public var nic: UInt8?
    /// The radius it promises.
    public var containmentRadius: Metres?
    /// Version of ADS-B, as the aircraft said last; 0 where it did not.
    public var adsbVersion: UInt8 = 0
    /// What a Comm-B reply holds, where its register is clear.
    public var register: RegisterContent?
    /// The registers it may hold, where it is not.
    public var candidates: RegisterSet = []
    /// Whether the address is believed; if not, it is left out.
    public var isAttributed = true
    /// The aircraft the reply may be of, where neighbouring addresses leave it open.
    public var ambiguousWith: [AircraftAddress] = []
    /// The name of the source.
    public var receiver: String?
    /// What it tells is made up.
    public var isSimulated = false

    public init() {}
}
