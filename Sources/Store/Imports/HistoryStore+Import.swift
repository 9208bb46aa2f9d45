import Foundation
public import Tracking

extension HistoryStore: ErasableArchive {}

extension HistoryStore: ImportNotingArchive {
    public func noteImport(_ id: String, lacking reason: String, on day: Int64) async throws(ArchiveError) {
        let start = CalendarDay(number: day).start
        let note = DayNotes.Note(
            day: day,
            kind: .importFailed,
            during: start..<start + CalendarDay.milliseconds,
            detail: "import \(id): " + String(reason.prefix(300))
        )
        let now = Int64(Date().timeIntervalSince1970 * 1000)
        try await change { try DayNotes.addOnce(note, noted: now, in: $0) }
    }

    public func forgetImport(_ id: String, on day: Int64?) async throws(ArchiveError) {
        try await change { try DayNotes.forget(.importFailed, whose: "import \(id): ", on: day, in: $0) }
    }
}
