extension AttributionFinder {
    /// "According to a schedule issued by the Cabinet Office", "menurut jadwal yang dirilis istana": where whoever issued the paper is named.
    func paperEnd(behind cue: CueHit) -> Int? {
        guard cue.cue == .accordingTo else { return nil }
        var at = cue.words.upperBound
        var hasPaper = false
        while at < sentence.words.upperBound, at - cue.words.upperBound < 8 {
            let word = reading.word(at)
            if hasPaper, ["by", "oleh"].contains(word) { return at + 1 }
            // "Jadwal perjalanan dari Roma": where from, not whose.
            if hasPaper, ["from", "dari"].contains(word) {
                return sentence.placeMention(at: at + 1) == nil ? at + 1 : nil
            }
            if hasPaper, Self.issuing.contains(word), reading.language == .indonesian {
                // "Yang dirilis istana", "yang dirilis oleh istana".
                return ["oleh", "dari"].contains(reading.word(at + 1)) ? at + 2 : at + 1
            }
            if Self.issued.contains(word) {
                hasPaper = true
            } else if !Self.issuing.contains(word), !Self.beside.contains(word), sentence.time(at: at) == nil {
                return nil
            }
            at += 1
        }
        return nil
    }

    private static let issued: Set<String> = [
        "schedule", "itinerary", "programme", "program", "statement", "notice", "timetable", "letter", "document",
        "calendar", "advisory", "list", "note", "memo", "memorandum", "agenda", "communique", "communiqué", "bulletin",
        "release", "readout", "message", "post", "guidance", "circular", "invitation", "documents", "papers", "records",
        "jadwal", "pernyataan", "dokumen", "daftar", "acara", "keterangan", "siaran", "edaran", "pengumuman", "nota",
        "memo", "rilis", "undangan", "unggahan", "pesan", "catatan", "taklimat",
    ]

    private static let issuing: Set<String> = [
        "issued", "released", "published", "circulated", "distributed", "posted", "sent", "shared", "provided",
        "drafted", "drawn", "prepared", "emailed", "carried", "dirilis", "diterbitkan",
        "dikeluarkan", "dibagikan", "disebarkan", "diedarkan", "disusun", "dimuat",
        "diunggah", "dipublikasikan",
    ]

    private static let beside: Set<String> = [
        "a", "an", "the", "its", "his", "her", "official", "press", "draft", "travel", "daily", "weekly", "public",
        "brief", "short", "written", "internal", "yang", "sebuah", "resmi", "pers", "rancangan", "perjalanan", "harian",
        "tertulis", "singkat", "up", "out", "media", "kunjungan", "lawatan",
    ]

    /// "According to the cycling federation, …": a noun that no list has, behind an article and up to a sign.
    func openNoun(behind cue: CueHit) -> SpeakerPhrase? {
        guard reading.language == .english, ["to", "by"].contains(reading.word(cue.words.upperBound - 1)),
            ["the", "a", "an"].contains(reading.word(cue.words.upperBound))
        else { return nil }
        let first = cue.words.upperBound + 1
        var at = first
        while at < sentence.words.upperBound, at - first < 4, reading.tokens[at].kind == .word {
            let word = reading.word(at)
            guard !Self.issued.contains(word), !Self.issuing.contains(word), sentence.time(at: at) == nil,
                sentence.cues(at: at).allSatisfy({
                    !$0.isMove && ![.pronoun, .to, .from, .scheduled, .planned].contains($0)
                })
            else { return nil }
            at += 1
        }
        guard at > first, at == sentence.words.upperBound || reading.tokens[at].kind == .sign else { return nil }
        return SpeakerPhrase(words: first..<at, name: reading.string(first..<at), isProper: false)
    }

    static func isPaper(_ word: String) -> Bool { issued.contains(word) || Self.diaries.contains(word) }

    private static let diaries: Set<String> = [
        "diary", "diaries", "planner", "kalender", "buletin", "warta", "situs", "laman", "selebaran",
    ]

    private static let press: Set<String> = [
        "tabloids", "papers", "newspapers", "dailies", "broadcasters", "outlets", "websites", "media", "tabloid",
        "newspaper", "daily", "paper", "magazine", "weeklies", "weekly",
    ]

