import Aero

extension LegBuilder {
    /// A point while it was in the air.
    ///
    /// - Returns: whether it counts.
    mutating func fly(_ point: FlightPoint, _ signs: GroundSigns, _ events: inout [FlightEvent]) -> Bool {
        guard let before = flight?.last else { return true }
        guard point.isOnGround || signs.isGround else {
            guard var touch = turn else {
                watchApproach(point, signs, &events)
                return true
            }
            touch.against += signs.balance < 0 ? 1 : 0
            turn = touch
            if touch.against >= 2 { endTouch(touch, &events) }
            return true
        }
        if turn == nil, isTooHigh(before, for: point) {
            note(.groundWhileHigh, point, &events)
            return false
        }
        var turn = turn ?? Turn(before: before, first: point, last: point)
        turn.last = point
        turn.count += 1
        turn.against = 0
        if signs.isGround { turn.decided += 1 }
        if point.isOnGround { turn.flagged += 1 }
        self.turn = turn
        // Without its saying so, slow and low for a while is needed: a helicopter may hover there.
        let isDown =
            point.isOnGround
            ? turn.count >= 2 && (turn.decided > 0 || point.speed == nil)
            : turn.decided >= 2 && point.seconds(since: turn.first) >= 20
        if isDown {
            land(turn, &events)
            self.turn = nil
        }
        return true
    }

    /// It is in the air again: a single point on the ground was a wrong flag, several were a touch.
    private mutating func endTouch(_ touch: Turn, _ events: inout [FlightEvent]) {
        turn = nil
        guard touch.flagged >= 2 else { return }
        flight?.approach = nil
        note(touchFrom: touch.first.milliseconds, to: touch.last.milliseconds, standing(at: touch.first), &events)
    }

    /// Whether the last points before a silence are a landing: several, or one that can be no wrong flag.
    func isTouch(_ turn: Turn) -> Bool {
        if turn.count >= 2 { return true }
        guard let field = standing(at: turn.first) else { return turn.decided > 0 }
        return turn.before.altitude.map { $0 - field.elevation < 1_500 } ?? (turn.decided > 0)
    }

    /// Whether nobody comes down from one point to the ground at another.
    private func isTooHigh(_ before: FlightPoint, for point: FlightPoint) -> Bool {
        guard let altitude = before.altitude else { return false }
        let height = altitude - (standing(at: point)?.elevation ?? 0)
        return height > 3_000 + 6_000 / 60 * point.seconds(since: before)
    }

    /// It touched the ground between two points.
    mutating func land(_ turn: Turn, _ events: inout [FlightEvent]) {
        let field = standing(at: turn.last) ?? standing(at: turn.first)
        let bracket = turn.first.seconds(since: turn.before)
        let outer = Span(earliest: turn.before.time, latest: turn.first.time) ?? Span(at: turn.first.time)
        let isObserved = bracket <= rules.observedBracketSeconds
        let points = ring.within(seconds: 150, before: turn.first.milliseconds)
        let end = LegEnd(
            knowing: isObserved ? .observed : .inferred,
            span: isObserved ? outer : estimator.landing(after: turn.before, at: field, before: turn.first.time),
            fields: field.map { [FieldChance(field: $0.identity, probability: 1)] } ?? [],
            runway: field?.runway(points, isLanding: true, rules: rules)?.designator,
            heard: turn.before.time
        )
        state = .ground
        var stay = Stay(at: turn.first, field: field, landing: end)
        stay.last = turn.last
        stay.place = turn.last.position ?? turn.first.position ?? placed?.position
        self.stay = stay
        if turn.last.milliseconds - stay.since > Int64(rules.touchSeconds * 1_000) { flushLanding(&events) }
    }

    func note(touchFrom first: Int64, to last: Int64, _ field: Field?, _ events: inout [FlightEvent]) {
        let span = Span(
            earliest: Timestamp(nanoseconds: first * 1_000_000),
            latest: Timestamp(nanoseconds: last * 1_000_000)
        )
        if let span { events.append(.note(.touchAndGo(field: field?.identity, span: span))) }
    }

    /// Follows a descent to a field, and tells when it ends in a climb.
    private mutating func watchApproach(_ point: FlightPoint, _ signs: GroundSigns, _ events: inout [FlightEvent]) {
        guard let height = signs.height, let altitude = point.altitude,
            height < rules.goAroundBelow.rawValue + rules.goAroundClimb.rawValue
        else {
            endApproach(at: point, &events)
            return
        }
        if var approach = flight?.approach {
            if height < approach.height {
                approach.height = height
                approach.lowest = point
                if !approach.isOnLine { setLine(&approach, point) }
                flight?.approach = approach
            } else if altitude - (approach.lowest.altitude ?? altitude) >= rules.goAroundClimb.rawValue {
                endApproach(at: point, &events)
            }
            return
        }
        guard height < rules.goAroundBelow.rawValue, ring.trend(upTo: point.milliseconds) == .descending,
            let field = finder.last
        else { return }
        var approach = Approach(field: field, lowest: point, height: height, since: point.milliseconds, isOnLine: false)
        setLine(&approach, point)
        flight?.approach = approach
    }

    private func setLine(_ approach: inout Approach, _ point: FlightPoint) {
        let points = ring.within(seconds: 90, before: point.milliseconds) + [point]
        guard let use = approach.field.runway(points, isLanding: true, rules: rules) else { return }
        approach.isOnLine = true
        approach.runway = use.designator
    }

    private mutating func endApproach(at point: FlightPoint, _ events: inout [FlightEvent]) {
        guard let approach = flight?.approach else { return }
        flight?.approach = nil
        guard approach.isOnLine, let altitude = point.altitude, let lowest = approach.lowest.altitude,
            altitude - lowest >= rules.goAroundClimb.rawValue,
            let span = Span(earliest: approach.lowest.time, latest: point.time)
        else { return }
        events.append(.note(.goAround(field: approach.field.identity, runway: approach.runway, span: span)))
    }
}
