public import Aero
public import Tracking

/// Learns coverage from an archive, stretch by stretch in the order of time: the same for what is heard now and for years before.
///
/// A stretch is taken in aircraft by aircraft, then ended. Passes wait until it is known who listened all the while, and are counted in an order
/// that does not depend on where stretches were cut: the same rows give the same bytes however time is cut and in which order aircraft are
/// taken.
public struct CoverageLearner: Sendable {
    /// A pass that waits.
    private struct Waiting: Sendable {
        let pass: Pass
        /// From then on it is known that it happened, and who listened.
        let due: Timestamp
    }

    /// What of an aircraft goes over into the next stretch.
    private struct Followed: Sendable {
        var follower: PassFollower
        /// Of its last point.
        var last: Timestamp
        /// Its own last transmission.
        var own: KnownPoint.OwnSign?
    }

    public private(set) var coverage: CoverageGrid
    public private(set) var uptimes: Uptimes
    /// From the first stretch to the end of the last; `nil` before the first.
    public private(set) var learned: Range<Timestamp>?
    /// Listeners that hear 978 MHz alone; who heard a row tells at which frequency it was sent.
    public var universalAccess: Set<UInt32> = []
    /// Listeners that are asked for an area: what they do not hear means something within it while they answer, and then alone.
    public var areas: [UInt32: PolledArea] {
        get { coverage.areas }
        set { coverage.areas = newValue }
    }
    /// When those told of somebody.
    private var told = Uptimes()
    private var followed: [ArchivedAircraft: Followed] = [:]
    private var waiting: [Waiting] = []

    /// Seconds without anybody heard after which nobody is known to have listened: fewer than the shortest silence that is judged, so that a
    /// restart is no silence of everybody in the air.
    static let silence = 240.0
    /// Seconds after a pass in which somebody who listened is heard to have done so: more than `silence`.
    private static let patience = 600.0
    /// Passes that wait at most; a hostile feed can make up aircraft.
    private static let mostWaiting = 1_000_000
    /// Aircraft that are followed at once, likewise: who comes when there is no room is followed once there is.
    private static let mostFollowed = 200_000

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
        let sets = heard.receiverSets.map { KnownPoint.HearerSet($0) }
        for row in heard.observations where row.isOwnTransmission {
            for listener in sets[checking: Int(row.heardBy)]?.listeners ?? [] {
                if areas[listener.number] != nil {
                    told.noteHearing(at: row.time, by: listener, patience: Self.silence)
                } else {
                    uptimes.noteHearing(at: row.time, by: listener, patience: Self.silence)
                }
            }
        }
        var known = followed[heard.aircraft]
        guard known != nil || followed.count < Self.mostFollowed else { return }
        for run in KnownPoint.runs(
            heard.observations,
            sets,
            claimed,
            after: known?.own,
            universalAccess: universalAccess
        ) {
            for point in run.points { take(point, run.kind, of: heard.aircraft, &known) }
        }
        if let row = heard.observations.last(where: \.isOwnTransmission),
            let own = row.ownSign(
                heardBy: sets[checking: Int(row.heardBy)]?.listeners ?? [],
                universalAccess: universalAccess
            )
        {
            let fresh = PassFollower(aircraft: heard.aircraft.address, kind: own.kind)
            known = known ?? Followed(follower: fresh, last: own.time)
            known?.own = own
        }
        followed[heard.aircraft] = known
    }

    /// Takes what became of the questions to a provider that is asked for an area: when it listened. Who answers and tells of nobody any more
    /// does not: a file that is only handed out is answered for ever.
    ///
    /// To be called when everybody's rows of the stretch were taken.
    /// - Parameters:
    ///   - polls: in the order of time, from `pollMargin` before the stretch on.
    ///   - period: usual seconds between two questions.
    public mutating func take(polls: [Poll], of number: UInt32, period: Double) {
        guard let listener = Listener(number: number, kind: .polledByArea) else { return }
        var answered = Uptimes()
        answered.add(polls: polls, of: listener, period: period)
        for interval in answered.limited(by: told).intervals(of: listener) { uptimes.add(interval, of: listener) }
    }

    /// Seconds before a stretch from which polls are looked at: until somebody is told of, it is not known that they were good.
    public static func pollMargin(period: Double) -> Double { silence + 3 * period }

    private mutating func take(
        _ point: KnownPoint,
        _ kind: TransponderKind,
        of aircraft: ArchivedAircraft,
        _ known: inout Followed?
    ) {
        let fresh = PassFollower(aircraft: aircraft.address, kind: kind)
        var now = known ?? Followed(follower: fresh, last: point.time)
        var passes: [Pass] = []
        if now.follower.kind != kind {
            now.follower.finish(into: &passes)
            now.follower = fresh
        }
        now.follower.add(point, into: &passes)
        // What a long silence ends is known as soon as it is too long.
        wait(for: passes, since: min(point.time, now.last.advanced(bySeconds: PassFollower.longestHop)))
        now.last = max(now.last, point.time)
        known = now
    }

    /// Everybody's rows of a stretch were taken.
    public mutating func end(_ stretch: Range<Timestamp>) {
        let end = stretch.upperBound
        for (aircraft, known) in followed {
            let over = known.last.advanced(bySeconds: PassFollower.longestHop)
            guard over < end else { continue }
            var passes: [Pass] = []
            followed[aircraft]?.follower.finish(into: &passes)
            wait(for: passes, since: over)
            let isOver = known.own.map { end.seconds(since: $0.time) > PassFollower.longestHop } ?? true
            if isOver { followed[aircraft] = nil }
        }
        count(before: end)
        uptimes.forget(before: end)
        told.forget(before: end)
        learned = min(learned?.lowerBound ?? stretch.lowerBound, stretch.lowerBound)..<end
    }

    private mutating func wait(for passes: [Pass], since known: Timestamp) {
        for pass in passes {
            let due = max(known, pass.left.advanced(bySeconds: Self.patience))
            waiting.append(Waiting(pass: pass, due: due))
        }
    }

    /// Counts what is due before a moment, up to which everything was taken in.
    private mutating func count(before end: Timestamp) {
        let due = waiting.filter { $0.due < end }.sorted(by: Self.isBefore)
        waiting.removeAll { $0.due < end }
        for one in due { coverage.note(one.pass, listening: uptimes) }
        if waiting.count > Self.mostWaiting { waiting.removeFirst(waiting.count - Self.mostWaiting) }
    }

    /// An order of all passes that differ in what counts.
    private static func isBefore(_ one: Waiting, _ other: Waiting) -> Bool {
        if one.due != other.due { return one.due < other.due }
        if one.pass.aircraft != other.pass.aircraft {
            return one.pass.aircraft.rawValue < other.pass.aircraft.rawValue
        }
        let keys = [one.pass, other.pass].map { CoverageKey($0.cell, 0, $0.kind).rawValue }
        return (one.pass.entered, one.pass.left, keys[0]) < (other.pass.entered, other.pass.left, keys[1])
    }

    /// The passes of one aircraft as they went into what was learned: for leaving them out.
    public static func passes(
        of heard: Trace,
        claimed: [Observation] = [],
        universalAccess: Set<UInt32> = []
    ) -> [Pass] {
        var passes: [Pass] = []
        for run in KnownPoint.runs(
            heard.observations,
            heard.receiverSets.map { KnownPoint.HearerSet($0) },
            claimed,
            after: nil,
            universalAccess: universalAccess
        ) {
            var follower = PassFollower(aircraft: heard.aircraft.address, kind: run.kind)
            for point in run.points { follower.add(point, into: &passes) }
            follower.finish(into: &passes)
        }
        return passes
    }
}
