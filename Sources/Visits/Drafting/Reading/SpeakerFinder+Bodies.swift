extension SpeakerFinder {
    /// "China's foreign ministry in Beijing", "Kementerian Luar Negeri Jepang di Tokyo": a body whose state is named is where it is, which is
    /// no part of what it is. An embassy is told apart by its town.
    func isAtHome(before head: Int) -> Bool {
        guard reading.word(head) == "in", Self.homely.contains(reading.word(head - 1)) else { return false }
        let before = max(sentence.words.lowerBound, head - 6)..<head - 1
        return before.contains { at in
            reading.tokens[at].isPossessive || ["his", "her", "its", "their"].contains(reading.word(at))
                || sentence.placeMention(at: at) != nil
                || reading.tokens[at].isCapital
                    && Demonyms.states.hits(reading.tokens, at: at, before: head) != nil
        }
    }

    func isAtHome(_ name: Range<Int>) -> Bool {
        guard reading.word(name.upperBound) == "di", Self.homely.contains(reading.word(name.lowerBound)) else {
            return false
        }
        return name.dropFirst().contains { at in
            sentence.placeMention(at: at) != nil
                || reading.tokens[at].isCapital
                    && Demonyms.states.hits(reading.tokens, at: at, before: name.upperBound) != nil
        }
    }

    private static let homely: Set<String> = [
        "ministry", "office", "palace", "government", "presidency", "department", "chancellery", "secretariat",
        "cabinet",
        "parliament", "household", "court", "kementerian", "kantor", "istana", "pemerintah", "departemen",
        "sekretariat",
        "kanselari", "parlemen",
    ]

    /// "Pengelola Bandara Ngurah Rai", "kepala Bandara Juanda Sisyani Jaffar": where the name of a field ends, which that of a person may follow.
    func fieldEnd(_ place: Int, before end: Int) -> Int? {
        guard ["bandara", "pangkalan", "lanud", "bandar"].contains(reading.word(place)) else { return nil }
        var first = place + 1
        while first < end, ["udara", "internasional", "tni", "au", "militer"].contains(reading.word(first)) {
            first += 1
        }
        let name = capitals(from: first)
        guard !name.isEmpty, name.upperBound <= end else { return nil }
        let starts = name.filter { !reading.tokens[$0].isJoined }
        return starts.count <= 2 ? name.upperBound : starts[starts.count > 3 ? 2 : 1]
    }

    /// "Ajudan Kremlin Yuri Ushakov": a seat or an outlet before somebody's name is no part of it.
    func isOfBody(_ place: Int) -> Bool {
        guard let one = reading.sentences.first(where: { $0.words.contains(place) }) else { return false }
        return one.seats.contains { $0.words.contains(place) } || one.outlets.contains { $0.contains(place) }
            || one.cues(at: place).contains { [.institution, .anonymous, .voice].contains($0) }
    }

    /// A body that speaks, by its first word: no office whose holder's name may follow.
    func isBody(_ head: Range<Int>) -> Bool {
        reading.tokens[head.lowerBound].isCapital && !head.contains { reading.word($0) == "berita" }
            && Self.bodies.contains(reading.word(head.lowerBound))
    }

    private static let bodies: Set<String> = [
        "badan", "kantor", "kementerian", "departemen", "sekretariat", "direktorat", "dinas", "biro", "komisi",
        "komite",
        "dewan", "lembaga", "otoritas", "mahkamah", "istana", "kedutaan", "konsulat", "pemerintah", "asosiasi",
        "yayasan",
        "organisasi", "federasi", "partai", "koalisi", "serikat", "universitas", "perkumpulan", "perhimpunan",
    ]

    func article(_ name: String) -> String {
        for article in ["the ", "The ", "a ", "an "] where name.hasPrefix(article) {
            return String(name.dropFirst(article.count))
        }
        return name
    }
}
