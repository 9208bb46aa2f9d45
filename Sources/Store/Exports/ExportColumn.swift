import Aero
import ModeS
import Tracking

/// A column of a CSV export: its name with the unit, its type, and how it is written. Nothing is written for what is not known.
struct ExportColumn: Sendable {
    /// As a loader of tables needs it.
    enum Kind: String, Sendable {
        case text = "string"
        case integer = "int64"
        case decimal = "double"
        case flag = "boolean"
        case instant = "timestamp[ms, UTC]"
    }

    /// What a column is read from.
    struct Row {
        let slice: TraceSlice
        let names: NameCursor
        let observation: Observation
        let licence: LicenceTag?
        let details: ObservationDetails?
    }

    let name: String
    let kind: Kind
    let isNullable: Bool
    let words: String
    let write: @Sendable (Row, inout TextBuffer) -> Void

    init(
        _ name: String,
        _ kind: Kind,
        _ words: String,
        isNullable: Bool = true,
        _ write: @escaping @Sendable (Row, inout TextBuffer) -> Void
    ) {
        self.name = name
        self.kind = kind
        self.isNullable = isNullable
        self.words = words
        self.write = write
    }

    /// A number in whole steps of its last decimal.
    static func steps(
        _ name: String,
        _ words: String,
        decimals: Int = 0,
        _ value: @escaping @Sendable (Row) -> Int64?
    ) -> ExportColumn {
        ExportColumn(name, decimals == 0 ? .integer : .decimal, words) { row, out in
            if let value = value(row) { out.fixed(value, decimals: decimals) }
        }
    }

    /// A value of the details.
    static func detail<Value: FixedWidthInteger & SendableMetatype>(
        _ name: String,
        _ words: String,
        decimals: Int = 0,
        times factor: Int64 = 1,
        _ value: @escaping @Sendable (ObservationDetails) -> Value?
    ) -> ExportColumn {
        steps(name, words, decimals: decimals) { row in row.details.flatMap(value).map { Int64($0) * factor } }
    }

    static func flag(_ name: String, _ words: String, _ flag: Observation.Flags) -> ExportColumn {
        ExportColumn(name, .flag, words, isNullable: false) { row, out in
            out.text(row.observation.flags.contains(flag) ? "true" : "false")
        }
    }

    static func told(_ name: String, _ words: String, _ field: IdentityChange.Field) -> ExportColumn {
        ExportColumn(name, .text, words) { row, out in if let value = row.names[field] { out.field(value) } }
    }
}
