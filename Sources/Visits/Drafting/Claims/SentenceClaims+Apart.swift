/// Others beside the visit: who stays away for a journey of their own, and who comes by a flight of their own.
extension SentenceClaims {
    /// Somebody at the head of the sentence who is not the one the visit is of.
    private var otherHead: PersonMention? {
        guard let subject, let person = sentence.persons.first, person.words.lowerBound - words.lowerBound <= 1,
            !subject.isSame(as: person), !person.isPronoun || person.office.map({ $0.weight < 2 }) ?? false
        else { return nil }
        // "The foreign minister's flight": of somebody, not somebody.
        return reading.tokens[person.words.upperBound - 1].isPossessive ? nil : person
    }

    /// "Menteri Luar Negeri tidak ikut karena akan terbang ke Jeddah", "the foreign minister will not be with him: she is flying to Rome".
    func goesElsewhere() -> ClaimDraft? {
        guard let person = otherHead,
            let stays = sentence.cues(.negation, .cancelled).first(where: {
                $0.words.lowerBound >= person.words.upperBound
            }),
            stays.words.lowerBound - person.words.upperBound <= 4,
            (stays.words.lowerBound..<min(words.upperBound, stays.words.upperBound + 4)).contains(where: {
                Self.going.contains(reading.word($0))
            }),
            let turn = (stays.words.upperBound..<words.upperBound).first(where: {
                Self.because.contains(reading.word($0))
            }),
            let verb = sentence.cues.first(where: {
                [.travel, .depart, .arrive, .visit].contains($0.cue) && $0.words.lowerBound > turn
            }), !sentence.has(.negation, .pronoun, in: turn + 3..<max(turn + 3, verb.words.lowerBound)),
            let place = sentence.places.first(where: { $0.words.lowerBound >= verb.words.upperBound }),
            // "Will not travel with the president because he is flying to Cairo": where the visit goes.
            !ours.contains(where: { $0.place.isSame(as: place) })
        else { return nil }
        return other(person, place)
    }

    private static let going: Set<String> = [
        "ikut", "turut", "mendampingi", "menyertai", "mengikuti", "bersama", "with", "accompany", "join",
        "accompanying", "joining", "travelling", "traveling", "party", "delegation", "aboard", "along",
    ]

    private static let because: Set<String> = [
        "karena", "sebab", "lantaran", "melainkan", "tetapi", "as", "because", "since", ":", ";", "but", "dan", "and",
    ]

    /// "The UN secretary-general will come on a separate flight", "Menteri Keuangan menempuh rute sendiri".
    func onOwnFlight() -> ClaimDraft? {
        guard let person = otherHead, !sentence.has(.negation, .cancelled, .history),
            let flight = words.first(where: { isOwnFlight($0) && $0 >= person.words.upperBound })
        else { return nil }
        let between = person.words.upperBound..<flight
        guard between.count <= 16, !between.contains(where: { [";", ":"].contains(reading.word($0)) }),
            between.allSatisfy({ sentence.person(at: $0) == nil }), between.contains(where: isComing)
        else { return nil }
        return other(person, sentence.places.first { $0.words.lowerBound >= person.words.upperBound })
    }

    /// "Has his own plane": somebody who has one goes nowhere by it.
    private func isComing(_ at: Int) -> Bool {
        sentence.cues(at: at).contains { $0.isMove && $0 != .trip }
            || [
                "come", "comes", "coming", "reach", "take", "takes", "taking", "make", "makes", "menempuh", "memakai",
                "menggunakan", "naik", "menumpang", "lewat", "melalui",
            ].contains(reading.word(at))
    }

    private func isOwnFlight(_ at: Int) -> Bool {
        let flights: Set<String> = ["flight", "plane", "jet", "aircraft", "route"]
        switch reading.word(at) {
        case "separate", "different":
            return ["a", "by"].contains(reading.word(at - 1)) && flights.contains(reading.word(at + 1))
        case "own":
            return flights.contains(reading.word(at + 1))
                || ["his", "her", "their"].contains(reading.word(at - 1)) && reading.word(at - 2) == "of"
                    && flights.contains(reading.word(at - 3))
        case "sendiri", "terpisah", "tersendiri":
            return ["penerbangan", "pesawat", "rute", "jalur"].contains(reading.word(at - 1))
        default: return false
        }
    }

    private func other(_ person: PersonMention, _ place: PlaceMention?) -> ClaimDraft {
        var claim = made(.otherSubject, certainty == .asserted ? .scheduled : certainty, speaker: speaker)
        claim.other = person.name ?? reading.string(person.words)
        claim.places = place.map { [$0] } ?? []
        claim.time = sentence.times.first { !TimeUse.isCitation($0, in: sentence, reading) }
        return claim
    }

