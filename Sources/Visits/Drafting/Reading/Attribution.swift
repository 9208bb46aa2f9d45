/// Who says what a sentence says, if the sentence tells.
struct Attribution: Sendable {
    let speaker: Speaker
    /// The word of saying.
    let cue: CueHit
    /// Words that name the speaker.
    let words: Range<Int>
}

/// Finds who says a sentence.
struct AttributionFinder {
    let reading: TextReading
    let sentence: SentenceReading

    private var words: Range<Int> { sentence.words }

    func attribution() -> Attribution? {
        if let cue = sentence.cues(.accordingTo).first, let found = behind(cue) { return made(found, cue) }
        let sayings =
            (sentence.cues(.say, .denies, .noComment, .evades, .accuses, .warns)
            + sentence.cues(.secrecy, .omission).filter(isHiding)
            + sentence.cues(.negation).filter {
                ["ruled", "rules"].contains(reading.word($0.words.lowerBound))
                    && !["been", "be", "was", "is"].contains(reading.word($0.words.lowerBound - 1))
            })
            .sorted { $0.words.lowerBound < $1.words.lowerBound }
        for cue in sayings where !isPassive(cue) {
            // "Kata juru bicara": the speaker stands behind, whoever stands before.
            let isInverted =
                Self.inverted.contains(reading.word(cue.words.lowerBound))
                || [",", "\""].contains(reading.word(cue.words.lowerBound - 1))
            if isInverted, let found = behind(cue) { return made(found, cue) }
            if let found = before(cue) { return made(found, cue) }
            if cue.cue != .secrecy, cue.cue != .omission, cue.cue != .negation, let found = behind(cue) {
                return made(found, cue)
            }
        }
        return nil
    }

    /// "Has not said", "tidak mengumumkan": somebody keeps it, which "not announced" does not tell.
    private func isHiding(_ cue: CueHit) -> Bool {
        let last = reading.word(cue.words.upperBound - 1)
        return ["did", "has", "have", "does", "tidak", "belum", "tak", "enggan", "merahasiakan"].contains(
            reading.word(cue.words.lowerBound)
        )
            && (last.hasPrefix("me")
                || [
                    "say", "said", "announce", "announced", "disclose", "disclosed", "released", "published", "specify",
                ].contains(last))
            && reading.word(cue.words.upperBound - 2) != "been"
    }

    private static let inverted: Set<String> = [
        "kata", "ujar", "lapor", "tutur", "ucap", "terang", "jelas", "ungkap", "imbuh", "tegas", "papar", "tambah",
    ]

    /// "Was described", "told by": not a saying of the subject.
    private func isPassive(_ cue: CueHit) -> Bool {
        let before = reading.word(cue.words.lowerBound - 1)
        return ["is", "was", "are", "were", "be", "been"].contains(before)
            && !["saying"].contains(reading.word(cue.words.lowerBound))
    }

    private func made(_ found: (words: Range<Int>, name: String), _ cue: CueHit) -> Attribution {
        let isUnnamed = sentence.has(.unnamed)
        var name = found.name
        if isUnnamed, !name.lowercased().contains("unnamed"), reading.language == .english {
            var parts = name.split(separator: " ", maxSplits: 1).map(String.init)
            if parts.count == 2, Self.numbers.contains(parts[0].lowercased()) {
                parts.insert("unnamed", at: 1)
                name = parts.joined(separator: " ")
            } else {
                name = "unnamed " + name
            }
        }
        let speaker = Speaker(name: name, isUnnamed: isUnnamed, toldTo: toldTo(cue), span: reading.span(found.words))
        return Attribution(speaker: speaker, cue: cue, words: found.words)
    }

    private static let numbers: Set<String> = [
        "two", "three", "four", "five", "several", "some", "dua", "tiga", "empat", "sejumlah", "beberapa",
    ]