    private static let having: Set<String> = [
        "has", "had", "have", "puts", "put", "places", "placed", "shows", "showed", "show", "lists", "listed", "gives",
        "mencantumkan", "memuat", "menampilkan", "mencatat", "memperlihatkan", "menunjukkan", "menyebutkan", "menyebut",
        "menjadwalkan", "memasang",
    ]

    /// "La Moneda's agenda has the president flying", "Hungarian tabloids had him landing", "Buletin Kementerian Luar Negeri Brasil
    /// menyebutkan": whose paper it is says it.
    func ofPaper() -> Attribution? {
        let head = sentence.words.lowerBound..<min(sentence.words.upperBound, sentence.words.lowerBound + 12)
        guard let verb = head.dropFirst().first(where: { Self.having.contains(reading.word($0)) }) else { return nil }
        let cue = CueHit(words: verb..<verb + 1, cue: .say)
        let owner = reading.language == .english ? owner(before: verb) : pemilik(before: verb)
        return owner.map { made($0, cue, via: nil) }
    }

    private func owner(before verb: Int) -> SpeakerPhrase? {
        let noun = verb - 1
        if Self.press.contains(reading.word(noun)), holdsJourney(behind: verb) {
            let first = sentence.words.lowerBound
            let found = SpeakerFinder(reading: reading, sentence: sentence).phrase(at: first, before: verb)
            if let found, found.words.upperBound == verb { return found }
            guard verb - first <= 4, (first..<verb).allSatisfy({ sentence.time(at: $0) == nil }) else { return nil }
            return SpeakerPhrase(words: first..<verb, name: reading.string(first..<verb), isProper: false)
        }
        guard Self.isPaper(reading.word(noun)) || ["schedule", "programme", "program"].contains(reading.word(noun)),
            holdsJourney(behind: verb)
        else { return nil }
        var last = noun - 1
        while last > sentence.words.lowerBound, !reading.tokens[last].isPossessive,
            Self.beside.contains(reading.word(last))
        { last -= 1 }
        guard last >= sentence.words.lowerBound, reading.tokens[last].isPossessive,
            sentence.person(at: last) == nil
        else { return nil }
        var first = last
        while first > sentence.words.lowerBound, reading.tokens[first - 1].kind == .word,
            reading.tokens[first - 1].isCapital
        { first -= 1 }
        if reading.word(first) == "the", first < last { first += 1 }
        let name = reading.string(first..<last + 1)
        let bare = name.hasSuffix("s") && !name.hasSuffix("s'") ? String(name.dropLast(2)) : String(name.dropLast())
        return SpeakerPhrase(words: first..<last + 1, name: bare, isProper: false)
    }

    /// "Has the president flying", "had him landing", "puts her in Rome": whoever moves stands right behind the verb.
    private func holdsJourney(behind verb: Int) -> Bool {
        let behind = verb + 1..<max(verb + 1, min(sentence.words.upperBound, verb + 12))
        let isSomebody = behind.prefix(2).contains { at in
            sentence.person(at: at) != nil || ["him", "her"].contains(reading.word(at))
        }
        // "Put the cost of the trip to Cairo at a million": of a thing only what it does tells a journey.
        guard isSomebody || behind.prefix(3).contains(where: { ["it", "its", "the"].contains(reading.word($0)) }) else {
            return false
        }
        return behind.contains { at in
            isSomebody && sentence.placeMention(at: at) != nil
                || sentence.cues(at: at).contains { $0.isMove } && reading.word(at).hasSuffix("ing")
        }
    }

    private func pemilik(before verb: Int) -> SpeakerPhrase? {
        let first = sentence.words.lowerBound
        guard Self.isPaper(reading.word(first)) else { return nil }
        var owner = first + 1
        while owner < verb, Self.beside.contains(reading.word(owner)) || reading.word(owner) == "kegiatan" {
            owner += 1
        }
        // "Kalender Maret mencatat": of a month, and of nobody.
        guard owner < verb, TimeWords.months[reading.word(owner)] == nil else { return nil }
        let found = SpeakerFinder(reading: reading, sentence: sentence).phrase(at: owner, before: verb)
        if let found, found.words.upperBound == verb, sentence.person(at: owner) == nil { return found }
        let name = SpeakerFinder(reading: reading, sentence: sentence).capitals(from: owner)
        guard !name.isEmpty, name.upperBound == verb, sentence.person(at: owner) == nil else { return nil }
        return SpeakerPhrase(words: name, name: reading.string(name), isProper: false)
    }
}
