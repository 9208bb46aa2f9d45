import Aero
import ModeS

/// One row of OpenSky's states, while it is being read.
struct OpenSkyState {
    var address: AircraftAddress?
    /// Seconds since 1970.
    var contact: Double?
    var positionTime: Double?
    var columns = 0
    var badFields: UInt64 = 0
    /// The values; who and when are put in at the end.
    var report = ClaimedReport(address: AircraftAddress(icao: 0), time: Timestamp(nanoseconds: 0))
    private var longitude: Double?
    private var latitude: Double?
    private var origin: SourceClass?

    /// The position, once both coordinates are there.
    var position: Position? {
        guard let latitude, let longitude else { return nil }
        return Position(latitude: latitude, longitude: longitude)
    }

    /// Times believed: 1970 to 2200.
    private static let times = 1.0...7_258_118_400
    private static let feetPerMinute = 60 / 0.3048

    /// Reads a row whose `[` has been taken.
    ///
    /// - Returns: `false` for no JSON.
    mutating func read(_ scanner: inout JSONScanner, _ bytes: Span<UInt8>) -> Bool {
        while true {
            guard let isThere = scanner.element(bytes, isFirst: columns == 0) else { return false }
            guard isThere else { break }
            guard let value = scanner.value(bytes) else { return false }
            if value != .null { take(columns, value, bytes) }
            columns += 1
        }
        if position != nil {
            report.statedClass = origin
            if origin == .multilateration { report.kind = .multilateration }
        }
        return true
    }

    private mutating func take(_ column: Int, _ value: JSONScanner.Value, _ bytes: Span<UInt8>) {
        switch column {
        case 0: keep(text(value).flatMap { JSONText.address(bytes, $0) }, \.address)
        case 1: takeCallsign(value, bytes)
        case 3: keep(number(value, Self.times), \.positionTime)
        case 4: keep(number(value, Self.times), \.contact)
        case 5: keep(number(value, -180...180), \.longitude)
        case 6: keep(number(value, -90...90), \.latitude)
        case 7: keep(metres(value), \.report.barometricAltitude)
        case 8: keep(flag(value), \.report.onGround)
        case 9: keep(number(value, 0...2100).map { Knots($0 * 3600 / 1852) }, \.report.groundSpeed)
        case 10: keep(number(value, 0...360).map { Degrees($0).asDirection }, \.report.track)
        case 11: keep(number(value, -170...170).map { FeetPerMinute($0 * Self.feetPerMinute) }, \.report.verticalRate)
        case 13: keep(metres(value), \.report.geometricAltitude)
        case 14: keep(text(value).flatMap { JSONText.squawk(bytes, $0) }, \.report.squawk)
        case 15: keep(flag(value), \.report.ident)
        case 16: keep(number(value, 0...15).map { Self.origin(Int($0)) }, \.origin)
        case 17: takeCategory(value)
        // 2 is the country by the address block, 12 receivers: neither is a statement about the aircraft.
        default: break
        }
    }

    private mutating func takeCallsign(_ value: JSONScanner.Value, _ bytes: Span<UInt8>) {
        guard let range = text(value) else {
            badFields &+= 1
            return
        }
        let trimmed = JSONText.trimmed(bytes, range)
        guard !trimmed.isEmpty else { return }
        keep(JSONText.callsign(bytes, trimmed), \.report.callsign)
    }

    /// 0 and 1 mean nothing; 13 is reserved.
    private mutating func takeCategory(_ value: JSONScanner.Value) {
        guard let number = number(value, 0...255) else {
            badFields &+= 1
            return
        }
        switch Int(number) {
        case 2...8: report.category = EmitterCategory(typeCode: 4, number: UInt8(number) - 1)
        case 9...12, 14, 15: report.category = EmitterCategory(typeCode: 3, number: UInt8(number) - 8)
        case 16...20: report.category = EmitterCategory(typeCode: 2, number: UInt8(number) - 15)
        default: break
        }
    }

    private static func origin(_ number: Int) -> SourceClass {
        switch number {
        case 0: .adsbICAO
        case 2: .multilateration
        default: .other
        }
    }

    private mutating func keep<Value>(_ value: Value?, _ place: WritableKeyPath<OpenSkyState, Value?>) {
        if let value { self[keyPath: place] = value } else { badFields &+= 1 }
    }

    private func number(_ value: JSONScanner.Value, _ range: ClosedRange<Double>) -> Double? {
        guard case .number(let number) = value, range.contains(number) else { return nil }
        return number
    }

    /// An altitude: -1,000 to 40,000 m.
    private func metres(_ value: JSONScanner.Value) -> Feet? {
        number(value, -1000...40_000).map { Metres($0).feet }
    }

    private func text(_ value: JSONScanner.Value) -> Range<Int>? {
        guard case .text(let range) = value else { return nil }
        return range
    }

    private func flag(_ value: JSONScanner.Value) -> Bool? {
        guard case .flag(let flag) = value else { return nil }
        return flag
    }
}
