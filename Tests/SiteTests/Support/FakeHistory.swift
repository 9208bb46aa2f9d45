import Aero
import Site
import Synchronization
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

    private let kept = Mutex<[ArchiveRealm: [HistoryPin]]>([:])

    func pins(of realm: ArchiveRealm) async throws(ArchiveError) -> [HistoryPin] {
        if let failure { throw failure }
        return kept.withLock { $0[realm] ?? [] }
    }

    func pin(_ pin: HistoryPin, in realm: ArchiveRealm) async throws(ArchiveError) -> (number: Int64, made: Timestamp?)
    {
        if let failure { throw failure }
        return kept.withLock { kept in
            var pin = pin
            pin.number = (kept[realm]?.map(\.number).max() ?? 0) + 1
            pin.made = Timestamp(seconds: 1_795_377_968)
            kept[realm, default: []].append(pin)
            return (pin.number, pin.made)
        }
    }

    func unpin(_ number: Int64, in realm: ArchiveRealm) async throws(ArchiveError) -> Bool {
        if let failure { throw failure }
        return kept.withLock { kept in
            guard let place = kept[realm]?.firstIndex(where: { $0.number == number }) else { return false }
            kept[realm]?.remove(at: place)
            return true
        }
    }
    private let standstill = Mutex<[HistoryStop]>([])

    func stop(_ stops: [HistoryStop]) { standstill.withLock { $0 = stops } }
    var stops: [HistoryStop] { standstill.withLock { $0 } }

    func archive(of realm: ArchiveRealm) -> (any TrackArchive)? { archives[realm] }

    func day(_ day: Int64, of realm: ArchiveRealm) async throws(ArchiveError) -> HistoryDay? {
        if let failure { throw failure }
        return days[realm]?.first { $0.number == day }
    }
}
