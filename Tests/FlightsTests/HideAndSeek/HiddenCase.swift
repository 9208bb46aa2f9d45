import Aero

@testable import Flights

/// A silence of which the truth is known, and what was said of it.
struct HiddenCase {
    enum Truth: String, CaseIterable {
        /// Its messages were taken away, or it had switched off.
        case off
        /// Masked for everybody from the beginning, and from a short while ago.
        case oldMask, newMask
        /// The receivers had stopped: shown by their connections, or not.
        case stopped
        /// Out of everybody's range.
        case natural
    }

    let truth: Truth
    /// Of those that are off: nine in ten moments would have been heard.
    let isWellCovered: Bool
    /// Of those: in every cell that it truly crossed ten others had passed and nine of ten were heard by one listener or other.
    let isInLearnedAir: Bool
    /// In every cell it truly crossed nobody was ever heard.
    let isNeverHeard: Bool
    let isEnded: Bool
    let minutes: Double
    let day: Int
    let verdict: GapVerdict
    /// An airport lies within 200 NM of the last point and of the next.
    let airportRule: Bool

    var saysOff: Bool { verdict.gapClass == .offLikely }
    var isOff: Bool { truth == .off }

    /// The same with another verdict.
    func judged(_ other: GapVerdict) -> HiddenCase {
        HiddenCase(
            truth: truth,
            isWellCovered: isWellCovered,
            isInLearnedAir: isInLearnedAir,
            isNeverHeard: isNeverHeard,
            isEnded: isEnded,
            minutes: minutes,
            day: day,
            verdict: other,
            airportRule: airportRule
        )
    }
}
