public import Visits

/// How rankings did over several visits whose outcome is known.
public struct VisitRecord: Hashable, Sendable {
    /// One step of what was said against what happened.
    public struct Bin: Hashable, Sendable {
        /// Of probabilities, the upper end in the last bin alone.
        public let low: Double
        public let high: Double
        public let visits: Int
        /// What was given to what happened, on average.
        public let said: Double
    }

    public private(set) var visits = 0
    /// Of those in which it was an aircraft that was heard.
    public private(set) var withAircraft = 0
    public private(set) var first = 0
    public private(set) var amongThree = 0
    public private(set) var excluded = 0
    /// Of which something was said of how likely it is.
    public private(set) var weighed = 0
    private var brierSum = 0.0
    private var given: [Double] = []

    public init() {}

    public mutating func add(_ score: VisitScore, _ outcome: VisitOutcome) {
        visits += 1
        if case .aircraft = outcome.content {
            withAircraft += 1
            if score.place == 1 { first += 1 }
            if let place = score.place, place <= 3 { amongThree += 1 }
            if score.isExcluded { excluded += 1 }
        }
        guard let brier = score.brier, let probability = score.probability else { return }
        weighed += 1
        brierSum += brier
        given.append(probability)
    }

    /// Mean of the Brier scores; `nil` where nothing was weighed.
    public var brier: Double? { weighed > 0 ? brierSum / Double(weighed) : nil }

    /// How much was given to what happened, in fifths.
    public var bins: [Bin] {
        (0..<5).map { step in
            let (low, high) = (Double(step) / 5, Double(step + 1) / 5)
            let some = given.filter { $0 >= low && ($0 < high || step == 4 && $0 <= 1) }
            let said = some.isEmpty ? 0 : some.reduce(0, +) / Double(some.count)
            return Bin(low: low, high: high, visits: some.count, said: said)
        }
    }

    /// What pages say of how far the numbers can be trusted.
    ///
    /// - Parameters:
    ///   - visits: those that were compared again and scored.
    ///   - isReal: whether they were real ones.
    public static func words(visits: Int, isReal: Bool) -> DossierText {
        guard isReal else {
            return BundleWords.both(
                "Calibrated on simulations; checked on \(visits) simulated \(visits == 1 ? "visit" : "visits").",
                "Dikalibrasi dengan simulasi; diperiksa pada \(visits) kunjungan simulasi."
            )
        }
        return BundleWords.both(
            "Calibrated on simulations, checked on \(visits) real \(visits == 1 ? "visit" : "visits").",
            "Dikalibrasi dengan simulasi, diperiksa pada \(visits) kunjungan nyata."
        )
    }
}
