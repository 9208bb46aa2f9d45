import Aero
import Site
import Tracking

extension LiveSky: Sky {
    func status() -> SkyStatus {
        let now = time
        let since = now.advanced(bySeconds: -Self.shownSeconds)
        var shown = 0
        var positioned = 0
        for track in table.tracks where track.lastHeard >= since {
            shown += 1
            if track.fix != nil { positioned += 1 }
        }
        return SkyStatus(
            now: now,
            provenance: provenance,
            timeLapse: timeLapse,
            messages: table.statistics.believed,
            aircraft: shown,
            positioned: positioned,
            choice: choice,
            feedDelay: delay(at: now),
            feeders: feeds.values.count { $0.givesData && !$0.hasFeeders },
            credits: credits(),
            isRecorded: isRecorded
        )
    }

    func snapshot() -> SkySnapshot {
        let now = time
        let aircraft = table.summaries(heardSince: now.advanced(bySeconds: -Self.shownSeconds))
        return SkySnapshot(time: now, provenance: provenance, aircraft: aircraft)
    }

    func track(_ address: AircraftAddress) -> Track? { table[address] }

    func tracks() -> [Track] { Array(table.tracks) }

    /// By the name of the source: which feeder of it gave something would tell where that one stands.
    func feedNames() -> [FeedID: String] {
        let now = feeds.mapValues { ledger in ledger.parent.flatMap { feeds[$0]?.name } ?? ledger.name }
        let former = history?.former.compactMapValues { $0.name?.source } ?? [:]
        return now.merging(former) { now, _ in now }
    }

    func polledFeeds() -> Set<FeedID> { Set(feeds.filter(\.value.isPolled).keys) }

    /// What must be said of the data that are shown, each once.
    func credits() -> [DataCredit] {
        var credits: [DataCredit] = []
        for (_, ledger) in feeds.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            guard let text = ledger.origin.credit, ledger.standing == .real else { continue }
            // What a source gave is shown for a while after it has gone.
            let isShown = ledger.lastTime.map { time.seconds(since: $0) <= Self.shownSeconds } ?? false
            guard !ledger.isFinished || isShown else { continue }
            let credit = DataCredit(name: ledger.name, text: text, home: ledger.origin.home)
            if !credits.contains(credit) { credits.append(credit) }
        }
        return credits
    }

    /// Seconds since the last data of the slowest live source that gave any.
    private func delay(at now: Timestamp) -> Double? {
        feeds.values
            .filter { !$0.isFinished && !$0.isRecording && $0.parent == nil }
            .compactMap { $0.lastTime.map { max(0, now.seconds(since: $0)) } }
            .max()
    }
}
