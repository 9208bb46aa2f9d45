import Aero
import Flights
import Tracking
import Watch

/// Runs rules over what an archive keeps of a time, piece by piece: for previews, replays, catching up after a start, and late data.
struct ArchiveRun {
    /// How much may be looked at.
    struct Bounds: Sendable {
        var rows = 4_000_000
        var seconds = 60.0
        /// Aircraft that are asked about at most.
        var aircraft = 20_000
    }

    /// What was looked at.
    struct Cost: Sendable {
        var rows = 0
        var aircraft = 0
        var seconds = 0.0
        /// Up to when everything was.
        var reached: Timestamp
        var isCut = false
    }

    let archive: any TrackArchive
    let facts: ArchiveFacts
    let interest: WatchInterest
    /// When nobody watched, as far as it is known.
    var gaps: [Range<Timestamp>] = []
    var bounds = Bounds()
    /// Whether steps have their events.
    var keepsEvents = false

    private static let slice = 21_600.0
    /// Between two steps of matching. Seconds: what is told beside an alert, such as the picture of a track, is that of then.
    private static let step = 900.0
    private static let mostRowsAtOnce = 1_500_000

    /// Feeds a run with everything between two times and advances it.
    ///
    /// - Parameter take: gets what came of each piece; returns false when it wants no more.
    func feed(
        _ run: inout WatchRun,
        during range: Range<Timestamp>,
        take: (WatchRun.Step) -> Bool
    ) async throws(ArchiveError) -> Cost {
        let clock = ContinuousClock()
        let begin = clock.now
        var cost = Cost(reached: range.lowerBound)
        let watched = try await watched(during: range)
        cost.aircraft = min(watched.count, bounds.aircraft)
        cost.isCut = watched.count > bounds.aircraft
        for gap in gaps where gap.lowerBound >= range.lowerBound && gap.upperBound <= range.upperBound {
            run.note(isListening: false, at: gap.lowerBound)
            run.note(isListening: true, at: gap.upperBound)
        }
        var start = range.lowerBound
        var seconds = Self.slice
        while start < range.upperBound {
            let end = min(range.upperBound, start.advanced(bySeconds: seconds))
            var traces: [Trace] = []
            var rows = 0
            for aircraft in watched.prefix(bounds.aircraft) {
                let trace = try await archive.trace(of: aircraft, during: start..<end, withoutPositions: true)
                rows += trace.observations.count
                if !trace.observations.isEmpty { traces.append(trace) }
                guard rows <= Self.mostRowsAtOnce || seconds <= 900 else { break }
                cost.seconds = (clock.now - begin) / .seconds(1)
                guard !Task.isCancelled, cost.seconds < bounds.seconds else {
                    // Less than all of a piece says nothing of it.
                    cost.isCut = true
                    return cost
                }
            }
            if rows > Self.mostRowsAtOnce, seconds > 900 {
                seconds /= 4
                continue
            }
            for trace in traces { run.add(trace, from: start) }
            cost.rows += rows
            var (goesOn, mark) = (true, start)
            while mark < end, goesOn, !Task.isCancelled {
                mark = min(end, mark.advanced(bySeconds: Self.step))
                goesOn = take(await run.advance(to: mark, facts, keepsEvents: keepsEvents))
                cost.reached = mark
            }
            cost.seconds = (clock.now - begin) / .seconds(1)
            guard goesOn, !Task.isCancelled else { break }
            if cost.rows >= bounds.rows || cost.seconds >= bounds.seconds {
                cost.isCut = cost.isCut || end < range.upperBound
                break
            }
            start = end
        }
        return cost
    }

    /// Who was heard in that time and may be somebody in a rule.
    private func watched(during range: Range<Timestamp>) async throws(ArchiveError) -> [ArchivedAircraft] {
        guard !interest.isEmpty else { return [] }
        var (found, last) = ([ArchivedAircraft](), ArchivedAircraft?.none)
        while !Task.isCancelled {
            let page = try await archive.aircraft(heardDuring: range, after: last, limit: 1_000)
            for one in page where !interest.needs(of: one.address, facts.identity(of: one.address)).isEmpty {
                found.append(one)
            }
            guard page.count == 1_000, found.count <= bounds.aircraft, let end = page.last else { break }
            last = end
        }
        return found
    }
}
