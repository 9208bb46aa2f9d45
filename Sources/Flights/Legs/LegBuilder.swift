public import Aero
public import Tracking

/// Tells the flights of one aircraft from its observations, one at a time: live and from history with the same code.
///
/// A plain value of bounded size without a clock. Observations come in the order of time (`ObservationSorter` puts them there); what it
/// tells depends on them alone, not on how often `advance` is called in between.
public struct LegBuilder: Sendable {
    public let context: LegContext
    public let limits: AirframeLimits
    public internal(set) var state = AirGround.unknown
    /// Observations older than one before, which were left out.
    public private(set) var lateCount = 0

    var ring = PointRing()
    var finder = FieldFinder()
    var doubts = DoubtWatch()
    /// The last good point.
    var last: FlightPoint?
    /// The last good point with a place.
    var placed: FlightPoint?
    /// The first good point with a place, since the path began anew.
    var begun: FlightPoint?
    /// Where those stand who heard the newest point, and the last good one; empty where that is not known of all of them.
    var hearers: [ReceiverPlace] = []
    var lastHearers: [ReceiverPlace] = []
    /// It was heard to say that it is on the ground.
    var saysGround = false
    /// Points of the other side that do not yet decide.
    var turn: Turn?
    /// A first point after a silence that says it is on the ground.
    var held: FlightPoint?
    /// A first point after a silence that has no place.
    var unplaced: FlightPoint?
    var stay: Stay?
    var flight: Flight?
    var openGaps: [OpenGap] = []
    var names = NameMemory()
    /// What begins anew is not before this.
    var anew: Timestamp?
    private var undecided = 0
    private var newest = Int64.min
    private var waiting: FlightPoint?
    private var waitingHearers: [ReceiverPlace] = []

    public init(_ context: LegContext, limits: AirframeLimits = .unknown) {
        self.context = context
        self.limits = limits
    }

    var rules: LegRules { context.rules }
    var sizes: AirportSizes {
        limits.isRotorcraft ? AirportSizes.aeroplanes.union(AirportSizes(.heliport)) : .aeroplanes
    }
    var estimator: EndEstimator { EndEstimator(limits: limits) }

    /// Takes an observation and appends what it tells.
    ///
    /// - Parameters:
    ///   - doubt: why others say that it is doubtful, as somebody who sees many aircraft on one point does.
    ///   - hearers: where all those stand who heard it; empty where that is not known. Without a position it was in reach of each.
    public mutating func take(
        _ row: Observation,
        doubt: DoubtReason? = nil,
        heardFrom hearers: [ReceiverPlace] = [],
        into events: inout [FlightEvent]
    ) {
        guard row.milliseconds >= newest else {
            lateCount += 1
            return
        }
        newest = row.milliseconds
        let point = FlightPoint(row)
        advance(to: point.time, into: &events)
        if let reason = doubt ?? DoubtWatch.doubt(of: row, point, context) {
            note(reason, point, &events)
            return
        }
        if let waiting {
            self.waiting = nil
            if doubts.isContradicted(waiting, by: point, rules) {
                note(.impliedSpeed, waiting, &events)
            } else {
                processWaiting(waiting, &events)
            }
        }
        let heard = last?.milliseconds ?? .min
        if heard == .min || point.milliseconds - heard > Self.unsureMilliseconds {
            (waiting, waitingHearers) = (point, hearers)
        } else {
            self.hearers = hearers
            process(point, &events)
        }
    }

    private mutating func processWaiting(_ point: FlightPoint, _ events: inout [FlightEvent]) {
        hearers = waitingHearers
        process(point, &events)
    }

    /// After a silence of so long a first point waits for a second: one alone may be wrong. Ours.
    private static let unsureMilliseconds: Int64 = 60_000

    private mutating func process(_ point: FlightPoint, _ events: inout [FlightEvent]) {
        if let last, point == last || point.isRepeat(of: last) { return }
        switch doubts.verdict(on: point, rules) {
        case .doubtful(let reason): note(reason, point, &events)
        case .anew:
            breakOff(at: point, &events)
            tell(point, &events)
        case .good: tell(point, &events)
        }
    }

