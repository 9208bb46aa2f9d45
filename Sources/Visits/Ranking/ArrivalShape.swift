import Aero

/// When an arrival at a stop is likely, as densities an hour on the slots of a grid; they add up to 1 over the grid, or to nothing.
struct ArrivalShape {
    private(set) var perHour: [Double]

    /// - Parameter known: what the readings of all stops span, for stops without any.
    init(
        _ window: ArrivalWindow,
        known: ClosedRange<Double>,
        start: Timestamp,
        slots: Int,
        rules: RankingRules
    ) {
        let slot = rules.slotSeconds
        var told = Array(repeating: 0.0, count: slots)
        var wide = told
        for reading in window.readings where reading.weight > 0 {
            let (from, to) = Self.bounds(reading, start)
            Self.add(from, to, share: reading.weight, to: &told, rules)
            let reach = rules.wrongDaySeconds
            Self.addFlat(from - reach, to + reach, share: reading.weight, to: &wide, slot)
        }
        if window.readings.isEmpty {
            let reach = rules.orderSeconds
            Self.addFlat(known.lowerBound - reach, known.upperBound + reach, share: 1, to: &told, slot)
            wide = told
        }
        Self.cut(&told, window, start, rules)
        // Also a day that is wrong keeps the order of the stops.
        Self.cut(&wide, window, start, rules)
        Self.normalise(&told, slot)
        Self.normalise(&wide, slot)
        perHour = told.indices.map { told[$0] * (1 - rules.wrongDayShare) + wide[$0] * rules.wrongDayShare }
    }

    /// Seconds of the grid; a side left open is a day long.
    static func bounds(_ reading: ArrivalReading, _ start: Timestamp) -> (Double, Double) {
        let from = reading.start?.seconds(since: start)
        let to = reading.end?.seconds(since: start)
        let low = from ?? to.map { $0 - 86_400 } ?? 0
        return (low, max(low, to ?? low + 86_400))
    }

    private static func add(
        _ from: Double,
        _ to: Double,
        share: Double,
        to density: inout [Double],
        _ rules: RankingRules
    ) {
        let slot = rules.slotSeconds
        let width = max(to - from, slot)
        for number in density.indices {
            let time = (Double(number) + 0.5) * slot
            let flat = (rise(time - from, rules) - rise(time - to, rules)) / width
            let late =
                time > to ? Trigonometry.exponential(-(time - to) / rules.lateSeconds) / rules.lateSeconds : 0
            density[number] += share * ((1 - rules.lateShare) * flat + rules.lateShare * late)
        }
    }

    /// The normal distribution's share below a time.
    private static func rise(_ seconds: Double, _ rules: RankingRules) -> Double {
        let z = seconds / rules.edgeSeconds
        return z < -6 ? 0 : z > 6 ? 1 : (1 + Trigonometry.errorFunction(z / 2.0.squareRoot())) / 2
    }

    private static func addFlat(
        _ from: Double,
        _ to: Double,
        share: Double,
        to density: inout [Double],
        _ slot: Double
    ) {
        for number in density.indices {
            let time = (Double(number) + 0.5) * slot
            if time >= from, time <= to { density[number] += share / max(slot, to - from) }
        }
    }

    private static func cut(
        _ density: inout [Double],
        _ window: ArrivalWindow,
        _ start: Timestamp,
        _ rules: RankingRules
    ) {
        for number in density.indices {
            let time = (Double(number) + 0.5) * rules.slotSeconds
            if let earliest = window.earliest { density[number] *= rise(time - earliest.seconds(since: start), rules) }
            if let latest = window.latest { density[number] *= rise(latest.seconds(since: start) - time, rules) }
        }
    }

    private static func normalise(_ density: inout [Double], _ slot: Double) {
        let sum = density.reduce(0, +) * slot / 3_600
        guard sum > 0 else { return }
        for number in density.indices { density[number] /= sum }
    }
}