    /// "Told Example Wire", "kepada Example Wire": an outlet, not "reporters".
    private func toldTo(_ cue: CueHit) -> String? {
        let isTelling = ["told", "tells", "telling"].contains(reading.word(cue.words.lowerBound))
        for outlet in sentence.outlets {
            let before = reading.word(outlet.lowerBound - 1)
            if isTelling, outlet.lowerBound == cue.words.upperBound { return reading.string(outlet) }
            if before == "kepada" { return reading.string(outlet) }
        }
        guard isTelling else { return nil }
        // An outlet that no list has: words with capitals behind "told".
        let name = capitals(from: cue.words.upperBound)
        guard !name.isEmpty, sentence.person(at: name.lowerBound) == nil,
            sentence.placeMention(at: name.lowerBound) == nil
        else { return nil }
        return reading.string(name)
    }

    private func capitals(from first: Int) -> Range<Int> {
        var end = first
        while end < words.upperBound, reading.tokens[end].kind == .word,
            reading.tokens[end].isCapital || (end > first && reading.tokens[end].isJoined)
        {
            end += 1
        }
        return first..<end
    }

    // MARK: Who

    /// The first who can speak before a word of saying.
    private func before(_ cue: CueHit) -> (words: Range<Int>, name: String)? {
        var place = words.lowerBound
        // A clause that begins behind the last word of saying, or a quotation, has its speaker behind that.
        if let quote = (words.lowerBound..<cue.words.lowerBound).last(where: { reading.word($0) == "\"" }) {
            place = quote + 1
        }
        var found: (words: Range<Int>, name: String)?
        while place < cue.words.lowerBound {
            if let noun = noun(at: place, before: cue.words.lowerBound) {
                if !isObject(noun.words.lowerBound), isNearEnough(noun.words, to: cue) {
                    guard let first = found else {
                        found = noun
                        place = noun.words.upperBound
                        continue
                    }
                    // "Washington and Seoul", "baik Korea Utara maupun Rusia".
                    let between = first.words.upperBound..<noun.words.lowerBound
                    if between.count == 1,
                        ["dan", "and", "serta", "maupun", "nor", "or"].contains(reading.word(between.lowerBound))
                    {
                        found = (first.words.lowerBound..<noun.words.upperBound, first.name + "; " + noun.name)
                    }
                }
                place = noun.words.upperBound
            } else {
                place += 1
            }
        }
        guard let found,
            !sentence.cues.contains(where: { hit in
                // A verb of going between the two takes the noun for itself, unless a comma parts them.
                hit.cue.isMove && hit.cue != .trip && hit.words.lowerBound >= found.words.upperBound
                    && hit.words.upperBound <= cue.words.lowerBound
                    && !(hit.words.upperBound..<cue.words.lowerBound).contains { reading.word($0) == "," }
            })
        else { return nil }
        // "…, an aide said": nearer than the one at the beginning.
        if let comma = (found.words.upperBound..<cue.words.lowerBound).last(where: { reading.word($0) == "," }) {
            var place = comma + 1
            while place < cue.words.lowerBound {
                if let noun = noun(at: place, before: cue.words.lowerBound), !isObject(noun.words.lowerBound),
                    cue.words.lowerBound - noun.words.upperBound <= 2, place - comma <= 3
                {
                    return noun
                }
                place += 1
            }
        }
        return found
    }

    /// A place speaks only where it stands right before the word of saying.
    private func isNearEnough(_ noun: Range<Int>, to cue: CueHit) -> Bool {
        guard sentence.placeMention(at: noun.lowerBound) != nil,
            sentence.cues(.institution, .anonymous).allSatisfy({ !$0.words.overlaps(noun) })
        else { return true }
        let between = noun.upperBound..<max(noun.upperBound, cue.words.lowerBound)
        return between.count <= 5
            && !between.contains {
                reading.word($0) == "," || sentence.time(at: $0) != nil || sentence.cues(at: $0).contains(.turn)
            }
    }

    /// Who stands behind "menurut", "kata", "said".
    private func behind(_ cue: CueHit) -> (words: Range<Int>, name: String)? {
        var place = cue.words.upperBound
        var skipped = 0
        while place < words.upperBound, skipped < 4 {
            if let noun = noun(at: place, before: words.upperBound) { return noun }
            guard
                [
                    "dari", "oleh", "kepada", "pihak", "para", "laporan", "sebuah", "seorang", "the", "a", "an", ",",
                    "by", "media", "to", "keterangan", "pernyataan", "resmi", "siaran", "pers",
                ].contains(reading.word(place))
            else { return nil }
            place += 1
            skipped += 1
        }
        return nil
    }

