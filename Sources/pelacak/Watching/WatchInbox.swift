import Aero
import Synchronization
import Tracking

/// Rows that the sky hands to the watches, as it hands them to the history: never waited for, bounded, in order.
final class WatchInbox: Sendable {
    struct Contents: Sendable {
        var batches: [ArchiveRealm: [ObservationBatch]] = [:]
        /// Rows that were dropped because nobody fetched them.
        var dropped = 0
        /// The time of the newest row; `nil` where none came.
        var newest: [ArchiveRealm: Timestamp] = [:]
    }

    private struct State {
        var contents = Contents()
        var rows = 0
    }

    private let state = Mutex(State())
    /// Some 40 MB, and ten seconds of the largest sky.
    static let mostRows = 400_000

    func put(_ batches: [ObservationBatch], _ realm: ArchiveRealm) {
        // What is replayed happened long ago: nobody is told of it as if it happened now.
        guard realm != .imported, !batches.isEmpty else { return }
        state.withLock { state in
            for batch in batches {
                guard state.rows + batch.rows.count <= Self.mostRows else {
                    state.contents.dropped += batch.rows.count
                    continue
                }
                state.rows += batch.rows.count
                state.contents.batches[realm, default: []].append(batch)
                if let last = batch.rows.last?.observation.time {
                    state.contents.newest[realm] = max(last, state.contents.newest[realm] ?? last)
                }
            }
        }
    }

    func take() -> Contents {
        state.withLock { state in
            let contents = state.contents
            state = State()
            return contents
        }
    }
}
