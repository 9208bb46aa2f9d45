/// Takes values off bytes that may be anybody's.
struct StateReader {
    private let bytes: [UInt8]
    private(set) var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }
    var badValue: WatchStateError { .badValue(atByte: place) }

    mutating func byte() throws(WatchStateError) -> UInt8 {
        guard place < bytes.count else { throw .cutShort(atByte: place) }
        defer { place += 1 }
        return bytes[place]
    }

    mutating func take<Value: StateValue>(_ type: Value.Type = Value.self) throws(WatchStateError) -> Value {
        try Value(from: &self)
    }

    /// How many elements follow; each takes a byte at least, so that a false number allocates nothing.
    mutating func count() throws(WatchStateError) -> Int {
        let count = try take(Int.self)
        guard count >= 0, count <= bytes.count - place else { throw badValue }
        return count
    }

    mutating func take<Key: StateValue & Comparable & Hashable, Value: StateValue>()
        throws(WatchStateError) -> [Key: Value]
    {
        var values: [Key: Value] = [:]
        for _ in 0..<(try count()) {
            let key = try take(Key.self)
            guard values.updateValue(try take(Value.self), forKey: key) == nil else { throw badValue }
        }
        return values
    }
}
