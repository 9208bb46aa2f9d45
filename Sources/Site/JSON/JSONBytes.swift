import NIOCore

/// Writes pieces of JSON into memory that is there already, for documents of many aircraft that are made every second.
///
/// The one file of this room with unsafe arithmetic. It is here because `aircraft.json` of 10,000 aircraft has half a million pieces, most
/// of a few bytes: storing a key of known length in one go, and eight digits in another, takes an eighth of the time that bytes one by one
/// through `JSONWriter` take (docs/performance.md), and neither spans nor arrays hand out memory that was not cleared first.
///
/// What keeps it in bounds: nothing is stored that `need` did not measure, in this file alone; the place moves forward only by what was
/// stored; the memory is lent by `fill` and cannot be kept. `JSONWriter` is the safe twin: the tests hold both against each other.
@safe
struct JSONBytes: ~Copyable {
    private let base: UnsafeMutableRawPointer
    private let capacity: Int
    private(set) var count = 0
    /// `DecimalDigits.threes`, 1,024 of them.
    private let threes: UnsafePointer<UInt32>

    private init(
        _ memory: UnsafeMutableRawBufferPointer,
        _ base: UnsafeMutableRawPointer,
        _ threes: UnsafePointer<UInt32>
    ) {
        unsafe self.base = base
        unsafe self.threes = threes
        capacity = memory.count
    }

    /// How much there is room for.
    var room: Int { capacity - count }

