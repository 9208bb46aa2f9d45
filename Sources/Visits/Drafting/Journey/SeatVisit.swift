/// A seat of government as the place of a meeting: "in the Oval Office", "di Istana Malacañang".
struct SeatVisit {
    let reading: TextReading
    let sentence: SentenceReading

    /// The first seat that a word of place stands before.
    var seat: (words: Range<Int>, state: String)? {
        sentence.seats.first { seat in
            var at = seat.words.lowerBound - 1
            if ["the", "a"].contains(reading.word(at)) { at -= 1 }
            return sentence.words.contains(at) && sentence.cues(at: at).contains { $0 == .at || $0 == .to }
        }
    }
}
