import Aero

/// Makes of a plan what is announced of it.
struct VisitAnnouncer {
    let settings: VisitSettings
    private let geography = VisitGeography.shared

    init(settings: VisitSettings) { self.settings = settings }

    /// - Parameter isWrong: whether it is wrong in more than an hour.
    func announcement(
        of plan: VisitPlan,
        isWrong: Bool,
        _ generator: inout SeededGenerator
    ) -> (announcement: VisitAnnouncement, fault: VisitFault?) {
        var stops: [(airport: Int, hour: Double)] = plan.stops.indices.map { number in
            (plan.stops[number], plan.flights[number].landing - lateness(&generator))
        }
        let fault = isWrong ? VisitFault.allCases[generator.index(below: 4)] : nil
        let made = fault.flatMap { err($0, &stops, &generator) ? $0 : nil }
        var told = stops.map { readings(plan: $0.hour, &generator) }
        if told.allSatisfy(\.isEmpty) { told[0] = [reading(stops[0].hour - 6, stops[0].hour + 6, 1)] }
        return (
            VisitAnnouncement(
                state: geography.airports[plan.home].state,
                home: plan.home,
                stops: zip(stops, told).map { VisitAnnouncement.Stop(airport: $0.airport, readings: $1) }
            ), made
        )
    }

    /// How many hours later than planned they land.
    private func lateness(_ generator: inout SeededGenerator) -> Double {
        generator.chance(0.75) ? generator.normal(0, 0.4) : generator.logNormal(0.7, 0.6)
    }

    private func readings(plan: Double, _ generator: inout SeededGenerator) -> [VisitAnnouncement.Reading] {
        let draw = generator.unit()
        if draw >= 0.8 { return [] }
        let width = draw < 0.55 ? 6.0 : 24
        let start = plan - generator.unit() * width
        guard width == 6, generator.chance(settings.zoneReadings) else { return [reading(start, start + width, 1)] }
        // By the clock of the place, the subject's capital, or the outlet: one of them is right.
        let weights = [0.60, 0.25, 0.15]
        let right = generator.unit()
        let meant = right < 0.60 ? 0 : right < 0.85 ? 1 : 2
        let shifts = weights.map { _ in Double(generator.index(below: 15) - 7) }
        return weights.indices.map { number in
            let shift = shifts[number] - shifts[meant]
            return reading(start + shift, start + shift + width, weights[number])
        }
    }

    private func reading(_ start: Double, _ end: Double, _ weight: Double) -> VisitAnnouncement.Reading {
        VisitAnnouncement.Reading(
            start: VisitScenario.start.advanced(bySeconds: (start * 60).rounded() * 60),
            end: VisitScenario.start.advanced(bySeconds: (end * 60).rounded() * 60),
            weight: weight
        )
    }

    /// - Returns: whether it could be made wrong so.
    private func err(
        _ fault: VisitFault,
        _ stops: inout [(airport: Int, hour: Double)],
        _ generator: inout SeededGenerator
    ) -> Bool {
        let number = generator.index(below: stops.count)
        switch fault {
        case .otherDay: stops[number].hour += generator.chance(0.5) ? 24 : -24
        case .otherOrder:
            let other = number == 0 ? 1 : number - 1
            let airport = stops[number].airport
            stops[number].airport = stops[other].airport
            stops[other].airport = airport
        case .otherAirport:
            let here = stops[number].airport
            let near = geography.airports.indices.filter {
                $0 != here && (60..<400).contains(geography.kilometres($0, here))
            }
            guard let other = generator.one(of: near) else { return false }
            stops[number].airport = other
        case .cancelledStop:
            let last = stops[stops.count - 1]
            let near = geography.capitals.filter { (400..<4_000).contains(geography.kilometres($0, last.airport)) }
            guard let other = generator.one(of: near) else { return false }
            stops.append((other, last.hour + generator.number(8, 20)))
        }
        return true
    }
}
