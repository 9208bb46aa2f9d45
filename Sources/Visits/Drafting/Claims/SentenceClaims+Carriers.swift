extension SentenceClaims {
    /// "Menumpang pesawat pemerintah Prancis, bukan pesawat kepresidenan": what is used instead stands before.
    var isChosen: Bool {
        guard
            let hit = sentence.cues(.ruledOut).first(where: { hit in
                ["bukan", "not", "instead", "rather"].contains(reading.word(hit.words.lowerBound))
            })
        else { return false }
        let nouns =
            AircraftNames(reading: reading, sentence: sentence).types
            + sentence.cues(.aircraft, .stateAircraft).map(\.words)
        return nouns.contains { noun in
            noun.upperBound <= hit.words.lowerBound && isIn(noun)
                && !sentence.has(.negation, in: words.lowerBound..<noun.lowerBound)
        }
    }

    /// "No government aircraft would be used", "tidak ada pesawat negara yang dipakai".
    var isNoneUsed: Bool {
        sentence.cues(.aircraft, .stateAircraft).prefix(20).contains { noun in
            let before =
                min(noun.words.lowerBound, max(words.lowerBound, noun.words.upperBound - 5))..<noun.words.lowerBound
            let isNone = before.contains { at in
                reading.word(at) == "no"
                    || reading.word(at) == "ada" && ["tidak", "tak"].contains(reading.word(at - 1))
            }
            guard isNone else { return false }
            // "No jet fuel is used": nothing but small words parts the aircraft from the verb.
            let verb = (noun.words.upperBound..<words.upperBound).first { !Self.auxiliary.contains(reading.word($0)) }
            return verb.map { Self.used.contains(reading.word($0)) } ?? false
        }
    }

    private static let used: Set<String> = [
        "used", "needed", "involved", "flown", "sent", "dipakai", "digunakan", "dikerahkan", "disiapkan",
        "diterbangkan",
    ]

    private static let auxiliary: Set<String> = [
        "will", "would", "is", "are", "was", "were", "to", "be", "been", "being", "has", "had", "yang", "akan", "bakal",
    ]

    /// "To fetch him", "untuk menjemputnya": an aircraft that is sent for somebody.
    func isFetching(_ at: Int) -> Bool {
        switch reading.word(at) {
        case "fetch", "collect", "bring":
            ["him", "her", "them"].contains(reading.word(at + 1)) || isTraveller(at + 1)
        case "menjemputnya", "membawanya": true
        case "menjemput", "membawa":
            ["ia", "dia", "beliau"].contains(reading.word(at + 1)) || isTraveller(at + 1)
        default: false
        }
    }

    /// Whom the visit is of, by name or by a head's office: "to collect the minister" is of somebody else.
    private func isTraveller(_ at: Int) -> Bool {
        guard let person = sentence.person(at: at) else { return false }
        return subject?.isSame(as: person) ?? false || person.isPronoun && person.office.map { $0.weight >= 2 } ?? true
    }

    /// Behind a word of riding: "in", "aboard", "menumpang".
    private func isIn(_ noun: Range<Int>) -> Bool {
        (max(words.lowerBound, noun.lowerBound - 5)..<noun.lowerBound).contains {
            [
                "in", "on", "aboard", "by", "uses", "using", "use", "naik", "menumpang", "menumpangi", "dengan",
                "menggunakan", "memakai", "menaiki",
            ]
            .contains(reading.word($0))
        }
    }

    /// "Pesawat yang dipakai tamu itu belum diketahui", "the aircraft he will use is not known": an aircraft that nobody can name.
    var isAircraftUnknown: Bool {
        // Not its route, its number, its hour; nor "is not known to have a bedroom", "belum diketahui kapan mendarat".
        let isArticle = ["the", "which"].contains(reading.word(words.lowerBound))
        let head = words.lowerBound..<min(words.upperBound, words.lowerBound + (isArticle ? 2 : 1))
        guard sentence.has(.aircraft, .stateAircraft, in: head) else { return false }
        return words.contains { at in
            guard at + 1 == words.upperBound || reading.tokens[at + 1].kind == .sign else { return false }
            return switch reading.word(at) {
            case "diketahui": ["belum", "tidak", "tak"].contains(reading.word(at - 1))
            case "known": ["not", "never"].contains(reading.word(at - 1)) || reading.word(at - 2) == "not"
            default: false
            }
        }
    }

    /// "The state aircraft, Wing of Zion, is expected to take a longer route": the aircraft of the visit is what the sentence is about.
    func isUnderWay(_ mention: CueHit) -> Bool {
        guard mention.cue == .stateAircraft, mention.words.lowerBound - words.lowerBound <= 1, speaker == nil,
            !sentence.has(.negation, .ruledOut, .secrecy, .noComment, .seen, .history),
            sentence.has(.expected, .scheduled, .planned, .future)
        else { return false }
        return ours.isEmpty && words.contains { Self.ways.contains(reading.word($0)) }
    }

    /// What an aircraft takes in the air.
    private static let ways: Set<String> = [
        "route", "routes", "airspace", "detour", "overfly", "rute", "udara", "memutar", "melintasi",
    ]

    /// "A transport with cars and security staff is already at the base", "an Airbus with ministers aboard": it carries what goes with a visit.
    var carriesOthers: Bool {
        let nouns = AircraftNames(reading: reading, sentence: sentence).types + sentence.cues(.aircraft).map(\.words)
        return nouns.contains { noun in
            guard isSomeAircraft(noun) else { return false }
            let behind = noun.upperBound..<max(noun.upperBound, min(words.upperBound, noun.upperBound + 3))
            guard let with = behind.first(where: { Self.carryingWith.contains(reading.word($0)) }) else { return false }
            let load = with + 1..<max(with + 1, min(words.upperBound, with + 6))
            // "A Boeing carrying the president and officials": whoever the visit is of is aboard.
            if load.contains(where: { sentence.person(at: $0) != nil && !Self.loads.contains(reading.word($0)) }) {
                return false
            }
            // Up to whoever the visit is of.
            let end = load.first {
                [",", ";", "."].contains(reading.word($0)) || sentence.cues(at: $0).contains(.pronoun)
            }
            return (load.lowerBound..<(end ?? load.upperBound)).contains { Self.loads.contains(reading.word($0)) }
        }
    }

    /// "Para menteri memakai Falcon 7X", "the journalists follow in a second jet": others ride in it, by the head of the clause.
    var isOfCrowd: Bool {
        let head = words.lowerBound..<min(words.upperBound, words.lowerBound + 4)
        guard speaker == nil,
            let crowd = head.first(where: { at in
                Self.loads.contains(reading.word(at)) && !["rombongan", "delegasi"].contains(reading.word(at))
                    && (sentence.person(at: at) == nil || reading.word(at - 1) == "para")
                    && (["para", "the", "his", "her", ","].contains(reading.word(at - 1)) || at == words.lowerBound
                        || sentence.cues(at: at - 1).contains(.turn))
            })
        else { return false }
        if isAhead(of: crowd) { return true }
        let nouns =
            AircraftNames(reading: reading, sentence: sentence).types + sentence.cues(.aircraft, .charter).map(\.words)
        return nouns.contains { noun in
            noun.lowerBound > crowd && isIn(noun)
                && !(crowd + 1..<noun.lowerBound).contains {
                    // "The journalists asked whether he flies in a Boeing", "his staff travel in the same aircraft".
                    sentence.cues(at: $0).contains { $0 == .say || $0 == .pronoun }
                        || sentence.person(at: $0) != nil || Self.shared.contains(reading.word($0))
                }
                && !["itu", "sama", "tersebut"].contains(reading.word(noun.upperBound))
        }
    }

    private static let shared: Set<String> = [
        ",", "same", "his", "her", "whether", "that", "apakah", "bahwa", "ia", "dia", "beliau",
    ]

    /// "Security guards and cars went ahead on Friday", "para wartawan sudah berangkat lebih dulu".
    private func isAhead(of crowd: Int) -> Bool {
        guard ours.isEmpty, !sentence.has(.negation, .meeting),
            sentence.cues.contains(where: { $0.cue.isMove && $0.cue != .trip })
        else { return false }
        return (crowd + 1..<words.upperBound).contains { at in
            switch reading.word(at) {
            case "ahead": reading.word(at + 1) != "of" || ["him", "her", "them"].contains(reading.word(at + 2))
            case "beforehand", "advance", "mendahului": true
            case "lebih": ["dulu", "dahulu", "awal"].contains(reading.word(at + 1))
            default: false
            }
        }
    }

    /// "A transport", "an Airbus", "sebuah Airbus": not "his aircraft" nor "the aircraft".
    private func isSomeAircraft(_ noun: Range<Int>) -> Bool {
        (max(words.lowerBound, noun.lowerBound - 4)..<noun.lowerBound).contains {
            ["a", "an", "another", "sebuah", "satu", "seunit"].contains(reading.word($0))
        }
            && !(max(words.lowerBound, noun.lowerBound - 4)..<noun.lowerBound).contains {
                sentence.cues(at: $0).contains(.rider) || ["in", "on", "aboard"].contains(reading.word($0))
            }
    }

    private static let carryingWith: Set<String> = [
        "with", "carrying", "bringing", "bearing", "full", "loaded", "membawa", "mengangkut", "pembawa", "pengangkut",
        "berisi", "bermuatan",
    ]

    private static let loads: Set<String> = [
        "cars", "car", "limousine", "limousines", "vehicles", "staff", "guards", "bodyguards", "equipment", "security",
        "journalists", "reporters", "ministers", "officials", "advisers", "aides", "luggage", "cargo", "communications",
        "motorcade", "supplies", "helicopters", "agents", "crew", "doctors", "delegates", "businessmen", "executives",
        "mobil", "kendaraan", "limusin", "staf", "pengawal", "perlengkapan", "peralatan", "wartawan", "menteri",
        "rombongan", "pejabat", "logistik", "bagasi", "kargo", "petugas", "paspampres", "pengusaha", "delegasi",
    ]
}
