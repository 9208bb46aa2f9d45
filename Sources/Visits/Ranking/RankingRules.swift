public import Flights

/// The numbers of the ranking. Priors are choices; what was tuned was tuned on scenarios of `docs/visits-evaluation.md`.
public struct RankingRules: Hashable, Sendable {
    /// Before anything is heard: who carries, by what aircraft are. Each is divided by how many of the kind were heard.
    public var priors: [AircraftRole: Double] = [
        .subjectFleet: 0.78, .airliner: 0.08, .unlisted: 0.06, .businessJet: 0.04, .otherGovernment: 0.02,
        .military: 0.02,
    ]
    /// On no tracker, or none of those heard; a person may raise it, it is never 0.
    public var nonePrior = 0.05
    /// That nobody travels, or to elsewhere and at another time. Ours.
    public var nobodyPrior = 0.05
    public var slotSeconds = 20.0 * 60
    /// Of an announced window: its edges, the share that comes late, and how late.
    public var edgeSeconds = 42.0 * 60
    public var lateShare = 0.25
    public var lateSeconds = 3.0 * 3_600
    /// Of a stop of which only the order is known: so far from what is known.
    public var orderSeconds = 48.0 * 3_600
    /// That a window is wrong by a day or so, and how wide it is then on both sides.
    public var wrongDayShare = 0.05
    public var wrongDaySeconds = 36.0 * 3_600
    /// That an announced stop is not made, or at an airport that was not announced.
    public var missedStopShare = 0.03
    /// That a transponder is off where it would be heard.
    public var offShare = 0.08
    /// P(a landing is heard) where nothing is known of it. Ours.
    public var usualDetection = 0.6
    /// That who is at one stop flies on to the next anyway, where nobody heard says it. Ours.
    public var onwardShare = 0.02
    /// Added to the fastest leg between two landings: down, on the ground, up.
    public var turnSeconds = 0.8 * 3_600
    public var courseConcentration = 4.0
    public var courseBounds = 0.05...8.0
    /// A departure from home counts at most so much.
    public var originBound = 25.0
    /// That it did not start from home, or somewhere else than assumed.
    public var otherOriginShare = 0.1
    /// How far around a stop landings are counted.
    public var rateMetres = 100_000.0
    /// Members of a convoy land within so many seconds of each other.
    public var convoySeconds = 3_600.0
    /// That another aircraft of the operator comes along. Counted on scenarios, see `docs/visits-evaluation.md`.
    public var companionShare = 0.35
    /// That who comes along leaves a stop out.
    public var companionMissedShare = 0.15
    /// No more is said of an aircraft, or a convoy, for which what was heard speaks at one stop alone.
    public var singleSightingBound = 0.5
    /// How far a convoy's probability below one half is raised towards it; 1: not at all. Fitted, see `docs/visits-evaluation.md`.
    public var convoyCurve = 5.0
    /// What evidence is divided by; fitted, see `docs/visits-evaluation.md`.
    public var temperature = 1.0
    /// With fewer days of archive no percentages are told.
    public var youngDays = 7.0
    public var reach = ReachRules()

    public init() {}
}
