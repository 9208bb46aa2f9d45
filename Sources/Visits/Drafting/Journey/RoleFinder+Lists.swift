extension RoleFinder {
    /// A place named behind another of the same journey: governed as that one is.
    func continued(_ index: Int, from at: Int, before: [Finding?]) -> Finding? {
        guard index > 0, let previous = before[index - 1] else { return disused(index, from: at, before: before) }
        let (one, other) = (sentence.places[index - 1], sentence.places[index])
        let gap = one.words.upperBound..<other.words.lowerBound
        if gap.isEmpty, reading.tokens[other.words.lowerBound].isJoined {
            var chained = previous
            chained.role = .destination
            chained.isListed = true
            return chained
        }
        if gap.count <= 28, isFollowed(gap), previous.role == .destination,
            // "Disusul Mesir yang mengirim menterinya": who follows is no place.
            !["yang", "who", "which"].contains(reading.word(other.words.upperBound))
        {
            var listed = previous
            listed.isListed = true
            return listed
        }
        guard !gap.isEmpty, gap.count <= 14, gap.allSatisfy(isListing) else { return nil }
        guard
            gap.contains(where: {
                [",", "dan", "and", "serta", "/", "–", "or", "atau", "plus"].contains(reading.word($0))
                    || sentence.cues(at: $0).contains(.then)
            })
        else { return nil }
        // "Yakutsk, Siberia Timur": where it lies, not where somebody goes next.
        if reading.word(gap.lowerBound) == ",", gap.count <= 3, one.lies(in: other) { return nil }
        var listed = previous
        listed.isListed = true
        listed.isNegated = previous.isNegated || isOffBehind(other)
        return listed
    }

    /// "Shenzhen menjadi kota pertama yang disinggahi Perdana Menteri Pakistan, disusul Beijing": places between that are no stops.
    private func disused(_ index: Int, from at: Int, before: [Finding?]) -> Finding? {
        guard let last = before.lastIndex(where: { $0 != nil }), var listed = before[last], listed.role == .destination
        else { return nil }
        guard sentence.places[last].words.upperBound <= at else { return nil }
        let gap = sentence.places[last].words.upperBound..<at + 1
        guard gap.count <= 28, isFollowed(gap) else { return nil }
        listed.isListed = true
        return listed
    }

    /// "Hanoi is the first stop of the president, followed by Tokyo", "disusul Tokyo".
    private func isFollowed(_ gap: Range<Int>) -> Bool {
        guard let last = gap.last else { return false }
        let isFollowed =
            reading.word(last) == "disusul"
            || reading.word(last) == "by" && reading.word(last - 1) == "followed"
        return isFollowed
            && !gap.contains { at in
                reading.word(at) == ";" || sentence.cues(at: at).contains { $0 == .turn || $0 == .say }
            }
    }

    /// "In Iqaluit, in the Arctic": a region without an airport of its own says where.
    func isAround(_ place: PlaceMention) -> Bool {
        guard place.kind == .wide else { return false }
        var at = place.words.lowerBound - 1
        if reading.word(at) == "the" { at -= 1 }
        guard ["in", "di"].contains(reading.word(at)), reading.word(at - 1) == "," else { return false }
        return sentence.places.contains { $0.words.upperBound == at - 1 && $0.kind != .wide }
    }

    /// Whether the next place hangs on this one: "Jakarta-Jeddah".
    func isChained(_ index: Int) -> Bool {
        guard index + 1 < sentence.places.count else { return false }
        let next = sentence.places[index + 1].words.lowerBound
        return next == sentence.places[index].words.upperBound && reading.tokens[next].isJoined
    }

    /// "Whether he would stop in Baku", "asked about a stop in Gaza", "a stop in Baku has not been decided": left open.
    func isAskedOnly(_ place: PlaceMention) -> Bool {
        if isUndecided(place) || isInTheAir(place) { return true }
        if isDeclined(place) { return true }
        let start = clauseStart(place.words.lowerBound)
        let asked = (start..<max(start, place.words.lowerBound)).last { at in
            ["whether", "apakah", "ditanya", "ditanyai"].contains(reading.word(at))
                || ["left", "leaves", "leave", "kept", "keeps"].contains(reading.word(at))
                    && reading.word(at + 1) == "open"
                || reading.word(at) == "asked" && ["about", "if"].contains(reading.word(at + 1))
        }
        guard let asked else { return false }
        return !(asked..<place.words.lowerBound).contains { [",", ";"].contains(reading.word($0)) }
    }

    /// "Would not confirm that a halt in Ashgabat was planned", "menolak menjawab soal singgah di Baku": nobody says that it will be.
    private func isDeclined(_ place: PlaceMention) -> Bool {
        sentence.cues(.noComment, .evades).contains { hit in
            hit.words.upperBound <= place.words.lowerBound
                && (hit.words.upperBound..<place.words.lowerBound).contains {
                    Self.asking.contains(reading.word($0))
                }
                && !(hit.words.upperBound..<place.words.lowerBound).contains { [",", ";"].contains(reading.word($0)) }
        }
    }

    private static let asking: Set<String> = [
        "that", "whether", "if", "about", "on", "bahwa", "apakah", "soal", "tentang", "mengenai", "terkait", "ihwal",
        "report", "reports", "kabar", "laporan", "perihal",
    ]

    /// "Kunjungan ke Beograd masih dibahas", "a stop in Baku is still under discussion": said of the place right behind it.
    private func isInTheAir(_ place: PlaceMention) -> Bool {
        var at = place.words.upperBound
        let end = min(words.upperBound, at + 3)
        while at < end, Self.still.contains(reading.word(at)) { at += 1 }
        guard at > place.words.upperBound else { return false }
        let (one, two) = (reading.word(at), reading.word(at + 1))
        return Self.open.contains(one)
            || [
                "under discussion", "under consideration", "being considered",
                "being discussed", "being weighed", "in doubt", "being studied", "to be decided", "to be confirmed",
            ].contains(one + " " + two)
    }

    private static let still: Set<String> = [
        "is", "was", "remains", "still", "also", "are", "masih", "juga", "belum", "sedang", "tetap", "has", "yet",
        "not", "been",
    ]
    private static let open: Set<String> = [
        "dijawab", "ditanggapi", "dibalas", "disanggupi", "unanswered", "answered", "dibahas", "dipertimbangkan",
        "dikaji", "dijajaki", "dibicarakan", "dirundingkan", "tentatif", "pasti", "final",
        "ditimbang", "open", "undecided", "uncertain", "unclear", "doubtful", "unconfirmed", "tentative",
    ]

    private static let decided: Set<String> = [
        "diputuskan", "ditetapkan", "dipastikan", "dikonfirmasi", "ditentukan", "disepakati", "decided", "confirmed",
        "determined", "finalised", "finalized", "agreed",
    ]

    /// Right behind the place, what has not been decided.
    private func isUndecided(_ place: PlaceMention) -> Bool {
        sentence.cues(.secrecy).contains { hit in
            let between = place.words.upperBound..<max(place.words.upperBound, hit.words.lowerBound)
            return hit.words.lowerBound >= place.words.upperBound && between.count <= 4
                && Self.decided.contains(reading.word(hit.words.upperBound - 1))
                && !between.contains { at in
                    [",", ";"].contains(reading.word(at)) || sentence.placeMention(at: at) != nil
                        || sentence.cues(at: at).contains { $0 == .turn || $0.isMove && $0 != .trip }
                }
        }
    }

    static let joining: Set<String> = ["and", "dan", "serta", "lalu", "kemudian"]

    /// "Will not fly", and before the verb "not expected to", "tidak ada rencana", which behind a place cancel it.
    func isDenying(_ hit: CueHit) -> Bool {
        hit.cue == .negation
            || hit.cue == .cancelled && ["not", "no", "tidak", "tak"].contains(reading.word(hit.words.lowerBound))
    }

    /// "Reports of a stop in Taipei were denied", "kabar persinggahan di Taipei dibantah".
    func isDeniedBehind(_ hit: CueHit) -> Bool {
        // "Kota itu salah satu" is "one of".
        if hit.cue == .untrue { return reading.word(hit.words.upperBound) != "satu" }
        guard hit.cue == .denies else { return false }
        return reading.word(hit.words.lowerBound).hasPrefix("di") && reading.language == .indonesian
            || ["was", "were", "been", "is", "are"].contains(reading.word(hit.words.lowerBound - 1))
    }

    private func isListing(_ at: Int) -> Bool {
        if sentence.time(at: at) != nil { return true }
        let word = reading.word(at)
        // "Canberra follows on Sunday and Perth on Monday".
        if ["follows", "menyusul"].contains(word) { return sentence.placeMention(at: at - 1) != nil }
        if [
            ",", "(", ")", "dan", "and", "serta", "/", "–", "or", "atau", "pada", "on", "the", "as", "well", "finally",
            "akhirnya", "terakhir", "juga", "also", "in", "plus", "both",
        ].contains(word) {
            return true
        }
        return sentence.cues(at: at).contains { [.then, .cityWord, .at].contains($0) }
            && !sentence.cues(at: at).contains(.meeting)
    }
}

/// "His Tokyo trip".
extension RoleFinder {
    func isTripName(_ place: PlaceMention) -> Bool {
        guard reading.language == .english, place.words.upperBound < words.upperBound,
            reading.tokens[place.words.upperBound].isSpaced
        else { return false }
        return ["trip", "visit", "stop", "stopover", "tour", "leg"].contains(reading.word(place.words.upperBound))
    }

    func ownTrip(_ place: PlaceMention) -> Finding? {
        governed(
            place,
            by: CueHit(words: place.words.upperBound..<place.words.upperBound + 1, cue: .trip),
            from: place.words.lowerBound
        )
    }
}
