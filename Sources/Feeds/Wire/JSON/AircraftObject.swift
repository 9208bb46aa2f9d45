import Aero
import ModeS

/// What one aircraft object says, while it is being read. Times are put together at its end: `now` may stand last.
struct AircraftObject {
    var address: AircraftAddress?
    /// Seconds since 1970, of a line that has its own.
    var now: Double?
    /// Seconds before `now`.
    var seen: Double?
    var seenPosition: Double?
    /// `seen` is there and cannot be believed: nothing can be said of when.
    var hasBadAge = false
    var isSimulated = false
    var badFields: UInt64 = 0
    /// The values; who and when are put in at the end.
    var report = ClaimedReport(address: AircraftAddress(icao: 0), time: Timestamp(nanoseconds: 0))
    private var latitude: Double?
    private var longitude: Double?

    /// Ages believed, in seconds: a week, and what rounding makes negative.
    private static let ages = -1.0...604_800

    /// The position, once both coordinates are there.
    var position: Position? {
        guard let latitude, let longitude else { return nil }
        return Position(latitude: latitude, longitude: longitude)
    }

    /// Seconds since 1970 from a `now` in seconds or milliseconds; `nil` outside 1970 to 2200.
    static func seconds(ofNow now: Double) -> Double? {
        let seconds = now > 1e11 ? now / 1000 : now
        return (1...7_258_118_400).contains(seconds) ? seconds : nil
    }

    /// Takes one member. A value of the wrong type or outside the possible is left out and counted; `null` is nothing.
    mutating func take(_ field: AircraftObjectField, _ value: JSONScanner.Value, _ bytes: Span<UInt8>) {
        if case .null = value { return }
        switch field {
        case .hex: Self.keep(address(value, bytes), &address, &badFields)
        case .now: Self.keep(number(value, 0...1e14).flatMap(Self.seconds), &now, &badFields)
        case .seen:
            seen = number(value, Self.ages)
            hasBadAge = seen == nil
        case .seenPosition: Self.keep(number(value, Self.ages), &seenPosition, &badFields)
        case .simulated: isSimulated = isSimulated || value == .flag(true)
        case .latitude: Self.keep(number(value, -90...90), &latitude, &badFields)
        case .longitude: Self.keep(number(value, -180...180), &longitude, &badFields)
        case .multilateration: takeComputed(value, bytes)
        case .type, .flight, .squawk, .emergency, .category: takeText(field, value, bytes)
        case .alert: Self.keep(flag(value), &report.alert, &badFields)
        case .ident: Self.keep(flag(value), &report.ident, &badFields)
        case .nic, .version, .nacP, .nacV, .sil, .gva, .sda: takeQuality(field, value)
        default: takeMotion(field, value, bytes)
        }
    }

    private mutating func takeMotion(_ field: AircraftObjectField, _ value: JSONScanner.Value, _ bytes: Span<UInt8>) {
        switch field {
        case .barometricAltitude: takeAltitude(value, bytes)
        case .geometricAltitude: Self.keep(altitude(value), &report.geometricAltitude, &badFields)
        case .groundSpeed: Self.keep(number(value, 0...4_096).map { Knots($0) }, &report.groundSpeed, &badFields)
        case .indicatedAirspeed:
            Self.keep(number(value, 0...4_096).map { Knots($0) }, &report.indicatedAirspeed, &badFields)
        case .trueAirspeed: Self.keep(number(value, 0...4_096).map { Knots($0) }, &report.trueAirspeed, &badFields)
        case .mach: Self.keep(number(value, 0...5), &report.mach, &badFields)
        case .track: Self.keep(direction(value), &report.track, &badFields)
        case .magneticHeading: Self.keep(direction(value), &report.magneticHeading, &badFields)
        case .trueHeading: Self.keep(direction(value), &report.trueHeading, &badFields)
        case .selectedHeading: Self.keep(direction(value), &report.selectedHeading, &badFields)
        case .trackRate: Self.keep(number(value, -64...64), &report.trackRate, &badFields)
        case .roll: Self.keep(number(value, -180...180).map { Degrees($0) }, &report.roll, &badFields)
        case .barometricRate: Self.keep(rate(value), &report.verticalRate, &badFields)
        case .geometricRate: Self.keep(rate(value), &report.geometricRate, &badFields)
        case .pressureSetting: Self.keep(number(value, 750...1_250), &report.pressureSetting, &badFields)
        case .selectedAltitude: Self.keep(altitude(value), &report.selectedAltitude, &badFields)
        case .managedAltitude: Self.keep(altitude(value), &report.managedAltitude, &badFields)
        // readsb writes 0 where it does not know.
        case .containmentRadius where value == .number(0): break
        case .containmentRadius:
            Self.keep(number(value, 0...1_000_000).map { Metres($0) }, &report.containmentRadius, &badFields)
        case .level: Self.keep(number(value, -200...10).map { Float($0) }, &report.level, &badFields)
        default: break
        }
    }

