extension SentenceClaims {
    /// "An airport worker said an unmarked jet landed before dawn": somebody without a name tells of an aircraft that is nobody's.
    private var isFlightTold: Bool {
        guard let attribution, sentence.has(.anonymous), moves.allSatisfy({ $0.role == .origin }) else { return false }
        return sentence.cues(.aircraft).contains { noun in
            guard noun.words.lowerBound >= attribution.cue.words.upperBound, isNobodys(noun),
                let verb = sentence.cues.first(where: {
                    [.arrive, .depart, .leave].contains($0.cue) && $0.words.lowerBound >= noun.words.upperBound
                })
            else { return false }
            let between = noun.words.upperBound..<verb.words.lowerBound
            return between.count <= 6
                && !between.contains { sentence.person(at: $0) != nil || sentence.cues(at: $0).contains(.carrying) }
                && (reading.language == .indonesian
                    || verb.words.contains {
                        ["landed", "left", "arrived", "departed", "took"].contains(reading.word($0))
                    })
        }
    }

    /// "The return flight lands at", "the onward leg": a part of the journey, not an aircraft that somebody saw.
    private var isOfJourney: Bool {
        words.contains { at in
            ["flight", "journey", "leg", "trip", "penerbangan"].contains(reading.word(at))
                && ["return", "onward", "inbound", "outbound", "his", "her", "homeward", "connecting", "outward"]
                    .contains(
                        reading.word(at - 1)
                    )
                || reading.word(at) == "penerbangan"
                    && ["pulang", "kembali", "lanjutan", "pulangnya"].contains(reading.word(at + 1))
        } && !sentence.has(.seen) || isOwnAircraft
    }

    /// "The government aircraft, a Boeing 737, refuels in the Azores": that of the visit, in the text's own words.
    private var isOwnAircraft: Bool {
        if speaker == nil, !sentence.has(.seen), ["pesawatnya", "jetnya"].contains(reading.word(words.lowerBound)) {
            return !isPastTold
        }
        guard speaker == nil, !sentence.has(.seen), ["the", "his", "her"].contains(reading.word(words.lowerBound))
        else {
            return false
        }
        return sentence.has(.stateAircraft, in: words.lowerBound + 1..<words.lowerBound + 2) && !isPastTold
    }

    private var isPastTold: Bool {
        words.contains { ["left", "landed", "arrived", "departed", "flew"].contains(reading.word($0)) }
    }

    /// "That landed there on Tuesday and left three hours later": more than one look.
    private var isSeenComingAndGoing: Bool {
        sentence.cues(.arrive).contains { hit in
            ["landed", "arrived", "mendarat", "tiba"].contains(reading.word(hit.words.lowerBound))
        }
            && sentence.cues(.leave, .depart, .goBack).contains { hit in
                hit.words.contains {
                    [
                        "left", "departed", "off", "out", "back", "returned", "meninggalkan", "bertolak", "berangkat",
                        "kembali", "landas",
                    ]
                    .contains(reading.word($0))
                }
            }
    }

    /// "An unmarked jet", "sebuah jet", "jet tanpa tanda", not "the jet", "his jet", "jet itu".
    private func isNobodys(_ noun: CueHit) -> Bool {
        let before = (max(words.lowerBound, noun.words.lowerBound - 4)..<noun.words.lowerBound).map { reading.word($0) }
        if before.contains(where: { ["a", "an", "sebuah", "satu"].contains($0) }) { return true }
        return reading.language == .indonesian && !reading.word(noun.words.lowerBound).hasSuffix("nya")
            && !["itu", "tersebut", "kepresidenan"].contains(reading.word(noun.words.upperBound))
    }

    /// Aircraft that somebody saw, or that flew without anybody being said to be in them.
    func observations() -> [ClaimDraft] {
        let flown = moves.filter { move in
            if case .aircraft = move.actor { return !move.isNegated && !isOfJourney }
            return false
        }
        let isWatched =
            speaker.map { name in
                ["spotter", "tracker", "watcher", "pengamat penerbangan"].contains {
                    name.name.lowercased().contains($0)
                }
            } ?? false
        let isSeen =
            (sentence.has(.seen) || isWatched)
            && (sentence.has(.aircraft, .stateAircraft, .fighter) || !aircraftNames().isEmpty
                || words.contains { ["pelacak", "trackers", "tracking", "radar"].contains(reading.word($0)) })
        if flown.isEmpty, !isSeen, isTrainSeen {
            var claim = made(.sighting, .reported, speaker: speaker)
            claim.places = sentence.places
            claim.time = sentence.times.first { !TimeUse.isCitation($0, in: sentence, reading) }
            return [claim]
        }
        guard !flown.isEmpty || isSeen || isFlightTold, !isSpare else { return [] }
        // Watchers who tell a whole flight, from where it began, tell an itinerary.
        let isFlight = !sentence.has(.seen) && (flown.contains { $0.role == .origin } || isSeenComingAndGoing)
        let kind: ClaimKind = isSeen && !isFlight ? .sighting : .observation
        var claim = made(kind, attribution == nil ? (isSeen ? .reported : certainty) : .reported, speaker: speaker)
        claim.places = flown.isEmpty ? sentence.places : flown.map(\.place)
        claim.time = sentence.times.first { !TimeUse.isCitation($0, in: sentence, reading) }
        claim.aircraft = aircraftNames()
        return [claim]
    }
}
