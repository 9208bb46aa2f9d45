import Aero

/// When it lands, over several airports, after a silence in which it may have landed already.
struct ArrivalMixture {
    /// One airport, or several alike.
    struct Part {
        let time: RemainingTime
        /// Probability that a landing there would not have been heard.
        let unheard: Double
        /// Seconds of silence so far.
        let silentSeconds: Double
        var weight: Double
        private let landed: Double

        /// Probability of the silence, if this is the airport.
        var closure: Double { unheard * landed + 1 - landed }

        init(time: RemainingTime, unheard: Double, silentSeconds: Double, weight: Double) {
            self.time = time
            self.unheard = unheard
            self.silentSeconds = silentSeconds
            self.weight = weight
            landed = time.probability(upTo: silentSeconds)
        }

        /// Seconds before which it cannot have landed, given the silence.
        var soonest: Double { unheard > 0 ? time.fastest : max(time.fastest, min(silentSeconds, time.longest)) }

        /// Probability of having landed by then, given the silence.
        func probability(upTo seconds: Double) -> Double {
            let plain = time.probability(upTo: seconds)
            guard closure > 0 else { return seconds >= time.longest ? 1 : 0 }
            return min(1, seconds <= silentSeconds ? unheard * plain / closure : 1 - (1 - plain) / closure)
        }
    }

    private let parts: [Part]
    private let flight: ArrivalEstimator.Flight
    private let weight: Double

    /// - Parameter parts: at least one, the weights of all more than 0 together.
    init(_ parts: [Part], _ flight: ArrivalEstimator.Flight) {
        self.parts = parts
        self.flight = flight
        weight = parts.reduce(0) { $0 + $1.weight }
    }

    func probability(upTo seconds: Double) -> Double {
        parts.reduce(0) { $0 + $1.weight * $1.probability(upTo: seconds) } / weight
    }

    var interval: ArrivalInterval {
        let soonest = parts.reduce(Double.infinity) { min($0, $1.soonest) }
        let longest = parts.reduce(0) { max($0, $1.time.longest) }
        let early = seconds(exceededByAllBut: 0.05, from: soonest, to: longest)
        let middle = seconds(exceededByAllBut: 0.5, from: early, to: longest)
        let late = seconds(exceededByAllBut: 0.95, from: middle, to: longest)
        func time(_ seconds: Double) -> Timestamp { flight.situation.time.advanced(bySeconds: seconds) }
        return ArrivalInterval(
            soonest: time(soonest),
            early: time(early),
            middle: time(middle),
            late: time(late),
            latest: time(longest),
            landedProbability: flight.silentSeconds > 0 ? probability(upTo: flight.silentSeconds) : 0
        )
    }

    private func seconds(exceededByAllBut share: Double, from start: Double, to end: Double) -> Double {
        var (low, high) = (start, end)
        // To less than a tenth of a second over a day.
        for _ in 0..<20 {
            let middle = (low + high) / 2
            if probability(upTo: middle) < share { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