    /// "Its apron would be closed on Sunday for the arrival of the vice president": a time and no goal, told by whoever makes room.
    var makesRoom: Bool {
        guard speaker != nil, let subject, !sentence.has(.negation, .cancelled, .history),
            // "Has cleaned rooms for the arrival of the president" makes none.
            words.contains(where: { Self.closing.contains(reading.word($0)) }),
            let said = attribution?.cue.words.upperBound,
            // A time of the closure, not right behind the word of saying.
            sentence.times.contains(where: { $0.words.lowerBound > said + 2 || $0.words.upperBound < said - 8 }),
            let noun = words.first(where: { at in
                ["arrival", "landing", "kedatangan", "ketibaan", "pendaratan"].contains(reading.word(at))
                    && (max(words.lowerBound, at - 2)..<at).contains {
                        ["for", "before", "untuk", "guna", "menjelang", "menyambut", "demi"].contains(reading.word($0))
                    }
            })
        else { return false }
        return sentence.persons.contains { person in
            (0...3).contains(person.words.lowerBound - noun) && (subject.isSame(as: person) || person.isPronoun)
        } || reading.word(noun) == "kedatangannya"
    }

    private static let closing: Set<String> = [
        "close", "closed", "closing", "shut", "clear", "cleared", "seal", "sealed", "block", "blocked", "reserved",
        "suspend", "suspended", "restricted", "ditutup", "menutup", "penutupan", "disterilkan", "sterilisasi",
        "dikosongkan", "mengosongkan", "dialihkan", "mengalihkan", "dibatasi", "dihentikan", "disiapkan",
    ]

    /// "Di sana ia mungkin bertemu Presiden Amerika Serikat, kata seorang diplomat": a meeting that somebody tells, whenever it is.
    func toldMeeting() -> ClaimDraft? {
        guard speaker != nil, attribution?.cue.cue == .say || attribution?.cue.cue == .accordingTo,
            ours.allSatisfy({ $0.role == .town }), !sentence.has(.negation, .cancelled, .history, .denies, .untrue),
            sentence.has(.possible, .expected, .scheduled, .planned, .future),
            let verb = words.first(where: { Self.meets.contains(reading.word($0)) }),
            sentence.cues(at: verb).contains(.meeting),
            let other = sentence.persons.first(where: { (1...4).contains($0.words.lowerBound - verb) }),
            !other.isPronoun, subject.map({ !$0.isSame(as: other) }) ?? false,
            !sentence.cues.contains(where: { $0.cue.isMove && $0.words.lowerBound < verb && $0.cue != .trip })
        else { return nil }
        switch ActorFinder(reading: reading, sentence: sentence).actor(before: verb) {
        case .unnamed, .pronoun: break
        case .person(let person): guard subject?.isSame(as: person) ?? false else { return nil }
        default: return nil
        }
        return made(.meeting, certainty, speaker: speaker)
    }

    private static let meets: Set<String> = [
        "meet", "meets", "meeting", "bertemu", "menemui", "berunding", "berjumpa", "confer", "confers",
    ]

    /// "Undangan Tajikistan agar ia mampir ke Dushanbe belum dijawab", "an invitation to visit Rome has not been answered".
    var isOpenInvitation: Bool {
        let head = words.lowerBound..<min(words.upperBound, words.lowerBound + 3)
        guard head.contains(where: { ["undangan", "invitation", "invitations"].contains(reading.word($0)) }) else {
            return false
        }
        return words.contains { at in
            switch reading.word(at) {
            case "dijawab", "ditanggapi", "dipenuhi", "diterima", "diputuskan":
                ["belum", "tidak", "tak"].contains(reading.word(at - 1))
            case "dipertimbangkan", "dipelajari", "unanswered", "pending": true
            case "answered", "accepted", "decided", "reply", "answer", "taken":
                (1...4).contains { ["not", "no", "without", "awaits", "awaiting"].contains(reading.word(at - $0)) }
            case "consideration", "considered", "studied": ["under", "being"].contains(reading.word(at - 1))
            default: false
            }
        }
    }

    /// "Its members saw a green train cross the bridge", "warga melihat kereta hijau melintas".
    var isTrainSeen: Bool {
        guard speaker != nil, !sentence.has(.future, .scheduled, .planned, .expected, .negation) else { return false }
        let trains =
            sentence.cues(.surface).map(\.words)
            + words.filter { Self.wagons.contains(reading.word($0)) }.map { $0..<$0 + 1 }
        return trains.contains { train in
            let near = max(words.lowerBound, train.lowerBound - 6)..<train.lowerBound
            let behind =
                train.upperBound..<max(train.upperBound, min(words.upperBound, train.upperBound + 5))
            return near.contains { Self.seeing.contains(reading.word($0)) }
                || behind.contains {
                    ["seen", "spotted", "filmed", "terlihat", "tampak", "terpantau", "terekam"].contains(
                        reading.word($0)
                    )
                        && reading.word($0 + 1) != "off"
                }
        }
    }

