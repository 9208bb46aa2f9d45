public import Aero

/// What another program says of an aircraft without handing over the frame: a line of SBS-1, a computed position, an object of
/// aircraft.json or of an aggregator's answer.
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
    /// When the other program heard the position, where that is not `time`.
    public var positionTime: Timestamp?
    /// How the other program says it knows (readsb's `type`); `nil` when it does not.
    public var statedClass: SourceClass?
    public var category: EmitterCategory?
    public var emergencyState: EmergencyState?
    public var geometricAltitude: Feet?
    public var geometricRate: FeetPerMinute?
    public var indicatedAirspeed: Knots?
    public var trueAirspeed: Knots?
    public var mach: Double?
    /// Degrees, 0 ..< 360.
    public var magneticHeading: Degrees?
    public var trueHeading: Degrees?
    /// Right wing down positive.
    public var roll: Degrees?
    /// Degrees a second, turning right positive.
    public var trackRate: Double?
    /// On the mode control panel, and of the flight management system.
    public var selectedAltitude: Feet?
    public var managedAltitude: Feet?
    /// hPa.
    public var pressureSetting: Double?
    public var selectedHeading: Degrees?
    /// Navigation integrity category of the position, 0…11, and its containment radius.
    public var nic: UInt8?
    public var containmentRadius: Metres?
    public var nacP: UInt8?
    public var nacV: UInt8?
    public var sil: UInt8?
    public var sda: UInt8?
    public var gva: UInt8?
    /// Version of ADS-B, 0…2.
    public var version: UInt8?
    /// dBFS at the other program's receiver.
    public var level: Float?

    /// A report that says nothing yet but who and when.
    public init(address: AircraftAddress, time: Timestamp, kind: Kind = .unstated) {
        self.address = address
        self.time = time
        self.kind = kind
    }

    /// Whether its position is computed by a network of receivers.
    public var isComputed: Bool { kind == .multilateration || statedClass == .multilateration }
}
