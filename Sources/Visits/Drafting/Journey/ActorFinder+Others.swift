/// Those who travel for themselves without a name: "a deputy minister", "seorang pejabat", "the ministry's two envoys".
extension ActorFinder {
    private static let some: Set<String> = [
        "seorang", "a", "an", "another", "two", "three", "several", "some", "dua", "tiga", "beberapa", "sejumlah",
        "para", "salah", "one",
    ]

    private static let ranks: Set<String> = [
        "wakil", "deputy", "vice", "junior", "senior", "former", "mantan", "assistant", "asisten", "muda", "top",
        "cabinet", "government", "minor",
    ]

    /// "Seorang wakil menteri terbang lebih dulu", "a minister flies to Rome": one of whom nobody has spoken is not whom the text is about.
    func stranger(_ person: PersonMention) -> Range<Int>? {
        guard person.isPronoun, person.office.map({ $0.kind != .pope }) ?? false else { return nil }
        var before = person.words.lowerBound - 1
        while before > sentence.words.lowerBound, person.words.lowerBound - before < 3,
            Self.ranks.contains(reading.word(before))
        { before -= 1 }
        let isWithin = person.words.first.map { Self.some.contains(reading.word($0)) } ?? false
        guard isWithin || before >= sentence.words.lowerBound && Self.some.contains(reading.word(before)) else {
            return nil
        }
        return person.words
    }

    private static let adverbs: Set<String> = [
        "to", "be", "also", "already", "now", "then", "later", "separately", "himself", "herself", "have", "has", "had",
        "is", "are", "was", "were", "will", "meanwhile", "first", "ahead", "yesterday", "earlier", "been", "still",
        "due", "not",
        "sudah", "telah", "akan", "juga", "lebih", "dulu", "dahulu", "lalu", "kemudian", "sendiri", "masih", "tengah",
        "sedang", "baru", "ikut", "turut", "terlebih", "hendak", "bakal", "segera",
    ]

    /// "Two officials flew to Rome", "seorang pejabat sudah lebih dulu terbang ke Roma": nothing but small words stand between them and
    /// their verb, so that they do not speak.
    ///
    /// - Parameter hit: a word for somebody without a name, or somebody who speaks elsewhere.
    func travelling(_ hit: CueHit, before verb: Int) -> Range<Int>? {
        guard hit.cue == .anonymous, hit.words.upperBound <= verb, verb - hit.words.upperBound <= 5,
            (hit.words.upperBound..<verb).allSatisfy({
                Self.adverbs.contains(reading.word($0)) || sentence.cues(at: $0).contains(.institution)
            }), !sentence.cues(at: hit.words.lowerBound - 1).contains(.accordingTo)
        else { return nil }
        var start = hit.words.lowerBound
        while start > sentence.words.lowerBound, hit.words.lowerBound - start < 4,
            reading.tokens[start - 1].kind == .word, !sentence.cues(at: start - 1).contains(where: { $0 == .say })
        {
            start -= 1
            if Self.some.contains(reading.word(start)) || reading.tokens[start].isPossessive { break }
        }
        let isCompany = isObject(start) || isBesideAnother(start) || isBesideAnother(hit.words.lowerBound)
        return isCompany ? nil : hit.words
    }

    /// "Richard Grenell flies to Caracas": a name of two to four words that nothing knows, of which the verb is told.
    func named(at place: Int, before verb: Int) -> Range<Int>? {
        guard verb - place <= 8, isName(place),
            (place + 1..<max(place + 1, verb)).allSatisfy({
                Self.adverbs.contains(reading.word($0)) || reading.word($0) == "," || isDay($0)
            })
        else { return nil }
        var first = place
        while first > sentence.words.lowerBound, place - first < 5, isName(first - 1) { first -= 1 }
        // "Kata Jean Dupont, terbang ke Roma": who says it.
        // "Bertemu Aung San Suu Kyi": up to the first capital.
        var head = first
        while head > sentence.words.lowerBound, reading.tokens[head - 1].kind == .word,
            reading.tokens[head - 1].isCapital,
            first - head < 4, sentence.placeMention(at: head - 1) == nil, sentence.time(at: head - 1) == nil,
            sentence.person(at: head - 1) == nil, !reading.tokens[head - 1].isPossessive
        { head -= 1 }
        guard first < place, !isSpeaker(first), !isObject(first), !isObject(head), !isApposition(first),
            // "Foreign minister Jan Kowalski Nowak": the name of an office.
            sentence.person(at: first - 1) == nil, !isEndOfName(first)
        else { return nil }
        return first..<place + 1
    }

