public import Aero
public import ModeS

/// One point of the path an aircraft left, small enough to keep many.
public struct TrailPoint: Hashable, Sendable {
    /// What else is known of the point.
    public struct Flags: OptionSet, Hashable, Sendable {
        public let rawValue: UInt16
        public init(rawValue: UInt16) { self.rawValue = rawValue }
        public static let onGround = Flags(rawValue: 1)
        /// Nothing was heard before this point: it must not be joined to the last.
        public static let afterGap = Flags(rawValue: 2)
        /// Others computed or claimed the place.
        public static let notOwn = Flags(rawValue: 4)
        public static let doubtful = Flags(rawValue: 8)
        /// The altitude is geometric because no pressure altitude was known.
        public static let geometricAltitude = Flags(rawValue: 16)
        /// The vertical rate is the geometric one.
        public static let geometricRate = Flags(rawValue: 32)
        /// What the values are, not where they come from.
        static let kindsOfValues: Flags = [.geometricAltitude, .geometricRate]
    }

    public let time: Timestamp
    /// Millionths of a degree.
    let latitudeMicrodegrees: Int32
    let longitudeMicrodegrees: Int32
    /// Steps of 25 ft; the smallest value is "not known".
    let altitudeSteps: Int16
    let geometricAltitudeSteps: Int16
    /// Steps of 64 ft/min; the smallest value is "not known".
    let verticalRateSteps: Int16
    /// Tenths of a knot and of a degree; the largest value is "not known".
    let speedTenths: UInt16
    let trackTenths: UInt16
    public internal(set) var flags: Flags
    public let sourceClass: SourceClass
    /// Which set of the path's receivers heard it.
    var receiverSet: UInt16

    /// A point, its values rounded to the steps above.
    public init(
        time: Timestamp,
        position: Position,
        motion: Motion = Motion(),
        flags: Flags,
        sourceClass: SourceClass = .adsbICAO,
        receiverSet: UInt16 = 0
    ) {
        self.time = time
        latitudeMicrodegrees = Int32((position.latitude * 1e6).rounded())
        longitudeMicrodegrees = Int32((position.longitude * 1e6).rounded())
        altitudeSteps = Self.steps(motion.altitude?.rawValue, of: 25)
        geometricAltitudeSteps = Self.steps(motion.geometricAltitude?.rawValue, of: 25)
        verticalRateSteps = Self.steps(motion.verticalRate?.rawValue, of: 64)
        speedTenths = Self.tenths(motion.groundSpeed?.rawValue)
        trackTenths = Self.tenths(motion.track?.rawValue)
        self.flags = flags.union(motion.kinds)
        self.sourceClass = sourceClass
        self.receiverSet = receiverSet
    }

    /// How the aircraft moved at a point; `nil` where that was not known.
    public struct Motion: Hashable, Sendable {
        /// Pressure altitude, or the geometric one where no other was known.
        public var altitude: Feet?
        public var geometricAltitude: Feet?
        public var groundSpeed: Knots?
        /// Degrees true, 0 ..< 360.
        public var track: Degrees?
        public var verticalRate: FeetPerMinute?
        /// Which of the values above are geometric ones in place of barometric ones.
        public var kinds: Flags = []

        public init(
            altitude: Feet? = nil,
            geometricAltitude: Feet? = nil,
            groundSpeed: Knots? = nil,
            track: Degrees? = nil,
            verticalRate: FeetPerMinute? = nil,
            kinds: Flags = []
        ) {
            self.altitude = altitude
            self.geometricAltitude = geometricAltitude
            self.groundSpeed = groundSpeed
            self.track = track
            self.verticalRate = verticalRate
            self.kinds = kinds
        }
    }

    /// Degrees north.
    public var latitude: Double { Double(latitudeMicrodegrees) / 1e6 }
    /// Degrees east.
    public var longitude: Double { Double(longitudeMicrodegrees) / 1e6 }
    /// Pressure altitude to 25 ft, or the geometric one where no other was known.
    public var altitude: Feet? { Self.value(altitudeSteps, of: 25).map { Feet($0) } }
    /// To 25 ft.
    public var geometricAltitude: Feet? { Self.value(geometricAltitudeSteps, of: 25).map { Feet($0) } }
    /// To 64 ft/min.
    public var verticalRate: FeetPerMinute? { Self.value(verticalRateSteps, of: 64).map { FeetPerMinute($0) } }
    /// To 0.1 kt.
    public var groundSpeed: Knots? { speedTenths == .max ? nil : Knots(Double(speedTenths) / 10) }
    /// Degrees true, 0 ..< 360, to 0.1.
    public var track: Degrees? { trackTenths == .max ? nil : Degrees(Double(trackTenths) / 10) }

    private static func steps(_ value: Double?, of step: Double) -> Int16 {
        guard let value, value.isFinite else { return .min }
        return Int16(max(-32_000, min(32_000, (value / step).rounded())))
    }

    private static func value(_ steps: Int16, of step: Int) -> Int? { steps == .min ? nil : Int(steps) * step }

    private static func tenths(_ value: Double?) -> UInt16 {
        guard let value, value.isFinite else { return .max }
        return UInt16(max(0, min(65_534, (value * 10).rounded())))
    }
}
