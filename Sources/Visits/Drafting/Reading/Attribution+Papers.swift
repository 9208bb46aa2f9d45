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
}
