/// A value with a written form. What is read is outside input: anything may stand there.
protocol StoredValue {
    func write(to writer: inout StoredWriter)
    init(from reader: inout StoredReader) throws(StoredVisitError)
}

extension Array: StoredValue where Element: StoredValue {
    func write(to writer: inout StoredWriter) {
        writer.number(count)
        for value in self { value.write(to: &writer) }
    }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        // Every value has a byte at least, so that a number alone makes no room.
        let count = try reader.number(0...Swift.min(Visit.most, reader.left), "count")
        self = []
        for _ in 0..<count { append(try Element(from: &reader)) }
    }
}

extension Optional: StoredValue where Wrapped: StoredValue {
    func write(to writer: inout StoredWriter) {
        writer.put(self != nil)
        if let self { writer.put(self) }
    }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        self = try reader.take(Bool.self) ? try Wrapped(from: &reader) : nil
    }
}

/// Names are written, not places in a list: cases may be put in another order.
extension StoredValue where Self: RawRepresentable<String> {
    func write(to writer: inout StoredWriter) { writer.put(rawValue) }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        let start = reader.at
        guard let value = Self(rawValue: try reader.take(String.self)) else {
            throw .notThis(kind: "\(Self.self)", byte: start)
        }
        self = value
    }
}

extension Certainty: StoredValue {}
extension ClaimKind: StoredValue {}
extension Claim.Polarity: StoredValue {}
extension Dateline.Basis: StoredValue {}
extension Draft.Language: StoredValue {}
extension DraftedStop.Track: StoredValue {}
extension ItineraryStop.Kind: StoredValue {}
extension ArrivalReading.ZoneBasis: StoredValue {}
extension OpenPoint.Kind: StoredValue {}
extension Report.Kind: StoredValue {}
extension Visit.Status: StoredValue {}
extension VisitRule.Kind: StoredValue {}
