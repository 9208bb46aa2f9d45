import Foundation
public import Tracking

extension HistoryStore: ErasableArchive {}

extension HistoryStore: ImportNotingArchive {
    public func noteImport(_ id: String, lacking reason: String, on days: Set<Int64>) async throws(ArchiveError) {
        guard !days.isEmpty else { return }
        let detail = Self.detail(id, reason)
        let now = Int64(Date().timeIntervalSince1970 * 1000)
        try await change { database in
            for day in days.sorted() {
                let note = DayNotes.Note(
                    day: day,
                    kind: .importFailed,
                    during: Moments.times(ofDay: day),
                    detail: detail
                )
                try DayNotes.addOnce(note, noted: now, in: database)
            }
        }
    }

    public func forgetImport(_ id: String, lacking reason: String?, on day: Int64?) async throws(ArchiveError) {
        let start = Self.detail(id, reason ?? "")
        try await change { try DayNotes.forget(.importFailed, whose: start, on: day, in: $0) }
    }

    private static func detail(_ id: String, _ reason: String) -> String {
        "import \(id): " + String(reason.prefix(300))
    }
}
