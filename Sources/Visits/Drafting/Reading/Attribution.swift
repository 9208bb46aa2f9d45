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
    private var speakers: SpeakerFinder { SpeakerFinder(reading: reading, sentence: sentence) }

    func attribution() -> Attribution? {
        if let quoted = quotedSaying() ?? ofPaper() { return quoted }
        let relay = relay()
        for cue in sentence.cues(.accordingTo) where cue.words != relay?.cue.words && !isOfDenied(cue) {
            guard let found = behind(cue) ?? speakers.surname(at: cue.words.upperBound) ?? openNoun(behind: cue),
                !isSubjectBehind(cue, found)
            else { continue }
            return made(found, cue, via: relay?.phrase ?? reporter(citing: cue, found))
        }
        let said = said()
        // "Dilansir BBC": the outlet itself speaks, unless the sentence has a speaker of its own.
        if let said { return made(said.phrase, said.cue, via: relay?.phrase) }
        return relay.map { made($0.phrase, $0.cue, via: nil) }
    }

    /// "Dilaporkan Presiden Putin tiba": who is reported on, not who reports.
    private func isSubjectBehind(_ cue: CueHit, _ found: SpeakerPhrase) -> Bool {
        guard cue.words.count == 1, reading.word(cue.words.lowerBound).hasPrefix("di"),
            !["dilansir", "dikutip"].contains(reading.word(cue.words.lowerBound))
        else { return false }
        let next = found.words.upperBound
        return next < words.upperBound && reading.tokens[next].kind == .word && sentence.time(at: next) == nil
    }

    /// An outlet that passes on: "dilansir BBC", "yang dikutip Antara", "as reported by Reuters".
    private func relay() -> (phrase: SpeakerPhrase, cue: CueHit)? {
        for cue in sentence.cues(.accordingTo, .quoted) {
            let verbs = cue.words.map { reading.word($0) }
            guard !isOfDenied(cue),
                verbs.contains(where: {
                    ["dilansir", "dikutip", "melansir", "diberitakan", "reported", "cited", "quoted"].contains($0)
                }),
                let found = behind(cue), isOutlet(found) || verbs.contains("dikutip") || verbs.contains("dilansir")
            else { continue }
            return (found, CueHit(words: cue.words, cue: .accordingTo))
        }
        return nil
    }

    /// Between two commas, with nothing of a journey in it.
    private func isBehindApposition(_ verb: Int) -> Bool {
        var at = verb - 2
        while at > words.lowerBound, verb - at < 8 {
            if reading.word(at) == "," { return true }
            if sentence.time(at: at) != nil || sentence.cues(at: at).contains(where: \.isMove) { return false }
            at -= 1
        }
        return false
    }

    /// "Tidak ada persinggahan di Damaskus seperti diberitakan sebuah media": what some paper told, and is denied, passes on nothing.
    private func isOfDenied(_ cue: CueHit) -> Bool {
        (cue.words.lowerBound - 1...cue.words.lowerBound)
            .contains { ["seperti", "sebagaimana", "as"].contains(reading.word($0)) }
            && (cue.words.upperBound..<cue.words.upperBound + 2)
                .contains {
                    ["sebuah", "beberapa", "sejumlah", "a", "an", "some", "media", "harian", "koran", "daily"].contains(
                        reading.word($0)
                    )
                }
            && sentence.has(.negation, .cancelled, .denies, .untrue)
    }

    private func isOutlet(_ phrase: SpeakerPhrase) -> Bool {
        sentence.outlets.contains { $0.overlaps(phrase.words) }
            || phrase.words.contains {
                ["media", "agency", "berita", "television", "televisi", "harian"].contains(reading.word($0))
            }
    }

    /// "Reuters reported, citing two officials": who reports what somebody else says.
    private func reporter(citing cue: CueHit, _ found: SpeakerPhrase) -> SpeakerPhrase? {
        guard ["citing", "quoting", "mengutip"].contains(reading.word(cue.words.lowerBound)) else { return nil }
        for verb in sentence.cues(.say, .accordingTo) where verb.words.upperBound <= cue.words.lowerBound {
            let isInverted = verb.cue == .accordingTo || Self.inverted.contains(reading.word(verb.words.lowerBound))
            let reporter = (isInverted ? behind(verb) : nil) ?? before(verb)
            if let reporter, reporter.words.upperBound <= cue.words.lowerBound { return reporter }
        }
        return nil
    }

    private func said() -> (phrase: SpeakerPhrase, cue: CueHit)? {
        let sayings =
            (sentence.cues(.say, .denies, .noComment, .evades, .accuses, .warns)
            + sentence.cues(.secrecy, .omission).filter(isHiding)
            + sentence.cues(.negation).filter {
                ["ruled", "rules"].contains(reading.word($0.words.lowerBound))
                    && (!["been", "be", "was", "is"].contains(reading.word($0.words.lowerBound - 1))
                        || reading.word($0.words.upperBound) == "by")
            }
            + sentence.cues(.cancelled).filter(isRuledBy) + sentence.cues(.seen).filter(isSeeing))
            .sorted { $0.words.lowerBound < $1.words.lowerBound }
        for cue in sayings where !Self.pointsBack.contains(reading.word(cue.words.lowerBound)) {
            if isAim(cue) || isAside(cue, among: sayings) { continue }
            if cue.cue == .cancelled {
                if let found = behind(cue) { return (found, cue) }
                continue
            }
            if isPassive(cue) {
                // "Was denied by the ministry", "dibantah kementerian".
                let isBy = ["by", "oleh"].contains(reading.word(cue.words.upperBound))
                if isBy || reading.word(cue.words.lowerBound).hasPrefix("di"), let found = behind(cue) {
                    return (found, cue)
                }
                continue
            }
            // "Kata juru bicara": the speaker stands behind, whoever stands before.
            // "Pramono Anung, Sekretaris Kabinet, memastikan": behind an office, an active verb has who speaks before it.
            let isApposed =
                reading.language == .indonesian && reading.word(cue.words.lowerBound).hasPrefix("me")
                && isBehindApposition(cue.words.lowerBound)
            let isInverted =
                Self.inverted.contains(reading.word(cue.words.lowerBound))
                || reading.word(cue.words.lowerBound - 1) == "\""
                || reading.word(cue.words.lowerBound - 1) == "," && !isApposed
            if isInverted, let found = behind(cue) ?? speakers.surname(at: cue.words.upperBound) { return (found, cue) }
            if let found = before(cue) ?? speakers.surname(at: cue.words.lowerBound - 1) { return (found, cue) }
            // Indonesian verbs with "me-" have who speaks before them.
            let isActive = reading.language == .indonesian && reading.word(cue.words.lowerBound).hasPrefix("me")
            if !isActive, cue.cue != .secrecy, cue.cue != .omission, cue.cue != .negation, let found = behind(cue) {
                return (found, cue)
            }
        }
        return nil
    }

    /// "Has not said", "tidak mengumumkan": somebody keeps it, which "not announced" does not tell.
    private func isHiding(_ cue: CueHit) -> Bool {
        let (first, last) = (reading.word(cue.words.lowerBound), reading.word(cue.words.upperBound - 1))
        if first == "merahasiakan" || first == "kept" { return true }
        guard Self.hiding.contains(first), !isOfPaper(cue) else { return false }
        if reading.language == .indonesian { return last.hasPrefix("me") }
        return !["been", "be", "was", "were", "is", "are"].contains(reading.word(cue.words.upperBound - 2))
            && !["is", "are", "was", "were", "been", "be"].contains(reading.word(cue.words.lowerBound - 1))
            && !["given", "public", "included", "listed"].contains(last)
    }

    private static let hiding: Set<String> = [
        "did", "has", "have", "does", "do", "not", "gave", "never", "omits", "omitted", "leaves", "tidak", "belum",
        "tak",
        "enggan",
    ]

    private static let inverted: Set<String> = [
        "kata", "ujar", "lapor", "tutur", "ucap", "terang", "jelas", "ungkap", "imbuh", "tegas", "papar", "tambah",
        "sebut", "demikian", "sambung", "pungkas", "tukas", "tulis", "cuit", "seloroh", "keluh", "sindir", "tandas",
    ]

    /// "…, ujarnya": whoever spoke last.
    static let pointsBack: Set<String> = [
        "ujarnya", "katanya", "ungkapnya", "tuturnya", "imbuhnya", "jelasnya", "tambahnya", "tegasnya", "paparnya",
        "ucapnya", "terangnya", "sebutnya", "lanjutnya", "sambungnya", "pungkasnya", "tandasnya", "selorohnya",
        "candanya",
        "keluhnya", "sindirnya", "kritiknya", "simpulnya", "tukasnya", "tulisnya", "cuitnya", "akunya", "jawabnya",
        "harapnya", "pesannya", "klaimnya",
    ]

    /// "Was described", "told by", "dibantah": not a saying of the subject.
    private func isPassive(_ cue: CueHit) -> Bool {
        let word = reading.word(cue.words.lowerBound)
        if ["dibantah", "ditepis", "disangkal", "dituduh", "dituding", "diperingatkan", "diimbau"].contains(word) {
            return true
        }
        let isInformed = ["informed", "told", "briefed", "consulted", "warned"].contains(word)
        let isNot = ["not", "never", "also", "only", "fully"].contains(reading.word(cue.words.lowerBound - 1))
        let before = reading.word(cue.words.lowerBound - (isInformed && isNot ? 2 : 1))
        return ["is", "was", "are", "were", "be", "been"].contains(before) && word != "saying"
    }

    func made(_ found: SpeakerPhrase, _ cue: CueHit, via outlet: SpeakerPhrase?) -> Attribution {
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
        let speaker = Speaker(
            name: name,
            isUnnamed: isUnnamed,
            toldTo: outlet.flatMap { $0.words.overlaps(found.words) ? nil : $0.name } ?? toldTo(cue),
            span: reading.span(found.words)
        )
        return Attribution(speaker: speaker, cue: cue, words: found.words)
    }

    private static let numbers: Set<String> = ["two", "three", "four", "five", "several", "some"]

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
        let name = speakers.capitals(from: cue.words.upperBound)
        guard !name.isEmpty, sentence.person(at: name.lowerBound) == nil,
            sentence.placeMention(at: name.lowerBound) == nil
        else { return nil }
        return reading.string(name)
    }

    // MARK: Who

    /// Who can speak before a word of saying: whoever stands beside it, or else the first of the clause.
    func before(_ cue: CueHit) -> SpeakerPhrase? {
        // "They said": whoever spoke before.
        let beside = cue.words.lowerBound - 1
        if beside >= words.lowerBound, Self.pronouns.contains(reading.word(beside)) {
            return SpeakerPhrase(words: beside..<beside + 1, name: reading.string(beside..<beside + 1), isProper: false)
        }
        let phrases = phrases(before: cue)
        if phrases.last.map({ !isBeside($0, cue) }) ?? true, let noun = openNoun(before: cue) { return noun }
        // "New Delhi, whose minister is in Rome, called it …": who stands before the clause.
        if let named = phrases.first(where: { isRelative(behind: $0.words, cue) }) { return named }
        guard let last = phrases.last else { return nil }
        if isBeside(last, cue) { return apposed(last, phrases, cue) }
        // "…, Haaretz reported": a name that no list has, right before the word of saying and behind a comma.
        if reading.word(beside - 1) == ",", let name = speakers.surname(at: beside) { return name }
        guard let found = phrases.first,
            !sentence.cues.contains(where: { hit in
                // A verb of going between the two takes the noun for itself, unless a comma parts them.
                hit.cue.isMove && hit.cue != .trip && hit.words.lowerBound >= found.words.upperBound
                    && hit.words.upperBound <= cue.words.lowerBound
                    && !(hit.words.upperBound..<cue.words.lowerBound).contains { reading.word($0) == "," }
            })
        else { return nil }
        return found
    }

    static let pronouns: Set<String> = ["he", "she", "they", "ia", "dia", "mereka"]

    private func phrases(before cue: CueHit) -> [SpeakerPhrase] {
        // A clause that begins behind the last word of saying, or a quotation, has its speaker behind that.
        let quote = (words.lowerBound..<cue.words.lowerBound).last { reading.word($0) == "\"" }
        var place = quote.map { $0 + 1 } ?? words.lowerBound
        var found: [SpeakerPhrase] = []
        while place < cue.words.lowerBound {
            guard
                let phrase = speakers.phrase(at: place, before: cue.words.lowerBound).map({
                    speakers.withField($0, before: cue.words.lowerBound)
                })
            else {
                place += 1
                continue
            }
            place = phrase.words.upperBound
            guard !isObject(phrase.words.lowerBound), !isNobody(phrase.words.lowerBound), !isDateline(phrase.words),
                isNearEnough(phrase.words, to: cue)
            else { continue }
            // "Washington and Seoul", "baik Korea Utara maupun Rusia".
            if let one = found.last, phrase.words.lowerBound - one.words.upperBound == 1,
                ["dan", "and", "serta", "maupun", "nor", "or"].contains(reading.word(one.words.upperBound))
            {
                found[found.count - 1] = SpeakerPhrase(
                    words: one.words.lowerBound..<phrase.words.upperBound,
                    name: one.name + "; " + phrase.name,
                    isProper: false
                )
            } else {
                found.append(phrase)
            }
        }
        return found
    }

    /// "No official", "tidak satu pun pihak".
    private func isNobody(_ place: Int) -> Bool {
        place > words.lowerBound && ["no", "none", "neither", "pun", "tidak", "tak"].contains(reading.word(place - 1))
    }

    /// Whether nothing but small words, a time, or a clause with "who" stands between.
    private func isBeside(_ phrase: SpeakerPhrase, _ cue: CueHit) -> Bool {
        let between = phrase.words.upperBound..<max(phrase.words.upperBound, cue.words.lowerBound)
        if ["who", "yang", "which"].contains(reading.word(between.lowerBound)) { return between.count <= 16 }
        let isComma = between.count == 1 && reading.word(between.lowerBound) == ","
        return isComma
            || between.filter { sentence.time(at: $0) == nil }.count <= 4
                && between.allSatisfy { at in
                    sentence.time(at: at) != nil
                        || reading.tokens[at].kind == .word && !sentence.cues(at: at).contains { $0.isMove }
                }
    }

    /// "Maria Zakharova, a foreign ministry spokeswoman, said", "the spokeswoman, Maria Zakharova, said": the name.
    private func apposed(_ last: SpeakerPhrase, _ phrases: [SpeakerPhrase], _ cue: CueHit) -> SpeakerPhrase {
        guard reading.word(last.words.upperBound) == ",", !last.isProper, phrases.count > 1 else { return last }
        let one = phrases[phrases.count - 2]
        let between = one.words.upperBound..<last.words.lowerBound
        return one.isProper && between.count <= 2 && reading.word(between.lowerBound) == "," ? one : last
    }

    /// Whether nothing but a clause of "who", "whose", "which" between two commas parts somebody from the word of saying.
    private func isRelative(behind noun: Range<Int>, _ cue: CueHit) -> Bool {
        guard reading.word(noun.upperBound) == ",", reading.word(cue.words.lowerBound - 1) == ",",
            ["who", "whose", "which", "yang"].contains(reading.word(noun.upperBound + 1))
        else { return false }
        let clause = noun.upperBound + 1..<max(noun.upperBound + 1, cue.words.lowerBound - 1)
        return clause.count <= 20 && !clause.contains { [";", "\""].contains(reading.word($0)) }
    }

    /// A place speaks only where it stands right before the word of saying.
    private func isNearEnough(_ noun: Range<Int>, to cue: CueHit) -> Bool {
        guard sentence.placeMention(at: noun.lowerBound) != nil,
            sentence.cues(.institution, .anonymous, .voice).allSatisfy({ !$0.words.overlaps(noun) })
        else { return true }
        if isRelative(behind: noun, cue) { return true }
        let between = noun.upperBound..<max(noun.upperBound, cue.words.lowerBound)
        return between.count <= 5
            && !between.contains {
                reading.word($0) == "," || sentence.time(at: $0) != nil || sentence.cues(at: $0).contains(.turn)
            }
    }

    /// Who stands behind "menurut", "kata", "said".
    func behind(_ cue: CueHit) -> SpeakerPhrase? {
        var place = paperEnd(behind: cue) ?? cue.words.upperBound
        var skipped = 0
        while place < words.upperBound, skipped < 4 {
            if let phrase = speakers.phrase(at: place, before: words.upperBound) {
                return named(speakers.withField(phrase))
            }
            guard
                [
                    "dari", "oleh", "pihak", "para", "laporan", "sebuah", "seorang", "the", "a", "an", ",",
                    "by", "media", "keterangan", "pernyataan", "resmi", "siaran", "pers",
                ].contains(reading.word(place))
            else { return nil }
            place += 1
            skipped += 1
        }
        return nil
    }

    /// "Kata juru bicaranya, Maria Zakharova": the name behind the comma.
    private func named(_ phrase: SpeakerPhrase) -> SpeakerPhrase {
        let comma = phrase.words.upperBound
        guard !phrase.isProper, comma < words.upperBound, reading.word(comma) == "," else { return phrase }
        let name = speakers.capitals(from: comma + 1)
        guard name.count > 1, name.count <= 4, sentence.placeMention(at: name.lowerBound) == nil,
            !sentence.outlets.contains(where: { $0.overlaps(name) }), sentence.cues(at: name.lowerBound).isEmpty
        else { return phrase }
        return SpeakerPhrase(
            words: phrase.words.lowerBound..<name.upperBound,
            name: reading.string(name),
            isProper: true
        )
    }

    private func isObject(_ place: Int) -> Bool {
        guard place > words.lowerBound else { return false }
        var before = place - 1
        while before > words.lowerBound, ["the", "a", "an", "para", "seorang"].contains(reading.word(before)) {
            before -= 1
        }
        // "A statement from the presidency".
        if Self.papers.contains(reading.word(before - 1)), !["to", "kepada"].contains(reading.word(before)) {
            return false
        }
        return sentence.cues(at: before).contains {
            [.to, .from, .at, .via, .visit, .meeting, .welcome, .block].contains($0)
        }
            || [
                "with", "dengan", "bersama", "terhadap", "of", "about", "antara", "between", "for", "bagi", "kepada",
                "by", "oleh", "against",
            ].contains(reading.word(before))
    }

    private static let papers: Set<String> = [
        "statement", "report", "message", "communique", "post", "release", "notice", "announcement", "letter",
        "pernyataan", "keterangan", "pengumuman", "laporan", "siaran",
    ]
}
