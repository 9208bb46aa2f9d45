import Aero
import Tracking

/// Rows of one aircraft on one day, as they are written.
struct TraceSlice {
    let aircraft: ArchivedAircraft
    let rows: [Observation]
    /// Under which terms each row came; `nil` where the archive cannot tell.
    let licences: [LicenceTag?]
    let receiverSets: [ReceiverSet]
    /// Those that held before the first row, then those within, rising in time.
    let names: [IdentityChange]
    let realm: ArchiveRealm

    /// How many receivers heard a row; who they are never leaves.
    func receivers(_ row: Observation) -> Int {
        let place = Int(row.heardBy)
        return receiverSets.indices.contains(place) ? receiverSets[place].count : 0
    }
}

/// Turns slices into the bytes of one file.
protocol TraceFormatter {
    mutating func begin(_ out: inout TextBuffer)
    /// Slices come by aircraft, those of one in the order of time.
    mutating func add(_ slice: TraceSlice, _ out: inout TextBuffer)
    mutating func endAircraft(_ out: inout TextBuffer)
    mutating func end(_ out: inout TextBuffer)
}
