import Aero
import Feeds
import ModeS
import Tracking

/// One aircraft as a readsb trace. What the form has no place for stands in members named `pelacak`, which other programs pass over; with
/// them, what was written is read back the same, but for who heard it.
///
/// - Source: readsb, README-json.md, "trace jsons"; docs/import-export.md.
struct ReadsbTraceFormatter: TraceFormatter {
    /// What the rows' seconds count from; the first row's time if `nil`. Milliseconds since 1970.
    private var start: Int64?
    private var aircraft: ArchivedAircraft?
    private var realm = ArchiveRealm.imported
    private var isFirst = true
    private var last: Int64?
    /// The rows with no position.
    private var unlocated = TextBuffer()
    private var lastUnlocated: Int64?
    private var names: Set<IdentityChange> = []

    init(start: Int64? = nil) { self.start = start }

    func begin(_ out: inout TextBuffer) {}
    func end(_ out: inout TextBuffer) {}

    mutating func add(_ slice: TraceSlice, _ out: inout TextBuffer) {
        if aircraft == nil { open(slice, &out) }
        names.formUnion(slice.names)
        var cursor = NameCursor(slice.names)
        for row in slice.rows {
            let isNews = cursor.advance(to: row.milliseconds)
            if row.hasPosition {
                out.text(isFirst ? "\n" : ",\n")
                write(row, slice, isNews ? cursor : nil, silence: last.map { row.milliseconds - $0 }, &out)
                isFirst = false
                last = row.milliseconds
            } else {
                unlocated.text(lastUnlocated == nil ? "\n" : ",\n")
                let silence = lastUnlocated.map { row.milliseconds - $0 }
                write(row, slice, isNews ? cursor : nil, silence: silence, &unlocated)
                lastUnlocated = row.milliseconds
            }
        }
    }

    mutating func endAircraft(_ out: inout TextBuffer) {
        guard let aircraft else { return }
        out.text("\n],\n\"pelacak\":{\"realm\":\"\(realm.rawValue)\"")
        if aircraft.kind != ArchivedAircraft(aircraft.address).kind {
            out.text(",\"kind\":\"\(ArchivedKindName.name(aircraft.kind))\"")
        }
        out.text(",\"names\":[")
        let sorted = names.sorted {
            ($0.milliseconds, $0.field.rawValue, $0.value) < ($1.milliseconds, $1.field.rawValue, $1.value)
        }
        for (index, name) in sorted.enumerated() {
            out.text(index > 0 ? ",[" : "[")
            out.integer(name.milliseconds)
            out.text(",\"\(TraceNameState.name(name.field))\",")
            out.quoted(name.value)
            out.byte("]")
        }
        out.byte("]")
        if lastUnlocated != nil {
            out.text(",\"unlocated\":[")
            out.append(unlocated)
            out.text("\n]")
        }
        out.text("}}\n")
    }

    // MARK: - Parts

    private mutating func open(_ slice: TraceSlice, _ out: inout TextBuffer) {
        aircraft = slice.aircraft
        realm = slice.realm
        let start = start ?? slice.rows.first?.milliseconds ?? 0
        self.start = start
        out.text("{\"icao\":\"\(slice.aircraft.address.hex)\"")
        for (key, field) in [("r", IdentityChange.Field.registration), ("t", .typeCode)] {
            guard let name = slice.names.last(where: { $0.field == field && !$0.value.isEmpty }) else { continue }
            out.text(",\"\(key)\":")
            out.quoted(name.value)
        }
        if realm == .simulated { out.text(",\"simulated\":true") }
        out.text(",\"timestamp\":")
        out.fixed(start, decimals: 3)
        out.text(",\"trace\":[")
    }

    private func write(
        _ row: Observation,
        _ slice: TraceSlice,
        _ news: NameCursor?,
        silence: Int64?,
        _ out: inout TextBuffer
    ) {
        let marks = TraceConvention.marks(row)
        let isOnGround = row.flags.contains(.onGround)
        let details = row.details
        out.byte("[")
        out.fixed(row.milliseconds - (start ?? 0), decimals: 3)
        out.column(row.hasPosition ? Int64(row.latitudeSteps) : nil, decimals: 5)
        out.column(row.hasPosition ? Int64(row.longitudeSteps) : nil, decimals: 5)
        let geometric = Self.feet(row.geometricSteps)
        if isOnGround {
            out.text(",\"ground\"")
        } else {
            out.column(marks.contains(.geometricAltitude) ? geometric : Self.feet(row.barometricSteps))
        }
        out.column(row.speedTenths == .max ? nil : Int64(row.speedTenths), decimals: 1)
        out.column(row.trackTenths == .max ? nil : Int64(row.trackTenths), decimals: 1)
        out.column(Int64(marks.rawValue))
        let rate = row.rateSteps == .min ? nil : Int64(row.rateSteps) * 64
        out.column(rate)
        out.byte(",")
        let own = OwnMarks(row, marks, receivers: slice.receivers(row), silence: silence)
        let object = ReadsbTraceObject(row: row, details: details, news: news, own: own)
        object.write(&out)
        out.text(",\"\(row.sourceClass.readsbName)\"")
        out.column(geometric)
        out.column(marks.contains(.geometricRate) ? rate : details?.geometricRate.map { Int64($0) * 64 })
        out.column(details?.indicatedAirspeed.map(Int64.init))
        out.column(details?.roll.map(Int64.init), decimals: 1)
        out.byte("]")
    }

    static func feet(_ steps: Int16) -> Int64? { steps == .min ? nil : Int64(steps) * 25 }
}

extension ReadsbTraceFormatter {
    /// What the form's columns do not say of a row.
    struct OwnMarks {
        var flags: UInt8?
        var receivers: Int?
        /// Feet.
        var groundAltitude: Int64?

        var isEmpty: Bool { flags == nil && receivers == nil && groundAltitude == nil }

        init(_ row: Observation, _ marks: TraceRow.Marks, receivers count: Int, silence: Int64?) {
            let isOnGround = row.flags.contains(.onGround)
            let plain = TraceConvention.flags(marks, isOnGround: isOnGround, row.sourceClass, silence: silence)
            if plain != row.flags { flags = row.flags.rawValue }
            if count > 0 { receivers = count }
            if isOnGround { groundAltitude = ReadsbTraceFormatter.feet(row.barometricSteps) }
        }
    }
}
