/// Puts numbers into the 56 bits of an ME, MB or MV field; the mirror of `Field56.bits`.
struct FieldAssembler {
    private(set) var rawValue: UInt64 = 0

    /// The finished field.
    var field: Field56 { Field56(rawValue: rawValue) }

    /// Sets bits `first` … `last` (from 1, most significant first) to the low bits of a number.
    mutating func set(_ first: Int, _ last: Int, to value: UInt64) {
        precondition(first >= 1 && first <= last && last <= 56, "field outside bits 1…56")
        let width = UInt64(last - first + 1)
        let mask: UInt64 = (1 << width) - 1
        rawValue = rawValue & ~(mask << UInt64(56 - last)) | (value & mask) << UInt64(56 - last)
    }

    /// Sets one bit.
    mutating func set(_ bit: Int, to value: Bool) { set(bit, bit, to: value ? 1 : 0) }

    /// Sets a status bit, and behind it a number in two's complement; the number is clamped to what fits.
    ///
    /// - Parameters:
    ///   - status: the bit that says whether there is a value; the number begins right behind it with its sign.
    ///   - last: the last bit of the number.
    ///   - value: in units of `step`; `nil` leaves status and number zero.
    mutating func setSigned(status: Int, last: Int, value: Double?, step: Double) {
        guard let value, value.isFinite else { return }
        let limit = Double(1 << (last - status - 1))
        let units = min(limit - 1, max(-limit, (value / step).rounded()))
        set(status, to: true)
        set(status + 1, last, to: UInt64(bitPattern: Int64(units)))
    }

    /// Sets a status bit, and behind it a number without sign; the number is clamped to what fits.
    mutating func setUnsigned(status: Int, last: Int, value: Double?, step: Double, offset: Double = 0) {
        guard let value, value.isFinite else { return }
        let limit = Double((1 << (last - status)) - 1)
        set(status, to: true)
        set(status + 1, last, to: UInt64(min(limit, max(0, ((value - offset) / step).rounded()))))
    }

    /// A direction 0 ..< 360 as a fraction of the full turn, brought round at north.
    static func turn(_ direction: Double, bits: Int) -> UInt64 {
        guard direction.isFinite else { return 0 }
        let full = Double(1 << bits)
        let share = (direction / 360).truncatingRemainder(dividingBy: 1)
        let units = ((share < 0 ? share + 1 : share) * full).rounded()
        return UInt64(units) & ((1 << UInt64(bits)) - 1)
    }

    /// A value plus one as the standard writes magnitudes where zero means "not there"; clamped to the field.
    static func plusOne(_ magnitude: Double, step: Double, bits: Int) -> UInt64 {
        guard magnitude.isFinite else { return 0 }
        let limit = Double((1 << bits) - 1)
        return UInt64(min(limit, max(0, (magnitude / step).rounded()) + 1))
    }
}
