import Aero

extension LegBuilder {
    /// A point while it stood on the ground.
    mutating func stand(_ point: FlightPoint, _ signs: GroundSigns, _ events: inout [FlightEvent]) {
        guard var stay else { return }
        if point.isOnGround || signs.isGround {
            if var turn, turn.decided >= 2, turn.against == 0, !signs.isGround {
                turn.against = 1
                self.turn = turn
                return
            }
            turn = nil
            if isElsewhere(point, stay) {
                guard let first = stay.moved else {
                    self.stay?.moved = point
                    return
                }
                relocate(from: stay, to: first, &events)
            } else {
                stay.last = point
                stay.moved = nil
                if stay.place == nil, let place = point.position {
                    stay.place = place
                    stay.field = standing(at: point)
                }
                self.stay = stay
            }
            return
        }
        guard signs.balance < 0 || turn != nil else { return }
        var turn = turn ?? Turn(before: stay.last, first: point, last: point)
        turn.last = point
        turn.count += 1
        turn.against = 0
        if signs.isAir { turn.decided += 1 }
        self.turn = turn
        if isUp(turn, point, signs, stay) {
            takeOff(turn, &events)
            self.turn = nil
        }
    }

    /// Metres from where it stood: nobody taxies so far.
    private static let elsewhere = 8_000.0

    private func isElsewhere(_ point: FlightPoint, _ stay: Stay) -> Bool {
        guard let there = point.position, let place = stay.place else { return false }
        return Geodesy.distance(place, there).rawValue > Self.elsewhere
            && point.seconds(since: stay.last) > rules.silenceSeconds
    }

    private func isUp(_ turn: Turn, _ point: FlightPoint, _ signs: GroundSigns, _ stay: Stay) -> Bool {
        guard turn.decided >= 2 else { return false }
        let seconds = point.seconds(since: turn.first)
        guard let height = signs.height else {
            return seconds >= 20 || (point.altitude ?? 0) > 15_000
        }
        if height > rules.airborneHeight.rawValue { return true }
        guard seconds >= 120, let there = point.position, let place = stay.place else { return false }
        return Geodesy.distance(place, there) > rules.fieldReach
    }

    /// It left the ground between two points.
    mutating func takeOff(_ turn: Turn, _ events: inout [FlightEvent]) {
        guard let stay else { return }
        state = .airborne
        self.stay = nil
        let contact = turn.first.milliseconds - stay.since
        if stay.landing != nil, contact <= Int64(rules.touchSeconds * 1_000), flight != nil {
            flight?.last = turn.last
            flight?.approach = nil
            note(touchFrom: stay.since, to: turn.first.milliseconds, stay.field, &events)
            return
        }
        if let landing = stay.landing { events.append(.landing(landing)) }
        let bracket = turn.first.seconds(since: turn.before)
        let end: LegEnd
        if bracket <= rules.observedBracketSeconds {
            let span = Span(earliest: turn.before.time, latest: turn.first.time)
            end = takeoffEnd(.observed, span ?? Span(at: turn.first.time), turn, stay)
        } else if isDeparture(turn.first, from: stay) {
            let span = estimator.takeoff(before: turn.first, from: stay.field, after: turn.before.time)
            end = takeoffEnd(bracket <= rules.silenceSeconds ? .observed : .inferred, span, turn, stay)
        } else {
            flight = nil
            closeGap(to: turn.first, isOnGround: false, field: nil, from: groundEnd(stay), &events)
            flight?.last = turn.last
            return
        }
        flight = Flight(first: turn.first, takeoff: end.span.latest)
        flight?.last = turn.last
        events.append(.takeoff(end))
    }

    private func takeoffEnd(_ knowing: Knowing, _ span: Span, _ turn: Turn, _ stay: Stay) -> LegEnd {
        let points = ring.within(seconds: 90, before: turn.last.milliseconds) + [turn.last]
        return LegEnd(
            knowing: knowing,
            span: span,
            fields: stay.field.map { [FieldChance(field: $0.identity, probability: 1)] }
                ?? likelyFields(points, since: turn.first),
            runway: stay.field?.runway(points.filter { ($0.speed ?? 0) > 40 }, isLanding: false, rules: rules)?
                .designator,
            heard: turn.first.time
        )
    }

    /// Whether a first point in the air is on its way up from where it stood.
    private func isDeparture(_ point: FlightPoint, from stay: Stay) -> Bool {
        guard let there = point.position, let place = stay.place else { return false }
        let height = (point.altitude ?? 0) - (stay.field?.elevation ?? 0)
        return Geodesy.distance(place, there) <= rules.approachReach && height < 2 * rules.approachBelow.rawValue
    }

    /// The landing is more than a touch.
    mutating func flushLanding(_ events: inout [FlightEvent]) {
        guard let landing = stay?.landing else { return }
        stay?.landing = nil
        flight = nil
        events.append(.landing(landing))
    }

    /// It stands elsewhere than before, and nothing was heard of how it came there.
    private mutating func relocate(from stay: Stay, to point: FlightPoint, _ events: inout [FlightEvent]) {
        flushLanding(&events)
        let field = standing(at: point)
        closeGap(to: point, isOnGround: true, field: field, from: groundEnd(stay), &events)
        self.stay = Stay(at: point, field: field)
    }

    func groundEnd(_ stay: Stay) -> GapEnd {
        let place = stay.place ?? stay.last.position
        return GapEnd(
            sighting: Sighting(whereabouts(of: stay.last, place), at: stay.last.time, altitude: 0),
            isOnGround: true,
            field: stay.field?.identity,
            trend: .level,
            verticalRate: nil,
            groundSpeed: nil,
            track: nil
        )
    }
}
