import Aero
import Tracking

/// Paths as GeoJSON: for each aircraft and day a MultiLineString with a line for each piece that was heard without a break, features for the
/// gaps between (two points, never a line through silence), and one for positions that stand alone.
///
/// - Source: RFC 7946; lines over the 180th meridian are cut there (3.1.9).
struct GeoJSONFormatter: TraceFormatter {
    let realm: ArchiveRealm
    private var isFirst = true
    private var last: Observation?

    /// A place of a line: 1e-5 degrees, milliseconds.
    private struct Point {
        var longitude: Int64
        var latitude: Int64
        var time: Int64
        var altitude: Int64?

        init(_ row: Observation) {
            longitude = Int64(row.longitudeSteps)
            latitude = Int64(row.latitudeSteps)
            time = row.milliseconds
            altitude = row.barometricSteps == .min ? nil : Int64(row.barometricSteps) * 25
        }
    }

    init(realm: ArchiveRealm) { self.realm = realm }

    func begin(_ out: inout TextBuffer) {
        out.text("{\"type\":\"FeatureCollection\",\"realm\":\"\(realm.rawValue)\"")
        if realm == .simulated { out.text(",\"simulated\":true") }
        out.text(",\"features\":[")
    }

    mutating func add(_ slice: TraceSlice, _ out: inout TextBuffer) {
        let pieces = TracePieces(slice.rows, after: last)
        for gap in pieces.gaps { write(gap, slice, &out) }
        let lines = pieces.pieces.filter { $0.count > 1 }.flatMap(Self.cut)
        if !lines.isEmpty { write(lines, slice, &out) }
        let alone = pieces.pieces.filter { $0.count == 1 }.map { Point($0[0]) }
        if !alone.isEmpty { write(alone, slice, &out) }
        last = slice.rows.last(where: \.hasPosition) ?? last
    }

    mutating func endAircraft(_ out: inout TextBuffer) { last = nil }

    func end(_ out: inout TextBuffer) { out.text("\n]}\n") }

    // MARK: - Lines

    /// A piece, cut where it crosses the 180th meridian.
    private static func cut(_ piece: [Observation]) -> [[Point]] {
        var lines: [[Point]] = [[]]
        for row in piece {
            let point = Point(row)
            if let last = lines[lines.count - 1].last, abs(point.longitude - last.longitude) > 18_000_000 {
                let (before, after) = crossing(last, point)
                // Where a position lies on the meridian it is the crossing itself, from one side or the other.
                if last.longitude != before.longitude { lines[lines.count - 1].append(before) }
                lines.append(point.longitude == after.longitude ? [] : [after])
            }
            lines[lines.count - 1].append(point)
        }
        // A point of the meridian that was come to and left on the other side ends and begins the lines there.
        return lines.filter { $0.count > 1 }
    }

    /// Where a short way between two points meets the meridian, seen from both sides.
    private static func crossing(_ from: Point, _ to: Point) -> (Point, Point) {
        let edge: Int64 = from.longitude > 0 ? 18_000_000 : -18_000_000
        let way = to.longitude + 2 * edge - from.longitude
        let share = way == 0 ? 0 : Double(edge - from.longitude) / Double(way)
        var before = from
        before.longitude = edge
        before.latitude = from.latitude + Int64((Double(to.latitude - from.latitude) * share).rounded())
        before.time = from.time + Int64((Double(to.time - from.time) * share).rounded())
        var after = before
        after.longitude = -edge
        return (before, after)
    }

    // MARK: - Features

    private mutating func open(_ what: String, _ slice: TraceSlice, _ out: inout TextBuffer) {
        out.text(isFirst ? "\n" : ",\n")
        isFirst = false
        out.text(
            "{\"type\":\"Feature\",\"properties\":{\"what\":\"\(what)\",\"icao\":\"\(slice.aircraft.address.hex)\""
        )
        out.text(",\"address_kind\":\"\(ArchivedKindName.name(slice.aircraft.kind))\",\"realm\":\"\(realm.rawValue)\"")
        if realm == .simulated { out.text(",\"simulated\":true") }
    }

