import Aero

extension Bool: StoredValue {
    func write(to writer: inout StoredWriter) { writer.byte(self ? 1 : 0) }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        let start = reader.at
        switch try reader.byte() {
        case 0: self = false
        case 1: self = true
        default: throw .notThis(kind: "flag", byte: start)
        }
    }
}

/// Numbers of stops, claims and reports, places in an order, counts: far from where adding one would not fit.
extension Int: StoredValue {
    static let storedRange = -1_000_000_000...1_000_000_000

    func write(to writer: inout StoredWriter) { writer.number(self) }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        self = try reader.number(Self.storedRange, "number")
    }
}

extension Double: StoredValue {
    func write(to writer: inout StoredWriter) { writer.word(bitPattern) }
    init(from reader: inout StoredReader) throws(StoredVisitError) { self = try reader.finite() }
}

extension String: StoredValue {
    func write(to writer: inout StoredWriter) { writer.text(utf8) }
    init(from reader: inout StoredReader) throws(StoredVisitError) { self = try reader.text() }
}

extension Timestamp: StoredValue {
    func write(to writer: inout StoredWriter) { writer.word(UInt64(bitPattern: nanoseconds)) }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        self.init(nanoseconds: Int64(bitPattern: try reader.word()))
    }
}

extension StateCode: StoredValue {
    func write(to writer: inout StoredWriter) { writer.put(description) }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        let start = reader.at
        guard let code = StateCode(try reader.text()) else { throw .notThis(kind: "state", byte: start) }
        self = code
    }
}

extension Position: StoredValue {
    func write(to writer: inout StoredWriter) {
        writer.put(latitude)
        writer.put(longitude)
    }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        let start = reader.at
        guard let position = Position(latitude: try reader.finite(), longitude: try reader.finite()) else {
            throw .notThis(kind: "position", byte: start)
        }
        self = position
    }
}

extension TextSpan: StoredValue {
    func write(to writer: inout StoredWriter) {
        writer.put(start)
        writer.put(end)
    }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        let first = reader.at
        let (start, end) = (try reader.take(Int.self), try reader.take(Int.self))
        guard start >= 0, start <= end else { throw .notThis(kind: "span", byte: first) }
        self.init(start, end)
    }
}
