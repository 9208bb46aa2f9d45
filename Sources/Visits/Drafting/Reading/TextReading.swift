import Aero

/// A text, cut into sentences, with what was found in each.
struct TextReading {
    let text: String
    let tokens: [Token]
    let language: Draft.Language
    var sentences: [SentenceReading]
    /// The year it was written in, where something says so.
    var year: Int?

    /// - Throws: `DraftError`.
    init(_ text: String, places: Gazetteer) throws(DraftError) {
        guard text.utf8.count <= Drafter.largestText else {
            throw .tooLong(bytes: text.utf8.count, limit: Drafter.largestText)
        }
        let tokens = Tokenizer.tokens(of: text)
        guard tokens.contains(where: { $0.kind == .word }) else { throw .empty }
        self.text = text
        self.tokens = tokens
        language = Lexicon.language(of: tokens)
        var reader = Reader(text: text, tokens: tokens, language: language, places: places)
        var sentences: [SentenceReading] = []
        for sentence in Sentence.all(in: tokens) { sentences.append(reader.read(sentence)) }
        self.sentences = sentences
    }

    func span(_ words: Range<Int>) -> TextSpan {
        guard !words.isEmpty else { return TextSpan(0, 0) }
        return TextSpan(tokens[words.lowerBound].span.start, tokens[words.upperBound - 1].span.end)
    }

    func string(_ words: Range<Int>) -> String { span(words).words(of: text) ?? "" }

    func word(_ place: Int) -> String { tokens.indices.contains(place) ? tokens[place].word : "" }

    private struct Reader {
        let text: String
        let tokens: [Token]
        let language: Draft.Language
        let lexicon: Lexicon
        let places: Gazetteer
        var finder: PlaceFinder
        let known = PersonFinder.KnownNames()
        var lastState: StateCode?
        /// Words of the names of whoever was named before.
        var names: Set<String> = []

        init(text: String, tokens: [Token], language: Draft.Language, places: Gazetteer) {
            self.text = text
            self.tokens = tokens
            self.language = language
            self.places = places
            lexicon = Lexicon.of(language)
            finder = PlaceFinder(places: places, text: text, tokens: tokens)
        }

        mutating func read(_ sentence: Sentence) -> SentenceReading {
            let words = sentence.words
            let times = TimeReader(tokens: tokens, sentence: words, language: language).phrases()
            var taken = Set(times.flatMap(\.words))
            let outlets = named(Outlets.names, in: words).map(\.words)
            for words in outlets { taken.formUnion(words) }
            let seats = named(Demonyms.seats, in: words).map { (words: $0.words, state: $0.value) }
            for seat in seats { taken.formUnion(seat.words) }
            let persons = PersonFinder(places: places, text: text, tokens: tokens, known: known).mentions(
                in: words,
                lastState: &lastState
            )
            for person in persons { taken.formUnion(person.words) }
            let cues = taking(persons, among: self.cues(in: words, times: times))
            let airports = Set(cues.filter { $0.cue == .airport }.flatMap(\.words))
            let common = Set(
                cues.filter {
                    [.airport, .cityWord, .venue, .institution, .event, .meeting, .pronoun, .anonymous].contains($0.cue)
                }.flatMap(\.words)
            )
            let found = finder.mentions(
                in: words,
                isTaken: { taken.contains($0) },
                isAirport: { airports.contains($0) },
                isCommon: { common.contains($0) }
            )
            .filter { !isShortName($0) }
            for person in persons { names.formUnion(person.written.map { Tokenizer.tokens(of: $0).map(\.word) } ?? []) }
            return SentenceReading(
                sentence: sentence,
                cues: cues,
                times: times,
                persons: persons,
                places: found,
                outlets: outlets,
                seats: seats
            )
        }

        private func named<Value>(
            _ table: PhraseTable<Value>,
            in words: Range<Int>
        ) -> [(words: Range<Int>, value: Value)] {
            var found: [(words: Range<Int>, value: Value)] = []
            var place = words.lowerBound
            while place < words.upperBound {
                if tokens[place].isCapital, let hit = table.hits(tokens, at: place, before: words.upperBound),
                    let value = hit.values.first
                {
                    found.append((place..<place + hit.count, value))
                    place += hit.count
                } else {
                    place += 1
                }
            }
            return found
        }

        /// Longest phrases first; words of a time are none, but "before" and "after" are both.
        private func cues(in words: Range<Int>, times: [TimePhrase]) -> [CueHit] {
            let inTime = Set(times.flatMap(\.words))
            var hits: [CueHit] = []
            var place = words.lowerBound
            while place < words.upperBound {
                guard tokens[place].kind == .word, let hit = hit(at: place, before: words.upperBound),
                    !inTime.contains(place)
                else {
                    place += 1
                    continue
                }
                // "A two-day trip": no day trip.
                if hit.values.contains(.dayTrip), tokens[place].isJoined {
                    place += 1
                    continue
                }
                for cue in hit.values { hits.append(CueHit(words: place..<place + hit.count, cue: cue)) }
                // "Leaves for the Marshall Islands": a preposition as well.
                if hit.values.contains(.purpose), hit.count == 2, tokens[place].word == "for",
                    tokens[place + 1].word == "the"
                {
                    hits.append(CueHit(words: place..<place + 1, cue: .to))
                }
                // "To receive": a purpose, and the word itself.
                place += hit.values.contains(.purpose) ? 1 : hit.count
            }
            // A pair that lies half in another sentence is none: one that was cut has no sign at its border.
            return CuePairs.joined(hits, tokens).filter {
                $0.words.lowerBound >= words.lowerBound && $0.words.upperBound <= words.upperBound
            }
        }

        /// "Lai tiba di Palau" behind "Lai Ching-te": somebody, and no town of that name.
        private func isShortName(_ place: PlaceMention) -> Bool {
            let at = place.words.lowerBound
            guard place.words.count == 1, place.kind != .country, names.contains(tokens[at].word),
                at == 0 || tokens[at - 1].kind == .sign,
                let next = lexicon.cues.hits(tokens, at: at + 1, before: tokens.count)
            else { return false }
            return next.values.contains {
                $0 == .say || $0 == .future || $0 == .travel || $0 == .arrive || $0 == .depart
            }
        }

        private static let takes: Set<String> = ["take", "takes", "bring", "brings", "taking"]

        /// "A jet will take the prime minister to": whom it carries stands right behind.
        private func taking(_ persons: [PersonMention], among cues: [CueHit]) -> [CueHit] {
            let made = persons.compactMap { person -> CueHit? in
                var at = person.words.lowerBound - 1
                while at >= 0,
                    ["the", "new"].contains(tokens[at].word)
                        || Demonyms.states.hits(tokens, at: at, before: at + 1) != nil
                {
                    at -= 1
                }
                guard at >= 0, Self.takes.contains(tokens[at].word), !cues.contains(where: { $0.words.contains(at) })
                else { return nil }
                return CueHit(words: at..<at + 1, cue: .carrying)
            }
            guard !made.isEmpty else { return cues }
            return (cues + made).sorted { $0.words.lowerBound < $1.words.lowerBound }
        }

        private func hit(at place: Int, before end: Int) -> (count: Int, values: [Cue])? {
            // "Kunjungan perdana menteri" is a prime minister's visit, not a maiden one.
            let isMinister =
                place + 2 < end && tokens[place + 1].word == "perdana" && tokens[place + 2].word == "menteri"
            return lexicon.cues.hits(tokens, at: place, before: isMinister ? place + 1 : end)
        }
    }
}
