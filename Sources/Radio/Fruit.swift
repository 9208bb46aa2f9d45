import Aero
import ModeS

/// Replies of Mode A and C that nobody here asked for, at random: what fills a busy band beside Mode S.
///
/// A reply has two framing pulses 20.3 µs apart and between them up to twelve of information and none at the thirteenth place, every 1.45 µs,
/// each 0.45 µs long; some are followed by an identification pulse.
/// - Source: ICAO Annex 10 Vol IV, 3.1.1.6.
public struct Fruit: Hashable, Sendable {
    /// Replies a second, 0 to 100,000.
    public var perSecond: Double
    /// Levels are spread evenly between these, in dBFS.
    public var levels: ClosedRange<Float>

    /// Fruit of so many replies a second.
    public init(perSecond: Double, levels: ClosedRange<Float> = -36 ... -3) {
        self.perSecond = min(100_000, max(0, perSecond))
        self.levels = levels
    }

    /// Microseconds between two places of pulses.
    static let slot = 1.45
    /// Seconds of a pulse.
    static let pulse = 0.45e-6

    /// One reply.
    struct Reply {
        /// Microseconds from the first framing pulse to each pulse, ascending.
        let offsets: [Double]
        /// What those say.
        let reply: ModeACReply
        let level: Float
        /// Of the carrier, radians.
        let phase: Double
        /// From 1090 MHz, a share of the widest.
        let carrier: Double
    }

    /// Draws a reply.
    func draw(_ random: inout RandomSource) -> Reply {
        var places = [0]
        var bits: UInt16 = 0
        let code = random.next()
        for place in 1...13 where place != 7 && code >> UInt64(place) & 1 == 1 {
            places.append(place)
            bits |= ModeACDetector.bits[place]
        }
        places.append(14)
        // One of 64 replies identifies its aircraft.
        if code >> 20 & 63 == 0 {
            places.append(17)
            bits |= ModeACDetector.identification
        }
        let level = levels.lowerBound + Float(random.unit()) * (levels.upperBound - levels.lowerBound)
        return Reply(
            offsets: places.map { Double($0) * Self.slot },
            reply: ModeACReply(rawValue: bits),
            level: level,
            phase: 2 * Double.pi * random.unit(),
            carrier: 2 * random.unit() - 1
        )
    }

    /// Draws the seconds from one reply to the next: they come independently of each other.
    func pause(_ random: inout RandomSource) -> Double {
        perSecond > 0 ? -Trigonometry.naturalLogarithm(1 - random.unit()) / perSecond : .infinity
    }
}