    private static let wagons: Set<String> = ["gerbong", "carriages", "wagons", "coaches"]

    private static let seeing: Set<String> = [
        "saw", "spotted", "filmed", "photographed", "watched", "noticed", "melihat", "menyaksikan", "memotret",
        "merekam",
    ]

    /// "Untuk meninjau Candi Borobudur", "laying a wreath at the Australian War Memorial": a place of its own name where something is done.
    func namedPurpose() -> ClaimDraft? {
        guard speaker == nil, subject != nil, !sentence.has(.negation, .cancelled, .history, .event, .meeting) else {
            return nil
        }
        let isDone = sentence.cues(.programme).prefix(20).contains { hit in
            let behind =
                hit.words.upperBound..<max(hit.words.upperBound, min(words.upperBound, hit.words.upperBound + 6))
            return sentence.cues(.venue, in: behind).contains { venue in
                let isNamed = reading.tokens[venue.words.lowerBound].isCapital
                return isNamed
                    && !(hit.words.upperBound..<venue.words.lowerBound).contains {
                        [",", ";"].contains(reading.word($0)) || sentence.cues(at: $0).contains(where: \.isMove)
                    }
            }
        }
        guard isDone else { return nil }
        var claim = made(.programme, .scheduled, speaker: nil)
        claim.isPurpose = true
        return claim
    }

    /// "Kim Jong Un is coming by rail", "Perdana Menteri Ishiba datang dengan kereta": a way over land of somebody else.
    func otherOverland() -> ClaimDraft? {
        guard speaker == nil, let person = otherHead, !person.isPronoun, !isBesidePronoun(person.words),
            !sentence.has(.negation, .cancelled, .history),
            let ride = sentence.cues(.surface).first(where: { $0.words.lowerBound >= person.words.upperBound }),
            ride.words.lowerBound - person.words.upperBound <= 8
        else { return nil }
        let between = person.words.upperBound..<ride.words.lowerBound
        guard between.contains(where: isComing), between.allSatisfy({ reading.tokens[$0].kind == .word }) else {
            return nil
        }
        return other(person, nil)
    }

    /// "He and the host, Shigeru Ishiba, take a train", "ia dan tuan rumah Shigeru Ishiba": with whom the visit is of.
    func isBesidePronoun(_ person: Range<Int>) -> Bool {
        let before = max(words.lowerBound, person.lowerBound - 6)..<max(words.lowerBound, person.lowerBound)
        return before.contains { at in
            ["and", "dan", "bersama"].contains(reading.word(at))
                && (sentence.cues(at: at - 1).contains(.pronoun)
                    || ["ia", "dia", "he", "she", "beliau"].contains(reading.word(at - 1)))
        }
    }

    /// "The prime minister, who is in Brussels for a summit, will not take part": somebody who is elsewhere.
    func staysElsewhere() -> ClaimDraft? {
        guard speaker == nil, ours.isEmpty, let person = otherHead ?? strange,
            sentence.has(.negation), let place = sentence.places.first(where: { isWhere($0, person) })
        else { return nil }
        let behind = place.words.upperBound..<words.upperBound
        guard sentence.has(.negation, in: behind),
            behind.contains(where: { Self.joining.contains(reading.word($0)) })
        else { return nil }
        return other(person, place)
    }

    /// An office at the head that is not that of the one the visit is of.
    private var strange: PersonMention? {
        guard let person = sentence.persons.first, person.words.lowerBound - words.lowerBound <= 1,
            let office = person.office, let mine = subject?.office, !Office.isSame(office, mine)
        else { return nil }
        return person
    }

    /// "…, who is in Brussels", "…, yang berada di Roma".
    private func isWhere(_ place: PlaceMention, _ person: PersonMention) -> Bool {
        let between = person.words.upperBound..<max(person.words.upperBound, place.words.lowerBound)
        return (2...6).contains(between.count)
            && ["who", "yang"].contains { name in between.prefix(2).contains { reading.word($0) == name } }
            && between.contains { ["is", "berada", "sedang", "masih", "remains", "will"].contains(reading.word($0)) }
            && ["in", "at", "di"].contains(reading.word(between.upperBound - 1))
    }

    private static let joining: Set<String> = [
        "part", "join", "accompany", "travel", "attend", "ikut", "turut", "mendampingi", "hadir", "bergabung",
    ]
}
