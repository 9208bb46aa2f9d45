import Aero
import ModeS

/// The columns of one row of a trace, while they are being read.
struct TraceColumns {
    private(set) var count = 0
    private(set) var badFields = 0
    private var seconds: Double?
    private var latitude: Double?
    private var longitude: Double?
    private var values = TraceRow(milliseconds: 0)

    /// Seconds from the document's time on that are believed: a day before to ten behind.
    private static let times = -86_400.0...864_000

    /// Takes the next column. `null` is nothing.
    mutating func take(_ value: JSONScanner.Value, _ bytes: Span<UInt8>) {
        defer { count += 1 }
        if case .null = value { return }
        switch count {
        case 0: Self.keep(number(value, Self.times), &seconds, &badFields)
        case 1: Self.keep(number(value, -90...90), &latitude, &badFields)
        case 2: Self.keep(number(value, -180...180), &longitude, &badFields)
        case 3: takeAltitude(value, bytes)
        case 4: Self.keep(number(value, 0...6_553).map { Knots($0) }, &values.groundSpeed, &badFields)
        case 5: Self.keep(number(value, 0...360).map { Degrees($0).asDirection }, &values.track, &badFields)
        case 6:
            // Bits that nobody knows yet are passed over.
            if let number = number(value, 0...65_535) {
                values.marks = TraceRow.Marks(rawValue: UInt8(truncatingIfNeeded: Int(number)) & 15)
            } else {
                badFields += 1
            }
        case 7: Self.keep(rate(value), &values.verticalRate, &badFields)
        case 8: takeObject(value, bytes)
        case 9: takeSource(value, bytes)
        case 10: Self.keep(altitude(value), &values.geometricAltitude, &badFields)
        case 11: Self.keep(rate(value), &values.geometricRate, &badFields)
        case 12: Self.keep(number(value, 0...4_096).map { Knots($0) }, &values.indicatedAirspeed, &badFields)
        case 13: Self.keep(number(value, -180...180).map { Degrees($0) }, &values.roll, &badFields)
        default: break
        }
    }

    /// The row; `nil` without a possible time or place.
    func row(since start: Double, needsPosition: Bool) -> TraceRow? {
        guard count >= 3, let seconds else { return nil }
        var row = values
        row.milliseconds = Int64(((start + seconds) * 1000).rounded())
        if let latitude, let longitude { row.position = Position(latitude: latitude, longitude: longitude) }
        return needsPosition && row.position == nil ? nil : row
    }

    // MARK: - Values

    private static func keep<Value>(_ value: Value?, _ field: inout Value?, _ badFields: inout Int) {
        if let value { field = value } else { badFields += 1 }
    }

    private mutating func takeAltitude(_ value: JSONScanner.Value, _ bytes: Span<UInt8>) {
        if case .text(let range) = value, JSONText.equals(bytes, range, "ground") {
            values.isOnGround = true
        } else {
            Self.keep(altitude(value), &values.altitude, &badFields)
        }
    }

    private mutating func takeObject(_ value: JSONScanner.Value, _ bytes: Span<UInt8>) {
        guard case .nested(let range) = value, bytes[range.lowerBound] == UInt8(ascii: "{") else {
            badFields += 1
            return
        }
        values.object = range
    }

    private mutating func takeSource(_ value: JSONScanner.Value, _ bytes: Span<UInt8>) {
        guard case .text(let range) = value, let source = JSONText.sourceClass(bytes, range) else {
            badFields += 1
            return
        }
        values.sourceClass = source
    }

    private func number(_ value: JSONScanner.Value, _ range: ClosedRange<Double>) -> Double? {
        guard case .number(let number) = value, range.contains(number) else { return nil }
        return number
    }

    private func altitude(_ value: JSONScanner.Value) -> Feet? { number(value, -2_000...130_000).map { Feet($0) } }

    private func rate(_ value: JSONScanner.Value) -> FeetPerMinute? {
        number(value, -65_536...65_536).map { FeetPerMinute($0) }
    }
}
