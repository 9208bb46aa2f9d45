import Aero
import Flights
import Tracking

/// A number that stands for what an event says: the same event has the same one however often and from wherever it comes.
struct ContentNumber {
    /// - Source: FNV-1a over words, each word mixed as SplitMix64 does.
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    init(_ words: UInt64...) { for word in words { add(word) } }

    /// Who heard it does not count: the archive may join copies that the sky handed on apart.
    init(_ row: Observation) {
        add(Self.pair(UInt32(bitPattern: row.latitudeSteps), UInt32(bitPattern: row.longitudeSteps)))
        let heights = Self.pair(UInt16(bitPattern: row.barometricSteps), UInt16(bitPattern: row.geometricSteps))
        add(Self.pair(heights, Self.pair(UInt16(bitPattern: row.rateSteps), row.speedTenths)))
        add(UInt64(row.trackTenths) << 16 | UInt64(row.sourceNumber) << 8 | UInt64(row.flags.rawValue))
    }

    init(_ name: IdentityChange) {
        add(UInt64(name.field.rawValue))
        add(name.value)
    }

    init(airport: String?, _ knowing: Knowing) {
        add(airport ?? "")
        add(knowing.rawValue)
    }

    mutating func add(_ text: String) {
        for byte in text.utf8 { add(UInt64(byte)) }
        add(UInt64(text.utf8.count))
    }

    private mutating func add(_ word: UInt64) {
        var mixed = value ^ word
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        value = mixed ^ mixed >> 31
    }

    private static func pair(_ high: UInt16, _ low: UInt16) -> UInt32 { UInt32(high) << 16 | UInt32(low) }
    private static func pair(_ high: UInt32, _ low: UInt32) -> UInt64 { UInt64(high) << 32 | UInt64(low) }
}
