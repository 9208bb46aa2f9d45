/// Signs that two words make together, with others between them: "no programme has been released", "declined to discuss", "does not …
/// mention", "the first foreign trip".
enum CuePairs {
    private struct Pair {
        let first: Cue
        let second: Cue
        let made: Cue
        /// Most words between.
        let reach: Int
    }

    private static let pairs = [
        Pair(first: .refuse, second: .disclose, made: .noComment, reach: 4),
        Pair(first: .refuse, second: .comment, made: .noComment, reach: 4),
        Pair(first: .negation, second: .comment, made: .noComment, reach: 3),
        Pair(first: .negation, second: .mention, made: .omission, reach: 2),
        Pair(first: .negation, second: .disclose, made: .secrecy, reach: 7),
    ]

    private static let plain: Set<String> = [
        "no", "not", "never", "without", "neither", "none", "nobody", "tidak", "tak", "belum", "tiada", "tanpa",
    ]

    /// The hits with those that pairs of them make, in the order of the words.
    static func joined(_ all: [CueHit], _ tokens: [Token]) -> [CueHit] {
        let remarks = all.compactMap { welcoming($0, tokens) }
        let hits = all.filter { hit in
            !isEmpty(hit, tokens) && !isOtherwiseMeant(hit, tokens)
                && !remarks.contains { $0.words.overlaps(hit.words) }
        }
        var made = remarks + all.compactMap { notKnown($0, tokens) }
        made += hits.compactMap { calledOff($0, tokens) ?? airlineFlight($0, tokens) }
        made += all.compactMap { leftOut($0, tokens) } + hits.compactMap { firstTrip($0, tokens) }
        made += all.flatMap { apart($0, tokens) }
        made += hits.compactMap { seen($0, among: hits, tokens) ?? leading($0, tokens) } + reporting(hits, tokens)
        for (index, first) in hits.enumerated() where first.cue == .negation || first.cue == .refuse {
            guard first.cue == .refuse || plain.contains(tokens[first.words.lowerBound].word),
                let hit = pair(of: first, among: hits[(index + 1)...], tokens)
            else { continue }
            if !hits.contains(where: { $0.cue == hit.cue && $0.words.overlaps(hit.words) }) { made.append(hit) }
        }
        for (index, first) in hits.enumerated()
        where first.cue == .first && tokens[first.words.lowerBound].word == "first" {
            if let hit = comparison(from: first, among: hits[(index + 1)...], tokens),
                !hits.contains(where: { $0.cue == hit.cue && $0.words.overlaps(hit.words) })
            {
                made.append(hit)
            }
        }
        guard !made.isEmpty else { return hits }
        return (hits + made).sorted { $0.words.lowerBound < $1.words.lowerBound }
    }

    /// "His first journey to", "the first Australian prime minister to visit", "the first foreign tour": what the journey is compared with.
    private static func comparison(from first: CueHit, among hits: ArraySlice<CueHit>, _ tokens: [Token]) -> CueHit? {
        let before = first.words.lowerBound - 1
        guard before >= 0, determiners.contains(tokens[before].word) || tokens[before].isPossessive else { return nil }
        for second in hits where second.words.lowerBound >= first.words.upperBound {
            let between = first.words.upperBound..<second.words.lowerBound
            guard between.count <= 6, !between.contains(where: { tokens[$0].kind == .sign }) else { return nil }
            let word = tokens[second.words.lowerBound].word
            let isNoun = second.cue == .trip && trips.contains(word) && between.count <= 2
            let isDoing = [.visit, .travel].contains(second.cue) && tokens[second.words.lowerBound - 1].word == "to"
            if isNoun || isDoing {
                return CueHit(words: first.words.lowerBound..<second.words.upperBound, cue: .history)
            }
        }
        return nil
    }

    /// "Lawatan perdananya ke", "his first foreign trip": a comparison, and the journey itself.
    private static func firstTrip(_ hit: CueHit, _ tokens: [Token]) -> CueHit? {
        let isFirst = hit.words.contains { at in
            let word = tokens[at].word
            return word == "first" || word.hasPrefix("pertama") || word.hasPrefix("perdana")
        }
        guard hit.cue == .history, isFirst, hit.words.contains(where: { journeys.contains(tokens[$0].word) }) else {
            return nil
        }
        return CueHit(words: hit.words, cue: .trip)
    }

    private static let journeys: Set<String> = [
        "visit", "trip", "journey", "tour", "kunjungan", "lawatan", "perjalanan", "safari", "muhibah",
    ]

