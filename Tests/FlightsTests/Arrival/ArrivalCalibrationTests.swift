import Aero
import Flights
import Testing

/// The gate: tails cut off generated flights. The measurement with more flights was judged once, on seeds of its own.
struct ArrivalCalibrationTests {
    private static let estimator = ArrivalEstimator(
        LegContext(gazetteer: RealPlaces.gazetteer ?? GeneratedTraffic.gazetteer)
    )

    private func score(_ settings: ArrivalSky.Settings, usesHistory: Bool = true) -> ArrivalScore {
        var score = ArrivalScore(Self.estimator)
        for cut in ArrivalSky(settings).cuts() { score.add(cut, usesHistory: usesHistory) }
        return score
    }

    private func checkGate(_ score: ArrivalScore) {
        #expect(score.all.count > 1_000)
        #expect((0.85...0.95).contains(score.all.heldShare))
        // Among the sky's own few airports it is held more often than it must be: docs/flights.md.
        #expect((0.85...(RealPlaces.file == nil ? 1 : 0.95)).contains(score.all.heldAnywhereShare))
        #expect(score.all.width < 20)
        for (kilometres, group) in score.byDistance where (100...400).contains(kilometres) { #expect(group.width < 10) }
        #expect(score.impossible == 0 && score.broken == 0)
        #expect(score.all.meanBrier < score.all.meanNearestBrier)
        #expect(score.all.leadShare > Double(score.all.nearestLeads) / Double(score.all.count))
    }

    @Test func nineInTenLandWithinTheInterval() {
        let score = score(ArrivalSky.Settings(seed: 41, legs: 1_000))
        print("arrivals: \(score)")
        checkGate(score)
    }

    @Test func nineInTenOfThoseWhoLandWhereTheyDidBefore() {
        var settings = ArrivalSky.Settings(seed: 42, legs: 1_000)
        settings.hasRegulars = true
        let with = score(settings)
        let without = score(settings, usesHistory: false)
        print("arrivals, landing history: \(with)")
        print("arrivals of the same, without it: \(without.all.leadShare) lead, Brier \(without.all.meanBrier)")
        checkGate(with)
        #expect(with.all.leadShare > without.all.leadShare)
        #expect(with.all.meanBrier < without.all.meanBrier)
        // What is said of an airport comes about as often.
        for step in with.steps where step.count > 100 {
            #expect(abs(step.said - Double(step.came)) / Double(step.count) < 0.15)
        }
    }

    /// Nothing of the spread is in this sky, which is wider than it must be there: the floors for holdings stay.
    @Test func aSkyWithoutWindIsHeldToo() {
        var settings = ArrivalSky.Settings(seed: 43)
        settings.isDisturbed = false
        settings.legs = 500
        let score = score(settings)
        print("arrivals, no wind, straight ways, no holdings: \(score.all.heldShare), \(score.all.width) min")
        #expect(score.all.heldShare >= 0.85)
        #expect(score.impossible == 0 && score.broken == 0)
    }

    /// Silent for half an hour; landings at every second airport would have been heard, so those that were are none of these.
    @Test func whoIsSilent() {
        let gazetteer = Self.estimator.context.gazetteer
        let estimator = ArrivalEstimator(
            LegContext(gazetteer: gazetteer, unheard: { $0.order.isMultiple(of: 2) ? 0 : 1 })
        )
        var settings = ArrivalSky.Settings(seed: 44, legs: 1_000)
        settings.hasRegulars = true
        var (count, held, said, came, brier) = (0, 0, 0.0, 0, 0.0)
        for cut in ArrivalSky(settings).cuts() {
            let now = cut.situation.time.advanced(bySeconds: 1_800)
            let hasLanded = cut.landing <= now
            guard let slot = gazetteer.slot(ofAirport: cut.field), !(hasLanded && slot.order.isMultiple(of: 2)) else {
                continue
            }
            let forecast = estimator.forecast(of: cut.situation, limits: cut.limits, now: now, history: cut.history)
            #expect(ArrivalScore.isSound(forecast))
            let landed = forecast.anywhere.landedProbability
            count += 1
            held += forecast.anywhere.span.contains(cut.landing) ? 1 : 0
            said += landed
            came += hasLanded ? 1 : 0
            brier += (landed - (hasLanded ? 1 : 0)) * (landed - (hasLanded ? 1 : 0))
        }
        let share = Double(held) / Double(max(1, count))
        print(
            "arrivals, silent for half an hour: \(share) of \(count) held, landed said \(said / Double(count)), came "
                + "\(Double(came) / Double(count)), Brier \(brier / Double(count))"
        )
        #expect(count > 800 && (0.85...(RealPlaces.file == nil ? 1 : 0.95)).contains(share))
        #expect(abs(said - Double(came)) / Double(count) < 0.1 && brier / Double(count) < 0.1)
    }
}