    /// "Pada hari yang sama": when it is.
    private func isDay(_ at: Int) -> Bool {
        sentence.time(at: at) != nil
            || ["pada", "hari", "yang", "sama", "on", "the", "same", "day"].contains(reading.word(at))
    }

    /// "Menurut ajudannya, Wong terbang": who says it.
    func isSpeaker(_ first: Int) -> Bool {
        (first - 2..<first).contains { at in
            sentence.cues(at: at).contains { $0 == .say || $0 == .accordingTo }
        }
    }

    /// "The government's second 777 flew to Helsinki": an aircraft by its number, beside the one he travels in.
    func isSpare(_ place: Int) -> Bool {
        guard let number = reading.tokens[place].number, (300...399).contains(number) || (700...799).contains(number)
        else { return false }
        return ["second", "spare", "reserve", "backup", "other", "another", "third"].contains(reading.word(place - 1))
    }

    /// "A separate delegation flies to Rome", "delegasi dagang": not the one that goes with him.
    func isApart(_ hit: CueHit) -> Bool {
        // "The president will lead a business delegation to Rome".
        if (max(sentence.words.lowerBound, hit.words.lowerBound - 4)..<hit.words.lowerBound).contains(where: {
            ["lead", "leads", "led", "leading", "heads", "head", "memimpin"].contains(reading.word($0))
        }) {
            return false
        }
        // "The president and a business delegation", "along with a parliamentary delegation".
        let start = hit.words.lowerBound - (reading.language == .english ? 1 : 0)
        let leads = ["a", "an", "the", "large", "big"].contains(reading.word(start - 1)) ? start - 2 : start - 1
        if isBesideAnother(start) || ["with", "dengan", "bersama"].contains(reading.word(leads)) { return false }
        let (before, behind) = (reading.word(hit.words.lowerBound - 1), reading.word(hit.words.upperBound))
        return [
            "separate", "second", "another", "parliamentary", "business", "trade", "advance", "different", "rival",
            "technical", "military",
        ].contains(before)
            || [
                "lain", "terpisah", "parlemen", "bisnis", "dagang", "pengusaha", "kedua", "pendahulu", "teknis",
                "militer",
            ]
            .contains(behind)
    }

    /// "Sheikh Mohamed bin Zayed Al Nahyan": what is left of the name of somebody who is known.
    private func isEndOfName(_ name: Int) -> Bool {
        var at = name - 1
        while at > sentence.words.lowerBound, name - at < 5,
            Self.joining.contains(reading.word(at)) || isName(at)
        { at -= 1 }
        return at < name - 1 && sentence.person(at: at) != nil
    }

    private static let joining: Set<String> = ["bin", "al", "de", "da", "van", "von", "ibn", "el"]

    /// "The emir of Qatar, Sheikh Tamim bin Hamad Al Thani, will leave": the name of whoever stands before the comma.
    private func isApposition(_ name: Int) -> Bool {
        var at = name - 1
        while at > sentence.words.lowerBound, name - at < 6, reading.tokens[at].kind == .word,
            reading.tokens[at].isCapital || Self.joining.contains(reading.word(at))
        { at -= 1 }
        return reading.word(at) == "," && isSomebody(at - 1)
    }

