public import Aero

/// The thresholds by which flights are told. Suggested by the specification where nothing else is said.
public struct LegRules: Hashable, Sendable {
    /// Silence in the air longer than this opens a gap.
    public var silenceSeconds = 300.0
    /// Between the last moment on one side of the ground and the first on the other: above this an end is inferred. Ours.
    public var observedBracketSeconds = 90.0
    /// Time on the ground up to which it is a touch-and-go, and from which it is a stop.
    public var touchSeconds = 60.0
    public var stopSeconds = 900.0
    /// Above a field by so much a take-off is one: 150 m.
    public var airborneHeight: Feet = 492
    /// On an approach below this above the field (600 m), a climb by at least that (120 m) is a go-around.
    public var goAroundBelow: Feet = 1_969
    public var goAroundClimb: Feet = 394
    /// Ground speed below which it speaks for the ground where the aircraft says so too, and where it does not say so. The second is ours.
    public var taxiSpeed: Knots = 60
    public var standingSpeed: Knots = 40
    /// How far beside a runway's line an approach is still on it.
    public var lineOffset: Metres = 100
    public var lineSeconds = 30.0
    /// Lost below this above a field in a steady descent, within so much of it, is lost on its approach; found likewise is found on departure.
    public var approachBelow: Feet = 5_000
    public var approachReach: Metres = 46_000
    /// A field is where an aircraft stands if its reference point or a runway is so near. Ours.
    public var fieldReach: Metres = 3_000
    /// No aircraft is faster.
    public var doubtfulSpeed: Knots = 900
    /// Airports named in a hypothesis, at most; the others are weighed together. Ours.
    public var mostCandidates = 8

    public init() {}
}
