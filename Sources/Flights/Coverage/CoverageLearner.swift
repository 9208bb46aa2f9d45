public import Aero
public import Tracking

/// Learns coverage from an archive, stretch by stretch in the order of time: the same for what is heard now and for years before.
///
/// A stretch is taken in aircraft by aircraft, then ended. Passes wait until it is known who listened all the while.
public struct CoverageLearner: Sendable {
    public private(set) var coverage: CoverageGrid
    public private(set) var uptimes: Uptimes
    /// From the first stretch to the end of the last; `nil` before the first.
    public private(set) var learned: Range<Timestamp>?
    private var followers: [ArchivedAircraft: PassFollower] = [:]
    private var lastHeard: [ArchivedAircraft: Timestamp] = [:]
    private var waiting: [Pass] = []

    /// Seconds by which the end of a pass must lie before the end of what is known: a track is carried on for five minutes.
    private static let patience = 600.0
    /// Passes that wait at most; a hostile feed can make up aircraft.
    private static let mostWaiting = 1_000_000

    public init(coverage: CoverageGrid = CoverageGrid(), uptimes: Uptimes = Uptimes(), learned: Range<Timestamp>? = nil)
    {
        self.coverage = coverage
        self.uptimes = uptimes
        self.learned = learned
    }

    /// Takes one aircraft's rows of a stretch.
    ///
    /// - Parameters:
    ///   - heard: rows of receivers that hand on all they hear, with who heard them.
    ///   - claimed: rows of others, which say where it was and nothing of who would hear it.
    public mutating func take(heard: Trace, claimed: [Observation] = []) {
        let sets = heard.receiverSets.map { set in set.ids.compactMap { Listener(number: $0, kind: .feed) } }
        for row in heard.observations where row.isOwnTransmission {
            for listener in sets[checking: Int(row.heardBy)] ?? [] { uptimes.noteHearing(at: row.time, by: listener) }
        }
        for run in KnownPoint.runs(heard.observations, sets, claimed) {
            var follower = followers[heard.aircraft] ?? PassFollower(aircraft: heard.aircraft.address, kind: run.kind)
            if follower.kind != run.kind {
                follower.finish(into: &waiting)
                follower = PassFollower(aircraft: heard.aircraft.address, kind: run.kind)
            }
            for point in run.points { follower.add(point, into: &waiting) }
            followers[heard.aircraft] = follower
            if let last = run.points.last { lastHeard[heard.aircraft] = last.time }
        }
    }

    /// Everybody's rows of a stretch were taken.
    public mutating func end(_ stretch: Range<Timestamp>) {
        let end = stretch.upperBound
        for (aircraft, last) in lastHeard where end.seconds(since: last) > PassFollower.longestHop {
            followers[aircraft]?.finish(into: &waiting)
            followers[aircraft] = nil
            lastHeard[aircraft] = nil
        }
        let known = end.advanced(bySeconds: -Self.patience)
        var later: [Pass] = []
        for pass in waiting {
            if pass.left <= known { coverage.note(pass, listening: uptimes) } else { later.append(pass) }
        }
        if later.count > Self.mostWaiting { later.removeFirst(later.count - Self.mostWaiting) }
        waiting = later
        learned = min(learned?.lowerBound ?? stretch.lowerBound, stretch.lowerBound)..<end
    }

    /// The passes of one aircraft as they went into what was learned: for leaving them out.
    public static func passes(of heard: Trace, claimed: [Observation] = []) -> [Pass] {
        var passes: [Pass] = []
        let sets = heard.receiverSets.map { set in set.ids.compactMap { Listener(number: $0, kind: .feed) } }
        for run in KnownPoint.runs(heard.observations, sets, claimed) {
            var follower = PassFollower(aircraft: heard.aircraft.address, kind: run.kind)
            for point in run.points { follower.add(point, into: &passes) }
            follower.finish(into: &passes)
        }
        return passes
    }
}