    private func isName(_ at: Int) -> Bool {
        let token = reading.tokens[at]
        return token.kind == .word && token.isCapital && !token.isPossessive && !token.isAllCaps
            && sentence.cues(at: at).isEmpty && sentence.placeMention(at: at) == nil && sentence.time(at: at) == nil
            && !sentence.outlets.contains { $0.contains(at) } && !sentence.seats.contains { $0.words.contains(at) }
            && Demonyms.states.hits(reading.tokens, at: at, before: at + 1) == nil
            && !AircraftNames.makers.contains(token.word)
    }

    static let crowd: Set<String> = [
        "crowds", "thousands", "hundreds", "protesters", "demonstrators", "supporters", "worshippers", "massa",
        "demonstran", "umat", "ribuan", "ratusan", "guests", "visitors", "journalists", "reporters", "correspondents",
        "ministers", "delegates", "envoys",
        "diplomats", "troops", "soldiers", "residents", "officials", "investors", "executives", "athletes", "students",
        "families", "passengers", "tourists", "refugees", "evacuees", "pilgrims", "musicians", "dancers", "players",
        "fans", "spectators", "workers", "engineers", "negotiators", "lawmakers", "senators", "governors", "tamu",
        "wartawan", "jurnalis", "pengusaha", "pebisnis", "penumpang", "warga", "jemaah", "pasukan", "atlet",
        "mahasiswa", "turis", "wisatawan", "pengungsi", "investor", "diplomat", "perunding", "prajurit", "tentara",
        "keluarga", "penonton", "pekerja", "anggota", "senator", "gubernur", "bupati", "petinggi", "jenderal",
        "utusan", "staff", "team", "teams", "crew", "crews", "tim", "kru", "staf", "buruh",
        "pilgrims", "labourers", "laborers", "farmers", "patients", "children", "prisoners", "volunteers", "doctors",
        "nurses", "sailors", "marines", "hostages", "migrants", "settlers", "peziarah", "petani", "nelayan", "pasien",
        "sukarelawan", "tahanan",
    ]

    /// "The summit's guests will be flown to Tokyo", "para tamu terbang ke Roma": several others, of whom their verb is told.
    func isCrowd(_ place: Int, before verb: Int) -> Bool {
        guard Self.crowd.contains(reading.word(place)), verb - place <= 20,
            reading.tokens[max(0, place - 1)].isPossessive || !isObject(place) || isRelative(behind: place),
            !isJoined(place), !isBesideAnother(place), reading.word(place - 1) != "whose",
            !isMet(place, before: verb)
        else { return false }
        if isRelative(behind: place) {
            // "Students who have marched since May are on their way to".
            return !(place + 1..<verb).contains {
                isSomebody($0) && reading.word($0) != "their" || reading.word($0) == ";"
            }
        }
        guard verb - place <= 8 else { return false }
        let between = (place + 1..<max(place + 1, verb)).filter {
            sentence.placeMention(at: $0) == nil && !sentence.cues(at: $0).contains(where: isOnTheMove)
                && !Self.adverbs.contains(reading.word($0))
                && !["lain", "lainnya", "negara", "undangan", ",", "separately", "terpisah"].contains(reading.word($0))
        }
        // "Tim tekniknya lebih dulu diutus": in Indonesian what they are stands behind.
        return between.isEmpty
            || reading.language == .indonesian && between.count == 1 && between[0] == place + 1 && isPlain(place + 1)
    }

    /// "Negotiators, who go directly to", "tamu yang terbang ke".
    private func isRelative(behind place: Int) -> Bool {
        let next = reading.word(place + 1) == "," ? place + 2 : place + 1
        return ["who", "yang"].contains(reading.word(next))
    }

    /// "Will thank staff, then fly to", "menyapa warga lalu terbang ke": whom somebody meets before he goes on.
    private func isMet(_ place: Int, before verb: Int) -> Bool {
        let start = RoleFinder(reading: reading, sentence: sentence).clauseStart(place)
        return (start..<place).contains(where: isSomebody)
            && (place + 1..<max(place + 1, verb)).contains {
                [",", "and", "then", "dan", "lalu", "kemudian", "serta"].contains(reading.word($0))
            }
    }

