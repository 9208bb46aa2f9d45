import Aero

/// 128 bits that stand for what was added, the same on every machine and in every version.
///
/// No secret and no defence against somebody who makes up rules to collide: it tells alerts of one site apart.
/// - Source: Fowler, Noll, Vo, FNV-1a (draft-eastlake-fnv), 64 bits, run twice with different starts; the ends are mixed as SplitMix64 does.
struct StableHash {
    private var low: UInt64 = 0xCBF2_9CE4_8422_2325
    private var high: UInt64 = 0x8422_2325_CBF2_9CE4

    mutating func add(_ byte: UInt8) {
        low = (low ^ UInt64(byte)) &* 0x100_0000_01B3
        high = (high ^ UInt64(byte) ^ 0x5A) &* 0x100_0000_01B3
    }

    mutating func add(_ number: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    /// The length goes before the text, so that two texts beside each other are not one.
    mutating func add(_ text: String) {
        add(UInt64(text.utf8.count))
        for byte in text.utf8 { add(byte) }
    }

    var digits: String {
        Hexadecimal.lower(Self.mixed(high &+ low), digits: 16) + Hexadecimal.lower(Self.mixed(low), digits: 16)
    }

    private static func mixed(_ number: UInt64) -> UInt64 {
        var mixed = number
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
