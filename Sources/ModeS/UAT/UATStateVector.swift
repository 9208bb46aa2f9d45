public import Aero

/// Where a UAT sender is and how it moves: bytes 5 to 17 of the frame.
///
/// - Source: RTCA DO-282B, 2.2.4.5.2 (state vector element).
public struct UATStateVector: Hashable, Sendable {
    /// How it moves; what is not reported is `nil`.
    public enum Motion: Hashable, Sendable {
        /// Speeds over ground towards north and east. Above 1,023 kt they are sent in steps of 4 kt.
        case airborne(north: Knots?, east: Knots?, isSupersonic: Bool)
        case onGround(speed: Knots?, direction: Direction?)
        /// The air/ground state is a reserved one.
        case unknown
    }

    /// Where it points or moves, on the ground; degrees, 0 ..< 360.
    public enum Direction: Hashable, Sendable {
        case track(Degrees)
        case magneticHeading(Degrees)
        case trueHeading(Degrees)
    }

    /// A vertical rate and what measures it.
    public struct Rate: Hashable, Sendable {
        public let value: FeetPerMinute
        public let isBarometric: Bool
        public init(_ value: FeetPerMinute, isBarometric: Bool) {
            self.value = value
            self.isBarometric = isBarometric
        }
    }

    /// `nil` when latitude, longitude and NIC are all zero. Near a pole the hemisphere of exactly 90° is not told: it is the north.
    public let position: Position?
    /// -1,000 … 101,350 ft in steps of 25.
    public let altitude: Feet?
    public let isAltitudeGeometric: Bool
    /// Navigation integrity category as sent: 0…11, 12 to 15 are reserved.
    public let nic: UInt8
    public let motion: Motion
    /// Air only.
    public let verticalRate: Rate?

    public init(
        position: Position?,
        altitude: Feet?,
        isAltitudeGeometric: Bool,
        nic: UInt8,
        motion: Motion,
        verticalRate: Rate?
    ) {
        self.position = position
        self.altitude = altitude
        self.isAltitudeGeometric = isAltitudeGeometric
        self.nic = nic
        self.motion = motion
        self.verticalRate = verticalRate
    }

    init(_ frame: UATFrame) {
        let latitude = frame.bits(33, 55)
        let longitude = frame.bits(56, 79)
        nic = UInt8(frame.bits(93, 96))
        position = latitude == 0 && longitude == 0 && nic == 0 ? nil : Self.position(latitude, longitude)
        isAltitudeGeometric = frame.bit(80)
        altitude = Self.altitude(frame.bits(81, 92))
        switch frame.bits(97, 98) {
        case 0, 1:
            let isSupersonic = frame.bits(97, 98) == 1
            let step = isSupersonic ? 4.0 : 1
            motion = .airborne(
                north: Self.signed(frame.bit(100), frame.bits(101, 110), step).map(Knots.init(rawValue:)),
                east: Self.signed(frame.bit(111), frame.bits(112, 121), step).map(Knots.init(rawValue:)),
                isSupersonic: isSupersonic
            )
            let isBarometric = frame.bit(122)
            verticalRate = Self.signed(frame.bit(123), frame.bits(124, 132), 64).map {
                Rate(FeetPerMinute($0), isBarometric: isBarometric)
            }
        case 2:
            let speed = frame.bits(101, 110)
            motion = .onGround(speed: speed == 0 ? nil : Knots(Int(speed) - 1), direction: Self.direction(frame))
            verticalRate = nil
        default:
            motion = .unknown
            verticalRate = nil
        }
    }

    /// Whether it is on the ground; `nil` if the state is a reserved one.
    public var isOnGround: Bool? {
        switch motion {
        case .airborne: false
        case .onGround: true
        case .unknown: nil
        }
    }

    /// Speed over the ground, from both of its parts.
    public var groundSpeed: Knots? {
        switch motion {
        case .airborne(let north?, let east?, _):
            Knots((north.rawValue * north.rawValue + east.rawValue * east.rawValue).squareRoot())
        case .onGround(let speed, _): speed
        case .airborne, .unknown: nil
        }
    }

    /// Direction of motion over the ground, degrees true, 0 ..< 360; `nil` for a standstill in the air.
    public var track: Degrees? {
        switch motion {
        case .airborne(let north?, let east?, _):
            guard north != 0 || east != 0 else { return nil }
            let radians = Trigonometry.arcTangent(y: east.rawValue, x: north.rawValue)
            return Degrees(radians / Trigonometry.radiansPerDegree).asDirection
        case .onGround(_, .track(let track)?): return track
        case .airborne, .onGround, .unknown: return nil
        }
    }

    /// Radius of containment by the category; `nil` when none is promised.
    ///
    /// - Source: RTCA DO-282B, 2.2.4.5.2 (NIC). For 6 the largest of its three (0.6 NM) is given: what tells them apart is in another message.
    public var containmentRadius: Metres? {
        let radii: [Metres?] = [nil, 37_040, 14_816, 7_408, 3_704, 1_852, 1_111.2, 370.4, 185.2, 75, 25, 7.5]
        return Int(nic) < radii.count ? radii[Int(nic)] : nil
    }

    /// An altitude of twelve bits.
    static func altitude(_ raw: UInt32) -> Feet? { raw == 0 ? nil : Feet(25 * Int(raw) - 1025) }

    private static func position(_ latitude: UInt32, _ longitude: UInt32) -> Position? {
        let north = Double(latitude) * 360 / 16_777_216
        let east = Double(longitude) * 360 / 16_777_216
        return Position(latitude: north > 90 ? north - 180 : north, longitude: east)
    }

    /// A sign and a magnitude that is one too large; 0 is "not there".
    private static func signed(_ isNegative: Bool, _ raw: UInt32, _ step: Double) -> Double? {
        guard raw > 0 else { return nil }
        return Double(raw - 1) * (isNegative ? -step : step)
    }

    private static func direction(_ frame: UATFrame) -> Direction? {
        let angle = Degrees(Double(frame.bits(113, 121)) * 360 / 512)
        switch frame.bits(111, 112) {
        case 1: return .track(angle)
        case 2: return .magneticHeading(angle)
        case 3: return .trueHeading(angle)
        default: return nil
        }
    }
}