    private mutating func write(_ gap: TracePieces.Gap, _ slice: TraceSlice, _ out: inout TextBuffer) {
        open("gap", slice, &out)
        out.text(",\"from\":\"")
        out.time(gap.from.milliseconds)
        out.text("\",\"to\":\"")
        out.time(gap.to.milliseconds)
        out.text("\",\"seconds\":")
        out.fixed(gap.to.milliseconds - gap.from.milliseconds, decimals: 3)
        out.text("},\"geometry\":{\"type\":\"MultiPoint\",\"coordinates\":")
        Self.coordinates([Point(gap.from), Point(gap.to)], &out)
        out.text("}}")
    }

    private mutating func write(_ lines: [[Point]], _ slice: TraceSlice, _ out: inout TextBuffer) {
        open("path", slice, &out)
        Self.callsigns(slice, &out)
        Self.licences(slice, &out)
        Self.list("epoch_ms", lines, &out) { point, out in out.integer(point.time) }
        Self.list("altitude_barometric_ft", lines, &out) { point, out in
            if let altitude = point.altitude { out.integer(altitude) } else { out.text("null") }
        }
        out.text("},\"geometry\":{\"type\":\"MultiLineString\",\"coordinates\":[")
        for (index, line) in lines.enumerated() {
            if index > 0 { out.byte(",") }
            Self.coordinates(line, &out)
        }
        out.text("]}}")
    }

    private mutating func write(_ alone: [Point], _ slice: TraceSlice, _ out: inout TextBuffer) {
        open("alone", slice, &out)
        Self.callsigns(slice, &out)
        Self.licences(slice, &out)
        Self.list("epoch_ms", [alone], &out) { point, out in out.integer(point.time) }
        out.text("},\"geometry\":{\"type\":\"MultiPoint\",\"coordinates\":")
        Self.coordinates(alone, &out)
        out.text("}}")
    }

    private static func callsigns(_ slice: TraceSlice, _ out: inout TextBuffer) {
        var seen: Set<String> = []
        let names = slice.names.filter { $0.field == .callsign && !$0.value.isEmpty && seen.insert($0.value).inserted }
        guard !names.isEmpty else { return }
        out.text(",\"callsigns\":[")
        for (index, name) in names.enumerated() {
            if index > 0 { out.byte(",") }
            out.quoted(name.value)
        }
        out.byte("]")
    }

    /// Terms under which the rows of the day came.
    private static func licences(_ slice: TraceSlice, _ out: inout TextBuffer) {
        let licences = Set(slice.licences.compactMap(\.self)).map(\.rawValue).sorted()
        guard !licences.isEmpty else { return }
        out.text(",\"licences\":[")
        for (index, licence) in licences.enumerated() {
            if index > 0 { out.byte(",") }
            out.quoted(licence)
        }
        out.byte("]")
    }

    /// A value for each point, in lists as the lines are.
    private static func list(
        _ name: String,
        _ lines: [[Point]],
        _ out: inout TextBuffer,
        _ value: (Point, inout TextBuffer) -> Void
    ) {
        out.text(",\"\(name)\":[")
        for (index, line) in lines.enumerated() {
            out.text(index > 0 ? ",[" : "[")
            for (place, point) in line.enumerated() {
                if place > 0 { out.byte(",") }
                value(point, &out)
            }
            out.byte("]")
        }
        out.byte("]")
    }

    private static func coordinates(_ points: [Point], _ out: inout TextBuffer) {
        out.byte("[")
        for (index, point) in points.enumerated() {
            out.text(index > 0 ? ",[" : "[")
            out.fixed(point.longitude, decimals: 5)
            out.byte(",")
            out.fixed(point.latitude, decimals: 5)
            out.byte("]")
        }
        out.byte("]")
    }
}
