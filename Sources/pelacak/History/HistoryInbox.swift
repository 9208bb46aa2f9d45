import Aero
import Feeds
import Synchronization
import Tracking

/// What the sky hands to whoever keeps the history: never waited for, bounded, in order.
///
/// When the disk is full or slow what is handed over waits here. When that is too much, the newest is dropped and counted: the sky goes on.
final class HistoryInbox: Sendable {
    /// Raw messages of one feeder that came together.
    struct RawPiece: Sendable {
        let batch: FeedBatch
        /// The archive's number of the feeder.
        let receiver: UInt32
        let arrived: Timestamp
    }

    /// Everything that waits, in the order in which it came.
    struct Contents: Sendable {
        var rows: [ArchiveRealm: [ObservationBatch]] = [:]
        var raw: [RawPiece] = []
        /// Feeders that gave something, by the archive's numbers, with the last time of each.
        var heard: [UInt32: Timestamp] = [:]
        /// Rows and messages that were dropped since the last look.
        var lost: [ArchiveRealm: LostRows] = [:]
        var droppedMessages = 0
        /// What is to be taken out again, after the rows.
        var withdrawals: [HistoryWithdrawal] = []
    }

    private struct State {
        var contents = Contents()
        var rowCount = 0
        var messageCount = 0
    }

    private let state = Mutex(State())
    /// Who looks at the same rows while they are new.
    private let watches: WatchInbox?
    /// Some 150 MB, and half a minute of the largest sky at most places.
    static let mostRows = 2_000_000
    static let mostMessages = 1_000_000

    init(watches: WatchInbox? = nil) { self.watches = watches }

    func put(_ batches: [ObservationBatch], _ realm: ArchiveRealm) {
        watches?.put(batches, realm)
        state.withLock { state in
            for batch in batches {
                guard state.rowCount + batch.rows.count <= Self.mostRows else {
                    state.contents.lost[realm, default: LostRows()].note(batch)
                    continue
                }
                state.rowCount += batch.rows.count
                state.contents.rows[realm, default: []].append(batch)
            }
        }
    }

    func put(_ withdrawal: HistoryWithdrawal) { state.withLock { $0.contents.withdrawals.append(withdrawal) } }

    func put(_ piece: RawPiece) {
        state.withLock { state in
            state.contents.heard[piece.receiver] = piece.arrived
            guard state.messageCount + piece.batch.count <= Self.mostMessages else {
                state.contents.droppedMessages += piece.batch.count
                return
            }
            state.messageCount += piece.batch.count
            state.contents.raw.append(piece)
        }
    }

    /// Takes everything out.
    func take() -> Contents {
        state.withLock { state in
            let contents = state.contents
            state = State()
            return contents
        }
    }
}
