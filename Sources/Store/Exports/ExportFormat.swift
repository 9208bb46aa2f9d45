/// What an export is written as.
public enum ExportFormat: String, Hashable, Sendable, CaseIterable {
    /// For people and spreadsheets: the usual columns.
    case csv
    /// For loading elsewhere: every column, typed, with its schema beside it.
    case parquetCSV = "parquet-csv"
    case geojson
    case kml
    /// readsb's traces: one aircraft in a file, more in a folder.
    case json
    /// Whole days as folders `YYYY/MM/DD/traces/xx/`.
    case globeHistory = "globe-history"

    /// Whether it is a folder whatever is in it.
    public var isFolder: Bool { self == .globeHistory }
}
