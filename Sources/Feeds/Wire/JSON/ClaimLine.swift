import Aero
import ModeS

/// A line of ours that tells what another program claims.
struct ClaimLine {
    private(set) var report = ClaimedReport(
        address: AircraftAddress(icao: 0),
        time: Timestamp(nanoseconds: 0)
    )
    private(set) var time: Timestamp?
    private(set) var badFields: UInt64 = 0
    private var address: AircraftAddress?
    private var isClaim = false
    private var latitude: Double?
    private var longitude: Double?

    private enum Member: Sendable {
        case time, address, source, callsign, altitude, groundSpeed, track, latitude, longitude, verticalRate, squawk
        case verticalStatus
    }

    private static let table = JSONKeyTable<Member>([
        ("time", .time), ("icao", .address), ("source", .source), ("callsign", .callsign), ("altitude", .altitude),
        ("groundspeed", .groundSpeed), ("track", .track), ("latitude", .latitude), ("longitude", .longitude),
        ("vertical_rate", .verticalRate), ("squawk", .squawk), ("vertical_status", .verticalStatus),
    ])

    /// Reads a line that is known to be a JSON object; `nil` unless it is a claim about an aircraft.
    init?(_ bytes: Span<UInt8>) {
        var scanner = JSONScanner()
        guard scanner.take(UInt8(ascii: "{"), bytes) else { return nil }
        var isFirst = true
        while let key = scanner.key(bytes, isFirst: isFirst), !scanner.isObjectOver {
            isFirst = false
            guard let value = scanner.value(bytes) else { return nil }
            if let member = Self.table.field(bytes, key) { take(member, value, bytes) }
        }
        guard isClaim, let address else { return nil }
        report.address = address
        if let latitude, let longitude { report.position = Position(latitude: latitude, longitude: longitude) }
    }

    private mutating func take(_ member: Member, _ value: JSONScanner.Value, _ bytes: Span<UInt8>) {
        switch value {
        case .number(let number): take(member, number)
        case .text(let range): take(member, range, bytes)
        case .null: break
        case .flag, .nested: badFields &+= 1
        }
    }

    private mutating func take(_ member: Member, _ number: Double) {
        switch member {
        case .time: time = JSONText.instant(number)
        case .altitude where (-2_000...130_000).contains(number): report.barometricAltitude = Feet(number)
        case .groundSpeed where (0...4_096).contains(number): report.groundSpeed = Knots(number)
        case .track where (0...360).contains(number): report.track = Degrees(number).asDirection
        case .latitude where (-90...90).contains(number): latitude = number
        case .longitude where (-180...180).contains(number): longitude = number
        case .verticalRate where (-65_536...65_536).contains(number): report.verticalRate = FeetPerMinute(number)
        default: badFields &+= 1
        }
    }

    private mutating func take(_ member: Member, _ text: Range<Int>, _ bytes: Span<UInt8>) {
        switch member {
        case .address: address = JSONText.address(bytes, text)
        case .source:
            let isComputed = JSONText.equals(bytes, text, "mlat")
            isClaim = isComputed || JSONText.equals(bytes, text, "claim")
            if isComputed { report.kind = .multilateration }
        case .callsign: report.callsign = JSONText.callsign(bytes, JSONText.trimmed(bytes, text))
        case .squawk: report.squawk = JSONText.squawk(bytes, text)
        case .verticalStatus:
            if JSONText.equals(bytes, text, "on-ground") { report.onGround = true }
            if JSONText.equals(bytes, text, "airborne") { report.onGround = false }
        default: badFields &+= 1
        }
    }
}
