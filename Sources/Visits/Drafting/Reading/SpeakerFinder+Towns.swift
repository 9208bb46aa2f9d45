/// Whether the town behind somebody who speaks is part of who it is.
extension SpeakerFinder {
    /// "A spokesman in Frankfurt", "the foreign ministry in Beijing", "an intelligence official in Seoul": told well enough by what it is.
    /// "Two officials in Damascus", "a source in Hanoi", "a court in Paris" are told apart by their town.
    func isToldWithoutTown(before head: Int) -> Bool {
        guard reading.word(head) == "in", !isOneOfTowns(head + 1) else { return false }
        let (noun, before) = (reading.word(head - 1), reading.word(head - 2))
        if Self.bare.contains(noun) { return Self.fields.contains(before) }
        guard !Self.local.contains(noun) else {
            return head - 2 > sentence.words.lowerBound && reading.tokens[head - 1].isCapital
                && reading.tokens[head - 2].isCapital && noun != "embassy"
        }
        return true
    }

    /// "Juru bicaranya di New York", "istana di Den Haag", "pejabat intelijen di Seoul", "Mahkamah Pidana Internasional di Den Haag".
    func isToldWithoutTown(_ name: Range<Int>) -> Bool {
        guard reading.word(name.upperBound) == "di", !isOneOfTowns(name.upperBound + 1) else { return false }
        var noun = name.lowerBound
        while noun < name.upperBound - 1, ["seorang", "sebuah", "para", "dua", "tiga"].contains(reading.word(noun)) {
            noun += 1
        }
        let (head, behind) = (reading.word(noun), noun + 1 < name.upperBound ? reading.word(noun + 1) : "")
        if Self.bare.contains(head) { return Self.fields.contains(behind) }
        guard !Self.local.contains(head) else {
            return name.upperBound - noun > 2 && (noun..<name.upperBound).allSatisfy { reading.tokens[$0].isCapital }
                && !["kedutaan", "kedubes"].contains(head)
        }
        return true
    }

    /// "Security officials in Rome and Cairo said": the second town is no speaker.
    private func isOneOfTowns(_ first: Int) -> Bool {
        guard let town = sentence.placeMention(at: first) else { return false }
        return ["and", "or", "dan", "atau"].contains(reading.word(sentence.places[town].words.upperBound))
    }

    /// Words for somebody that say nothing of who it is.
    private static let bare: Set<String> = [
        "official", "officials", "officer", "officers", "source", "sources", "people", "person", "persons", "pejabat",
        "perwira", "sumber", "orang", "narasumber", "analyst", "analysts", "expert", "experts", "observer", "observers",
        "analis", "pengamat", "pakar", "ahli",
    ]

    /// Bodies of which every town has one.
    private static let local: Set<String> = [
        "mayor", "council", "government", "authorities", "media", "prosecutor", "general", "hospital", "hotel",
        "walikota", "pemerintah", "dewan", "otoritas", "kejaksaan", "embassy", "consulate", "mission", "court",
        "tribunal", "university", "police", "airport", "kedutaan",
        "kedubes", "konsulat", "perwakilan", "pengadilan", "mahkamah", "universitas", "polisi", "kepolisian", "bandara",
    ]

    /// Of which service an official is.
    private static let fields: Set<String> = [
        "intelligence", "security", "defence", "defense", "military", "aviation", "airport", "customs", "immigration",
        "protocol", "palace", "embassy", "ministry", "party", "police", "consular", "trade", "health", "tourism",
        "intelijen", "keamanan", "pertahanan", "militer", "penerbangan", "bandara", "bea", "imigrasi", "protokol",
        "istana", "kedutaan", "kementerian", "partai", "kepolisian", "konsuler", "perdagangan", "kesehatan",
        "pariwisata", "kehakiman", "kejaksaan", "perhubungan",
    ]

