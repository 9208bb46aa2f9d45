/// What an observation may hold besides what nearly every one has: speeds, attitude, selected values, quality. Optional columns of a chunk.
///
/// Whole steps, so that writing and reading give back the same: the unit is in the name or beside it.
public struct ObservationDetails: Hashable, Sendable {
    /// Knots.
    public var indicatedAirspeed: Int16?
    public var trueAirspeed: Int16?
    /// Thousandths.
    public var mach: Int16?
    /// 0.1 degrees, right wing down positive.
    public var roll: Int16?
    /// 0.01 degrees a second, turning right positive.
    public var trackRate: Int16?
    /// 0.1 degrees, 0 ..< 3600.
    public var magneticHeading: Int16?
    public var trueHeading: Int16?
    public var selectedHeading: Int16?
    /// 64 ft/min; where the row's vertical rate is the barometric one.
    public var geometricRate: Int16?
    /// Feet.
    public var selectedAltitude: Int32?
    public var managedAltitude: Int32?
    /// 0.1 hPa.
    public var pressureSetting: Int16?
    /// Degrees and knots, whence it blows.
    public var windDirection: Int16?
    public var windSpeed: Int16?
    /// Whole degrees Celsius, static and total.
    public var staticTemperature: Int16?
    public var totalTemperature: Int16?
    /// The mode bits of readsb's binary form: 1 autopilot, 2 VNAV, 4 altitude hold, 8 approach, 16 LNAV, 32 TCAS.
    public var modes: UInt8?
    public var adsbVersion: UInt8?
    public var nacP: UInt8?
    public var nacV: UInt8?
    public var sil: UInt8?
    /// 0 unknown, 1 per sample, 2 per hour.
    public var silType: UInt8?
    public var sda: UInt8?
    public var gva: UInt8?
    public var nicBaro: UInt8?
    /// Metres.
    public var containmentRadius: Int32?
    public var isAlert: Bool?
    public var isIdent: Bool?

    public init() {}

    public var isEmpty: Bool { self == ObservationDetails() }
}
