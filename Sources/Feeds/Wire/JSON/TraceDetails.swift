public import Aero
public import ModeS

/// What the object of a trace's row says: readsb's aircraft object, and what our own exports put beside it.
public struct TraceDetails: Sendable {
    /// Address, time and position of it mean nothing here.
    public private(set) var report = ClaimedReport(address: AircraftAddress(icao: 0), time: Timestamp(nanoseconds: 0))
    /// Degrees and knots, whence it blows.
    public private(set) var windDirection: Double?
    public private(set) var windSpeed: Double?
    /// Degrees Celsius, static and total.
    public private(set) var staticTemperature: Double?
    public private(set) var totalTemperature: Double?
    /// 1 autopilot, 2 VNAV, 4 altitude hold, 8 approach, 16 LNAV, 32 TCAS.
    public private(set) var modes: UInt8?
    /// 0 unknown, 1 per sample, 2 per hour.
    public private(set) var silType: UInt8?
    public private(set) var nicBaro: UInt8?
    /// Of our own part: the archive's marks, where the form's columns do not say them.
    public private(set) var flags: UInt8?
    /// Of our own part: how many receivers heard it.
    public private(set) var receivers: Int?
    /// Of our own part: the altitude of who is on the ground.
    public private(set) var groundAltitude: Feet?
    public private(set) var badFields: UInt64 = 0

    private enum Field: Sendable { case wd, ws, oat, tat, modes, silType, nicBaro, own }
    private static let table = JSONKeyTable<Field>([
        ("wd", .wd), ("ws", .ws), ("oat", .oat), ("tat", .tat), ("nav_modes", .modes), ("sil_type", .silType),
        ("nic_baro", .nicBaro), ("pelacak", .own),
    ])

    /// readsb's words for the modes, from the lowest bit on.
    public static let modeNames: [(bit: UInt8, name: String)] = [
        (1, "autopilot"), (2, "vnav"), (4, "althold"), (8, "approach"), (16, "lnav"), (32, "tcas"),
    ]
    /// readsb's words for what a SIL counts over; the place is the number.
    public static let silTypeNames = ["unknown", "persample", "perhour"]

    /// Reads the object of a row of the same bytes; what is wrong in it is left out and counted.
    public init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        var scanner = JSONScanner(at: range.lowerBound + 1)
        var object = AircraftObject()
        var isFirst = true
        while let key = scanner.key(bytes, isFirst: isFirst), !scanner.isObjectOver {
            isFirst = false
            guard let value = scanner.value(bytes) else { break }
            if let field = AircraftObjectField.table.field(bytes, key) {
                object.take(field, value, bytes)
            } else if let field = Self.table.field(bytes, key) {
                take(field, value, bytes)
            }
        }
        report = object.report
        badFields &+= object.badFields
    }

    private mutating func take(_ field: Field, _ value: JSONScanner.Value, _ bytes: Span<UInt8>) {
        if case .null = value { return }
        switch field {
        case .wd: keep(number(value, 0...360), \.windDirection)
        case .ws: keep(number(value, 0...1_000), \.windSpeed)
        case .oat: keep(number(value, -150...150), \.staticTemperature)
        case .tat: keep(number(value, -150...300), \.totalTemperature)
        case .nicBaro: keep(number(value, 0...1).map { UInt8($0) }, \.nicBaro)
        case .silType: keep(Self.silType(value, bytes), \.silType)
        case .modes: keep(Self.modes(value, bytes), \.modes)
        case .own: takeOwn(value, bytes)
        }
    }

    private mutating func takeOwn(_ value: JSONScanner.Value, _ bytes: Span<UInt8>) {
        guard case .nested(let range) = value, bytes[range.lowerBound] == UInt8(ascii: "{") else { return }
        var scanner = JSONScanner(at: range.lowerBound + 1)
        var isFirst = true
        while let key = scanner.key(bytes, isFirst: isFirst), !scanner.isObjectOver {
            isFirst = false
            guard let value = scanner.value(bytes) else { break }
            if JSONText.equals(bytes, key, "flags") {
                keep(number(value, 0...255).map { UInt8($0) }, \.flags)
            } else if JSONText.equals(bytes, key, "receivers") {
                keep(number(value, 0...1_000_000).map { Int($0) }, \.receivers)
            } else if JSONText.equals(bytes, key, "alt_baro") {
                keep(number(value, -2_000...130_000).map { Feet($0) }, \.groundAltitude)
            }
        }
    }

    private static func silType(_ value: JSONScanner.Value, _ bytes: Span<UInt8>) -> UInt8? {
        guard case .text(let range) = value else { return nil }
        return silTypeNames.firstIndex { JSONText.equals(bytes, range, $0) }.map { UInt8($0) }
    }

    private static func modes(_ value: JSONScanner.Value, _ bytes: Span<UInt8>) -> UInt8? {
        guard case .nested(let range) = value, bytes[range.lowerBound] == UInt8(ascii: "[") else { return nil }
        var scanner = JSONScanner(at: range.lowerBound + 1)
        var modes: UInt8 = 0
        var isFirst = true
        while scanner.element(bytes, isFirst: isFirst) == true {
            isFirst = false
            guard case .text(let text)? = scanner.value(bytes) else { return nil }
            modes |= modeNames.first { JSONText.equals(bytes, text, $0.name) }?.bit ?? 0
        }
        return modes
    }

    private func number(_ value: JSONScanner.Value, _ range: ClosedRange<Double>) -> Double? {
        guard case .number(let number) = value, range.contains(number) else { return nil }
        return number
    }

    private mutating func keep<Value>(_ value: Value?, _ place: WritableKeyPath<TraceDetails, Value?>) {
        if let value { self[keyPath: place] = value } else { badFields &+= 1 }
    }
}
