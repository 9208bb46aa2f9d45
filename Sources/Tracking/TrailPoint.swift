public import Aero

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
    }

    public let time: Timestamp
    /// Millionths of a degree.
    let latitudeMicrodegrees: Int32
    let longitudeMicrodegrees: Int32
    /// Steps of 25 ft; the smallest value is "not known".
    let altitudeSteps: Int16
    public let flags: Flags

    public init(time: Timestamp, position: Position, altitude: Feet?, flags: Flags) {
        self.time = time
        latitudeMicrodegrees = Int32((position.latitude * 1e6).rounded())
        longitudeMicrodegrees = Int32((position.longitude * 1e6).rounded())
        altitudeSteps = altitude.map { Int16(max(-32_000, min(32_000, ($0.rawValue / 25).rounded()))) } ?? .min
        self.flags = flags
    }

    /// Degrees north.
    public var latitude: Double { Double(latitudeMicrodegrees) / 1e6 }
    /// Degrees east.
    public var longitude: Double { Double(longitudeMicrodegrees) / 1e6 }
    /// Pressure altitude to 25 ft, or the geometric one where no other was known.
    public var altitude: Feet? { altitudeSteps == .min ? nil : Feet(Int(altitudeSteps) * 25) }
}
