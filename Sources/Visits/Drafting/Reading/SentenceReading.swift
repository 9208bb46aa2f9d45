/// A sentence with everything that was found in it.
struct SentenceReading: Sendable {
    let sentence: Sentence
    /// In the order of the words; several may stand at one place.
    let cues: [CueHit]
    let times: [TimePhrase]
    let persons: [PersonMention]
    let places: [PlaceMention]
    /// Names of outlets.
    let outlets: [Range<Int>]
    /// Names of bodies that speak for a state.
    let seats: [(words: Range<Int>, state: String)]

    var words: Range<Int> { sentence.words }

    func cues(_ kinds: Cue..., in range: Range<Int>? = nil) -> [CueHit] {
        cues.filter { hit in kinds.contains(hit.cue) && (range.map { $0.contains(hit.words.lowerBound) } ?? true) }
    }

    func has(_ kinds: Cue..., in range: Range<Int>? = nil) -> Bool {
        cues.contains { hit in kinds.contains(hit.cue) && (range.map { $0.contains(hit.words.lowerBound) } ?? true) }
    }

    /// What the word at a place is a sign of.
    func cues(at place: Int) -> [Cue] { cues.filter { $0.words.contains(place) }.map(\.cue) }

    func time(at place: Int) -> TimePhrase? { times.first { $0.words.contains(place) } }
    func person(at place: Int) -> PersonMention? { persons.first { $0.words.contains(place) } }
    func placeMention(at place: Int) -> Int? { places.firstIndex { $0.words.contains(place) } }

    /// The same reading of some of its words.
    func part(_ range: Range<Int>) -> SentenceReading {
        SentenceReading(
            sentence: Sentence(words: range, paragraph: sentence.paragraph),
            cues: cues.filter { range.contains($0.words.lowerBound) && $0.words.upperBound <= range.upperBound },
            times: times.filter { range.contains($0.words.lowerBound) && $0.words.upperBound <= range.upperBound },
            persons: persons.filter { range.contains($0.words.lowerBound) && $0.words.upperBound <= range.upperBound },
            places: places.filter { range.contains($0.words.lowerBound) && $0.words.upperBound <= range.upperBound },
            outlets: outlets.filter { range.contains($0.lowerBound) && $0.upperBound <= range.upperBound },
            seats: seats.filter { range.contains($0.words.lowerBound) && $0.words.upperBound <= range.upperBound }
        )
    }
}
