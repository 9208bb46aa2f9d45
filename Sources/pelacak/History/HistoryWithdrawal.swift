import Aero
import Logging
import Store
import Tracking

/// What one source gave through its last connection turned out to be simulated: it is to be taken out of the history again.
struct HistoryWithdrawal: Sendable {
    let name: String
    let realm: ArchiveRealm
    /// The archive's numbers of the source and of the receivers behind it. Rows that others heard too stay.
    let receivers: Set<UInt32>
    /// Its own number.
    let receiver: UInt32
    /// Times of its data, with some room for corrected clocks.
    let during: Range<Timestamp>
    /// Since when it came, by the wall.
    let since: Timestamp

    /// Seconds by which the time of a row may differ from the times that were given.
    static let margin = 5.0

    /// What waits, without it.
    func filtered(_ batches: [ObservationBatch]) -> [ObservationBatch] {
        batches.map { batch in
            var rest = batch
            rest.rows.removeAll { row in
                let heardBy = batch.receiverSets[Int(row.observation.heardBy)].ids
                // What nobody heard was claimed by others.
                return !heardBy.isEmpty && during.contains(row.observation.time) && receivers.isSuperset(of: heardBy)
            }
            return rest
        }
    }
}

extension LiveSky {
    /// A source says that what it gave is simulated: it is taken away, here and out of the history.
    func withdraw(_ id: FeedID) {
        guard history != nil, let ledger = feeds[id] else {
            table.withdraw(id)
            return
        }
        var writer = takeWriter(isReplayed: ledger.isRecording)
        table.withdraw(id, &writer)
        putBack(writer, isReplayed: ledger.isRecording)
        guard let times = ledger.connected, let own = history?.number(id, nil, ledger) else { return }
        history?.inbox.put(
            HistoryWithdrawal(
                name: ledger.name,
                realm: ledger.isRecording ? .imported : .real,
                receivers: (history?.numbers(of: id) ?? []).union([own]),
                receiver: own,
                during: times.first.advanced(
                    bySeconds: -HistoryWithdrawal.margin
                )..<times.last.advanced(bySeconds: HistoryWithdrawal.margin),
                since: times.since
            )
        )
    }
}

extension HistoryKeeper {
    /// Takes out of the history what turned out to be simulated; what cannot be done now is tried again with the next pass.
    func withdraw(_ withdrawals: [HistoryWithdrawal]) async {
        pendingWithdrawals += withdrawals
        while let one = pendingWithdrawals.first {
            guard let archive = archives[one.realm] else {
                pendingWithdrawals.removeFirst()
                continue
            }
            filterWaiting(one)
            do {
                let count = try await archive.withdraw(one.receivers, during: one.during)
                logger.notice("history, \(one.realm): \(count) rows of \(one.name) are taken out: they are simulated")
            } catch {
                logger.debug("history, \(one.realm): \(error)")
                return
            }
            if one.realm == .real { await raw.discard(one.receiver, since: one.since) }
            uptime.forget(one.receiver)
            pendingWithdrawals.removeFirst()
        }
    }
}
