/// Writes JSON bytes in one pass. Commas are its business; that objects are closed is the caller's.
///
/// Bytes go into storage that is there already, through one span a piece; a sixth quicker than appending them one by one.
struct JSONWriter {
    private var storage: [UInt8]
    private var end = 0
    private var needsComma = false

    private static let powers: [Double] = [1, 10, 100, 1000, 1e4, 1e5, 1e6]

    /// - Parameter capacity: bytes to make room for; more is made when needed.
    init(capacity: Int = 1024) {
        storage = [UInt8](repeating: 0, count: max(64, capacity))
    }

    /// What was written.
    var bytes: [UInt8] { storage.count == end ? storage : Array(storage[..<end]) }

    mutating func beginObject() { open(UInt8(ascii: "{")) }
    mutating func endObject() { close(UInt8(ascii: "}")) }
    mutating func beginArray() { open(UInt8(ascii: "[")) }
    mutating func endArray() { close(UInt8(ascii: "]")) }

    /// The key of the next value; made of characters that need no escape.
    mutating func key(_ name: JSONKey) {
        copy(needsComma ? name.following : name.first)
        needsComma = false
    }

    mutating func null() { copy(JSONWriter.nullBytes, isValue: true) }
    mutating func boolean(_ value: Bool) { copy(value ? JSONWriter.trueBytes : JSONWriter.falseBytes, isValue: true) }

    mutating func integer(_ value: some BinaryInteger) {
        let wide = Int64(clamping: value)
        write(wide.magnitude, isNegative: wide < 0, decimals: 0)
    }

    /// A number with a fixed count of decimals, at most six; `null` when it is not finite or too large to write so.
    mutating func number(_ value: Double, decimals: Int) {
        let scaled = value.magnitude * JSONWriter.powers[decimals] + 0.5
        guard scaled < 9e18 else {
            null()
            return
        }
        let whole = UInt64(scaled)
        write(whole, isNegative: value < 0 && whole != 0, decimals: decimals)
    }

    mutating func string(_ text: String) { quoted(text, width: 0) }

    /// A value that is written already.
    mutating func raw(_ bytes: [UInt8]) { copy(bytes, isValue: true) }

    /// A string filled with blanks to a width.
    mutating func padded(_ text: String, to width: Int) { quoted(text, width: width) }

    /// A newline between documents.
    mutating func newline() {
        reserve(1)
        storage[end] = UInt8(ascii: "\n")
        end += 1
        needsComma = false
    }

    private static let nullBytes = Array("null".utf8)
    private static let trueBytes = Array("true".utf8)
    private static let falseBytes = Array("false".utf8)

    private mutating func reserve(_ count: Int) {
        guard end + count > storage.count else { return }
        let more = max(count, storage.count)
        storage.append(contentsOf: repeatElement(0, count: more))
    }

    private mutating func open(_ bracket: UInt8) {
        separate(reserving: 1)
        storage[end] = bracket
        end += 1
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        reserve(1)
        storage[end] = bracket
        end += 1
        needsComma = true
    }

    /// A comma where one is due, and room for what follows.
    private mutating func separate(reserving count: Int) {
        reserve(count + 1)
        guard needsComma else { return }
        storage[end] = UInt8(ascii: ",")
        end += 1
    }

    private mutating func copy(_ piece: [UInt8], isValue: Bool = false) {
        if isValue { separate(reserving: piece.count) } else { reserve(piece.count) }
        let start = end
        let source = piece.span
        var target = storage.mutableSpan
        for index in source.indices { target[start + index] = source[index] }
        end = start + piece.count
        needsComma = isValue
    }

    /// Digits from the last to the first, with a point before the decimals.
    private mutating func write(_ value: UInt64, isNegative: Bool, decimals: Int) {
        separate(reserving: 24)
        let length = max(JSONWriter.digitCount(value), decimals + 1) + (decimals > 0 ? 1 : 0)
        var at = end + (isNegative ? 1 : 0) + length
        let finish = at
        let start = end
        var target = storage.mutableSpan
        if isNegative { target[start] = UInt8(ascii: "-") }
        var rest = value
        var written = 0
        repeat {
            if written == decimals, decimals > 0 {
                at -= 1
                target[at] = UInt8(ascii: ".")
            }
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            at -= 1
            target[at] = 48 &+ UInt8(truncatingIfNeeded: digit)
            rest = quotient
            written += 1
        } while rest != 0 || written <= decimals
        end = finish
        needsComma = true
    }

    private static func digitCount(_ value: UInt64) -> Int {
        var count = 1
        var limit: UInt64 = 10
        while value >= limit, count < 19 {
            count += 1
            limit &*= 10
        }
        return count
    }

    private mutating func quoted(_ text: String, width: Int) {
        let utf8 = text.utf8
        separate(reserving: max(width, utf8.count * 6) + 2)
        var at = end
        var target = storage.mutableSpan
        target[at] = UInt8(ascii: "\"")
        at += 1
        for byte in utf8 {
            if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
                target[at] = byte
                at += 1
            } else {
                at = JSONWriter.escape(byte, to: &target, at)
            }
        }
        var missing = width - utf8.count
        while missing > 0 {
            target[at] = UInt8(ascii: " ")
            at += 1
            missing -= 1
        }
        target[at] = UInt8(ascii: "\"")
        end = at + 1
        needsComma = true
    }

    /// Writes a byte that must not stand in a string as it is; returns where it ends.
    private static func escape(_ byte: UInt8, to target: inout MutableSpan<UInt8>, _ start: Int) -> Int {
        target[start] = UInt8(ascii: "\\")
        guard byte < 0x20 else {
            target[start + 1] = byte
            return start + 2
        }
        target[start + 1] = UInt8(ascii: "u")
        target[start + 2] = UInt8(ascii: "0")
        target[start + 3] = UInt8(ascii: "0")
        target[start + 4] = hexDigit(byte >> 4)
        target[start + 5] = hexDigit(byte & 15)
        return start + 6
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
}
