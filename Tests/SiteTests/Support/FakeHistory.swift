import Site
import Tracking

/// A desk over archives in memory.
final class FakeHistory: HistoryDesk {
    let archives: [ArchiveRealm: FakeArchive]
    let days: [ArchiveRealm: [HistoryDay]]

    /// Manifests cannot be read.
    let failure: ArchiveError?

    init(
        _ archives: [ArchiveRealm: FakeArchive] = [:],
        days: [ArchiveRealm: [HistoryDay]] = [:],
        failure: ArchiveError? = nil
    ) {
        self.archives = archives
        self.days = days
        self.failure = failure
    }

    func archive(of realm: ArchiveRealm) -> (any TrackArchive)? { archives[realm] }

    func day(_ day: Int64, of realm: ArchiveRealm) async throws(ArchiveError) -> HistoryDay? {
        if let failure { throw failure }
        return days[realm]?.first { $0.number == day }
    }
}
