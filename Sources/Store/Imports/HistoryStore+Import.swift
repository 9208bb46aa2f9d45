import Foundation
public import Tracking

extension HistoryStore: ErasableArchive {}

extension HistoryStore: ImportNotingArchive {
    public func noteImport(lacking reason: String, on day: Int64) async throws(ArchiveError) {
        let start = CalendarDay(number: day).start
        let note = DayNotes.Note(
            day: day,
            kind: .importFailed,
            during: start..<start + CalendarDay.milliseconds,
            detail: String(reason.prefix(300))
        )
        let now = Int64(Date().timeIntervalSince1970 * 1000)
        try await change { database in
            guard try !DayNotes.of(day, in: database).contains(note) else { return }
            try DayNotes.add(note, noted: now, in: database)
        }
    }
}
