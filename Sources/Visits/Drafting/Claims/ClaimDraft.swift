/// A claim while the sentences are read.
struct ClaimDraft: Sendable {
    var kind: ClaimKind
    var words: Range<Int>
    var sentence: Int
    var speaker: Speaker?
    var certainty: Certainty
    var polarity = Claim.Polarity.affirmed
    var places: [PlaceMention] = []
    /// The time it speaks of.
    var time: TimePhrase?
    /// Told as a landing without a word of when it is told: its time tells whether it has been.
    var isLanding = false
    /// Tells the way back alone.
    var isReturn = false
    /// Tells a halt on the way and no goal.
    var isHalt = false
    /// A departure that has not been, from nowhere that is named: the journey goes on.
    var isOnward = false
    /// What somebody goes to a place for, beside the way there.
    var isPurpose = false
    /// Places of the visit that it is about.
    var about: [PlaceMention] = []
    var count: Int?
    var aircraft: [String] = []
    var other: String?
    /// Where it is said again.
    var again: [Range<Int>] = []
}
