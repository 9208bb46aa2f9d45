import Aero

extension GapWeigher {
    private func inferred(_ span: Span, _ field: String?, heard: Timestamp?) -> LegEnd {
        LegEnd(
            knowing: field == nil ? .unknown : .inferred,
            span: span,
            fields: field.map { [FieldChance(field: $0, probability: 1)] } ?? [],
            heard: heard
        )
    }

    private var heardLast: Timestamp? { from.isOnGround ? nil : from.sighting.time }
    private var heardFirst: Timestamp? { to.isOnGround ? nil : to.sighting.time }

    func flewOn(_ reach: Reach?, weight: Double) -> GapHypothesis {
        let (start, end) = (from.sighting.time, to.sighting.time)
        let whole = Span(earliest: start, latest: end) ?? Span(at: end)
        var landing: LegEnd?
        var takeoff: LegEnd?
        let way = from.sighting.whereabouts.leastDistance(to: to.sighting.whereabouts).rawValue
        if to.isOnGround {
            var span =
                Span(
                    earliest: min(end, start.advanced(bySeconds: soonest(way, from.sighting.altitude, reach))),
                    latest: min(end, start.advanced(bySeconds: slow(way)))
                ) ?? whole
            if from.isOnGround {
                span = Span(earliest: span.earliest, latest: end) ?? whole
            } else if let last, isOnApproach(last) {
                span = estimator.landing(after: last, at: field, before: end)
            }
            landing = inferred(withinFuel(landing: span), to.field, heard: heardLast)
        }
        if from.isOnGround {
            let span =
                Span(
                    earliest: to.isOnGround ? start : max(start, end.advanced(bySeconds: -slow(way))),
                    latest: max(start, end.advanced(bySeconds: -soonest(way, to.sighting.altitude, reach)))
                ) ?? whole
            takeoff = inferred(span, from.field, heard: heardFirst)
        }
        return GapHypothesis(
            story: .flewOn,
            probability: weight,
            landing: landing,
            takeoff: takeoff,
            longestDwellSeconds: nil
        )
    }

    /// Seconds that no way to or from the ground takes less than.
    private func soonest(_ metres: Double, _ altitude: Feet?, _ reach: Reach?) -> Double {
        guard let reach else { return 0 }
        return max(metres / reach.speed.metresPerSecond, max(0, altitude?.rawValue ?? 0) / EndEstimator.steepest * 60)
    }

    /// Seconds that hardly any way takes longer than. A public track took 1.62 times what is typical.
    private func slow(_ metres: Double) -> Double { 1.65 * metres / speed + 1_500 }

    private var estimator: EndEstimator { EndEstimator(limits: limits) }

    private func isOnApproach(_ point: FlightPoint) -> Bool {
        guard let field, let place = point.position, let altitude = point.altitude else { return false }
        return altitude - field.elevation < context.rules.approachBelow.rawValue
            && field.distance(to: place) < context.rules.approachReach.rawValue
    }

    func stop(_ one: Candidate, _ reach: Reach, weight: Double) -> GapHypothesis {
        let place = context.gazetteer.position(at: one.slot)
        let identity = context.gazetteer.identity(at: one.slot)
        // Shorter stops than the rule's were possible too: the intervals hold them.
        let fit = reach.stop(at: place, dwellSeconds: 0)
        let (start, end) = (from.sighting.time, to.sighting.time)
        let whole = Span(earliest: start, latest: end) ?? Span(at: end)
        // The rates of the hard test are usual ones; some aircraft climb and descend faster, and fly on meanwhile.
        let first = start.advanced(bySeconds: soonest(one.before, from.sighting.altitude, reach))
        let last = end.advanced(bySeconds: -soonest(one.after, to.sighting.altitude, reach))
        var arrival = Span(earliest: first, latest: last) ?? whole
        var departure = arrival
        let near = context.rules.approachReach.rawValue
        let low = context.rules.approachBelow.rawValue + (context.gazetteer.elevation(at: one.slot)?.rawValue ?? 0)
        if !from.isOnGround {
            let late = start.advanced(bySeconds: slow(one.before))
            arrival = Span(earliest: arrival.earliest, latest: min(arrival.latest, late)) ?? arrival
            if let last = self.last, one.before < near, from.trend == .descending, last.altitude ?? .infinity < low {
                arrival = estimator.landing(
                    after: last,
                    at: Field(one.slot, in: context.gazetteer),
                    before: arrival.latest
                )
            }
        }
        if !to.isOnGround {
            let early = end.advanced(bySeconds: -slow(one.after))
            departure = Span(earliest: max(departure.earliest, early), latest: departure.latest) ?? departure
            if let first = self.first, one.after < near, to.trend == .climbing, first.altitude ?? .infinity < low {
                departure = estimator.takeoff(
                    before: first,
                    from: Field(one.slot, in: context.gazetteer),
                    after: departure.earliest
                )
            }
        }
        return GapHypothesis(
            story: .stopped(field: identity),
            probability: weight,
            landing: inferred(withinFuel(landing: arrival), identity, heard: heardLast),
            takeoff: inferred(withinFuel(takeoff: departure), identity, heard: heardFirst),
            longestDwellSeconds: fit.longestDwellSeconds
        )
    }

    /// The leg before ends with its fuel at the latest.
    private func withinFuel(landing span: Span) -> Span {
        guard !from.isOnGround else { return span }
        let end = (takeoff ?? from.sighting.time).advanced(bySeconds: limits.enduranceSeconds)
        return Span(earliest: span.earliest, latest: min(span.latest, end)) ?? Span(at: span.earliest)
    }

    /// The leg after began no longer ago than its fuel lasts.
    private func withinFuel(takeoff span: Span) -> Span {
        guard !to.isOnGround else { return span }
        let start = to.sighting.time.advanced(bySeconds: -limits.enduranceSeconds)
        return Span(earliest: max(span.earliest, start), latest: span.latest) ?? Span(at: span.latest)
    }

    func elsewhere(_ reach: Reach, weight: Double) -> GapHypothesis {
        let early = from.sighting.time.advanced(bySeconds: soonest(0, from.sighting.altitude, reach))
        let late = to.sighting.time.advanced(bySeconds: -soonest(0, to.sighting.altitude, reach))
        let whole = Span(earliest: from.sighting.time, latest: to.sighting.time) ?? Span(at: to.sighting.time)
        let span = Span(earliest: early, latest: late) ?? whole
        let landing = lost.flatMap { $0.knowing == .inferred ? $0 : nil }
        let takeoff = found.flatMap { $0.knowing == .inferred ? $0 : nil }
        return GapHypothesis(
            story: .stoppedElsewhere,
            probability: weight,
            landing: landing ?? inferred(withinFuel(landing: span), nil, heard: heardLast),
            takeoff: takeoff ?? inferred(withinFuel(takeoff: span), nil, heard: heardFirst),
            longestDwellSeconds: nil
        )
    }
}
