import Aero

extension LegBuilder {
    /// What was known of a point in the air where a silence began or ended.
    func airEnd(_ point: FlightPoint, isStart: Bool) -> GapEnd {
        GapEnd(
            sighting: Sighting(whereabouts(of: point), at: point.time, altitude: point.altitude.map { Feet($0) }),
            isOnGround: false,
            field: nil,
            trend: isStart ? ring.trend(upTo: point.milliseconds) : Self.trend(point),
            verticalRate: point.rate.map { FeetPerMinute($0) },
            groundSpeed: point.speed.map { Knots($0) },
            track: point.track.map { Degrees($0) }
        )
    }

    private static func trend(_ point: FlightPoint) -> Trend {
        let rate = point.rate ?? 0
        return rate > 200 ? .climbing : rate < -200 ? .descending : .level
    }

    /// From the last moment heard to the end of the fuel.
    func openSpan(_ flight: Flight) -> Span {
        let end = flight.takeoff.advanced(bySeconds: limits.enduranceSeconds)
        return Span(earliest: flight.last.time, latest: max(flight.last.time, end)) ?? Span(at: flight.last.time)
    }

    /// The landing of somebody who is silent, if nothing more is heard.
    func lostEnd(_ flight: Flight) -> LegEnd {
        let point = flight.last
        let points = ring.within(seconds: 120, before: point.milliseconds)
        let isDown = ring.trend(upTo: point.milliseconds) == .descending
        let fields = isDown ? nearby(point, points, isLanding: true) : []
        guard let best = fields.first else {
            return LegEnd(knowing: .unknown, span: openSpan(flight), fields: [], heard: point.time)
        }
        let spans = likely(fields).map { estimator.landing(after: point, at: $0.field, before: nil) }
        return LegEnd(
            knowing: .inferred,
            span: Self.hull(spans) ?? Span(at: point.time),
            fields: fields.map { FieldChance(field: $0.field.identity, probability: $0.share) },
            runway: best.runway,
            heard: point.time
        )
    }

    /// The take-off of somebody who was found in the air.
    func foundEnd(_ point: FlightPoint) -> LegEnd {
        let isUp = (point.rate ?? 0) > 200
        let fields = isUp ? nearby(point, [point], isLanding: false) : []
        guard !fields.isEmpty else {
            let start = point.time.advanced(bySeconds: -limits.enduranceSeconds)
            let span = Span(earliest: max(start, anew ?? start), latest: point.time) ?? Span(at: point.time)
            return LegEnd(knowing: .unknown, span: span, fields: [], heard: point.time)
        }
        let spans = likely(fields).map { estimator.takeoff(before: point, from: $0.field, after: anew) }
        return LegEnd(
            knowing: .inferred,
            span: Self.hull(spans) ?? Span(at: point.time),
            fields: fields.map { FieldChance(field: $0.field.identity, probability: $0.share) },
            heard: point.time
        )
    }

    /// Fields that somebody low is coming down to or going up from, likeliest first.
    ///
    /// - Returns: none above 5,000 ft over all of them.
    func nearby(_ point: FlightPoint, _ points: [FlightPoint], isLanding: Bool) -> [NearbyField] {
        guard let altitude = point.altitude, altitude < 20_000, let place = point.position else { return [] }
        let gazetteer = context.gazetteer
        var found: [NearbyField] = []
        for one in gazetteer.airports(near: place, count: 24, sizes: sizes, within: rules.approachReach) {
            let field = Field(one.slot, in: gazetteer)
            guard altitude - field.elevation < rules.approachBelow.rawValue else { continue }
            let use = field.runway(points, isLanding: isLanding, rules: rules)
            let longest = gazetteer.longestRunway(at: one.slot)
            var weight = FieldWeight.base(gazetteer.size(at: one.slot), longest, limits, isFast: false)
            weight *= FieldWeight.nearness(metres: field.distance(to: place), height: altitude - field.elevation)
            weight *= use == nil ? FieldWeight.ahead(point, field, isLanding: isLanding) : FieldWeight.onLine
            found.append(NearbyField(field: field, share: weight, runway: use?.designator))
        }
        let sum = found.reduce(0) { $0 + $1.share }
        guard sum > 0 else { return [] }
        for number in found.indices { found[number].share /= sum }
        found.sort { ($0.share, $1.field.identity) > ($1.share, $0.field.identity) }
        return Array(found.prefix(rules.mostCandidates))
    }

    /// Where a point just after a take-off came from, if nothing was placed before it.
    func likelyFields(_ points: [FlightPoint], since first: FlightPoint) -> [FieldChance] {
        guard let point = points.first(where: { $0.hasPosition && $0.milliseconds >= first.milliseconds }) else {
            return []
        }
        return nearby(point, [point], isLanding: false).map {
            FieldChance(field: $0.field.identity, probability: $0.share)
        }
    }

    /// As many of the likeliest as hold 95 %.
    private func likely(_ fields: [NearbyField]) -> ArraySlice<NearbyField> {
        var share = 0.0
        let end = fields.firstIndex { field in
            share += field.share
            return share >= 0.95
        }
        return fields[...(end ?? fields.count - 1)]
    }

    struct NearbyField {
        let field: Field
        var share: Double
        let runway: String?
    }

    static func hull(_ spans: [Span]) -> Span? {
        guard let first = spans.map(\.earliest).min(), let last = spans.map(\.latest).max() else { return nil }
        return Span(earliest: first, latest: last)
    }
}
