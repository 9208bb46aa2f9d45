import Aero
import Flights

/// An itinerary on a grid of time, with all that is the same for every aircraft.
struct VisitGrid {
    struct Stop {
        /// Its place in the itinerary that was given.
        let number: Int
        let airports: [StopAirport]
        let perHour: [Double]
        /// The first and last slot with a density.
        let support: ClosedRange<Int>
        /// P(a landing is not heard), by airport and slot.
        let unheard: [[Double]]
        /// P(a landing is heard), by airport; where nothing is known, what is usual.
        let heard: [Double]
        /// Landings heard an hour of an aircraft of a role near the airport, by airport.
        let rates: [[AircraftRole: Double]]
        let dwellSeconds: Double
        /// A tenth of the highest density: below, a time is not what was announced.
        let likely: Double
    }

    let start: Timestamp
    /// As many as what was announced spans, also where it is still to come.
    let slots: Int
    /// How many of them were listened to: what is later than these may come yet, and nobody can have heard it.
    let heardSlots: Int
    let stops: [Stop]
    let origins: [StopAirport]
    /// Slots between landings at two stops, by the fastest leg.
    let leastSlots: [[Int]]
    /// Typical seconds of a leg to a stop, from home first, then from the stop before; `nil` without a home.
    let typicalSeconds: [Double?]
    /// Shares of the same legs that are covered.
    let covered: [Double]
    /// Landings heard an hour of one aircraft of a role, wherever they are.
    let landings: [AircraftRole: Double]
    let rules: RankingRules

    /// Seconds after the last window: who comes late.
    private static let tailSeconds = 12 * 3_600.0

    /// - Returns: `nil` where no stop can be used: none has an airport, or none a time within what was watched or is to come.
    init?(itinerary: [ItineraryStop], watched: ClosedRange<Timestamp>, archive: ArchiveKnowledge, rules: RankingRules) {
        start = watched.lowerBound
        self.rules = rules
        let span = watched.upperBound.seconds(since: watched.lowerBound)
        let heardSlots = min(4_000, Int((span / rules.slotSeconds).rounded(.up)))
        guard heardSlots > 0 else { return nil }
        self.heardSlots = heardSlots
        origins = itinerary.first { $0.kind == .origin }?.airports ?? []
        let known = Self.known(itinerary, start)
        let announced = known.map { ($0.upperBound + Self.tailSeconds) / rules.slotSeconds }
        let slots = min(4_000, max(heardSlots, Int(min(4_000, max(0, announced ?? 0)).rounded(.up))))
        self.slots = slots
        var stops: [Stop] = []
        for (number, stop) in itinerary.enumerated() where stop.kind != .origin && !stop.airports.isEmpty {
            let shape = ArrivalShape(stop.arrival, known: known ?? 0...span, start: start, slots: slots, rules: rules)
            let used = shape.perHour.indices.filter { shape.perHour[$0] > 1e-9 }
            guard let first = used.first, let last = used.last else { continue }
            stops.append(Self.stop(number, stop, shape.perHour, first...last, start, heardSlots, archive, rules))
        }
        guard !stops.isEmpty else { return nil }
        self.stops = stops
        landings = AircraftRole.allCases.reduce(into: [:]) { $0[$1] = archive.landings.perHour($1) }
        leastSlots = stops.map { from in stops.map { Self.leastSlots(from, $0, rules) } }
        var typical: [Double?] = []
        var covered: [Double] = []
        for (number, stop) in stops.enumerated() {
            let before = number == 0 ? origins.first : stops[number - 1].airports.first
            let there = stop.airports[0].position
            typical.append(
                before.map { LegEnvelope(distance: Geodesy.distance($0.position, there)).typicalSeconds }
            )
            covered.append(before.map { archive.air.share(from: $0.position, to: there) } ?? 0)
        }
        typicalSeconds = typical
        self.covered = covered
    }

    /// What the readings of all stops span, in seconds of the grid; `nil` where none has a time.
    private static func known(_ itinerary: [ItineraryStop], _ start: Timestamp) -> ClosedRange<Double>? {
        let bounds = itinerary.flatMap { $0.arrival.readings.map { ArrivalShape.bounds($0, start) } }
        guard let low = bounds.map(\.0).min(), let high = bounds.map(\.1).max() else { return nil }
        return low...max(low, high)
    }

    private static func stop(
        _ number: Int,
        _ stop: ItineraryStop,
        _ perHour: [Double],
        _ support: ClosedRange<Int>,
        _ start: Timestamp,
        _ heardSlots: Int,
        _ archive: ArchiveKnowledge,
        _ rules: RankingRules
    ) -> Stop {
        let unheard = stop.airports.map { airport in
            let heard = (archive.detection.probability(at: airport.code) ?? 0) * (1 - rules.offShare)
            return perHour.indices.map { slot in
                let time = start.advanced(bySeconds: (Double(slot) + 0.5) * rules.slotSeconds)
                let isListening = slot < heardSlots && archive.detection.isListening(at: airport.code, time)
                return isListening ? 1 - heard : 1
            }
        }
        let rates = stop.airports.map { airport in
            AircraftRole.allCases.reduce(into: [AircraftRole: Double]()) { rates, role in
                rates[role] = archive.landings.perHour(role, near: airport.position, within: rules.rateMetres)
            }
        }
        let heard = stop.airports.map { archive.detection.probability(at: $0.code) ?? rules.usualDetection }
        let isTransit = stop.kind == .transit
        return Stop(
            number: number,
            airports: stop.airports,
            perHour: perHour,
            support: support,
            unheard: unheard,
            heard: heard,
            rates: rates,
            dwellSeconds: isTransit ? rules.reach.transitDwellSeconds : rules.reach.visitDwellSeconds,
            likely: (perHour.max() ?? 0) / 10
        )
    }

    private static func leastSlots(_ from: Stop, _ to: Stop, _ rules: RankingRules) -> Int {
        var least = Double.infinity
        for one in from.airports {
            for other in to.airports {
                let leg = LegEnvelope(distance: Geodesy.distance(one.position, other.position)).fastestSeconds
                least = min(least, leg + rules.turnSeconds)
            }
        }
        return max(1, Int((least / rules.slotSeconds).rounded(.down)))
    }

    func slot(_ seconds: Double) -> Int { Int((seconds / rules.slotSeconds).rounded(.down)) }
    func time(_ slot: Int) -> Timestamp { start.advanced(bySeconds: (Double(slot) + 0.5) * rules.slotSeconds) }
}
