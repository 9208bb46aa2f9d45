import Aero

extension LegBuilder {
    /// It fell silent in the air.
    mutating func lose(_ events: inout [FlightEvent]) {
        guard let flight else { return }
        state = .lost
        events.append(.lost(lostEnd(flight)))
    }

    /// Where the silence began that goes on; `nil` unless it is lost.
    public var silentSince: GapEnd? {
        guard state == .lost, let flight else { return nil }
        return airEnd(flight.last, isStart: true)
    }

    /// Where it was heard last with a place that was believed; `nil` before the first.
    public var lastPlaced: GapEnd? {
        guard let placed else { return nil }
        let isOnGround = state == .ground || placed.isOnGround
        return isOnGround ? groundEnd(Stay(at: placed, field: stay?.field)) : airEnd(placed, isStart: true)
    }

    /// Where it was heard first with a place that was believed, since the path last began anew; `nil` before that.
    public var firstPlaced: Sighting? {
        guard let begun else { return nil }
        return Sighting(
            whereabouts(of: begun),
            at: begun.time,
            altitude: begun.isOnGround ? 0 : begun.altitude.map { Feet($0) }
        )
    }

    /// A point after a silence in the air.
    mutating func find(_ point: FlightPoint, _ signs: GroundSigns, _ events: inout [FlightEvent]) {
        guard let flight else { return }
        if !point.hasPosition {
            // A place usually comes some seconds after the first message, and tells more.
            let first = unplaced ?? point
            unplaced = first
            if point.seconds(since: first) < Self.placeSeconds { return }
        }
        unplaced = nil
        let from = airEnd(flight.last, isStart: true)
        guard point.isOnGround || signs.isGround else {
            held = nil
            state = .airborne
            closeGap(to: point, isOnGround: false, field: nil, from: from, &events)
            return
        }
        // One flag alone may be wrong.
        if !signs.isGround, held == nil {
            held = point
            return
        }
        let first = held ?? point
        held = nil
        let field = standing(at: point)
        closeGap(to: first, isOnGround: true, field: field, from: from, &events)
        state = .ground
        self.flight = nil
        stay = Stay(at: first, field: field)
        stay?.last = point
    }

    /// How long the first place after a silence is waited for. Ours.
    private static let placeSeconds = 120.0

    /// The path begins anew: what was believed contradicts what is.
    mutating func breakOff(at point: FlightPoint, _ events: inout [FlightEvent]) {
        if stay?.landing != nil { flushLanding(&events) }
        if state == .airborne, let flight {
            let span = Span(earliest: flight.last.time, latest: max(flight.last.time, point.time))
            let last = flight.last.time
            events.append(.lost(LegEnd(knowing: .unknown, span: span ?? Span(at: last), fields: [], heard: last)))
        }
        anew = last?.time
        begun = nil
        state = .unknown
        turn = nil
        held = nil
        unplaced = nil
        stay = nil
        flight = nil
        ring.removeAll()
        finder = FieldFinder()
    }

    /// Weighs what may have happened in a silence, tells it, and goes on by what is likeliest.
    mutating func closeGap(
        to point: FlightPoint,
        isOnGround: Bool,
        field: Field?,
        from: GapEnd,
        _ events: inout [FlightEvent]
    ) {
        let to = isOnGround ? groundEnd(Stay(at: point, field: field)) : airEnd(point, isStart: false)
        let takeoff = flight?.takeoff
        let isFromAir = flight != nil
        let weigher = GapWeigher(
            from: from,
            to: to,
            takeoff: takeoff,
            limits: limits,
            context: context,
            sizes: sizes,
            last: flight?.last,
            lost: flight.map(lostEnd),
            found: isOnGround ? nil : foundEnd(point),
            lastPoints: isFromAir ? ring.within(seconds: 120, before: from.sighting.time.milliseconds) : [],
            first: isOnGround ? nil : point,
            field: field ?? stayField(from)
        )
        let gap = Gap(from: from, to: to, hypotheses: weigher.hypotheses(), doubtfulCount: doubts.count)
        events.append(.gap(gap))
        guard !isOnGround else { return }
        if gap.isFlownOn, flight != nil {
            flight?.last = point
            if let later = gap.stopTakeoff { flight?.takeoff = later.span.latest }
        } else {
            flight = Flight(first: point, takeoff: (gap.isFlownOn ? gap.leading.takeoff : gap.stopTakeoff)?.span.latest)
        }
        if gap.hypotheses.count > 1 {
            openGaps.append(OpenGap(gap: gap, takeoff: takeoff ?? from.sighting.time))
            if openGaps.count > Self.mostOpen { openGaps.removeFirst() }
        }
        ring.removeAll()
    }

    /// Silences that stay open to later evidence, at most.
    private static let mostOpen = 4

    private func stayField(_ end: GapEnd) -> Field? {
        guard let code = end.field, let slot = context.gazetteer.slot(ofAirport: code) else { return nil }
        return Field(slot, in: context.gazetteer)
    }

    /// Weighs the last open silence anew.
    mutating func revise(because reason: GapRevision.Reason, at time: Timestamp, _ events: inout [FlightEvent]) {
        guard var open = openGaps.popLast() else { return }
        let before = open.gap.hypotheses
        // Ours: one leg seldom changes its callsign, and a stop often does.
        let factor = reason == .otherCallsign ? 12.0 : 0.4
        open.gap.hypotheses = GapWeigher.normalized(
            before.map { one in
                var one = one
                if one.story != .flewOn { one.probability *= factor }
                return one
            }
        )
        openGaps.append(open)
        let after = open.gap.hypotheses
        events.append(
            .revised(
                GapRevision(gap: open.gap.from.sighting.time, time: time, reason: reason, before: before, after: after)
            )
        )
    }

    /// Rules out one leg through a silence once its fuel would be used up.
    mutating func checkEndurance(at point: FlightPoint, _ events: inout [FlightEvent]) {
        while let open = openGaps.first {
            guard point.time.seconds(since: open.takeoff) > limits.enduranceSeconds else { return }
            openGaps.removeFirst()
            // It landed since where that was seen; then its fuel says nothing about the silence.
            guard state == .airborne, let flight, flight.first.time <= open.gap.from.sighting.time else { continue }
            let before = open.gap.hypotheses
            guard before.contains(where: { $0.story == .flewOn }) else { continue }
            let after = GapWeigher.normalized(before.filter { $0.story != .flewOn })
            guard !after.isEmpty else { continue }
            events.append(
                .revised(
                    GapRevision(
                        gap: open.gap.from.sighting.time,
                        time: point.time,
                        reason: .endurance,
                        before: before,
                        after: after
                    )
                )
            )
        }
    }

    /// Where it was, or may have been since it was last placed.
    func whereabouts(of point: FlightPoint, _ known: Position? = nil) -> Whereabouts {
        if let place = point.position ?? known { return Whereabouts(place) }
        let altitude = point.altitude.map { Feet($0) } ?? (point.isOnGround ? 0 : nil)
        var discs = (point == last ? lastHearers : hearers).map { $0.disc(altitude: altitude) }
        if let placed, let centre = placed.position {
            let speed = context.reach.highestSpeed(limits).metresPerSecond
            let flown = Disc(centre: centre, radius: Metres(speed * point.seconds(since: placed)))
            // Where both say something, it was in both; what contradicts itself is no bound.
            if Whereabouts(inAllOf: discs + [flown])?.isContradictory == true { discs = [] }
            discs.append(flown)
        }
        return Whereabouts(inAllOf: discs) ?? .anywhere
    }
}
