import Aero
import Feeds
import Site
import Tracking

/// The feeders of listeners: each has a number and a ledger of its own, and a source above it.
extension LiveSky {
    /// Feeders of one source that are connected at once; what more there are counts as the source itself.
    static let mostFeeders = 512
    /// Feeders that left and are remembered, of one source; then the numbers of the older half are given back.
    static let mostDeparted = 512
    /// A feeder that gave nothing for so long has left, whatever its connection says. Seconds of the wall.
    static let silentSeconds = 120.0

    /// The number of whoever sent a batch, a new one if need be.
    func feeder(of batch: FeedBatch, of source: FeedID) -> FeedID {
        guard let key = FeederIdentity(batch, of: source) else { return source }
        if let known = feeders[key] {
            if !batch.endsConnection {
                feeds[known]?.leftAt = nil
                feeds[known]?.connection = batch.connection
            }
            return known
        }
        // The end of a connection that never gave anything.
        guard !batch.isEmpty, let parent = feeds[source] else { return source }
        let siblings = feeds.values.count { $0.parent == source && $0.leftAt == nil }
        guard siblings < Self.mostFeeders else { return source }
        forgetDeparted(of: source)
        let name =
            key.name.map { ReceiverName(source: parent.name, feeder: $0) }
            ?? ReceiverName(source: parent.name, connection: batch.connection)
        let id = reservedID(name) ?? newID()
        var ledger = FeedLedger(name: name.source, isRecording: parent.isRecording)
        ledger.parent = source
        ledger.feeder = key.name
        ledger.connection = batch.connection
        feeds[id] = ledger
        feeds[source]?.hasFeeders = true
        feeders[key] = id
        place(id, key, of: source, feederPlaces)
        if key.name == nil { table.configuration.strangers[id] = source }
        expectCopies()
        return id
    }

    /// Where a feeder stands: as registered, or as its source says, which need not be right for it.
    private func place(
        _ id: FeedID,
        _ key: FeederIdentity,
        of source: FeedID,
        _ places: [String: ReceiverPlace]
    ) {
        if let own = key.name.flatMap({ places[$0] }) {
            table.configuration.receivers[id] = own.position
        } else if let common = table.configuration.receivers[source] {
            table.configuration.receivers[id] = common
            table.configuration.placedBySource.insert(id)
        }
    }

    /// Other feeders are registered: those that stay go on, also where they stand elsewhere now. Who is none any more is forgotten
    /// once his connection has ended.
    func register(_ now: [FeederSpecification], insteadOf before: [FeederSpecification]) {
        let names = Set(now.map(\.name))
        formerFeeders.formUnion(before.map(\.name))
        formerFeeders.subtract(names)
        let places = now.places
        for (key, id) in feeders {
            guard let name = key.name else { continue }
            if formerFeeders.contains(name) {
                if feeds[id]?.leftAt != nil { forget([id], of: key.source) }
            } else if places[name] != feederPlaces[name] {
                table.configuration.receivers[id] = nil
                table.configuration.placedBySource.remove(id)
                place(id, key, of: key.source, places)
            }
        }
        feederPlaces = places
    }

    /// A feeder's connection has ended.
    func leave(_ id: FeedID, connection: UInt32? = nil) {
        guard let ledger = feeds[id], ledger.parent != nil, ledger.leftAt == nil else { return }
        // A registered feeder may have come back before its old connection ended.
        if let connection, ledger.connection != connection { return }
        decideHeld(id)
        feeds[id]?.endConnection()
        feeds[id]?.leftAt = wall()
        if let name = ledger.feeder, formerFeeders.contains(name), let source = ledger.parent {
            forget([id], of: source)
        }
    }

    /// Feeders that fell silent have left.
    func noteSilentFeeders(at now: Timestamp) {
        for (id, ledger) in feeds where ledger.parent != nil && ledger.leftAt == nil {
            if let last = ledger.lastArrival, now.seconds(since: last) > Self.silentSeconds { leave(id) }
        }
    }

