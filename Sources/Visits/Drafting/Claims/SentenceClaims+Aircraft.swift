extension SentenceClaims {
    /// Aircraft, fleets, companions, escorts.
    func aircraft() -> [ClaimDraft] {
        if sentence.has(.escort), sentence.has(.fighter) || sentence.has(.aircraft) {
            return [made(.escort, certainty, speaker: speaker)]
        }
        if sentence.has(.ownCrowd),
            sentence.cues.contains(where: { $0.cue.isMove }) || sentence.has(.past, .future, .carrying)
        {
            var claim = made(
                .companion,
                speaker == nil && !sentence.has(.future, .scheduled, .expected) ? .asserted : certainty,
                speaker: speaker
            )
            claim.time = sentence.times.first
            return [claim]
        }
        guard let mention = sentence.cues.first(where: { [.aircraft, .stateAircraft, .charter].contains($0.cue) })
        else { return named() }
        if let count = fleetCount(beside: mention) {
            var claim = made(
                .fleet,
                certainty == .scheduled || certainty == .announced && speaker == nil ? .asserted : certainty,
                speaker: speaker
            )
            claim.count = count
            claim.aircraft = aircraftNames()
            return [claim]
        }
        if sentence.has(.ruledOut), sentence.has(.stateAircraft) || isDirectlyRuledOut {
            var claims = [made(.negativeAircraft, speaker == nil ? .asserted : certainty, speaker: speaker)]
            claims[0].polarity = .denied
            if sentence.has(.charter) {
                claims.append(made(.aircraft, speaker == nil ? .asserted : certainty, speaker: speaker))
                claims[1].aircraft = aircraftNames()
            }
            return claims
        }
        let isCharter = sentence.has(.charter) && (sentence.has(.aircraft, .rider) || mention.cue == .charter)
        let isUnknown = sentence.has(.unknown) && !sentence.has(.secrecy)
        let names = aircraftNames()
        guard isCharter || isUnknown || !names.isEmpty else { return [] }
        var claim = made(.aircraft, isUnknown || isCharter && speaker == nil ? .asserted : certainty, speaker: speaker)
        claim.aircraft = names
        return [claim]
    }

    /// A type alone names an aircraft.
    private func named() -> [ClaimDraft] {
        let names = aircraftNames()
        guard !names.isEmpty else { return [] }
        var claim = made(.aircraft, certainty, speaker: speaker)
        claim.aircraft = names
        return [claim]
    }

    private var isDirectlyRuledOut: Bool {
        sentence.cues(.ruledOut).contains { hit in
            (hit.words.lowerBound..<min(words.upperBound, hit.words.upperBound + 5)).contains {
                sentence.cues(at: $0).contains(.aircraft)
            }
                || (max(words.lowerBound, hit.words.lowerBound - 5)..<hit.words.lowerBound).contains {
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
    private func fleetCount(beside mention: CueHit) -> Int? {
        for back in 1...3 {
            let place = mention.words.lowerBound - back
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

    private static let makers: Set<String> = [
        "boeing", "airbus", "ilyushin", "il", "tu", "tupolev", "gulfstream", "falcon", "dassault", "bombardier",
        "embraer", "antonov", "an",
        "sukhoi", "superjet", "hercules", "challenger", "hawker", "beechcraft", "learjet", "cessna", "fokker", "yak",
        "comac",
    ]

    /// Types and kinds of aircraft, as written.
    func aircraftNames() -> [String] {
        var names: [String] = []
        var place = words.lowerBound
        while place < words.upperBound {
            let token = reading.tokens[place]
            var end = place
            if token.isCapital, Self.makers.contains(token.word) {
                end = place + 1
                while end < words.upperBound, end - place < 4,
                    reading.tokens[end].isJoined || reading.tokens[end].kind == .number || isModel(end)
                { end += 1 }
                if end == place + 1, token.word.utf8.count <= 3 { end = place }
            } else if token.isCapital, isModel(place), sentence.has(.aircraft) {
                end = place + 1
                while end < words.upperBound, reading.tokens[end].isJoined { end += 1 }
            }
            if end > place {
                names.append(reading.string(place..<end))
                place = end
            } else {
                place += 1
            }
        }
        for hit in sentence.cues(.charter) { names.append(reading.string(hit.words)) }
        return names
    }

    /// "A330", "C-17", "B777", "G650".
    private func isModel(_ place: Int) -> Bool {
        let token = reading.tokens[place]
        guard token.kind == .word, token.isCapital, token.word.utf8.count <= 6 else { return false }
        if token.word.utf8.contains(where: { (0x30...0x39).contains($0) }) {
            return token.word.utf8.first.map { !(0x30...0x39).contains($0) } ?? false && token.word.utf8.count >= 3
        }
        guard token.word.utf8.count <= 2, place + 1 < words.upperBound else { return false }
        return reading.tokens[place + 1].isJoined && reading.tokens[place + 1].kind == .number
    }
}
