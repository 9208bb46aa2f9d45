/// Takes values out of bytes that may be anything.
struct StoredReader {
    private let bytes: [UInt8]
    private(set) var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Bytes that have not been taken.
    var left: Int { bytes.count - at }

    mutating func byte() throws(StoredVisitError) -> UInt8 {
        guard at < bytes.count else { throw .cutOff }
        defer { at += 1 }
        return bytes[at]
    }

    mutating func take<Value: StoredValue>(_: Value.Type = Value.self) throws(StoredVisitError) -> Value {
        try Value(from: &self)
    }

    mutating func number(_ range: ClosedRange<Int>, _ kind: String) throws(StoredVisitError) -> Int {
        let start = at
        var (value, shift): (UInt64, UInt64) = (0, 0)
        while true {
            let byte = try byte()
            guard shift < 63 || (shift == 63 && byte < 2) else { throw .notThis(kind: kind, byte: start) }
            value |= UInt64(byte & 127) << shift
            guard byte > 127 else { break }
            shift += 7
        }
        let number = Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
        guard range.contains(number) else { throw .notThis(kind: kind, byte: start) }
        return number
    }

    mutating func word() throws(StoredVisitError) -> UInt64 {
        guard left >= 8 else { throw .cutOff }
        defer { at += 8 }
        return bytes[at..<at + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }

    mutating func text() throws(StoredVisitError) -> String {
        let start = at
        let count = try number(0...StoredAct.largestText, "text")
        guard count <= left else { throw .cutOff }
        guard let text = String(validating: bytes[at..<at + count], as: UTF8.self) else {
            throw .notThis(kind: "text", byte: start)
        }
        at += count
        return text
    }

    mutating func finite() throws(StoredVisitError) -> Double {
        let start = at
        let value = Double(bitPattern: try word())
        guard value.isFinite else { throw .notThis(kind: "number", byte: start) }
        return value
    }
}
