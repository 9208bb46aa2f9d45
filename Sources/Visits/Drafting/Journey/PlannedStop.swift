import Aero

/// A stop while it is gathered from the moves that name it.
struct PlannedStop: Sendable {
    var place: PlaceMention
    var kind: ItineraryStop.Kind
    var mentions: [Move]
    var track = DraftedStop.Track.official
    var roundTripFrom: String?

    /// The first time of each kind that a mention has.
    var arrival: (phrase: TimePhrase, sentence: Int)? { first(\.arrival) }
    var departure: (phrase: TimePhrase, sentence: Int)? { first(\.departure) }
    var bound: (phrase: TimePhrase, sentence: Int)? { first(\.bound) }

    private func first(_ path: KeyPath<Move, TimePhrase?>) -> (phrase: TimePhrase, sentence: Int)? {
        let timed = mentions.compactMap { move in move[keyPath: path].map { (phrase: $0, sentence: move.sentence) } }
        // A time of day beats a day; a day beats a week.
        guard var best = timed.max(by: { precision($0.phrase) < precision($1.phrase) }) else { return nil }
        // "On Sunday … in the evening": the day of one and the hours of the other.
        if best.phrase.day == nil, best.phrase.weekday == nil,
            let day = timed.first(where: { $0.phrase.day != nil || $0.phrase.weekday != nil })
        {
            best.phrase.day = day.phrase.day
            best.phrase.weekday = day.phrase.weekday
        }
        return best
    }

    private func precision(_ phrase: TimePhrase) -> Int {
        (phrase.hours != nil ? 4 : 0) + (phrase.weekday != nil ? 1 : 0)
            + {
                switch phrase.day {
                case .date, .dayOfMonth: 3
                case .weekday, .fromToday, .after: 2
                case .range: 1
                default: 0
                }
            }()
    }
}
