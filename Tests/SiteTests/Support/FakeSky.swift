import Aero
import Site
import Synchronization
import Tracking

/// A sky that a test sets.
final class FakeSky: Sky {
    struct State: Sendable {
        var status = SkyStatus(
            now: Timestamp(seconds: 1_718_700_000),
            provenance: .simulated,
            timeLapse: 1,
            messages: 4321,
            aircraft: 0,
            positioned: 0,
            choice: SourceChoice(reason: .nothingAnswered, sources: ["simulate:state-visit"]),
            feedDelay: 0.25
        )
        var tracks: [Track] = []
        var counts = SkyCounts()
        var polled: Set<FeedID> = []
        var snapshots = 0
    }

    private let state = Mutex(State())

    init(_ tracks: [Track] = []) {
        set { $0.tracks = tracks }
    }

    func set(_ change: (inout sending State) -> Void) {
        state.withLock { change(&$0) }
    }

    /// What `status` says before counting.
    var initialStatus: SkyStatus { state.withLock { $0.status } }

    /// How often a snapshot was asked for.
    var snapshotCount: Int { state.withLock { $0.snapshots } }

    func status() async -> SkyStatus {
        state.withLock { state in
            var status = state.status
            status.aircraft = state.tracks.count
            status.positioned = state.tracks.count { $0.fix != nil }
            return status
        }
    }

    func snapshot() async -> SkySnapshot {
        state.withLock { state in
            state.snapshots += 1
            return SkySnapshot(
                time: state.status.now,
                provenance: state.status.provenance,
                aircraft: state.tracks.map(TrackSummary.init)
            )
        }
    }

    func track(_ address: AircraftAddress) async -> Track? {
        state.withLock { $0.tracks.first { $0.address == address } }
    }

    func tracks() async -> [Track] { state.withLock { $0.tracks } }
    func polledFeeds() async -> Set<FeedID> { state.withLock { $0.polled } }
    func counts() async -> SkyCounts { state.withLock { $0.counts } }
    func feedNames() async -> [FeedID: String] { [FeedID(rawValue: 0): "roof"] }
}
