public import Aero

/// Makes passes of what is known of one aircraft, point by point in the order of time.
///
/// A pass is known to have happened where the aircraft was heard before and after within ten minutes on a nearly straight path. At its
/// ends a steady track is carried on by at most five minutes. On the ground there is no pass.
public struct PassFollower: Sendable {
    public let aircraft: AircraftAddress
    public let kind: TransponderKind
    private var last: KnownPoint?
    private var run: PassRun?
    private var steadiness = Steadiness()
    /// Where the piece began, until it was carried on backwards or found unsteady.
    private var opening: KnownPoint?

    /// Seconds. Longer silences are gaps, not ways that are known.
    public static let longestHop = 600.0
    /// Seconds by which a steady track is carried on.
    public static let longestExtension = 300.0
    /// Seconds between points up to which any way between them is as good.
    private static let shortHop = 60.0
    /// Metres between two looks at the way.
    private static let step = 2_500.0

    public init(aircraft: AircraftAddress, kind: TransponderKind) {
        self.aircraft = aircraft
        self.kind = kind
    }

    /// Takes the next point; one that is not later than the last is left out.
    ///
    /// - Parameter passes: those now complete are appended.
    public mutating func add(_ point: KnownPoint, into passes: inout [Pass]) {
        if let last, point.time <= last.time { return }
        guard !point.isOnGround else {
            // It landed: what was before is over, and there is nothing to carry on.
            close(into: &passes, extending: false)
            return
        }
        guard let last, Self.isKnownWay(from: last, to: point) else {
            close(into: &passes, extending: true)
            begin(point)
            return
        }
        steadiness.note(point)
        walk(from: last, to: point, into: &passes)
        self.last = point
        if let opening {
            if !steadiness.isUnbroken {
                self.opening = nil
            } else if steadiness.isSteady(at: point.time) {
                self.opening = nil
                extend(opening, backwards: true, into: &passes)
            }
        }
    }

    /// Nothing more will come: ends the piece.
    public mutating func finish(into passes: inout [Pass]) { close(into: &passes, extending: true) }

    private mutating func begin(_ point: KnownPoint) {
        last = point
        opening = point
        steadiness = Steadiness()
        steadiness.note(point)
        run = PassRun(CoverageCell(point.position, altitude: point.altitude, at: point.time), at: point.time)
        run?.note(point)
    }

    private mutating func close(into passes: inout [Pass], extending: Bool) {
        defer {
            last = nil
            run = nil
            opening = nil
        }
        guard let last else { return }
        if extending, steadiness.isSteady(at: last.time) {
            extend(last, backwards: false, into: &passes)
        } else if let run {
            emit(run, until: last.time, into: &passes)
        }
    }

    private mutating func walk(from start: KnownPoint, to end: KnownPoint, into passes: inout [Pass]) {
        let arrival = CoverageCell(end.position, altitude: end.altitude, at: end.time)
        if arrival != run?.cell {
            let way = KnownWay(from: start, to: end)
            let steps = max(1, Int((way.length.rawValue / Self.step).rounded(.up)))
            for index in 1...steps {
                let moment = way.moment(at: Double(index) / Double(steps))
                enter(CoverageCell(moment.position, altitude: moment.altitude, at: moment.time), moment.time, &passes)
            }
        }
        run?.note(end)
    }

    private mutating func enter(_ cell: CoverageCell, _ time: Timestamp, _ passes: inout [Pass]) {
        guard let run, cell != run.cell else { return }
        emit(run, until: time, into: &passes)
        self.run = PassRun(cell, at: time)
    }

    /// Straight on, or back from where it began, at the speed and height it had.
    private mutating func extend(_ point: KnownPoint, backwards: Bool, into passes: inout [Pass]) {
        guard let track = point.track ?? steadiness.track, let speed = point.groundSpeed else {
            if !backwards, let run { emit(run, until: point.time, into: &passes) }
            return
        }
        let pace = speed.metresPerSecond * (backwards ? -1 : 1)
        let seconds = Self.step / max(1, abs(pace))
        let presentRun = run
        if backwards {
            // The first cell has its pass already.
            run = PassRun(CoverageCell(point.position, altitude: point.altitude, at: point.time), at: point.time)
            run?.isSpent = true
        }
        for elapsed in stride(from: seconds, through: Self.longestExtension, by: seconds) {
            let place = Geodesy.destination(from: point.position, bearing: track, distance: Metres(pace * elapsed))
            let time = point.time.advanced(bySeconds: backwards ? -elapsed : elapsed)
            enter(CoverageCell(place, altitude: point.altitude, at: time), time, &passes)
        }
        let end = point.time.advanced(bySeconds: backwards ? -Self.longestExtension : Self.longestExtension)
        if let run { emit(run, until: end, into: &passes) }
        if backwards { run = presentRun }
    }

    private func emit(_ run: PassRun, until time: Timestamp, into passes: inout [Pass]) {
        guard !run.isSpent, abs(time.seconds(since: run.entered)) >= PassRun.shortest else { return }
        passes.append(
            Pass(
                aircraft: aircraft,
                kind: kind,
                cell: run.cell,
                entered: run.entered,
                left: time,
                heardBy: run.heardBy,
                isHeardByTheseAlone: run.isHeardByTheseAlone
            )
        )
    }

    /// Whether what lies between two points is known well enough to say which cells were crossed.
    private static func isKnownWay(from start: KnownPoint, to end: KnownPoint) -> Bool {
        let seconds = end.time.seconds(since: start.time)
        guard seconds <= longestHop else { return false }
        let way = KnownWay(from: start, to: end)
        let knots = way.length.rawValue / seconds * 3600 / 1852
        // Ours: 800 kt is more than any airliner does over ground; 20 degrees and 30 % are more than it turns or changes on its way.
        guard knots <= 800 else { return false }
        guard seconds > shortHop else { return true }
        for speed in [start.groundSpeed, end.groundSpeed] {
            if let speed, !(speed.rawValue * 0.7...speed.rawValue * 1.3).contains(knots) { return false }
        }
        let directions = [
            (start.track, Geodesy.initialBearing(from: start.position, to: end.position)),
            (end.track, Geodesy.initialBearing(from: end.position, to: start.position) + 180),
        ]
        for (track, bearing) in directions {
            if let track, abs(Position.wrapped(track.rawValue - bearing.rawValue)) > 20 { return false }
        }
        return true
    }
}
