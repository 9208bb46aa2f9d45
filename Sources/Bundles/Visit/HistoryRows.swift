public import Aero
import ModeS
public import Tracking
import Visits

/// The rows of one aircraft as an item of a bundle: all that the history keeps of a moment but who heard it and how loud.
///
/// A line of heads first, then a line a row: `[milliseconds since 1970, latitude and longitude in 1e-5 degrees, altitudes in 25 ft
/// (of the air's pressure, geometric), rate in 64 ft/min, speed in 0.1 kt, track in 0.1 degrees, NIC, source, flags]`, `null` where nothing
/// was reported.
public struct HistoryRows: Sendable {
    public let aircraft: ArchivedAircraft
    /// Rising in time.
    public let rows: [Observation]

    public init(aircraft: ArchivedAircraft, rows: [Observation]) {
        self.aircraft = aircraft
        self.rows = rows
    }

    /// Where the rows of an aircraft lie: `history/157716.jsonl`, `history/other-2a00f3.jsonl`.
    public static func path(of address: AircraftAddress) -> BundlePath? {
        BundlePath("history/" + (address.isICAO ? address.hex : "other-" + address.hex.dropFirst()) + ".jsonl")
    }

    private static let columns: [CanonicalJSON] = [
        "time ms", "latitude 1e-5 deg", "longitude 1e-5 deg", "barometric altitude 25 ft", "geometric altitude 25 ft",
        "vertical rate 64 ft/min", "ground speed 0.1 kt", "track 0.1 deg", "nic", "source", "flags",
    ]

    public var bytes: [UInt8] {
        let head = CanonicalJSON.members([
            "address": .string(aircraft.address.hex), "kind": CanonicalJSON(Int(aircraft.kind.rawValue)),
            "columns": .array(Self.columns),
        ])
        return VisitInputs.lines([head]) + VisitInputs.lines(rows.lazy.map(Self.value))
    }

    private static func value(_ row: Observation) -> CanonicalJSON {
        func number<Step: FixedWidthInteger>(_ step: Step, none: Step) -> CanonicalJSON {
            step == none ? .null : .number(Double(Int(step)))
        }
        return .array([
            .number(Double(row.milliseconds)), number(row.latitudeSteps, none: .min),
            number(row.longitudeSteps, none: .min), number(row.barometricSteps, none: .min),
            number(row.geometricSteps, none: .min), number(row.rateSteps, none: .min),
            number(row.speedTenths, none: .max), number(row.trackTenths, none: .max),
            number(row.nicByte, none: .max), CanonicalJSON(Int(row.sourceClass.rawValue)),
            CanonicalJSON(Int(row.flags.rawValue)),
        ])
    }

    public init(reading bytes: [UInt8]) throws(CanonicalJSONError) {
        var (found, rows): (ArchivedAircraft?, [Observation]) = (nil, [])
        try VisitInputs.eachValue(bytes) { line throws(CanonicalJSONError) in
            guard found != nil else { return found = try Self.head(line) }
            guard rows.count < VisitLimits.rows, let row = Self.row(line) else { throw .member("rows.row") }
            rows.append(row)
        }
        guard let found else { throw .member("rows") }
        self.init(aircraft: found, rows: rows)
        try CanonicalJSON.compare(self.bytes, with: bytes)
    }

    private static func head(_ line: CanonicalJSON) throws(CanonicalJSONError) -> ArchivedAircraft {
        let head = try CanonicalFields(line, "rows")
        let kind = UInt8(exactly: try head.integer("kind")).flatMap { ArchivedAircraft.Kind(rawValue: $0) }
        guard let kind, try head.array("columns") == columns else { throw .member("rows.columns") }
        return ArchivedAircraft(try head.address("address"), kind: kind)
    }

    private static func row(_ line: CanonicalJSON) -> Observation? {
        guard case .array(let values) = line, values.count == columns.count,
            let time: Int64 = step(values[0], none: .min), time.magnitude < 9_000_000_000_000,
            let latitude: Int32 = step(values[1], none: .min), let longitude: Int32 = step(values[2], none: .min),
            let barometric: Int16 = step(values[3], none: .min), let geometric: Int16 = step(values[4], none: .min),
            let rate: Int16 = step(values[5], none: .min), let speed: UInt16 = step(values[6], none: .max),
            let track: UInt16 = step(values[7], none: .max), let nic: UInt8 = step(values[8], none: .max),
            let source: UInt8 = step(values[9], none: .max), let sourceClass = SourceClass(rawValue: source),
            let flags: UInt8 = step(values[10], none: .max)
        else { return nil }
        return Observation(
            milliseconds: time,
            latitudeSteps: latitude,
            longitudeSteps: longitude,
            barometricSteps: barometric,
            geometricSteps: geometric,
            rateSteps: rate,
            speedTenths: speed,
            trackTenths: track,
            nicByte: nic,
            levelByte: .max,
            sourceClass: sourceClass,
            flags: Observation.Flags(rawValue: flags),
            heardBy: 0
        )
    }

    private static func step<Step: FixedWidthInteger>(_ value: CanonicalJSON, none: Step) -> Step? {
        switch value {
        case .null: none
        case .number(let number): Step(exactly: number)
        default: nil
        }
    }

    /// The points that the ranking is given of these rows.
    func points() -> SkyPoints {
        var sieve = PointSieve()
        sieve.take(Trace(aircraft, observations: rows))
        return SkyPoints(sieve.finished())
    }
}