    private mutating func takeQuality(_ field: AircraftObjectField, _ value: JSONScanner.Value) {
        switch field {
        case .nic: Self.keep(whole(value, upTo: 11), &report.nic, &badFields)
        case .version: Self.keep(whole(value, upTo: 2), &report.version, &badFields)
        case .nacP: Self.keep(whole(value, upTo: 11), &report.nacP, &badFields)
        case .nacV: Self.keep(whole(value, upTo: 7), &report.nacV, &badFields)
        case .sil: Self.keep(whole(value, upTo: 3), &report.sil, &badFields)
        case .gva: Self.keep(whole(value, upTo: 3), &report.gva, &badFields)
        case .sda: Self.keep(whole(value, upTo: 3), &report.sda, &badFields)
        default: break
        }
    }

    // MARK: - Values

    @inline(__always)
    private static func keep<Value>(_ value: Value?, _ field: inout Value?, _ badFields: inout UInt64) {
        if let value { field = value } else { badFields &+= 1 }
    }

    private func number(_ value: JSONScanner.Value, _ range: ClosedRange<Double>) -> Double? {
        guard case .number(let number) = value, range.contains(number) else { return nil }
        return number
    }

    private func whole(_ value: JSONScanner.Value, upTo most: Double) -> UInt8? {
        guard let number = number(value, 0...most), number == number.rounded() else { return nil }
        return UInt8(number)
    }

    private func altitude(_ value: JSONScanner.Value) -> Feet? { number(value, -2_000...130_000).map { Feet($0) } }

    private func direction(_ value: JSONScanner.Value) -> Degrees? {
        number(value, 0...360).map { Degrees($0).asDirection }
    }

    private func rate(_ value: JSONScanner.Value) -> FeetPerMinute? {
        number(value, -65_536...65_536).map { FeetPerMinute($0) }
    }

    private func flag(_ value: JSONScanner.Value) -> Bool? {
        switch value {
        case .flag(let flag): flag
        case .number(0): false
        case .number(1): true
        default: nil
        }
    }

    /// A number, or `"ground"`; with a number the aircraft is taken to be airborne, as readsb means it.
    private mutating func takeAltitude(_ value: JSONScanner.Value, _ bytes: Span<UInt8>) {
        if case .text(let range) = value, JSONText.equals(bytes, range, "ground") {
            report.onGround = true
            return
        }
        Self.keep(altitude(value), &report.barometricAltitude, &badFields)
        if report.barometricAltitude != nil { report.onGround = false }
    }

    /// The list of what was computed from several receivers' times.
    private mutating func takeComputed(_ value: JSONScanner.Value, _ bytes: Span<UInt8>) {
        guard case .nested(let range) = value, bytes[range.lowerBound] == UInt8(ascii: "[") else {
            badFields &+= 1
            return
        }
        if JSONText.contains(bytes, range, "\"lat\"") { report.kind = .multilateration }
    }

    // MARK: - Texts

    private mutating func takeText(_ field: AircraftObjectField, _ value: JSONScanner.Value, _ bytes: Span<UInt8>) {
        guard case .text(let range) = value else {
            badFields &+= 1
            return
        }
        switch field {
        case .type:
            if JSONText.equals(bytes, range, "unknown") { return }
            Self.keep(JSONText.sourceClass(bytes, range), &report.statedClass, &badFields)
            if report.statedClass == .multilateration { report.kind = .multilateration }
        case .flight:
            let trimmed = JSONText.trimmed(bytes, range)
            if !trimmed.isEmpty { Self.keep(JSONText.callsign(bytes, trimmed), &report.callsign, &badFields) }
        case .squawk: Self.keep(JSONText.squawk(bytes, range), &report.squawk, &badFields)
        case .emergency:
            Self.keep(JSONText.emergency(bytes, range), &report.emergencyState, &badFields)
            report.emergency = report.emergencyState.map { $0 != .none }
        case .category: Self.keep(JSONText.category(bytes, range), &report.category, &badFields)
        default: break
        }
    }

    private func address(_ value: JSONScanner.Value, _ bytes: Span<UInt8>) -> AircraftAddress? {
        guard case .text(let range) = value else { return nil }
        return JSONText.address(bytes, range)
    }
}
