import Aero
import Flights
import Tracking

/// The passes of aircraft that went into what was learned of coverage, and must not speak about their own silence; kept for a while, since one
/// silence is judged several times.
actor OwnPassShelf {
    private struct Shelved {
        let until: Timestamp
        let passes: [Pass]
    }

    private var shelf: [ArchivedAircraft: Shelved] = [:]

    /// Before a silence: two half-lives of what is learned. Seconds.
    private static let seconds = 60 * 86_400.0
    /// Aircraft of which passes are kept, and rows that are read for one.
    private static let most = 256
    private static let mostRows = 2_000_000
    /// What came since then does not say much more. Seconds.
    private static let fresh = 21_600.0

    /// - Returns: `nil` where the archive cannot be read.
    func passes(
        of aircraft: ArchivedAircraft,
        before time: Timestamp,
        _ archive: (any TrackArchive)?,
        _ learned: LearnedCoverage
    ) async -> [Pass]? {
        if let known = shelf[aircraft], known.until <= time, time.seconds(since: known.until) < Self.fresh {
            return known.passes
        }
        guard let archive, let own = archive.holding(only: [.own]) else { return [] }
        do throws(ArchiveError) {
            let passes = try await Self.read(aircraft, before: time, archive, own, learned)
            if shelf.count >= Self.most { shelf.removeAll() }
            shelf[aircraft] = Shelved(until: time, passes: passes)
            return passes
        } catch { return nil }
    }

    private static func read(
        _ aircraft: ArchivedAircraft,
        before time: Timestamp,
        _ archive: any TrackArchive,
        _ own: any TrackArchive,
        _ learned: LearnedCoverage
    ) async throws(ArchiveError) -> [Pass] {
        let start = max(learned.learned.lowerBound, time.advanced(bySeconds: -seconds))
        let end = learned.learned.upperBound
        guard start < end else { return [] }
        var (passes, rows) = ([Pass](), 0)
        for day in try await archive.days(of: aircraft) {
            let whole = Timestamp(seconds: Double(day.number) * 86_400)
            let part = (whole..<whole.advanced(bySeconds: 86_400)).clamped(to: start..<end)
            guard !part.isEmpty, rows < mostRows else { continue }
            let heard = OwnHearings([try await own.trace(of: aircraft, during: part, withoutPositions: false)])
            let trace = try await archive.trace(of: aircraft, during: part, withoutPositions: false)
            rows += trace.observations.count
            let parts = heard.parted(trace, polled: learned.polled)
            passes += CoverageLearner.passes(
                of: parts.heard,
                claimed: parts.claimed,
                universalAccess: learned.universalAccess
            )
        }
        return passes
    }
}
