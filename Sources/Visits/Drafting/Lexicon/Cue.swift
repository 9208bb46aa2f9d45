/// What a word or a phrase is a sign of.
enum Cue: String, CaseIterable, Sendable {
    // Moving.
    case depart, travel, arrive, stopover, visit, trip, goBack, dayTrip, leave
    case surface
    case home
    // Where to, where from.
    case to, from, at, via, there
    // Order.
    case before, after, afterFirst, then, purpose, first
    // Saying, and how surely.
    case say, accordingTo, quoted, denies, noComment, evades, accuses, warns
    /// What somebody says of a rumour: "unfounded".
    case untrue
    case scheduled, planned, expected, understood, possible, suspected, announced, reported, past, future
    case negation, cancelled
    case begins
    /// Words at which another thought begins: "but", "while".
    case turn
    case carrying
    /// What somebody travels with: no subject of the verb behind it.
    case rider
    case secrecy, omission, unnamed
    /// Halves of silences: "no … released", "declined to comment", "does not … mention".
    case disclose, comment, mention, refuse
    // Aircraft.
    case aircraft, charter, fighter, escort, unknown, stateAircraft, ruledOut, seen, fleetOf, ownCrowd, type
    // At a stop.
    case programme, ceremony, meeting, event, venue, spend, overnight, hours, welcome
    case invitation, history, duration
    // Who.
    case pronoun, delegation, anonymous, institution, group, kin
    /// Somebody or something that speaks, where a word of saying stands beside it, and says nothing elsewhere: "police", "court".
    case voice
    // Where a place in front of it is no place to go to.
    case block, adjectiveNoun
    // Fields.
    case airport
    case cityWord

    /// Whether it moves somebody.
    var isMove: Bool {
        switch self {
        case .depart, .travel, .arrive, .stopover, .visit, .trip, .goBack, .dayTrip, .leave: true
        default: false
        }
    }
}

/// A cue where it stands.
struct CueHit: Sendable {
    let words: Range<Int>
    let cue: Cue
}
