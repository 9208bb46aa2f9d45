import Aero
import Logging
import Store
import Synchronization
import Tracking

extension HistoryKeeper {
    /// As long as a track is kept in silence: what was heard earlier is forgotten anyway. Seconds.
    static let resumedSeconds = 3_600.0
    /// Ours: some three seconds of one processor. docs/raw-archive.md says what a shorter past leaves different.
    static let resumedMessages = 1_500_000

    /// Makes tracks of the last hour in the raw archive, and sees to it that all rows made of it are kept, each once.
    ///
    /// - Parameters:
    ///   - numbers: the archive's numbers of receivers.
    ///   - roster: who the receivers are.
    /// - Returns: `nil` when nothing was heard lately.
    func resume(
        _ numbers: ArchiveNumbers,
        _ roster: (Set<UInt32>, inout ArchiveNumbers) -> ReceiverRoster
    ) async -> SkyResumption? {
        let now = wall()
        let begun = ContinuousClock.now
        let lately = now.advanced(bySeconds: -Self.resumedSeconds)..<now.advanced(bySeconds: 1)
        let replay = await raw.replay(during: lately).last(Self.resumedMessages)
        guard !replay.slices.isEmpty else { return nil }
        var numbers = numbers
        let roster = roster(replay.receivers, &numbers)
        let feeds = roster.feeds
        let names = Dictionary(roster.entries.map { ($0.feed, $0) }) { one, _ in one }
        let book = NumberBook(numbers)
        var resumption = RawResumption(
            RawRerun(
                table: TrackTable(configuration: roster.configuration),
                feed: { feeds[$0] ?? FeedID(rawValue: .max) },
                number: { feed, number in book.number(names[feed], number) }
            ),
            replay
        )
        guard let last = resumption.lastArrival else { return nil }
        await write(missing: &resumption)
        let taken = ContinuousClock.now - begun
        let minutes = Int((now.seconds(since: replay.during.lowerBound) / 60).rounded(.up))
        logger.notice(
            "\(resumption.messages) messages of the last \(minutes) minutes taken in again in \(taken): \(resumption.rerun.table.count) aircraft are known as before"
        )
        return SkyResumption(rerun: resumption.rerun, lastArrival: last, roster: roster)
    }

    private func write(missing resumption: inout RawResumption) async {
        guard let archive = archives[.real] else { return }
        do {
            let missing = try await resumption.missing(in: archive)
            keep(missing, of: .real)
            let count = missing.reduce(0) { $0 + $1.rows.count }
            if count > 0 { logger.notice("history, real: \(count) rows made of what had come just before the end") }
        } catch {
            logger.error("history, real: rows of the time just before the end could not be looked for: \(error)")
        }
    }
}

/// The archive's numbers for a replay, which asks again and again.
private final class NumberBook: Sendable {
    private struct Receiver: Hashable {
        var feed: UInt32
        var number: UInt64?
    }

    private struct State {
        var numbers: ArchiveNumbers
        var known: [Receiver: UInt32] = [:]
    }

    private let state: Mutex<State>

    init(_ numbers: ArchiveNumbers) { state = Mutex(State(numbers: numbers)) }

    func number(_ entry: ReceiverRoster.Entry?, _ number: UInt64?) -> UInt32 {
        guard let entry else { return 1 }
        guard number != nil, let name = entry.name else { return entry.number }
        return state.withLock { state in
            let receiver = Receiver(feed: entry.number, number: number)
            if let known = state.known[receiver] { return known }
            let found = state.numbers.number(name, number)
            // Feeds can name as many as they like.
            if state.known.count >= 65_536 { state.known.removeAll() }
            state.known[receiver] = found
            return found
        }
    }
}
