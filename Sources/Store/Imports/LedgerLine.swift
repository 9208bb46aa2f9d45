import Aero
import Tracking

/// One line of the record of an import. Each is one of: what is imported, rows that are about to be kept, a file that is done, one that is
/// damaged, an end.
struct LedgerLine: Codable, Hashable {
    // What is imported, and how.
    var id: String?
    var origin: String?
    var licence: String?
    var filter: String?
    var inputs: [String]?

    // A file that is done; without `sha256` rows that are about to be kept.
    var entry: String?
    /// Of the file as it lay there.
    var sha256: String?
    var aircraft: String?
    var kind: UInt8?
    /// Milliseconds since 1970.
    var from: Int64?
    var to: Int64?
    var rows: Int?

    // One that is damaged; `entry` names it.
    var damage: String?
    /// Since 1970-01-01.
    var day: Int64?

    /// `whole`, `incomplete` or `undone`.
    var end: String?

    init() {}

    /// What is imported, and how: no longer than a line of a record can be.
    init(_ id: String, _ request: ImportRequest, inputs: [String]) {
        self.id = id
        origin = request.origin
        licence = request.licence.rawValue
        filter = request.filter.record
        self.inputs = inputs.prefix(Self.mostInputs).map { String($0.prefix(Self.longestInput)) }
        if inputs.count > Self.mostInputs { self.inputs?.append("and \(inputs.count - Self.mostInputs) more") }
    }

    /// Rows of an aircraft that are about to be handed to the archive: until a line with a check sum follows it is not known whether they were.
    init(handing aircraft: ArchivedAircraft, _ times: ClosedRange<Int64>) {
        self.aircraft = aircraft.address.hex
        kind = aircraft.kind.rawValue
        (from, to) = (times.lowerBound, times.upperBound)
    }

    private static let mostInputs = 200
    private static let longestInput = 1_000
}
