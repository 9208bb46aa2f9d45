import Aero

@testable import Site

/// Reads the live stream as a page does and keeps what a page would know.
struct LiveReplica {
    struct Row: Hashable {
        var latitude: Int32
        var longitude: Int32
        var values: [UInt16]
        var heardMilliseconds: Double
    }

    enum Failure: Error { case malformed, sequence(UInt32, after: UInt32) }

    private(set) var rows: [UInt32: Row] = [:]
    private(set) var sequence: UInt32?
    private(set) var time = 0.0
    private(set) var flags: UInt8 = 0
    private(set) var kinds: [UInt8] = []
    private(set) var strings: [String] = []
    private(set) var events: [String] = []
    private var pending: [UInt8] = []

    mutating func take(_ bytes: [UInt8]) throws {
        pending += bytes
        while pending.count >= 8 {
            var reader = Reader(bytes: pending)
            let length = Int(try reader.u32())
            guard pending.count >= 8 + length else { return }
            let kind = try reader.u8()
            flags = try reader.u8()
            guard try reader.u16() == 0 else { throw Failure.malformed }
            kinds.append(kind)
            var payload = Reader(bytes: Array(pending[8..<(8 + length)]))
            try apply(kind, &payload)
            guard payload.isAtEnd else { throw Failure.malformed }
            pending.removeFirst(8 + length)
        }
    }

    private mutating func apply(_ kind: UInt8, _ payload: inout Reader) throws {
        switch kind {
        case 1: try full(&payload)
        case 2: try change(&payload)
        case 3: strings.append(payload.text())
        case 4: events.append(payload.text())
        case 5:
            time = try payload.f64()
            _ = try payload.f64()
        default: throw Failure.malformed
        }
    }

    private mutating func full(_ payload: inout Reader) throws {
        time = try payload.f64()
        let count = Int(try payload.u32())
        sequence = try payload.u32()
        rows = [:]
        try add(count, addresses: try payload.column(count) { try $0.u32() }, &payload)
    }

    private mutating func change(_ payload: inout Reader) throws {
        time = try payload.f64()
        let next = try payload.u32()
        guard let sequence, next == sequence &+ 1 else { throw Failure.sequence(next, after: sequence ?? 0) }
        self.sequence = next
        let counts = try payload.column(5) { Int(try $0.u32()) }
        let moved = try payload.column(counts[0]) { try $0.u32() }
        let values = try payload.column(counts[1]) { try $0.u32() }
        let full = try payload.column(counts[2]) { try $0.u32() }
        let latitudes = try payload.column(counts[2]) { Int32(bitPattern: try $0.u32()) }
        let longitudes = try payload.column(counts[2]) { Int32(bitPattern: try $0.u32()) }
        for address in try payload.column(counts[3], { try $0.u32() }) {
            guard rows.removeValue(forKey: address) != nil else { throw Failure.malformed }
        }
        let heard = try payload.column(counts[4]) { try $0.u32() }
        let northings = try payload.column(counts[0]) { Int16(bitPattern: try $0.u16()) }
        let eastings = try payload.column(counts[0]) { Int16(bitPattern: try $0.u16()) }
        let ages = try payload.column(counts[0]) { try $0.u16() }
        for (index, address) in moved.enumerated() {
            guard rows[address] != nil, rows[address]?.latitude != .min else { throw Failure.malformed }
            rows[address]?.latitude += Int32(northings[index])
            rows[address]?.longitude += Int32(eastings[index])
            rows[address]?.heardMilliseconds = time - Double(ages[index]) * 100
        }
        let changed = try (0..<5).map { _ in try payload.column(counts[1]) { try $0.u16() } }
        for (index, address) in values.enumerated() {
            guard rows[address] != nil else { throw Failure.malformed }
            rows[address]?.values = changed.map { $0[index] }
        }
        let whole = try (0..<6).map { _ in try payload.column(counts[2]) { try $0.u16() } }
        for (index, address) in full.enumerated() {
            rows[address] = Row(
                latitude: latitudes[index],
                longitude: longitudes[index],
                values: whole.prefix(5).map { $0[index] },
                heardMilliseconds: time - Double(whole[5][index]) * 100
            )
        }
        for (address, age) in zip(heard, try payload.column(counts[4]) { try $0.u16() }) {
            guard rows[address] != nil else { throw Failure.malformed }
            rows[address]?.heardMilliseconds = time - Double(age) * 100
        }
    }

    private mutating func add(_ count: Int, addresses: [UInt32], _ payload: inout Reader) throws {
        let latitudes = try payload.column(count) { Int32(bitPattern: try $0.u32()) }
        let longitudes = try payload.column(count) { Int32(bitPattern: try $0.u32()) }
        let columns = try (0..<6).map { _ in try payload.column(count) { try $0.u16() } }
        for index in 0..<count {
            rows[addresses[index]] = Row(
                latitude: latitudes[index],
                longitude: longitudes[index],
                values: columns.prefix(5).map { $0[index] },
                heardMilliseconds: time - Double(columns[5][index]) * 100
            )
        }
    }

    struct Reader {
        let bytes: [UInt8]
        var at = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        var isAtEnd: Bool { at == bytes.count }

        mutating func u8() throws -> UInt8 { UInt8(try number(1)) }
        mutating func u16() throws -> UInt16 { UInt16(try number(2)) }
        mutating func u32() throws -> UInt32 { UInt32(try number(4)) }
        mutating func f64() throws -> Double { Double(bitPattern: try number(8)) }

        mutating func text() -> String {
            defer { at = bytes.count }
            return String(decoding: bytes[at...], as: UTF8.self)
        }

        mutating func column<Value>(_ count: Int, _ read: (inout Reader) throws -> Value) throws -> [Value] {
            var values: [Value] = []
            for _ in 0..<count { values.append(try read(&self)) }
            return values
        }

        private mutating func number(_ size: Int) throws -> UInt64 {
            guard at + size <= bytes.count else { throw Failure.malformed }
            var value: UInt64 = 0
            for index in 0..<size { value |= UInt64(bytes[at + index]) << UInt64(8 * index) }
            at += size
            return value
        }
    }
}