    /// Gives back the numbers of feeders that left longest ago, when they have become many.
    private func forgetDeparted(of source: FeedID) {
        let departed = feeds.filter { $0.value.parent == source && $0.value.leftAt != nil && $0.value.feeder == nil }
        guard departed.count >= Self.mostDeparted else { return }
        let oldest = departed.sorted {
            ($0.value.leftAt ?? Timestamp(nanoseconds: .max), $0.key.rawValue) < (
                $1.value.leftAt ?? Timestamp(nanoseconds: .max), $1.key.rawValue
            )
        }
        forget(oldest.prefix(Self.mostDeparted / 2).map(\.key), of: source)
    }

    /// A source is gone, and its feeders with it.
    func forgetFeeders(of source: FeedID) {
        forget(feeds.filter { $0.value.parent == source }.map(\.key), of: source)
        feeds[source]?.hasFeeders = false
    }

    private func forget(_ gone: [FeedID], of source: FeedID) {
        table.forget(Dictionary(uniqueKeysWithValues: gone.map { ($0, source) }))
        for id in gone { feeds[id] = nil }
        history?.forget(gone)
        let set = Set(gone)
        feeders = feeders.filter { !set.contains($0.value) }
    }

    /// Who gives data through a source, those that sent last first; the source itself where it has one connection.
    func feeders(of source: FeedID) -> [FeederStatus] {
        guard let ledger = feeds[source] else { return [] }
        let children = feeds.filter { $0.value.parent == source }
        guard ledger.hasFeeders else { return [status(of: source, ledger, name: ledger.name)] }
        let ordered = children.sorted {
            ($0.value.leftAt == nil ? 0 : 1, -($0.value.lastArrival?.nanoseconds ?? 0), $0.key.rawValue)
                < ($1.value.leftAt == nil ? 0 : 1, -($1.value.lastArrival?.nanoseconds ?? 0), $1.key.rawValue)
        }
        return ordered.prefix(Self.mostFeeders).map { id, ledger in
            status(of: id, ledger, name: ledger.feeder ?? FeederIdentity.shownName(connection: ledger.connection))
        }
    }

    /// Aircraft in the sky now of which a feeder gave something; counted for all feeders at once, at most once a second.
    private func aircraftNow(of id: FeedID) -> Int {
        let now = time
        if let counted = aircraftByFeed, abs(now.seconds(since: counted.time)) < 1 { return counted.counts[id] ?? 0 }
        let since = now.advanced(bySeconds: -Self.shownSeconds)
        var counts: [FeedID: Int] = [:]
        for track in table.tracks where track.lastHeard >= since {
            for share in track.feeds { counts[share.feed, default: 0] += 1 }
        }
        aircraftByFeed = (now, counts)
        return counts[id] ?? 0
    }

    private func status(of id: FeedID, _ ledger: FeedLedger, name: String) -> FeederStatus {
        let record = table.trust[id]
        var status = FeederStatus(
            name: name,
            isRegistered: ledger.feeder != nil,
            isConnected: ledger.leftAt == nil && !ledger.isFinished
        )
        status.standing =
            switch record.standing {
            case .good: .good
            case .doubtful: .doubtful
            case .quarantined: .quarantined
            }
        status.score = record.score
        for reason in FeederTrust.Reason.allCases where record.count(of: reason) > 0 {
            status.reasons[reason.description] = record.count(of: reason)
        }
        status.lastHeard = ledger.lastTime
        status.frames = ledger.frames
        status.copies = ledger.copies
        status.positions = ledger.positions
        status.rejected = ledger.rejected
        status.ambiguous = ledger.ambiguous
        status.dropped = ledger.dropped
        status.aircraft = aircraftNow(of: id)
        status.meanDelay = ledger.meanDelay
        return status
    }
}
