public import Aero
public import ModeS

/// One kept moment of an aircraft: what was known of it then, in the steps in which the archive keeps it.
///
/// Values are rounded once, when they are set; from then on writing and reading give back the same. "Not reported" is `nil`.
public struct Observation: Hashable, Sendable {
    /// What is to be said of a moment besides its values.
    public struct Flags: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let onGround = Flags(rawValue: 1)
        /// Nothing was heard for a while before: the path is not joined to what came before.
        public static let afterGap = Flags(rawValue: 2)
        /// The position was not sent by the aircraft itself.
        public static let notOwn = Flags(rawValue: 4)
        /// Marked doubtful when it was heard.
        public static let doubtful = Flags(rawValue: 8)
        /// The vertical rate is the geometric one.
        public static let geometricRate = Flags(rawValue: 16)
        /// Another program's mark that a new leg begins: a hint, never a judgement of ours.
        public static let newLegHint = Flags(rawValue: 32)
        /// Another program marked the moment stale.
        public static let stale = Flags(rawValue: 64)
    }

    /// Unix epoch, UTC, of reception; kept to the millisecond.
    public var milliseconds: Int64
    /// 1e-5 degrees; both `Int32.min` where there is no position.
    public private(set) var latitudeSteps: Int32
    public private(set) var longitudeSteps: Int32
    /// 25 ft; `Int16.min` for none.
    public private(set) var barometricSteps: Int16
    public private(set) var geometricSteps: Int16
    /// 64 ft/min; `Int16.min` for none.
    public private(set) var rateSteps: Int16
    /// 0.1 kt and 0.1 degrees; `UInt16.max` for none.
    public private(set) var speedTenths: UInt16
    public private(set) var trackTenths: UInt16
    /// 0…11; `UInt8.max` for none.
    public private(set) var nicByte: UInt8
    /// Half dB below 0 dBFS; `UInt8.max` for none.
    public private(set) var levelByte: UInt8
    public var sourceClass: SourceClass
    public var flags: Flags
    /// The place in the list of receiver sets that comes with the rows; 0 is the empty set.
    public var heardBy: UInt32
    /// Apart, because most rows have none and all would be three times as long.
    private var detailsBox: DetailsBox?

    public init(at time: Timestamp, sourceClass: SourceClass, flags: Flags = [], heardBy: UInt32 = 0) {
        milliseconds = time.milliseconds
        latitudeSteps = .min
        longitudeSteps = .min
        barometricSteps = .min
        geometricSteps = .min
        rateSteps = .min
        speedTenths = .max
        trackTenths = .max
        nicByte = .max
        levelByte = .max
        self.sourceClass = sourceClass
        self.flags = flags
        self.heardBy = heardBy
    }
}

extension Observation {
    /// What is not known of every moment; `nil` where nothing of it is.
    public var details: ObservationDetails? {
        get { detailsBox?.details }
        set { detailsBox = newValue.flatMap { $0.isEmpty ? nil : DetailsBox($0) } }
    }

    /// Whether there are any, which is quicker to ask than what they are.
    public var hasDetails: Bool { detailsBox != nil }

    private final class DetailsBox: Hashable, Sendable {
        let details: ObservationDetails
        init(_ details: ObservationDetails) { self.details = details }
        static func == (left: DetailsBox, right: DetailsBox) -> Bool { left.details == right.details }
        func hash(into hasher: inout Hasher) { hasher.combine(details) }
    }

    public var time: Timestamp {
        let (nanoseconds, overflow) = milliseconds.multipliedReportingOverflow(by: 1_000_000)
        return Timestamp(nanoseconds: overflow ? (milliseconds < 0 ? .min : .max) : nanoseconds)
    }

    public var hasPosition: Bool { latitudeSteps != .min }

    /// To 1e-5 degrees: 1.1 m.
    public var position: Position? {
        get {
            guard hasPosition else { return nil }
            return Position(latitude: Double(latitudeSteps) / 1e5, longitude: Double(longitudeSteps) / 1e5)
        }
        set {
            latitudeSteps = newValue.map { Int32(($0.latitude * 1e5).rounded()) } ?? .min
            // +180 is written as -180: one place, one number.
            longitudeSteps = newValue.map { Int32((Position.wrapped($0.longitude) * 1e5).rounded()) } ?? .min
            if longitudeSteps == 18_000_000 { longitudeSteps = -18_000_000 }
        }
    }

    /// To 25 ft, within ±800,000 ft.
    public var barometricAltitude: Feet? {
        get { Self.value(barometricSteps, of: 25).map { Feet($0) } }
        set { barometricSteps = Self.steps(newValue?.rawValue, of: 25) }
    }

    public var geometricAltitude: Feet? {
        get { Self.value(geometricSteps, of: 25).map { Feet($0) } }
        set { geometricSteps = Self.steps(newValue?.rawValue, of: 25) }
    }

    /// To 64 ft/min.
    public var verticalRate: FeetPerMinute? {
        get { Self.value(rateSteps, of: 64).map { FeetPerMinute($0) } }
        set { rateSteps = Self.steps(newValue?.rawValue, of: 64) }
    }

    /// To 0.1 kt, up to 6,553.4 kt.
    public var groundSpeed: Knots? {
        get { speedTenths == .max ? nil : Knots(Double(speedTenths) / 10) }
        set { speedTenths = Self.tenths(newValue?.rawValue) }
    }

    /// To 0.1 degrees, 0 ..< 360.
    public var track: Degrees? {
        get { trackTenths == .max ? nil : Degrees(Double(trackTenths) / 10) }
        set {
            trackTenths = Self.tenths(newValue?.asDirection.rawValue)
            if trackTenths == 3600 { trackTenths = 0 }
        }
    }

    /// 0…11.
    public var nic: UInt8? {
        get { nicByte == .max ? nil : nicByte }
        set { nicByte = newValue.map { min($0, 15) } ?? .max }
    }

    /// dBFS to half a dB, -127…0.
    public var level: Float? {
        get { levelByte == .max ? nil : -Float(levelByte) / 2 }
        set {
            levelByte = newValue.flatMap { $0.isFinite ? UInt8(max(0, min(254, (-$0 * 2).rounded()))) : nil } ?? .max
        }
    }

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

extension Observation {
    /// A row from the steps themselves, as a codec has them.
    ///
    /// - Returns: `nil` for a latitude or longitude out of range, or one without the other.
    public init?(
        milliseconds: Int64,
        latitudeSteps: Int32,
        longitudeSteps: Int32,
        barometricSteps: Int16,
        geometricSteps: Int16,
        rateSteps: Int16,
        speedTenths: UInt16,
        trackTenths: UInt16,
        nicByte: UInt8,
        levelByte: UInt8,
        sourceClass: SourceClass,
        flags: Flags,
        heardBy: UInt32
    ) {
        if latitudeSteps != .min || longitudeSteps != .min {
            guard (-9_000_000...9_000_000).contains(latitudeSteps), (-18_000_000..<18_000_000).contains(longitudeSteps)
            else { return nil }
        }
        self.milliseconds = milliseconds
        self.latitudeSteps = latitudeSteps
        self.longitudeSteps = longitudeSteps
        self.barometricSteps = barometricSteps
        self.geometricSteps = geometricSteps
        self.rateSteps = rateSteps
        self.speedTenths = speedTenths
        self.trackTenths = trackTenths
        self.nicByte = nicByte
        self.levelByte = levelByte
        self.sourceClass = sourceClass
        self.flags = flags
        self.heardBy = heardBy
    }
}