    private func isOnTheMove(_ cue: Cue) -> Bool {
        cue.isMove && cue != .trip || [.scheduled, .planned, .expected, .future, .possible].contains(cue)
    }

    private func isPlain(_ at: Int) -> Bool {
        reading.tokens[at].kind == .word && !reading.tokens[at].isCapital && sentence.cues(at: at).isEmpty
            && sentence.placeMention(at: at) == nil && sentence.time(at: at) == nil
    }

    /// "The president with reporters", not "staff and reporters".
    private func isJoined(_ place: Int) -> Bool {
        ["and", "dan", "bersama", "serta", "with"].contains(reading.word(place - 1))
            && !(["and", "dan"].contains(reading.word(place - 1)) && Self.crowd.contains(reading.word(place - 2)))
    }

    /// "Seorang direktur jenderal yang mendampinginya memisahkan diri dan menuju": somebody of whom nobody has spoken begins the sentence,
    /// and does not speak.
    func isUnknownHead(before verb: Int) -> Range<Int>? {
        let first = sentence.words.lowerBound
        guard reading.language == .indonesian,
            ["seorang", "sejumlah", "beberapa", "sebagian"].contains(reading.word(first)),
            verb > first + 1,
            // "Beberapa jam kemudian", "sejumlah pertemuan".
            sentence.time(at: first + 1) == nil, !["jam", "menit", "hari", "saat"].contains(reading.word(first + 1)),
            Self.crowd.contains(reading.word(first + 1))
                || sentence.cues(at: first + 1).allSatisfy({ $0 == .anonymous || $0 == .institution }),
            !(first..<verb).contains(where: { at in
                reading.tokens[at].kind == .sign
                    || sentence.cues(at: at).contains {
                        $0 == .say || $0 == .carrying || $0 == .aircraft || $0 == .trip
                    }
            })
        else { return nil }
        return first..<first + 2
    }

    private static let amounts: Set<String> = [
        "the", "para", "of", "dozens", "scores", "hundreds", "puluhan", "ratusan", "delegasi", "his", "her", "their",
        ",",
    ]
    private static let joins: Set<String> = ["and", "dan", "serta", "bersama", "beserta"]

    /// "The president and his wife fly", "Presiden, para menteri, dan sejumlah pengusaha": they travel with whoever stands before.
    func isBesideAnother(_ start: Int) -> Bool {
        var isJoined = false
        for at in stride(from: start - 1, through: max(sentence.words.lowerBound, start - 10), by: -1) {
            if isJoined, isSomebody(at), !Self.amounts.contains(reading.word(at)) { return true }
            let word = reading.word(at)
            if Self.joins.contains(word) { isJoined = true }
            guard
                Self.joins.contains(word) || Self.amounts.contains(word) || Self.some.contains(word)
                    || Self.ranks.contains(word) || Self.crowd.contains(word) || Self.kin.contains(word)
                    || reading.tokens[at].number != nil || ["menteri", "ministers"].contains(word)
                    // "Bersama rombongan pengusaha dan rombongan wartawan": the first of two crowds.
                    || sentence.cues(at: at).contains(.ownCrowd)
            else { return false }
        }
        return false
    }

    /// "He meets Vladimir Putin, who then flies to Tokyo", "bertemu Putin, yang kemudian terbang ke Tokyo": of whom the clause is told.
    func isRelative(_ person: PersonMention, before verb: Int) -> Bool {
        guard !person.isPronoun else { return false }
        var at = person.words.upperBound
        if reading.word(at) == "," { at += 1 }
        guard at < verb, ["who", "yang"].contains(reading.word(at)) else { return false }
        return !(at..<verb).contains { [",", ";"].contains(reading.word($0)) }
    }
}
