import Aero

/// What can be written into the engine's state and read again.
protocol StateValue {
    func write(to writer: inout StateWriter)
    init(from reader: inout StateReader) throws(WatchStateError)
}

extension UInt64: StateValue {
    /// Seven bits a byte, the lowest first.
    func write(to writer: inout StateWriter) {
        var rest = self
        while rest > 0x7F {
            writer.byte(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        writer.byte(UInt8(rest))
    }

    init(from reader: inout StateReader) throws(WatchStateError) {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 70, by: 7) {
            let next = try reader.byte()
            if shift == 63, next > 1 { throw reader.badValue }
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 {
                self = value
                return
            }
        }
        throw reader.badValue
    }
}

extension Int64: StateValue {
    func write(to writer: inout StateWriter) { writer.put(UInt64(bitPattern: self << 1 ^ self >> 63)) }

    init(from reader: inout StateReader) throws(WatchStateError) {
        let raw = try reader.take(UInt64.self)
        self = Int64(bitPattern: raw >> 1) ^ -Int64(bitPattern: raw & 1)
    }
}

extension Int: StateValue {
    func write(to writer: inout StateWriter) { writer.put(Int64(self)) }
    init(from reader: inout StateReader) throws(WatchStateError) { self = Int(try reader.take(Int64.self)) }
}

extension Bool: StateValue {
    func write(to writer: inout StateWriter) { writer.byte(self ? 1 : 0) }

    init(from reader: inout StateReader) throws(WatchStateError) {
        let byte = try reader.byte()
        guard byte < 2 else { throw reader.badValue }
        self = byte == 1
    }
}

extension Double: StateValue {
    func write(to writer: inout StateWriter) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            writer.byte(UInt8(truncatingIfNeeded: bitPattern >> shift))
        }
    }

    /// Not a number and infinity are refused: no state has them.
    init(from reader: inout StateReader) throws(WatchStateError) {
        var bits: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 8) { bits |= UInt64(try reader.byte()) << shift }
        self = Double(bitPattern: bits)
        guard isFinite else { throw reader.badValue }
    }
}

extension String: StateValue {
    func write(to writer: inout StateWriter) {
        writer.put(utf8.count)
        for byte in utf8 { writer.byte(byte) }
    }

    init(from reader: inout StateReader) throws(WatchStateError) {
        var bytes: [UInt8] = []
        for _ in 0..<(try reader.count()) { bytes.append(try reader.byte()) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw reader.badValue }
        self = text
    }
}

extension Optional: StateValue where Wrapped: StateValue {
    func write(to writer: inout StateWriter) {
        writer.put(self != nil)
        if let self { writer.put(self) }
    }

    init(from reader: inout StateReader) throws(WatchStateError) {
        self = try reader.take(Bool.self) ? try reader.take(Wrapped.self) : nil
    }
}

extension Array: StateValue where Element: StateValue {
    func write(to writer: inout StateWriter) {
        writer.put(count)
        for element in self { writer.put(element) }
    }

    init(from reader: inout StateReader) throws(WatchStateError) {
        self = []
        for _ in 0..<(try reader.count()) { append(try reader.take(Element.self)) }
    }
}

extension Timestamp: StateValue {
    func write(to writer: inout StateWriter) { writer.put(nanoseconds) }

    init(from reader: inout StateReader) throws(WatchStateError) {
        self.init(nanoseconds: try reader.take(Int64.self))
    }
}

extension AircraftAddress: StateValue {
    func write(to writer: inout StateWriter) { writer.put(UInt64(rawValue)) }

    init(from reader: inout StateReader) throws(WatchStateError) {
        let raw = try reader.take(UInt64.self)
        guard raw < 0x200_0000 else { throw reader.badValue }
        let bits = UInt32(raw)
        self = bits & 0x100_0000 == 0 ? AircraftAddress(icao: bits) : AircraftAddress(other: bits)
    }
}

extension Position: StateValue {
    func write(to writer: inout StateWriter) {
        writer.put(latitude)
        writer.put(longitude)
    }

    init(from reader: inout StateReader) throws(WatchStateError) {
        let latitude = try reader.take(Double.self)
        guard let position = Position(latitude: latitude, longitude: try reader.take(Double.self)) else {
            throw reader.badValue
        }
        self = position
    }
}