    /// Lets time pass without an observation: what is over by then is told.
    public mutating func advance(to time: Timestamp, into events: inout [FlightEvent]) {
        let now = time.milliseconds
        if let waiting {
            guard now - waiting.milliseconds > Int64(rules.silenceSeconds * 1_000) else { return }
            self.waiting = nil
            processWaiting(waiting, &events)
        }
        guard let last else { return }
        let isSilent = now - last.milliseconds > Int64(rules.silenceSeconds * 1_000)
        if isSilent, let turn {
            if state == .airborne, isTouch(turn) { land(turn, &events) }
            if state == .ground, turn.decided > 0 { takeOff(turn, &events) }
            self.turn = nil
        }
        if isMoreThanTouch(at: now) { flushLanding(&events) }
        if isSilent, state == .airborne { lose(&events) }
    }

    /// Whether the wheels stayed on the ground longer than a touch.
    private func isMoreThanTouch(at now: Int64) -> Bool {
        guard let stay, stay.landing != nil else { return false }
        let until = turn.map { min($0.first.milliseconds, now) } ?? now
        return until - stay.since > Int64(rules.touchSeconds * 1_000)
    }

    /// Takes a callsign at the time from which it was heard; in time order with the observations.
    public mutating func take(callsign: String, at time: Timestamp, into events: inout [FlightEvent]) {
        guard let isSame = names.take(callsign, at: time, silentSince: openGaps.last?.end) else { return }
        revise(because: isSame ? .sameCallsign : .otherCallsign, at: time, &events)
    }

    /// Ends the telling at a time: what is silent by then is lost.
    public mutating func finish(at time: Timestamp, into events: inout [FlightEvent]) {
        advance(to: time, into: &events)
        if let waiting {
            self.waiting = nil
            processWaiting(waiting, &events)
            advance(to: time, into: &events)
        }
        if let stretch = doubts.end() { events.append(.doubtful(stretch)) }
    }

    mutating func note(_ reason: DoubtReason, _ point: FlightPoint, _ events: inout [FlightEvent]) {
        if let ended = doubts.note(reason, at: point.milliseconds) { events.append(.doubtful(ended)) }
    }

    private mutating func tell(_ point: FlightPoint, _ events: inout [FlightEvent]) {
        guard point.hasPosition || point.altitude != nil || point.isOnGround else { return }
        if let ended = doubts.end() { events.append(.doubtful(ended)) }
        if point.isOnGround { saysGround = true }
        if state == .airborne, turn == nil, !point.isOnGround, (point.altitude ?? 0) > 15_000 {
            flight?.approach = nil
        } else {
            let signs = signs(point)
            switch state {
            case .unknown: begin(point, signs, &events)
            case .ground: stand(point, signs, &events)
            case .airborne: if !fly(point, signs, &events) { return }
            case .lost: find(point, signs, &events)
            }
        }
        keep(point)
        if !openGaps.isEmpty { checkEndurance(at: point, &events) }
    }

    private mutating func keep(_ point: FlightPoint) {
        last = point
        lastHearers = hearers
        if point.hasPosition {
            placed = point
            begun = begun ?? point
        }
        ring.append(point)
        if state == .airborne, turn == nil { flight?.last = point }
        doubts.forgetCount()
    }

    private mutating func signs(_ point: FlightPoint) -> GroundSigns {
        var finder = finder
        defer { self.finder = finder }
        return GroundSigns(
            point,
            limits: limits,
            rules: rules,
            saysGround: saysGround,
            knowsFields: context.gazetteer.airportCount > 0
        ) { finder.field(near: point, context, sizes: sizes) }
    }

    /// Finds out on which side the first points are.
    private mutating func begin(_ point: FlightPoint, _ signs: GroundSigns, _ events: inout [FlightEvent]) {
        undecided = signs.balance == 0 ? 0 : signs.balance < 0 ? min(undecided, 0) - 1 : max(undecided, 0) + 1
        if signs.isGround || undecided >= 2 {
            state = .ground
            stay = Stay(at: point, field: standing(at: point))
        } else if signs.isAir || undecided <= -3 {
            state = .airborne
            flight = Flight(first: point)
            events.append(.takeoff(foundEnd(point)))
        }
        if state != .unknown { undecided = 0 }
    }

    /// Where a point on the ground lies.
    func standing(at point: FlightPoint) -> Field? {
        (point.position ?? placed?.position).flatMap { FieldFinder.field(at: $0, context, sizes: sizes) }
    }
}
