import Aero
import Logging
import Store
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
        var resumption = RawResumption(RawRerun(roster, numbers), replay)
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
