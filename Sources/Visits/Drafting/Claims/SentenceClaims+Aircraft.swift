extension SentenceClaims {
    /// Aircraft, fleets, companions, escorts, of each half of a sentence that sets two of them against each other.
    func aircraft() -> [ClaimDraft] {
        guard let border = aircraftBorder else { return aircraftOfOne() }
        let halves = [words.lowerBound..<border, border..<words.upperBound]
        return halves.flatMap { half in
            SentenceClaims(
                reading: reading,
                subject: subject,
                index: index,
                sentence: sentence.part(half),
                moves: moves.filter { half.contains($0.place.words.lowerBound) },
                ours: ours.filter { half.contains($0.place.words.lowerBound) },
                plan: plan,
                attribution: attribution,
                speaker: speaker
            ).aircraftOfOne()
        }
    }

    /// "Sultan menumpang Boeing 747-8, sedangkan sebuah Airbus pembawa menteri sudah tiba": where another aircraft begins, that of others.
    private var aircraftBorder: Int? {
        sentence.cues(.turn).map(\.words.lowerBound).first { border in
            guard border > words.lowerBound, border < words.upperBound - 2,
                [",", ";"].contains(reading.word(border - 1))
                    || ["sedangkan", "while", "whereas"].contains(reading.word(border))
            else { return false }
            let (first, second) = (sentence.part(words.lowerBound..<border), sentence.part(border..<words.upperBound))
            return namesAircraft(first) && namesAircraft(second)
                && !first.has(.ruledOut) && !second.has(.ruledOut)
        }
    }

    private func namesAircraft(_ part: SentenceReading) -> Bool {
        part.has(.aircraft, .stateAircraft, .charter, .ownCrowd)
            || !AircraftNames(reading: reading, sentence: part).types.isEmpty
    }

    private func aircraftOfOne() -> [ClaimDraft] {
        if isNoneUsed {
            var claim = made(.negativeAircraft, speaker == nil ? .asserted : certainty, speaker: speaker)
            claim.polarity = .denied
            return [claim]
        }
        if isAccompanied { return [made(.escort, certainty, speaker: speaker)] }
        if sentence.has(.escort), sentence.has(.fighter, .aircraft, .stateAircraft) || !aircraftNames().isEmpty {
            return [made(.escort, certainty, speaker: speaker)]
        }
        if isSpare || carriesOthers || isOfCrowd {
            return [made(.companion, speaker == nil ? .asserted : certainty, speaker: speaker)]
        }
        if sentence.cues(.ownCrowd).contains(where: { !isMet($0) && !isBoarded($0.words) }),
            sentence.cues.contains(where: { $0.cue.isMove })
                || sentence.has(.past, .future, .carrying, .scheduled, .planned)
        {
            var claim = made(
                .companion,
                speaker == nil && !sentence.has(.future, .scheduled, .expected) ? .asserted : certainty,
                speaker: speaker
            )
            claim.time = sentence.times.first
            return [claim]
        }
        let spare = sentence.cues(.ownCrowd).first { isBoarded($0.words) }
        guard
            let mention = sentence.cues.first(where: { [.aircraft, .stateAircraft, .charter].contains($0.cue) })
                ?? spare
        else { return named() }
        if let count = fleetCount(before: mention.words.lowerBound) {
            var claim = made(
                .fleet,
                certainty == .scheduled || certainty == .announced && speaker == nil ? .asserted : certainty,
                speaker: speaker
            )
            claim.count = count
            claim.aircraft = aircraftNames()
            return [claim]
        }
        let type = AircraftNames(reading: reading, sentence: sentence).types.first
        if sentence.has(.ruledOut),
            sentence.has(.stateAircraft) || isDirectlyRuledOut || type.map(isLeftAtHome) ?? false
        {
            var claims = [made(.negativeAircraft, speaker == nil ? .asserted : certainty, speaker: speaker)]
            claims[0].polarity = .denied
            if sentence.has(.charter) || isReplaced || isChosen {
                claims.append(made(.aircraft, speaker == nil ? .asserted : certainty, speaker: speaker))
                claims[1].aircraft = aircraftNames()
            }
            return claims
        }
        let isCharter =
            sentence.has(.charter)
            && (sentence.has(.aircraft, .rider)
                || mention.cue == .charter && reading.word(mention.words.lowerBound) != "maskapai")
        let isUnknown = sentence.has(.unknown) && !sentence.has(.secrecy) || isAircraftUnknown
        let names = aircraftNames()
        guard isCharter || isUnknown || !names.isEmpty || isRidden(mention) || isUnderWay(mention) else { return [] }
        // "Would not say what the charter cost".
        if sentence.has(.noComment), AircraftNames(reading: reading, sentence: sentence).types.isEmpty { return [] }
        var claim = made(.aircraft, isUnknown || isCharter && speaker == nil ? .asserted : certainty, speaker: speaker)
        claim.aircraft = names
        return [claim]
    }

    /// "Two Mirages will meet the aircraft", "pesawatnya didampingi jet tempur": fighters that accompany an aircraft or whoever is in it,
    /// not what somebody meets others about.
    private var isAccompanied: Bool {
        let fighters = sentence.cues(.fighter).map(\.words)
        guard !fighters.isEmpty else { return false }
        return words.contains { verb in
            guard Self.accompanying.contains(reading.word(verb)) else { return false }
            let before = max(words.lowerBound, verb - 12)..<verb
            let behind = verb + 1..<max(verb + 1, min(words.upperBound, verb + 10))
            let isPassive =
                ["didampingi", "ditemani"].contains(reading.word(verb))
                || reading.word(verb).hasSuffix("ed")
                    && behind.contains { ["by", "oleh"].contains(reading.word($0)) }
            if isPassive {
                return fighters.contains { behind.contains($0.lowerBound) && isPlain(verb + 1..<$0.lowerBound) }
            }
            return fighters.contains { before.contains($0.upperBound - 1) && isPlain($0.upperBound..<verb) }
                && (!Self.meeting.contains(reading.word(verb)) || behind.contains(where: isAccompaniedBy))
        }
    }

    /// What fighters do to others than an aircraft as well.
    private static let meeting: Set<String> = ["meet", "join", "guard", "menyambut", "menjemput"]

    /// Words between fighters and what they do: nobody else.
    private func isPlain(_ between: Range<Int>) -> Bool {
        !between.contains { at in
            reading.word(at) == ";" || sentence.person(at: at) != nil
                || sentence.cues(at: at).contains { $0 == .pronoun || $0 == .meeting && !isFighting(at) || $0 == .say }
        }
    }

    private func isFighting(_ at: Int) -> Bool { Self.accompanying.contains(reading.word(at)) }

    /// An aircraft, a flight, or who is in it.
    private func isAccompaniedBy(_ at: Int) -> Bool {
        sentence.person(at: at) != nil
            || ["him", "her", "them", "it", "flight", "penerbangan", "penerbangannya"].contains(reading.word(at))
            || sentence.cues(at: at).contains { [.aircraft, .stateAircraft, .pronoun].contains($0) }
            || AircraftNames(reading: reading, sentence: sentence).types.contains { $0.contains(at) }
    }

    /// "Flies in a spare Airbus", "terbang dengan pesawat pengganti": what somebody travels in is that of the visit.
    private func isBoarded(_ noun: Range<Int>) -> Bool {
        let near = max(words.lowerBound, noun.lowerBound - 4)..<noun.lowerBound
        let rides = near.last { at in
            [
                "in", "aboard", "boards", "dengan", "naik", "menumpang", "menumpangi", "menggunakan", "memakai",
                "menaiki",
            ]
            .contains(reading.word(at))
        }
        guard let rides, !(rides..<noun.lowerBound).contains(where: { reading.tokens[$0].kind == .sign }) else {
            return false
        }
        // "Terbang dengan dua pesawat cadangan", "dengan pesawat terpisah": beside it.
        return (rides + 1..<min(words.upperBound, noun.upperBound + 2)).contains {
            Self.instead.contains(reading.word($0))
        }
            && !(rides + 1..<noun.upperBound).contains { Self.numbers[reading.word($0)] != nil }
            && sentence.cues.contains { $0.cue.isMove && $0.words.lowerBound < rides }
    }

    private static let instead: Set<String> = [
        "spare", "replacement", "relief", "pengganti", "backup", "reserve", "standby", "cadangan",
    ]

    /// "Bertemu para pengusaha", "meets business leaders": whom he sees.
    private func isMet(_ hit: CueHit) -> Bool {
        (max(words.lowerBound, hit.words.lowerBound - 3)..<hit.words.lowerBound).contains {
            sentence.cues(at: $0).contains { [.meeting, .programme, .welcome].contains($0) }
        }
    }

    private static let accompanying: Set<String> = [
        "accompany", "accompanies", "accompanied", "accompanying", "flank", "flanks", "flanking", "intercept", "guard",
        "meet", "join", "shadow", "menyambut", "menjemput",
        "menemani", "mendampingi", "menyertai", "didampingi", "ditemani",
    ]

    private static let sparing: Set<String> = [
        "spare", "replacement", "relief", "pengganti", "backup", "reserve", "standby", "cadangan", "tersendiri",
        "terpisah", "pendamping",
    ]

    /// "A spare Airbus follows", "sebuah Boeing 777 cadangan", "a Hercules is to trail the jet": one beside the aircraft of the visit.
    var isSpare: Bool {
        let types = AircraftNames(reading: reading, sentence: sentence).types
        let nouns = types + sentence.cues(.aircraft, .stateAircraft).map(\.words)
        let isSecond = types.contains { ["second", "kedua"].contains(reading.word($0.lowerBound - 1)) }
        if isSecond { return !sentence.has(.negation) }
        let isNamedSo = nouns.contains { noun in
            (max(words.lowerBound, noun.lowerBound - 3)..<min(words.upperBound, noun.upperBound + 3)).contains { at in
                Self.sparing.contains(reading.word(at))
                    && !(min(at, noun.lowerBound)..<max(at, noun.upperBound)).contains {
                        [",", ";"].contains(reading.word($0))
                    }
            } && !isBoarded(noun)
        }
        guard !isNamedSo else { return !sentence.has(.negation) }
        let follows = words.first { at in
            ["trail", "trails", "trailing", "shadow", "shadows", "membuntuti", "mengekor", "mengikuti"].contains(
                reading.word(at)
            ) || reading.word(at) == "terbang" && ["beriringan", "mengiringi"].contains(reading.word(at + 1))
        }
        guard let follows, let noun = nouns.first(where: { $0.upperBound <= follows }) else { return false }
        return nouns.contains { $0.lowerBound > follows }
            || reading.word(follows) == "terbang"
                && follows - noun.upperBound <= 3
    }

    /// A type alone names an aircraft.
    private func named() -> [ClaimDraft] {
        let names = aircraftNames()
        guard !names.isEmpty else { return [] }
        if let type = AircraftNames(reading: reading, sentence: sentence).types.first, isLeftAtHome(type) {
            var claim = made(.negativeAircraft, speaker == nil ? .asserted : certainty, speaker: speaker)
            claim.polarity = .denied
            claim.aircraft = names
            return [claim]
        }
        // "Two Boeing 747s".
        let first = AircraftNames(reading: reading, sentence: sentence).types.first
        let count = first.flatMap { fleetCount(before: $0.lowerBound) }
        var claim = made(count == nil ? .aircraft : .fleet, certainty, speaker: speaker)
        claim.count = count
        claim.aircraft = names
        return [claim]
    }

    /// "Is under repair, so he flies in a smaller Airbus": what is used instead stands behind a verb of going.
    private var isReplaced: Bool {
        guard let hit = sentence.cues(.ruledOut).first else { return false }
        let nouns = AircraftNames(reading: reading, sentence: sentence).types + sentence.cues(.aircraft).map(\.words)
        return nouns.contains { noun in
            noun.lowerBound >= hit.words.upperBound
                && sentence.has(.travel, in: hit.words.upperBound..<noun.lowerBound)
                && (max(words.lowerBound, noun.lowerBound - 5)..<noun.lowerBound).contains {
                    ["in", "on", "aboard", "by", "naik", "menumpang", "dengan"].contains(reading.word($0))
                }
        }
    }

    /// "The presidential A330 stays at home", "Boeing 747 itu tidak dipakai".
    private func isLeftAtHome(_ type: Range<Int>) -> Bool {
        // "The presidential Fokker 70 was ruled out".
        let isRuledOut = sentence.cues(.cancelled).contains { hit in
            hit.words.lowerBound == type.upperBound && hit.words.contains { reading.word($0) == "ruled" }
        }
        return isRuledOut
            || sentence.cues(.ruledOut).contains { hit in
                hit.words.lowerBound >= type.upperBound && hit.words.lowerBound - type.upperBound <= 6
                    && (!["not", "bukan", "instead", "rather", "ruled"].contains(reading.word(hit.words.lowerBound))
                        // "The air force Boeing 757 will not be used".
                        || hit.words.contains { ["used", "flying", "available", "fly"].contains(reading.word($0)) })
            }
    }

    /// "Aboard a French government aircraft", "a US jet is to carry him": of whom it is, where no type is named.
    private func isRidden(_ mention: CueHit) -> Bool {
        // "Told reporters aboard Air Force One": where it was said.
        if let cue = attribution?.cue.words, mention.words.lowerBound >= cue.upperBound,
            mention.words.lowerBound - cue.upperBound < 5,
            (cue.upperBound..<mention.words.lowerBound).contains(where: {
                sentence.cues(at: $0).contains(.rider) || ["on", "in", "di"].contains(reading.word($0))
            }),
            !(cue.upperBound..<mention.words.lowerBound).contains(where: {
                sentence.person(at: $0) != nil || sentence.cues(at: $0).contains(.pronoun)
            })
        {
            return false
        }
        let before = max(words.lowerBound, mention.words.lowerBound - 5)..<mention.words.lowerBound
        let isAboard = before.contains { at in
            (sentence.cues(at: at).contains(.rider) || reading.word(at) == "on" && isGoing(before: at))
                && !(at..<mention.words.lowerBound).contains {
                    sentence.placeMention(at: $0) != nil && reading.word($0 + 1) == ","
                }
        }
        let isCarrying =
            sentence.cues(.carrying).contains { $0.words.lowerBound >= mention.words.upperBound }
            || words.contains { ["carry", "flying"].contains(reading.word($0)) && $0 > mention.words.lowerBound }
            || words.contains { isFetching($0) && $0 > mention.words.lowerBound }
        guard isAboard || isCarrying else { return false }
        if isBoarded(mention.words) { return true }
        // Words behind "to" and "from" are of the way, not of the owner.
        let behind = mention.words.upperBound..<min(words.upperBound, mention.words.upperBound + 5)
        let way = behind.first { at in sentence.cues(at: at).contains { [.to, .from, .via].contains($0) } }
        let owner = before.lowerBound..<(way ?? behind.upperBound)
        return mention.cue == .stateAircraft
            || owner.contains { at in
                reading.tokens[at].isCapital
                    && Demonyms.states.hits(reading.tokens, at: at, before: words.upperBound) != nil
                    || [
                        "military", "militer", "air", "angkatan", "tni", "government", "pemerintah", "smaller", "lent",
                        "kecil", "sent", "provided", "supplied", "loaned", "offered", "belonging", "owned", "borrowed",
                        "milik", "kiriman", "dikirim", "disediakan", "dipinjamkan", "royal", "kerajaan",
                    ]
                    .contains(reading.word(at))
            }
    }

    /// "He will travel on a jet": a verb of going right before "on".
    private func isGoing(before at: Int) -> Bool {
        (max(words.lowerBound, at - 3)..<at).contains { place in
            sentence.cues(at: place).contains { $0.isMove && $0 != .trip }
        } && ["a", "an"].contains(reading.word(at + 1))
    }

    private var isDirectlyRuledOut: Bool {
        sentence.cues(.ruledOut).contains { hit in
            (hit.words.lowerBound..<min(words.upperBound, hit.words.upperBound + 5)).contains {
                sentence.cues(at: $0).contains(.aircraft)
            }
                || (max(words.lowerBound, hit.words.lowerBound - 9)..<hit.words.lowerBound).contains {
                    sentence.cues(at: $0).contains(.aircraft)
                }
        }
    }

    private static let numbers: [String: Int] = [
        "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9, "sepuluh": 10,
        "two": 2, "three": 3,
        "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "sebelas": 11, "eleven": 11,
        "twelve": 12,
    ]

    /// "Seven aircraft", "tujuh pesawat", "3 Il-96".
    private func fleetCount(before noun: Int) -> Int? {
        for back in 1...3 {
            let place = noun - back
            guard place >= words.lowerBound, sentence.time(at: place) == nil, !reading.tokens[place].isJoined else {
                continue
            }
            if let count = Self.numbers[reading.word(place)] ?? reading.tokens[place].number, (2...60).contains(count) {
                return count
            }
            if [
                "unit", "buah", "government", "state", "large", "wide", "separate", "special", "chartered", "identical",
            ].contains(reading.word(place)) {
                continue
            }
            return nil
        }
        return nil
    }

    /// Types and kinds of aircraft, as written.
    func aircraftNames() -> [String] {
        AircraftNames(reading: reading, sentence: sentence).types.map { reading.string($0) }
            + sentence.cues(.charter).filter { reading.word($0.words.lowerBound) != "maskapai" || sentence.has(.rider) }
            .map { reading.string($0.words) }
    }
}
