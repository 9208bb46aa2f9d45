/// Numbers put into bytes, least significant first.
extension MutableSpan where Element == UInt8 {
    /// Puts a number at an offset; the caller sees to the room.
    mutating func put<Number: FixedWidthInteger>(_ number: Number, at offset: Int) {
        var rest = number
        for index in 0..<(Number.bitWidth / 8) {
            self[offset + index] = UInt8(truncatingIfNeeded: rest)
            rest = Number.bitWidth > 8 ? rest >> 8 : 0
        }
    }

    /// Puts the nearest whole number of steps, clamped to the field.
    mutating func put<Number: FixedWidthInteger>(
        _ value: Double,
        times factor: Double,
        as _: Number.Type,
        at offset: Int
    ) {
        put(Number(nearest: value * factor), at: offset)
    }

    /// Puts text into a field of fixed length. Bytes beyond it are dropped, missing ones are `filler`.
    mutating func put(_ text: String, length: Int, filler: UInt8, at offset: Int) {
        var at = offset
        for byte in text.utf8.prefix(length) {
            // A zero ends the text for every reader; nothing we write holds one.
            self[at] = byte == 0 ? UInt8(ascii: " ") : byte
            at += 1
        }
        while at < offset + length {
            self[at] = filler
            at += 1
        }
    }
}

extension FixedWidthInteger {
    /// The nearest whole number, clamped to the range; 0 for what is not a number.
    init(nearest value: Double) {
        guard !value.isNaN else {
            self = 0
            return
        }
        self = Self(exactly: value.rounded()) ?? (value < 0 ? .min : .max)
    }
}
