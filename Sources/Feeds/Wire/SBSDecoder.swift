import Aero
public import ModeS

/// Reads SBS-1 (BaseStation) lines: 22 fields between commas, dates taken as UTC.
///
/// Only `MSG` lines carry something; other known lines are counted and passed over. A live line whose own time is more than 2 s
/// off (many programs write local time) gets its arrival time instead and is counted in `clockDisagreements`.
public struct SBSDecoder: LineDecoder {
    public internal(set) var counters = WireCounters()

    var lines: LineStream
    private let kind: ClaimedReport.Kind

    /// A decoder for one connection or file.
    ///
    /// - Parameters:
    ///   - time: where dates come from: a recording's lines keep their own; one without a date gets that of the line before it.
    ///   - kind: how the sender knows; with `multilateration` the fields alert and emergency are not read, for they may hold a
    ///     count of receivers and an error.
    public init(time: TimeBase = .arrival, kind: ClaimedReport.Kind = .unstated) {
        lines = LineStream(base: time, hasSignsOfLife: true)
        self.kind = kind
    }

    mutating func read(line: Span<UInt8>, arrival: Timestamp, into batch: inout FeedBatch) {
        let fields = SBSFields(line)
        guard fields.equals(line, 0, "MSG") else {
            if SimulationMark.matches(line, fields) { lines.isSimulated = true }
            let isKnown = ["SEL", "ID", "AIR", "STA", "CLK"].contains { fields.equals(line, 0, $0) }
            if isKnown { counters.ignored &+= 1 } else { counters.garbageLines &+= 1 }
            return
        }
        guard fields.count == 22, let type = fields.number(line, 1), (1...8).contains(type), type == type.rounded(),
            let address = Self.address(line.extracting(fields.range(4, in: line)))
        else {
            counters.garbageLines &+= 1
            return
        }
        var report = ClaimedReport(address: address, time: time(line, fields, arrival: arrival), kind: kind)
        fill(&report, from: line, fields)
        counters.reports &+= 1
        batch.reports.append(report)
    }

    private mutating func time(_ line: Span<UInt8>, _ fields: SBSFields, arrival: Timestamp) -> Timestamp {
        let date = line.extracting(fields.range(6, in: line))
        let clock = line.extracting(fields.range(7, in: line))
        let own = CivilTime(date: date, time: clock)?.timestamp
        if own == nil, date.count + clock.count > 0 { counters.badFields &+= 1 }
        return time(own, arrival: arrival)
    }

    private mutating func fill(_ report: inout ClaimedReport, from line: Span<UInt8>, _ fields: SBSFields) {
        report.callsign = callsign(line.extracting(fields.range(10, in: line)))
        report.barometricAltitude = bounded(line, fields, 11, -2_000...130_000).map { Feet($0) }
        report.groundSpeed = bounded(line, fields, 12, 0...4_096).map { Knots($0) }
        report.track = bounded(line, fields, 13, 0...360).map { Degrees($0).asDirection }
        report.position = position(line, fields)
        report.verticalRate = bounded(line, fields, 16, -33_000...33_000).map { FeetPerMinute($0) }
        let squawk = fields.range(17, in: line)
        if !squawk.isEmpty {
            report.squawk = Self.squawk(line.extracting(squawk))
            if report.squawk == nil { counters.badFields &+= 1 }
        }
        if kind != .multilateration {
            report.alert = fields.flag(line, 18)
            report.emergency = fields.flag(line, 19)
        }
        report.ident = fields.flag(line, 20)
        report.onGround = fields.flag(line, 21)
    }

    private mutating func bounded(
        _ line: Span<UInt8>,
        _ fields: SBSFields,
        _ field: Int,
        _ range: ClosedRange<Double>
    ) -> Double? {
        guard !fields.range(field, in: line).isEmpty else { return nil }
        guard let value = fields.number(line, field), range.contains(value) else {
            counters.badFields &+= 1
            return nil
        }
        return value
    }

    private mutating func position(_ line: Span<UInt8>, _ fields: SBSFields) -> Position? {
        let latitude = bounded(line, fields, 14, -90...90)
        let longitude = bounded(line, fields, 15, -180...180)
        guard let latitude, let longitude else { return nil }
        return Position(latitude: latitude, longitude: longitude)
    }

    /// Up to eight letters, digits and blanks; blanks at the end are cut already.
    private mutating func callsign(_ field: Span<UInt8>) -> String? {
        guard field.count > 0 else { return nil }
        var text = ""
        for index in 0..<field.count {
            switch field[index] {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "):
                text.unicodeScalars.append(Unicode.Scalar(field[index]))
            default:
                counters.badFields &+= 1
                return nil
            }
        }
        guard field.count <= 8 else {
            counters.badFields &+= 1
            return nil
        }
        return text
    }

    private static func address(_ field: Span<UInt8>) -> AircraftAddress? {
        guard field.count == 6 || field.count == 7 else { return nil }
        let isOther = field[0] == UInt8(ascii: "~")
        guard isOther == (field.count == 7) else { return nil }
        var bits: UInt32 = 0
        for index in (isOther ? 1 : 0)..<field.count {
            guard let digit = Hexadecimal.value(of: field[index]) else { return nil }
            bits = bits << 4 | UInt32(digit)
        }
        return isOther ? AircraftAddress(other: bits) : AircraftAddress(icao: bits)
    }

    private static func squawk(_ field: Span<UInt8>) -> Squawk? {
        guard field.count <= 4 else { return nil }
        var value: UInt16 = 0
        for index in 0..<field.count {
            guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(field[index]) else { return nil }
            value = value << 3 | UInt16(field[index] - UInt8(ascii: "0"))
        }
        return Squawk(rawValue: value)
    }
}