    private func isObject(_ place: Int) -> Bool {
        guard place > words.lowerBound else { return false }
        var before = place - 1
        while before > words.lowerBound, ["the", "a", "an", "para", "seorang"].contains(reading.word(before)) {
            before -= 1
        }
        return sentence.cues(at: before).contains {
            [.to, .from, .at, .via, .visit, .meeting, .welcome, .block].contains($0)
        }
            || [
                "with", "dengan", "bersama", "terhadap", "of", "about", "antara", "between", "for", "bagi", "kepada",
                "by", "oleh", "against",
            ].contains(reading.word(before))
    }

    /// Somebody who can speak, with the name to show: a person, a body, an outlet, a place that stands for a government.
    private func noun(at place: Int, before end: Int) -> (words: Range<Int>, name: String)? {
        if let anonymous = anonymous(at: place, before: end) { return anonymous }
        if let body = body(at: place, before: end) { return body }
        if let person = sentence.person(at: place), person.words.lowerBound == place {
            if reading.tokens[person.words.upperBound - 1].isPossessive,
                let body = sentence.cues(.institution, .anonymous).first(where: {
                    $0.words.lowerBound == person.words.upperBound
                })
            {
                let words = place..<body.words.upperBound
                return (words, article(reading.string(words)))
            }
            // "China's foreign ministry" is found as a body below; an office of a state alone is shown as written.
            return (person.words, fullName(of: person) ?? article(reading.string(person.words)))
        }
        if let outlet = sentence.outlets.first(where: { $0.lowerBound == place }) {
            return (outlet, reading.string(outlet))
        }
        if let seat = sentence.seats.first(where: { $0.words.lowerBound == place }) {
            return (seat.words, reading.string(seat.words))
        }
        if let index = sentence.placeMention(at: place), sentence.places[index].words.lowerBound == place {
            let mention = sentence.places[index]
            return (mention.words, mention.name)
        }
        return name(at: place, before: end)
    }

    /// "Two people who asked not to be named", "juru bicara Kremlin", "aides", "an aide".
    private func anonymous(at place: Int, before end: Int) -> (words: Range<Int>, name: String)? {
        var first = place
        while ["a", "an", "the", "seorang", "para"].contains(reading.word(first)) { first += 1 }
        let named = first
        // "Two", "his", "South Korean", "senior": what stands before them is part of the name.
        for _ in 0..<4 where first < end && !sentence.cues(.anonymous).contains(where: { $0.words.lowerBound == first })
        {
            if Self.numbers.contains(reading.word(first)) || Self.qualities.contains(reading.word(first)) {
                first += 1
            } else if reading.tokens[first].isCapital,
                let hit = Demonyms.states.hits(reading.tokens, at: first, before: end)
            {
                first += hit.count
            } else if let index = sentence.placeMention(at: first),
                reading.tokens[sentence.places[index].words.upperBound - 1].isPossessive
            {
                first = sentence.places[index].words.upperBound
            }
        }
        guard let hit = sentence.cues(.anonymous).first(where: { $0.words.lowerBound == first }),
            hit.words.upperBound <= end
        else { return nil }
        let start = named
        return said(of: start, hit, before: end)
    }