    /// Lends the end of a buffer to be written.
    ///
    /// - Parameters:
    ///   - room: bytes to make room for, more than are written.
    ///   - write: writes pieces; asking for more than there is room for is the programmer's mistake and ends the program.
    static func fill(_ buffer: inout ByteBuffer, room: Int, _ write: (inout JSONBytes) -> Void) {
        // safe: both memories outlive the closure, the buffer's is at least `room` long, and every store is measured in `need`.
        _ = unsafe DecimalDigits.threes.withUnsafeBufferPointer { table in
            unsafe buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: room) { memory in
                guard let base = memory.baseAddress, let threes = table.baseAddress else { return 0 }
                var bytes = unsafe JSONBytes(memory, base, threes)
                write(&bytes)
                return bytes.count
            }
        }
    }

    /// The only way to a place: checked, then counted.
    @inline(__always)
    private func need(_ length: Int) -> UnsafeMutableRawPointer {
        precondition(length <= capacity &- count, "there is no room for this piece")
        return unsafe base + count
    }

    @inline(__always)
    private mutating func store(_ word: UInt64, _ length: Int) {
        // safe: eight bytes are measured and stored; `length` is at most that.
        unsafe need(8).storeBytes(of: word, as: UInt64.self)
        count &+= length
    }

    // MARK: - Pieces

    /// A text of at most 32 bytes.
    @inline(__always)
    mutating func text(_ text: borrowing PackedText) {
        // safe: 32 bytes are measured and stored; the text's own length is at most that.
        unsafe need(32).storeBytes(of: text.bytes, as: SIMD32<UInt8>.self)
        count &+= text.count
    }

    /// A key of at most 16 bytes.
    @inline(__always)
    mutating func key(_ key: borrowing PackedKey) {
        // safe: 16 bytes are measured and stored; the key's own length is at most that.
        unsafe need(16).storeBytes(of: key.bytes, as: SIMD16<UInt8>.self)
        count &+= key.count
    }

    @inline(__always)
    mutating func byte(_ byte: UInt8) {
        // safe: one byte is measured and stored.
        unsafe need(1).storeBytes(of: byte, as: UInt8.self)
        count &+= 1
    }

    /// At most eight bytes of text, the first in the lowest byte.
    @inline(__always)
    mutating func word(_ word: UInt64, _ length: Int) { store(word, min(8, length)) }

    /// Bytes as they are.
    mutating func copy(_ bytes: borrowing Span<UInt8>) {
        let target = unsafe need(bytes.count)
        // safe: as many bytes as were measured, from a span that is alive.
        unsafe bytes.withUnsafeBytes { source in
            if let start = source.baseAddress { unsafe target.copyMemory(from: start, byteCount: source.count) }
        }
        count &+= bytes.count
    }

    // MARK: - Numbers

    /// Six digits of a number below 1,000,000 as text with zeros in front, the first in the lowest byte, and how many such zeros.
    @inline(__always)
    private func six(_ number: UInt64) -> (text: UInt64, zeros: UInt64) {
        let thousands = number / 1000
        // safe: the table has 1,024 entries; the first index has ten bits, the second is a remainder of 1,000.
        let high = unsafe UInt64(threes[Int(truncatingIfNeeded: thousands & 1023)])
        let low = unsafe UInt64(threes[Int(truncatingIfNeeded: number &- 1000 &* thousands)])
        let zeros = thousands == 0 ? 3 &+ low >> 24 : high >> 24
        return (high & 0xFF_FFFF | (low & 0xFF_FFFF) << 24, zeros)
    }

    /// A whole number of one byte.
    @inline(__always)
    mutating func small(_ number: UInt8) {
        // safe: 255 is below the table's length.
        let digits = unsafe UInt64(threes[Int(number)])
        let zeros = digits >> 24
        store((digits & 0xFF_FFFF) >> (zeros << 3), 3 &- Int(truncatingIfNeeded: zeros))
    }

    /// A whole number that is not negative.
    @inline(__always)
    mutating func whole(_ number: UInt64) {
        guard number < 1_000_000 else {
            long(number)
            return
        }
        let (text, zeros) = six(number)
        store(text >> (zeros << 3), 6 &- Int(truncatingIfNeeded: zeros))
    }

    /// As `number` with no decimals; these four are written once for all places, which keeps the code of an aircraft small.
    @inline(never)
    mutating func whole(rounding value: Double) { number(value, decimals: 0) }
    @inline(never)
    mutating func tenths(_ value: Double) { number(value, decimals: 1) }
    @inline(never)
    mutating func hundredths(_ value: Double) { number(value, decimals: 2) }
    @inline(never)
    mutating func thousandths(_ value: Double) { number(value, decimals: 3) }

    /// A number with a fixed count of decimals, at most six, rounded half away from zero; `null` when it is not finite or too large.
    @inline(__always)
    mutating func number(_ value: Double, decimals: Int) {
        let scaled = value.magnitude * JSONBytes.power(decimals) + 0.5
        // With six decimals there is no digit left for the whole part.
        guard scaled < 1e6, decimals < 6 else {
            large(value, scaled, decimals)
            return
        }
        let whole = UInt64(scaled)
        if value < 0, whole != 0 { byte(UInt8(ascii: "-")) }
        small(whole, decimals)
    }

    /// A latitude or longitude to six decimals.
    @inline(__always)
    mutating func degrees(_ value: Double) {
        let scaled = value.magnitude * 1e6 + 0.5
        guard scaled < 1e9 else {
            large(value, scaled, 6)
            return
        }
        let whole = UInt64(scaled)
        if value < 0, whole != 0 { byte(UInt8(ascii: "-")) }
        self.whole(whole / 1_000_000)
        store(six(whole % 1_000_000).text << 8 | UInt64(UInt8(ascii: ".")), 7)
    }

    /// The digits of a number below 1,000,000 with a point before the last `decimals` of them.
    @inline(__always)
    private mutating func small(_ number: UInt64, _ decimals: Int) {
        guard decimals > 0 else {
            whole(number)
            return
        }
        let (digits, leading) = six(number)
        let zeros = min(UInt64(max(0, 5 &- decimals)), leading)
        let text = digits >> (zeros << 3)
        let length = 6 &- Int(truncatingIfNeeded: zeros)
        let point = UInt64((length &- decimals) << 3)
        let before: UInt64 = (1 << point) &- 1
        store(text & before | (text & ~before) << 8 | UInt64(UInt8(ascii: ".")) << point, length &+ 1)
    }

    @inline(never)
    private mutating func large(_ value: Double, _ scaled: Double, _ decimals: Int) {
        guard scaled < 9e18 else {
            store(0x6C6C_756E, 4)
            return
        }
        if value < 0, scaled >= 1 { byte(UInt8(ascii: "-")) }
        var scale: UInt64 = 1
        for _ in 0..<decimals { scale *= 10 }
        let whole = UInt64(scaled)
        long(whole / scale)
        guard decimals > 0 else { return }
        byte(UInt8(ascii: "."))
        let rest = DecimalDigits.eight(whole % scale) | DecimalDigits.zeros
        store(rest >> UInt64((8 - decimals) << 3), decimals)
    }

    /// Digits of a number of any size.
    @inline(never)
    private mutating func long(_ number: UInt64) {
        if number < 1_000_000 {
            whole(number)
        } else if number < DecimalDigits.bound {
            let digits = DecimalDigits.eight(number)
            let zeros = digits.trailingZeroBitCount >> 3
            store((digits | DecimalDigits.zeros) >> UInt64(zeros << 3), 8 &- zeros)
        } else {
            long(number / DecimalDigits.bound)
            store(DecimalDigits.eight(number % DecimalDigits.bound) | DecimalDigits.zeros, 8)
        }
    }

    @inline(__always)
    private static func power(_ decimals: Int) -> Double {
        switch decimals {
        case 0: 1
        case 1: 10
        case 2: 100
        case 3: 1000
        case 4: 1e4
        case 5: 1e5
        default: 1e6
        }
    }

    // MARK: - Strings

    /// A string in quotes, filled with blanks to eight characters; nearly all callsigns fit a word and need no escape.
    mutating func callsign(_ string: String) {
        let utf8 = string.utf8
        var word: UInt64 = 0x2020_2020_2020_2020
        var place: UInt64 = 0
        for byte in utf8 {
            guard place < 64, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else {
                self.string(string, width: 8)
                return
            }
            // What stands there is a blank.
            word ^= UInt64(byte ^ 0x20) << place
            place += 8
        }
        byte(UInt8(ascii: "\""))
        store(word, 8)
        byte(UInt8(ascii: "\""))
    }

    /// A string in quotes, filled with blanks to a width; at most six times its bytes and the quotes.
    mutating func string(_ string: String, width: Int = 0) {
        byte(UInt8(ascii: "\""))
        var length = 0
        for byte in string.utf8 {
            length += 1
            if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
                self.byte(byte)
            } else {
                escape(byte)
            }
        }
        while length < width {
            byte(UInt8(ascii: " "))
            length += 1
        }
        byte(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        self.byte(UInt8(ascii: "\\"))
        guard byte < 0x20 else {
            self.byte(byte)
            return
        }
        // u00, then the two digits.
        store(0x30_3075, 3)
        store(DecimalDigits.hexadecimal(UInt32(byte)) >> 32, 2)
    }
}
