public import Aero

/// What another program says of an aircraft without handing over the frame: a line of SBS-1, or a computed position.
///
/// Nothing of it can be checked by parity, so it ranks below everything decoded from a frame and is marked "claimed by the feed".
public struct ClaimedReport: Hashable, Sendable {
    /// How the other program knows.
    public enum Kind: Hashable, Sendable {
        /// It does not say.
        case unstated
        /// Computed from arrival times at several receivers.
        case multilateration
    }

    public var address: AircraftAddress
    public var time: Timestamp
    public var kind: Kind
    /// At most eight characters, without trailing spaces.
    public var callsign: String?
    /// Pressure altitude.
    public var barometricAltitude: Feet?
    public var groundSpeed: Knots?
    /// Degrees true, 0 ..< 360.
    public var track: Degrees?
    public var position: Position?
    public var verticalRate: FeetPerMinute?
    public var squawk: Squawk?
    public var alert: Bool?
    public var emergency: Bool?
    public var ident: Bool?
    public var onGround: Bool?

    /// A report that says nothing yet but who and when.
    public init(address: AircraftAddress, time: Timestamp, kind: Kind = .unstated) {
        self.address = address
        self.time = time
        self.kind = kind
    }
}