    /// A name behind an office, or the body it speaks for, or where it is: "sources in Hanoi".
    private func said(of start: Int, _ hit: CueHit, before end: Int) -> (words: Range<Int>, name: String) {
        var last = hit.words.upperBound
        while ["resmi", "setempat", "pemerintah", "senior", "negara", "lokal"].contains(reading.word(last)) {
            last += 1
        }
        if let body = sentence.cues(.institution).first(where: { $0.words.lowerBound == last }) {
            last = body.words.upperBound
        }
        let behind = capitals(from: last)
        if !behind.isEmpty, behind.upperBound <= end {
            var rest = behind.lowerBound
            if let index = sentence.placeMention(at: rest) { rest = sentence.places[index].words.upperBound }
            if let seat = sentence.seats.first(where: { $0.words.lowerBound == rest }) { rest = seat.words.upperBound }
            if let state = Demonyms.states.hits(reading.tokens, at: rest, before: end), rest < behind.upperBound {
                rest += state.count
            }
            // A long row of capitals without a known body: the name is its end.
            if sentence.cues(at: rest).contains(.venue), behind.upperBound - rest >= 4 { rest = behind.upperBound - 2 }
            if behind.upperBound - rest >= 2 {
                return (start..<behind.upperBound, reading.string(rest..<behind.upperBound))
            }
            return (start..<behind.upperBound, reading.string(start..<behind.upperBound))
        }
        if ["di", "in"].contains(reading.word(last)), let index = sentence.placeMention(at: last + 1) {
            last = sentence.places[index].words.upperBound
        }
        return (start..<last, reading.string(start..<last))
    }

    private static let qualities: Set<String> = [
        "unnamed", "senior", "presidential", "government", "other", "palace", "his", "her", "their", "its", "local",
        "foreign", "western",
        "defence", "defense", "aviation", "security",
    ]

    /// "Kantor kepresidenan", "China's foreign ministry", "Kementerian Luar Negeri Jepang".
    private func body(at place: Int, before end: Int) -> (words: Range<Int>, name: String)? {
        var first = place
        if ["the", "a"].contains(reading.word(first)) { first += 1 }
        var owner = first
        if ["his", "her", "their", "its"].contains(reading.word(first)) {
            owner = first + 1
            let isOffice = sentence.cues(.institution).contains { $0.words.lowerBound == owner }
            if !isOffice, sentence.cues(at: owner).isEmpty { owner += 1 }
        }
        if let index = sentence.placeMention(at: first), sentence.places[index].words.lowerBound == first {
            owner = sentence.places[index].words.upperBound
        } else if let hit = Demonyms.states.hits(reading.tokens, at: first, before: end),
            reading.tokens[first].isCapital
        {
            owner = first + hit.count
        } else if first < end, reading.tokens[first].isPossessive, reading.tokens[first].isCapital {
            owner = first + 1
        } else if let seat = sentence.seats.first(where: { $0.words.lowerBound == first }) {
            owner = seat.words.upperBound
        }
        guard
            let hit = sentence.cues(.institution).first(where: {
                $0.words.lowerBound == owner || $0.words.lowerBound == place
            }),
            hit.words.upperBound <= end
        else { return nil }
        var last = hit.words.upperBound
        if reading.language == .indonesian {
            let more = capitals(from: last)
            if !more.isEmpty, more.upperBound <= end { last = more.upperBound }
        }
        if ["di", "in"].contains(reading.word(last)), let index = sentence.placeMention(at: last + 1) {
            last = sentence.places[index].words.upperBound
        }
        return (first..<last, reading.string(first..<last))
    }

    /// Two or more words with capitals: a name. "The Department of Foreign Affairs" has small words in it.
    private func name(at place: Int, before end: Int) -> (words: Range<Int>, name: String)? {
        guard place < end, reading.tokens[place].isCapital, reading.word(place) != "the" else { return nil }
        var words = capitals(from: place)
        while words.upperBound + 1 < end, ["of", "for"].contains(reading.word(words.upperBound)) {
            let more = capitals(from: words.upperBound + 1)
            guard !more.isEmpty else { break }
            words = words.lowerBound..<more.upperBound
        }
        let isFirst = place == self.words.lowerBound
        guard words.upperBound <= end, words.count >= 2, !isFirst || sentence.cues(at: place).isEmpty else {
            return nil
        }
        return (words, reading.string(words))
    }

    /// The longest form of a name that the text has.
    private func fullName(of person: PersonMention) -> String? {
        guard let name = person.name else { return nil }
        let forms = reading.sentences.flatMap(\.persons).filter { $0.name == name }.compactMap(\.written)
        return forms.max { $0.utf8.count < $1.utf8.count } ?? person.written ?? name
    }

    private func article(_ name: String) -> String {
        for article in ["the ", "The ", "a ", "an "] where name.hasPrefix(article) {
            return String(name.dropFirst(article.count))
        }
        return name
    }
}
