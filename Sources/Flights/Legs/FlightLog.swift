public import Aero

/// The flights of one aircraft as far as they are told: what `LegBuilder` gave, put together.
///
/// Nothing is decided here but which explanation of a silence leads; when that changes, so do the legs.
public struct FlightLog: Sendable {
    private enum Item: Sendable {
        case takeoff(LegEnd)
        case landing(LegEnd)
        case note(LegNote)
        case lost(LegEnd)
        case gap(Int)
    }

    public private(set) var gaps: [Gap] = []
    /// Changes of what is thought of silences, in the order in which they were made.
    public private(set) var revisions: [GapRevision] = []
    public private(set) var doubtful: [DoubtfulStretch] = []
    private var items: [Item] = []

    public init() {}

    public init(_ events: [FlightEvent]) { for event in events { apply(event) } }

    public mutating func apply(_ event: FlightEvent) {
        switch event {
        case .takeoff(let end): items.append(.takeoff(end))
        case .landing(let end): items.append(.landing(end))
        case .note(let note): items.append(.note(note))
        case .lost(let end): items.append(.lost(end))
        case .gap(let gap):
            items.append(.gap(gaps.count))
            gaps.append(gap)
        case .revised(let revision):
            revisions.append(revision)
            let place = gaps.lastIndex { $0.from.sighting.time == revision.gap }
            if let place, !revision.after.isEmpty { gaps[place].hypotheses = revision.after }
        case .doubtful(let stretch): doubtful.append(stretch)
        }
    }

    /// Legs in the order of time, by the leading explanation of each silence; the last may be without an end.
    public var legs: [Leg] {
        var done: [Leg] = []
        var open: Leg?
        for item in items {
            switch item {
            case .takeoff(let end):
                if let open { done.append(open) }
                open = Leg(takeoff: end)
            case .landing(let end):
                open?.isLost = false
                open?.landing = end
                if let open { done.append(open) }
                open = nil
            case .note(let note): open?.notes.append(note)
            case .lost(let end):
                open?.landing = end
                open?.isLost = true
            case .gap(let number): FlightLog.pass(gaps[number], &open, &done)
            }
        }
        if let open { done.append(open) }
        return done
    }

    private static func pass(_ gap: Gap, _ open: inout Leg?, _ done: inout [Leg]) {
        let lead = gap.leading
        open?.isLost = false
        open?.landing = nil
        if gap.isFlownOn {
            if !gap.from.isOnGround, !gap.to.isOnGround {
                open?.gaps.append(gap)
                return
            }
            if gap.from.isOnGround, let takeoff = lead.takeoff { open = Leg(takeoff: takeoff) }
        } else {
            if gap.from.isOnGround, let landing = gap.stopLanding { open = Leg(takeoff: unseenTakeoff(gap, landing)) }
            open?.landing = gap.stopLanding
            if let open { done.append(open) }
            open = gap.stopTakeoff.map { Leg(takeoff: $0) }
        }
        guard gap.to.isOnGround else { return }
        if var last = open {
            last.landing = gap.isFlownOn ? lead.landing : unseenLanding(gap, last.takeoff)
            done.append(last)
        }
        open = nil
    }

    /// Between the last time on the ground and a landing elsewhere of which nothing was heard.
    static func unseenTakeoff(_ gap: Gap, _ landing: LegEnd) -> LegEnd {
        let start = gap.from.sighting.time
        return LegEnd(
            knowing: gap.from.field == nil ? .unknown : .inferred,
            span: Span(earliest: start, latest: landing.span.latest) ?? Span(at: start),
            fields: gap.from.field.map { [FieldChance(field: $0, probability: 1)] } ?? [],
            heard: nil
        )
    }

    static func unseenLanding(_ gap: Gap, _ takeoff: LegEnd) -> LegEnd {
        let end = gap.to.sighting.time
        return LegEnd(
            knowing: gap.to.field == nil ? .unknown : .inferred,
            span: Span(earliest: takeoff.span.earliest, latest: end) ?? Span(at: end),
            fields: gap.to.field.map { [FieldChance(field: $0, probability: 1)] } ?? [],
            heard: nil
        )
    }

    /// Time on the ground between legs, where the airport of both is the same or neither is known.
    public func stops(rules: LegRules = LegRules()) -> [Stop] {
        let legs = legs
        return zip(legs, legs.dropFirst()).compactMap { before, after in
            guard let landing = before.landing, !before.isLost, landing.field == after.takeoff.field else { return nil }
            return Stop(landing, after.takeoff, rules: rules)
        }
    }

    /// What this log, told anew with more observations, thinks otherwise about silences than an older one.
    ///
    /// - Parameter time: of the change.
    /// - Returns: a revision for each silence of the older log that is not the same here; without hypotheses after it where nothing is left
    ///   of the silence.
    public func revisions(since older: FlightLog, at time: Timestamp) -> [GapRevision] {
        older.gaps.compactMap { gap in
            let same = gaps.first { $0.from.sighting.time == gap.from.sighting.time }
            guard same?.hypotheses != gap.hypotheses else { return nil }
            return GapRevision(
                gap: gap.from.sighting.time,
                time: time,
                reason: .heardMeanwhile,
                before: gap.hypotheses,
                after: same?.hypotheses ?? []
            )
        }
    }
}
