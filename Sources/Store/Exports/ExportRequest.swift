public import Aero
public import Tracking

/// What is to be exported, as what.
public struct ExportRequest: Hashable, Sendable {
    /// `nil`: all that were heard.
    public var aircraft: [ArchivedAircraft]?
    /// Only positions in it.
    public var area: ArchiveArea?
    public var during: Range<Timestamp>
    /// Only rows that came under these; `nil`: whatever the terms, and one that forbids handing on refuses all.
    public var licences: Set<LicenceTag>?
    public var format: ExportFormat
    /// Rows with no position too, where the format has a place for them. Never with an area.
    public var withoutPositions = true
    /// Files that are there already, the manifest too, are replaced; a folder when it is an export of ours.
    public var overwrites = false

    public init(during: Range<Timestamp>, format: ExportFormat) {
        self.during = during
        self.format = format
    }

    /// Longest time of one export, in days.
    static let longest: Int64 = 4_000

    func check() throws(ExportError) {
        let days = CalendarDay.days(of: during)
        guard !during.isEmpty, days.upperBound - days.lowerBound < Self.longest else { throw .badTime }
    }

    var rowsWithoutPositions: Bool {
        guard withoutPositions, area == nil else { return false }
        switch format {
        case .csv, .parquetCSV, .json, .globeHistory: return true
        case .geojson, .kml: return false
        }
    }
}
