/// One naming of a place as somewhere to go to, to come from, or not to go to.
struct Move: Sendable {
    enum Role: Sendable { case destination, origin, via, town }

    enum Actor: Sendable {
        /// Nobody is named: whoever the text is about.
        case unnamed
        /// "He", "the president".
        case pronoun
        case person(PersonMention)
        /// An aircraft moves, and who is in it is not said.
        case aircraft
        /// An aircraft of others that belong to the visit.
        case companion
        /// A delegation of another state.
        case others(Range<Int>)
        /// Goods, a pipe, weapons: nobody travels.
        case thing
    }

    let sentence: Int
    let place: PlaceMention
    var role: Role
    /// The word of moving, or what governs the place.
    var verb: CueHit?
    var actor: Actor
    var isNegated = false
    var isOmitted = false
    var isSurface = false
    var isHistory = false
    var isReturn = false
    var isDayTrip = false
    var isStopover = false
    /// "Another Gulf state": one that is not named, in a region that other stops lie in as well.
    var isUnnamed = false
    /// In words like "to attend the summit in".
    var isPurpose = false
    /// Behind "after", "before", "after first", and where that word stands.
    var order: CueHit?
    /// Named behind "and" or a comma: governed as the place before it.
    var isListed = false
    /// One range of days is told of this place and of others listed with it.
    var isShared = false
    var arrival: TimePhrase?
    var departure: TimePhrase?
    /// A meeting or ceremony there.
    var bound: TimePhrase?
}
