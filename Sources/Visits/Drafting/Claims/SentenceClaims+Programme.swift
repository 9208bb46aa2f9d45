/// What somebody does at a stop.
extension SentenceClaims {
    /// What is done at a stop, where that is the sentence's own matter and not the purpose of a journey.
    func programme() -> ClaimDraft? {
        guard subject != nil, !isOfOthers, !isOfCapitals else { return nil }
        let isVenueVisit = sentence.cues(.visit, .programme).contains { hit in
            let behind = hit.words.upperBound..<min(words.upperBound, hit.words.upperBound + 6)
            // "Called the tour theatre": a noun, and nobody tours a theatre.
            let isNoun =
                ["tour", "visit", "tours", "visits"].contains(reading.word(hit.words.lowerBound))
                && ["the", "a", "his", "her", "its"].contains(reading.word(hit.words.lowerBound - 1))
                && !["to", "of", "a", "the"].contains(reading.word(hit.words.upperBound))
            return sentence.has(.venue, .ceremony, in: behind) && !isPurpose(hit) && !isNoun
        }
        let isDone =
            sentence.cues(.programme).contains { !isPurpose($0) && !isDenied($0) && !isOfTime($0) }
            && !ours.contains { $0.bound != nil && $0.role == .town }
        let isCeremony =
            speaker == nil
            && sentence.cues(.ceremony).contains { hit in
                !isPurpose(hit) && !sentence.cues(.meeting).contains { $0.words.overlaps(hit.words) }
            }
            && (sentence.has(.trip) || sentence.has(.scheduled, .future, .planned)
                || sentence.has(.begins) && (sentence.has(.venue) || !sentence.seats.isEmpty))
            && ours.allSatisfy { $0.role == .town && $0.bound == nil }
        if isAgenda { return made(.programme, certainty == .asserted ? .scheduled : certainty, speaker: speaker) }
        let isMet =
            sentence.has(.meeting) && sentence.has(.scheduled, .future) && ours.isEmpty && sentence.places.isEmpty
            && sentence.has(.venue)
        // "Will be received in the Great Hall of the People".
        let isPlanned =
            sentence.has(.scheduled, .future, .planned)
            // "Sehari kemudian ia diterima di Istana Bogor": in Indonesian, whose verbs have no times.
            || reading.language == .indonesian && (!sentence.times.isEmpty || sentence.has(.then)) && isHeReceived
        let isReceived =
            isPlanned && sentence.cues(.welcome, .arrive).contains(where: isHosted)
            && sentence.has(.venue, .ceremony, .institution) && ours.allSatisfy { $0.role == .town }
        guard isVenueVisit || isDone || isCeremony || isMet || isReceived, !sentence.has(.history, .accuses) else {
            return nil
        }
        guard isVenueVisit || isReceived || sentence.has(.scheduled, .future, .planned, .expected) || isCeremony else {
            return nil
        }
        if isDone, !isVenueVisit, !ours.isEmpty, ours.contains(where: { $0.role != .town }) { return nil }
        return made(.programme, certainty == .asserted || speaker != nil ? certainty : .scheduled, speaker: speaker)
    }

    /// "Agendanya meliputi Istana Merdeka dan Masjid Istiqlal", "his programme includes a wreath-laying".
    private var isAgenda: Bool {
        let head = words.lowerBound..<min(words.upperBound, words.lowerBound + 5)
        guard !sentence.has(.negation, .omission),
            let noun = words.first(where: { at in
                Self.agendas.contains(reading.word(at))
                    && (ours.isEmpty && head.contains(at) || ["his", "her", "whose"].contains(reading.word(at - 1)))
            })
        else { return false }
        let verbs: Set<String> = [
            "meliputi", "mencakup", "termasuk", "berisi", "includes", "include", "features", "covers", "comprises",
            "takes",
        ]
        let verb = (noun + 1..<max(noun + 1, min(words.upperBound, noun + 5))).first {
            verbs.contains(reading.word($0))
        }
        return verb.map { at in
            sentence.has(.venue, .ceremony, .meeting, .event, in: at..<words.upperBound)
                || reading.word(at) == "takes" && reading.word(at + 1) == "in"
        } ?? false
    }

    private static let agendas: Set<String> = [
        "agendanya", "agenda", "acaranya", "kegiatannya", "programme", "program", "itinerary", "schedule",
    ]

    /// "Ia diterima", "ia akan disambut", of what comes.
    private var isHeReceived: Bool {
        !words.contains { ["kemarin", "lalu", "silam", "tadi", "sudah", "telah"].contains(reading.word($0)) }
            && sentence.cues(.welcome).contains { hit in
                sentence.cues(at: hit.words.lowerBound - 1).contains(.pronoun)
            }
    }
}
