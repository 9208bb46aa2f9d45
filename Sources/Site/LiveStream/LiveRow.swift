import Aero
import ModeS
import Tracking

/// One aircraft in the columns of the live stream (docs/http-api.md).
struct LiveRow: Hashable, Sendable {
    var address: UInt32
    var latitude: Int32
    var longitude: Int32
    var altitude: Int16
    var speed: UInt16
    var track: UInt16
    var verticalRate: Int16
    var flags: UInt16
    /// When the position was heard, or without one the last message: what the age counts from.
    var heard: Timestamp

    static let unknown32 = Int32.min
    static let unknown16 = Int16.min
    static let unknownUnsigned = UInt16.max
    /// A position older than this is stale, seconds.
    static let staleSeconds = 60.0

    enum Flag {
        static let airGroundKnown: UInt16 = 1 << 4
        static let onGround: UInt16 = 1 << 5
        static let alert: UInt16 = 1 << 6
        static let stale: UInt16 = 1 << 7
        static let doubtful: UInt16 = 1 << 8
        static let geometric: UInt16 = 1 << 9
    }

    init(
        address: UInt32,
        latitude: Int32,
        longitude: Int32,
        altitude: Int16,
        speed: UInt16,
        track: UInt16,
        verticalRate: Int16,
        flags: UInt16,
        heard: Timestamp
    ) {
        self.address = address
        self.latitude = latitude
        self.longitude = longitude
        self.altitude = altitude
        self.speed = speed
        self.track = track
        self.verticalRate = verticalRate
        self.flags = flags
        self.heard = heard
    }

    /// - Parameter time: the time of the frame, for staleness.
    init(_ summary: TrackSummary, at time: Timestamp) {
        address = summary.address.rawValue
        if let position = summary.position {
            latitude = Int32(LiveRow.nearest(position.latitude * 1e6))
            longitude = Int32(LiveRow.nearest(position.longitude * 1e6))
            heard = summary.positionTime ?? summary.lastHeard
        } else {
            latitude = LiveRow.unknown32
            longitude = LiveRow.unknown32
            heard = summary.lastHeard
        }
        let altitudeFeet = summary.barometricAltitude ?? summary.geometricAltitude
        altitude = LiveRow.signed(altitudeFeet?.rawValue, step: 25)
        speed = LiveRow.unsigned(summary.groundSpeed.map { $0.rawValue * 10 })
        track = LiveRow.direction(summary.track?.rawValue)
        verticalRate = LiveRow.signed(summary.verticalRate?.rawValue, step: 64)
        var bits = UInt16(summary.sourceClass.rawValue) & 15
        if let isOnGround = summary.isOnGround {
            bits |= Flag.airGroundKnown | (isOnGround ? Flag.onGround : 0)
        }
        if summary.isInEmergency { bits |= Flag.alert }
        if time.seconds(since: heard) > LiveRow.staleSeconds { bits |= Flag.stale }
        if summary.isDoubtful { bits |= Flag.doubtful }
        if summary.barometricAltitude == nil, summary.geometricAltitude != nil { bits |= Flag.geometric }
        flags = bits
    }

    var hasPosition: Bool { latitude != LiveRow.unknown32 }

    /// Tenths of a second since the position or the last message was heard; at most 65534.
    func age(at time: Timestamp) -> UInt16 {
        let (nanoseconds, overflow) = time.nanoseconds.subtractingReportingOverflow(heard.nanoseconds)
        guard !overflow, nanoseconds > 0 else { return 0 }
        return UInt16(min(65_534, (nanoseconds / 10_000_000 + 5) / 10))
    }

    /// Whether all but place and age are the same.
    func hasSameValues(as other: LiveRow) -> Bool {
        altitude == other.altitude && speed == other.speed && track == other.track
            && verticalRate == other.verticalRate && flags == other.flags
    }

    /// The nearest whole number of a finite number of moderate size; quicker than `rounded()`, which calls the C library.
    private static func nearest(_ value: Double) -> Int { Int(value < 0 ? value - 0.5 : value + 0.5) }

    private static func signed(_ value: Double?, step: Double) -> Int16 {
        guard let value, value.isFinite else { return unknown16 }
        return Int16(nearest(max(-32_767, min(32_767, value / step))))
    }

    private static func unsigned(_ value: Double?) -> UInt16 {
        guard let value, value.isFinite else { return unknownUnsigned }
        return UInt16(nearest(max(0, min(65_534, value))))
    }

    private static func direction(_ degrees: Double?) -> UInt16 {
        guard let degrees, degrees.isFinite else { return unknownUnsigned }
        let turned = degrees >= 0 && degrees < 360 ? degrees : Degrees(degrees).asDirection.rawValue
        let step = nearest(turned * (65_536 / 360)) & 0xFFFF
        return UInt16(min(step, 65_534))
    }
}