    private static let nouns: Set<String> = [
        "arrival", "departure", "landing", "return", "stop", "stopover", "kedatangan", "keberangkatan", "kepulangan",
        "keberangkatannya", "kedatangannya", "kepulangannya",
    ]

    private static let determiners: Set<String> = ["the", "his", "her", "their", "a", "its"]
    private static let trips: Set<String> = ["visit", "trip", "journey", "tour", "voyage", "pilgrimage"]

    /// "Did not deny": nothing is denied. "After an earthquake warning": nobody warns.
    private static func isEmpty(_ hit: CueHit, _ tokens: [Token]) -> Bool {
        let (before, next) = (hit.words.lowerBound - 1, hit.words.upperBound)
        guard before >= 0 else { return false }
        // "Meninjau galangan kapal", "inspects a bus factory": what is made there, and nobody rides.
        if hit.cue == .surface, isMade(hit, tokens) { return true }
        // "A disputed election", "the reported plan", "his promised visit": a word beside a noun, and nobody says it.
        if isAdjective(hit, tokens) { return true }
        if isNowhere(hit, tokens) { return true }
        if hit.cue == .denies { return plain.contains(tokens[before].word) }
        guard hit.cue == .warns, ["warning", "warnings"].contains(tokens[hit.words.lowerBound].word),
            tokens[before].kind == .word, !["is", "was", "are", "were", "been", "issued"].contains(tokens[before].word)
        else { return false }
        return next >= tokens.count || !["that", "against", "of", "about", "to"].contains(tokens[next].word)
    }

    private static func isMade(_ hit: CueHit, _ tokens: [Token]) -> Bool {
        let (before, next) = (hit.words.lowerBound - 1, hit.words.upperBound)
        if before >= 0,
            ["galangan", "pabrik", "pameran", "industri", "proyek", "peluncuran", "produsen", "pembuat", "pembuatan"]
                .contains(tokens[before].word)
        {
            return true
        }
        return next < tokens.count && tokens[next].kind == .word
            && [
                "factory", "factories", "works", "maker", "makers", "builder", "builders", "manufacturer", "industry",
                "museum", "exhibition", "project", "projects", "strike", "crash", "union", "unions", "workers", "plant",
            ].contains(tokens[next].word)
    }

    /// "A scandal has him in trouble in Rome", "puts her in a difficult spot": no name right behind it.
    private static func isNowhere(_ hit: CueHit, _ tokens: [Token]) -> Bool {
        guard hit.cue == .arrive, hit.words.count == 3, ["him", "her"].contains(tokens[hit.words.lowerBound + 1].word)
        else { return false }
        return hit.words.upperBound >= tokens.count || !tokens[hit.words.upperBound].isCapital
    }

    private static func isAdjective(_ hit: CueHit, _ tokens: [Token]) -> Bool {
        let (at, next) = (hit.words.lowerBound, hit.words.upperBound)
        guard hit.words.count == 1, [.say, .denies, .accuses, .warns].contains(hit.cue),
            tokens[at].word.hasSuffix("ed"),
            next < tokens.count, tokens[next].kind == .word,
            !["that", "by", "on", "in", "he", "she", "it", "they", "the", "a", "an", "his", "her", "no", "to", "him"]
                .contains(tokens[next].word)
        else { return false }
        return ["a", "an", "the", "his", "her", "its", "their", "any", "another", "much", "recently"]
            .contains(tokens[at - 1].word)
    }

    private static func pair(of first: CueHit, among hits: ArraySlice<CueHit>, _ tokens: [Token]) -> CueHit? {
        for second in hits {
            let between = first.words.upperBound..<max(first.words.upperBound, second.words.lowerBound)
            // "Neither the hour of arrival nor the aircraft was announced".
            let isNeither = tokens[first.words.lowerBound].word == "neither"
            guard between.count <= (isNeither ? 11 : 7) else { return nil }
            let isNoun = nouns.contains(tokens[second.words.lowerBound].word)
            if second.cue.isMove && second.cue != .trip && !isNoun || second.cue == .turn { return nil }
            guard
                !between.contains(where: { tokens[$0].kind == .sign || ["reason", "alasan"].contains(tokens[$0].word) })
            else { return nil }
            let pair = pairs.first {
                $0.first == first.cue && $0.second == second.cue && (between.count <= $0.reach || isNeither)
            }
            if let pair, second.words.lowerBound >= first.words.upperBound {
                return CueHit(words: first.words.lowerBound..<second.words.upperBound, cue: pair.made)
            }
        }
        return nil
    }
}
