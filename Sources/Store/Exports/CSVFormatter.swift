import Tracking

/// Rows as CSV: one line of names, then a line each, by aircraft and time. Empty is "not known".
///
/// - Source: RFC 4180; lines end with a line feed alone, as loaders of today take it.
struct CSVFormatter: TraceFormatter {
    let columns: [ExportColumn]

    func begin(_ out: inout TextBuffer) {
        out.text(columns.map(\.name).joined(separator: ","))
        out.byte("\n")
    }

    func add(_ slice: TraceSlice, _ out: inout TextBuffer) {
        var names = NameCursor(slice.names)
        for (observation, licence) in zip(slice.rows, slice.licences) {
            _ = names.advance(to: observation.milliseconds)
            let row = ExportColumn.Row(
                slice: slice,
                names: names,
                observation: observation,
                licence: licence,
                details: observation.details
            )
            var isFirst = true
            for column in columns {
                if !isFirst { out.byte(",") }
                isFirst = false
                column.write(row, &out)
            }
            out.byte("\n")
        }
    }

    func endAircraft(_ out: inout TextBuffer) {}
    func end(_ out: inout TextBuffer) {}

    /// What a loader of tables must know of the file, as JSON.
    static func schema(_ columns: [ExportColumn]) -> [UInt8] {
        var out = TextBuffer()
        out.text(
            "{\"null\":\"\",\"delimiter\":\",\",\"header_lines\":1,\"order\":[\"icao\",\"time_utc\"],\"columns\":[\n"
        )
        for (index, column) in columns.enumerated() {
            if index > 0 { out.text(",\n") }
            out.text("  {\"name\":")
            out.quoted(column.name)
            out.text(",\"type\":")
            out.quoted(column.kind.rawValue)
            out.text(",\"nullable\":\(column.isNullable),\"description\":")
            out.quoted(column.words)
            out.byte("}")
        }
        out.text("\n]}\n")
        return out.bytes
    }
}
