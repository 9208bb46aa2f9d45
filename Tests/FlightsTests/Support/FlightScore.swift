import Aero
import Flights

/// Told flights beside the true ones.
struct FlightScore: CustomStringConvertible {
    /// Of one kind of end.
    struct Ends {
        var told = 0
        var right = 0
        var airportRight = 0
        var runwayTold = 0
        var widths: [Double] = []

        var medianMinutes: Double {
            widths.isEmpty ? 0 : widths.sorted()[widths.count / 2] / 60
        }
    }

    var observed = Ends()
    var inferred = Ends()
    var unknown = 0
    /// True take-offs and landings, and those of them that an observed one tells.
    var realCount = 0
    var found = 0
    /// Silences in the air, and those of them with a true stop that fits.
    var gaps = 0
    var hidden = 0
    var hiddenTwoStories = 0
    /// With a true stop that the rates of the hard test leave no room for, and those of them told as one leg alone.
    var unfit = 0
    var unfitJoined = 0
    /// With a true stop, and one leg is ruled out by its endurance.
    var spent = 0
    var hiddenNamed = 0
    var hiddenLeading = 0
    /// Silences without a stop, and those told as a stop.
    var straight = 0
    var straightSplit = 0
    /// Sum of squared errors of the probability of a stop.
    var brier = 0.0
    var missed: [String] = []

    var precision: Double { Double(observed.right) / Double(max(1, observed.told)) }
    var recall: Double { Double(found) / Double(max(1, realCount)) }
    var airport: Double { Double(observed.airportRight) / Double(max(1, observed.right)) }
    var held: Double { Double(inferred.right) / Double(max(1, inferred.told)) }

    /// Seconds by which an observed end may miss the true moment: rows have the steps of their sampling.
    private static let slack = 2.0

    mutating func add(_ log: FlightLog, _ truth: [GeneratedTraffic.Truth], start: Timestamp, end: Timestamp) {
        let legs = log.legs
        let takeoffs = truth.map { (time: $0.takeoff, field: $0.from) }
        let landings = truth.map { (time: $0.landing, field: $0.to) }
        realCount += (takeoffs + landings).count { $0.time > start && $0.time < end }
        score(legs.map(\.takeoff), takeoffs, isLanding: false)
        score(legs.compactMap { $0.isLost ? nil : $0.landing }, landings, isLanding: true)
        for gap in log.gaps { add(gap, truth) }
    }

    private mutating func score(_ ends: [LegEnd], _ truth: [(time: Timestamp, field: String)], isLanding: Bool) {
        var taken = Set<Timestamp>()
        for end in ends where end.knowing != .unknown {
            let real =
                end.heard.flatMap { heard in
                    isLanding
                        ? truth.first { $0.time.seconds(since: heard) > -1 }
                        : truth.last { $0.time.seconds(since: heard) < 1 }
                } ?? truth.first { end.span.contains($0.time) }
            let holds =
                real.map {
                    $0.time.seconds(since: end.span.earliest) >= -Self.slack
                        && end.span.latest.seconds(since: $0.time) >= -Self.slack
                } ?? false
            let isThere = real.map { $0.field == end.field } ?? false
            func count(_ ends: inout Ends) {
                ends.told += 1
                ends.right += holds ? 1 : 0
                ends.airportRight += holds && isThere ? 1 : 0
                ends.runwayTold += end.runway == nil ? 0 : 1
                ends.widths.append(end.span.latest.seconds(since: end.span.earliest))
            }
            if end.knowing == .observed { count(&observed) } else { count(&inferred) }
            if end.knowing == .observed, holds, let real, taken.insert(real.time).inserted { found += 1 }
            if !holds, missed.count < 12 {
                let off = real.map { $0.time.seconds(since: end.span.earliest) }
                missed.append("\(end) real \(String(describing: real)) \(String(describing: off)) \(isLanding)")
            }
        }
        unknown += ends.count { $0.knowing == .unknown }
    }

    private mutating func add(_ gap: Gap, _ truth: [GeneratedTraffic.Truth]) {
        guard !gap.from.isOnGround, !gap.to.isOnGround else { return }
        gaps += 1
        let stops = zip(truth, truth.dropFirst()).filter { before, after in
            gap.span.contains(before.landing) && gap.span.contains(after.takeoff)
        }
        brier += (gap.stopProbability - (stops.isEmpty ? 0 : 1)) * (gap.stopProbability - (stops.isEmpty ? 0 : 1))
        guard let stop = stops.first else {
            straight += 1
            straightSplit += gap.leading.story == .flewOn ? 0 : 1
            return
        }
        let dwell = stop.1.takeoff.seconds(since: stop.0.landing)
        guard stops.count == 1, dwell >= 25 * 60 else { return }
        guard fits(gap, stop.0.to) else {
            unfit += 1
            unfitJoined += gap.stopProbability == 0 ? 1 : 0
            return
        }
        // One leg through would have used up its fuel: one story is left.
        if gap.to.sighting.time.seconds(since: stop.0.takeoff) > AirframeLimits.unknown.enduranceSeconds - 1_800 {
            spent += 1
            if gap.stopProbability == 0 { missed.append("joined beyond the fuel: \(gap.seconds)") }
            return
        }
        hidden += 1
        let fields = gap.hypotheses.map(\.story)
        let isTwo = fields.contains(.flewOn) && fields.contains { $0 != .flewOn }
        hiddenTwoStories += isTwo ? 1 : 0
        hiddenNamed += fields.contains(.stopped(field: stop.0.to)) ? 1 : 0
        hiddenLeading += gap.leading.story == .stopped(field: stop.0.to) ? 1 : 0
        if !isTwo, missed.count < 20 {
            missed.append(
                "one story: \(gap.seconds) s, off \(gap.to.sighting.time.seconds(since: stop.0.takeoff)) \(fields)"
            )
        }
    }

    /// Whether a stop at the true airport passes the hard test, and one leg through is not longer than its fuel.
    private func fits(_ gap: Gap, _ field: String) -> Bool {
        guard let slot = GeneratedTraffic.gazetteer.slot(ofAirport: field),
            let reach = Reach(from: gap.from.sighting, to: gap.to.sighting, limits: .unknown)
        else { return false }
        return reach.stop(at: GeneratedTraffic.gazetteer.position(at: slot), dwellSeconds: 25 * 60).fits
    }

    var description: String {
        func share(_ part: Int, _ whole: Int) -> String {
            whole == 0 ? "-" : "\(Double(part * 10_000 / whole) / 10_000)"
        }
        return """
            observed \(observed.told): precision \(share(observed.right, observed.told)), recall \(share(found, realCount)) of \
            \(realCount), airport \(share(observed.airportRight, observed.right)), runway told \
            \(share(observed.runwayTold, observed.told)), median width \(observed.medianMinutes * 60) s; \
            inferred \(inferred.told): held \(share(inferred.right, inferred.told)), airport \
            \(share(inferred.airportRight, inferred.right)), median width \(inferred.medianMinutes) min; unknown \(unknown); \
            gaps in the air \(gaps), hidden stops \(hidden) (and \(spent) beyond the fuel, \(unfit) that do not fit, \(unfitJoined) of them joined): both stories \(share(hiddenTwoStories, hidden)), airport named \
            \(share(hiddenNamed, hidden)), leading \(share(hiddenLeading, hidden)); straight \(straight), told as a stop \
            \(share(straightSplit, straight)); Brier \(gaps == 0 ? 0 : brier / Double(gaps))
            """
    }
}