    /// "The Kansas City Fed said", "Paris Match reported": a body whose name begins with a town.
    func bodyNamed(by town: Range<Int>, before end: Int) -> SpeakerPhrase? {
        guard end - town.lowerBound <= 6, end > town.upperBound else { return nil }
        let name = capitals(from: town.lowerBound)
        guard name.upperBound > town.upperBound, name.upperBound == end, name.count <= 6,
            !["in", "at", "from", "di", "dari", "to", "ke"].contains(reading.word(town.lowerBound - 1)),
            (town.upperBound..<name.upperBound).allSatisfy({ at in
                sentence.person(at: at) == nil && sentence.placeMention(at: at) == nil && sentence.cues(at: at).isEmpty
                    && !sentence.seats.contains { $0.words.contains(at) }
                    && !sentence.outlets.contains { $0.contains(at) }
            })
        else { return nil }
        return SpeakerPhrase(words: name, name: reading.string(name), isProper: false)
    }

    /// "Kata penyelenggara forum.", "kepala stasiun mengatakan", "the organisers of the forum said": a field that no list has, of one or two
    /// plain words up to a sign or the word of saying.
    func withField(_ phrase: SpeakerPhrase, before end: Int? = nil) -> SpeakerPhrase {
        let first = phrase.words.upperBound
        guard !phrase.isProper, first < sentence.words.upperBound, phrase.words.contains(where: { holds($0) }) else {
            return phrase
        }
        var from = first
        if reading.language == .english {
            guard ["of", "for"].contains(reading.word(first)),
                ["the", "a", "his", "her"].contains(reading.word(first + 1))
            else { return phrase }
            from += 2
        }
        var last = from
        while last < sentence.words.upperBound, last - from < 3, last != end, isField(last) { last += 1 }
        let isClosed =
            last == end || end == nil && (last >= sentence.words.upperBound || reading.tokens[last].kind == .sign)
            || end == nil && reading.language == .english && isSaid(last)
        guard last > from, last - from <= 2, isClosed else { return phrase }
        let words = phrase.words.lowerBound..<last
        return SpeakerPhrase(words: words, name: reading.string(words), isProper: false)
    }

    private func isSaid(_ at: Int) -> Bool { sentence.cues(at: at).contains { Self.isSaying($0) } }

    /// Whoever is of something.
    private func holds(_ at: Int) -> Bool { Self.heads.contains(reading.word(at)) }

    private func isField(_ at: Int) -> Bool {
        let token = reading.tokens[at]
        let plain: Set<Cue> = [
            .venue, .event, .ceremony, .cityWord, .airport, .surface, .meeting, .block, .adjectiveNoun,
        ]
        return token.kind == .word && !token.isCapital && token.word.utf8.count > 3 && sentence.time(at: at) == nil
            && sentence.person(at: at) == nil && sentence.placeMention(at: at) == nil
            && sentence.cues(at: at).allSatisfy(plain.contains) && !Self.small.contains(token.word)
    }

    private static let heads: Set<String> = [
        "penyelenggara", "panitia", "pengelola", "kepala", "ketua", "direktur", "manajer", "operator", "pengurus",
        "rektor", "komandan", "anggota", "pengawas", "juru", "pemilik", "perwakilan", "wakil", "organisers",
        "organizers", "organiser", "organizer", "head", "director", "manager", "chairman", "chairwoman", "owner",
        "secretary", "member", "members", "representative", "representatives", "spokesman", "spokeswoman",
        "spokesperson", "operator", "operators",
    ]

    private static let small: Set<String> = [
        "yang", "tersebut", "kepada", "dalam", "saat", "ketika", "bahwa", "akan", "sudah", "telah", "juga", "serta",
        "melalui", "lewat", "tadi", "kemarin", "sendiri", "pula", "seusai", "usai", "sebelum", "setelah", "dengan",
        "that", "also", "then", "when", "which", "late", "early", "time", "here", "there", "have", "been",
        "secara", "sambil", "sembari", "seraya", "terkait",
        "soal", "mengenai", "tentang", "karena", "seperti", "singkat",
        "pendek",
        "hanya", "baru", "masih", "kini", "lantas", "pernah", "sempat", "langsung", "turut", "ikut", "selalu", "lagi",
        "sekadar", "sebatas", "bernama", "terpisah", "tertulis", "tegas", "lirih", "santai", "berulang", "mendadak",
        "only", "just", "later", "again", "once", "merely", "simply", "first", "twice", "still",
    ]
}
