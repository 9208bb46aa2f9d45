public import Aero

/// How often aircraft that are known to have crossed a cell were heard there by one listener.
public struct HearingEstimate: Hashable, Sendable {
    /// Passes heard and not heard, older ones counting less.
    public let heard: Double
    public let missed: Double
    /// In which hours somebody was heard lately, at any hour of the day.
    public let hours: HearingHours
    /// How many passes a day are heard in each six hours of it.
    let heardByBlock: SIMD4<Double>
    /// The cell's own hours had too few passes, and those of the whole day were taken.
    public let isOfWholeDay: Bool

    init(heard: Double, missed: Double, hours: HearingHours, heardByBlock: SIMD4<Double>, isOfWholeDay: Bool) {
        self.heard = heard
        self.missed = missed
        self.hours = hours
        self.heardByBlock = heardByBlock
        self.isOfWholeDay = isOfWholeDay
    }

    /// How many passes it rests on.
    public var passes: Double { heard + missed }

    /// Nobody is known to have crossed: this is ignorance, and not a probability of 0.
    public var isNeverHeard: Bool { passes < 0.5 }

    /// When somebody was last heard in the cell: the beginning of that hour.
    public var lastHeard: Timestamp? { hours.last == 0 ? nil : Timestamp(seconds: Double(hours.last) * 3600) }

    /// How many passes a day are heard, at all hours together.
    public var heardADay: Double { heardByBlock.sum() }

    /// How many passes should have been heard while nobody was, about a moment: by chance there are more than x in e^-x of all cases.
    ///
    /// - Parameters:
    ///   - now: until when it would be known that somebody was heard.
    ///   - isListening: whether it listened in an hour, given by its beginning; the others count for nothing. `nil`: in all.
    public func missing(
        about moment: Timestamp,
        until now: Timestamp,
        isListening: ((Timestamp) -> Bool)? = nil
    ) -> Double {
        let silent = hours.silence(about: CoverageGrid.hour(of: moment), until: CoverageGrid.hour(of: now))
        var (missing, walked) = (0.0, silent)
        if isListening == nil {
            // All days are alike: a silence of decades is not walked by the hour.
            let days = silent.count / 24
            if days > 0 { missing = Double(days) * heardADay }
            walked = silent.lowerBound + UInt32(days * 24)..<silent.upperBound
        }
        for hour in walked {
            let rate = heardByBlock[Int(hour % 24) / 6] / 6
            if rate > 0, isListening?(Timestamp(seconds: Double(hour) * 3600)) ?? true { missing += rate }
        }
        return missing
    }

    /// P(heard | flying there): the mean of Beta(1/2 + heard, 1/2 + missed); `nil` where nobody was.
    public var mean: Double? { isNeverHeard ? nil : (heard + 0.5) / (passes + 1) }

    /// The middle 90 % of that distribution; `nil` where nobody was.
    public var interval90: ClosedRange<Double>? {
        isNeverHeard ? nil : BetaDistribution(successes: heard, failures: missed).interval90
    }
}
