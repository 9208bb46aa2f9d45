extension SentenceClaims {
    /// "The list does not name …" without a place: something is not told.
    private var isUnsaid: Bool {
        if isQuestionOpen { return true }
        return sentence.cues(.omission).contains { hit in
            hit.words.contains { at in
                ["mention", "mentioned", "mentions", "name", "names"].contains(reading.word(at))
                    || reading.word(at).contains("ebut")
            }
        }
    }

    /// "Tidak menyebut kapan ia pulang", "did not mention when": a question that is not answered, whatever place stands in it.
    private var isQuestionOpen: Bool {
        sentence.cues(.omission).contains { hit in
            ["kapan", "bagaimana", "berapa", "apakah", "siapa", "when", "whether", "how", "who", "which", "why"]
                .contains(
                    reading.word(hit.words.upperBound)
                ) || reading.word(hit.words.upperBound) == "di" && reading.word(hit.words.upperBound + 1) == "mana"
        }
    }

    private func isOfOthers(_ move: Move) -> Bool {
        if case .person(let person) = move.actor { return !(subject?.isSame(as: person) ?? true) }
        return false
    }

    func negations() -> [ClaimDraft] {
        var claims: [ClaimDraft] = []
        let omitted = moves.filter(\.isOmitted)
        let named = sentence.places.filter { place in !(attribution?.words.overlaps(place.words) ?? false) }
        if isQuestionOpen || omitted.isEmpty && named.isEmpty && isUnsaid {
            claims.append(made(.secrecy, .asserted, speaker: speaker))
        } else if !omitted.isEmpty || (sentence.has(.omission) && !named.isEmpty) {
            var claim = made(.omission, .asserted, speaker: speaker)
            claim.places = omitted.isEmpty ? named : omitted.map(\.place)
            claims.append(claim)
        }
        let negated = moves.filter { $0.isNegated && !$0.isOmitted && !isOfOthers($0) }
        if !negated.isEmpty, !sentence.has(.evades, .noComment) {
            // "Reports of a stop in Brussels are wrong, his spokesman said".
            let isDenial = sentence.has(.denies) || sentence.has(.untrue) && speaker != nil && isRumour
            var claim = made(isDenial ? .denial : .negation, speaker == nil ? .asserted : .announced, speaker: speaker)
            claim.polarity = .denied
            claim.places = negated.map(\.place)
            claims.append(claim)
        }
        // "A meeting with the king is not on the schedule".
        let isLeftOut =
            omitted.isEmpty && named.isEmpty && sentence.has(.omission) && sentence.has(.meeting) && !isUnsaid
        if claims.isEmpty, isUnplacedNegation || isLeftOut {
            claims.append(made(.negation, speaker == nil ? .asserted : .announced, speaker: speaker))
            claims[0].polarity = .denied
        }
        return claims
    }

    /// "No meeting is planned", "Putin tidak hadir", "the trip has been cancelled", "undangan itu ditolak": what will not be, where no
    /// place is named that it is denied of.
    private var isUnplacedNegation: Bool {
        let silent: Set<Cue> = [
            .evades, .noComment, .secrecy, .omission, .denies, .history, .ruledOut, .unknown, .accuses, .warns,
        ]
        guard ours.isEmpty, moves.allSatisfy({ $0.role == .origin || $0.role == .town }),
            !sentence.cues.contains(where: { silent.contains($0.cue) })
        else { return false }
        // "Spain's government welcomed the cancellation": what somebody thinks of it.
        let isJudged = attribution.map { Self.judging.contains(reading.word($0.cue.words.lowerBound)) } ?? false
        return !isJudged && (isCalledOff || isPlannedNot || isDeclinedInvitation)
    }

    private static let judging: Set<String> = [
        "welcomed", "welcomes", "criticised", "criticized", "condemned", "denounced", "regretted", "regrets", "praised",
        "deplored", "lamented", "hailed", "voiced", "expressed", "mocked", "applauded", "slammed", "menyambut",
        "menyesalkan", "menyayangkan", "mengecam", "mengkritik", "memuji", "mengapresiasi", "mengutuk", "mencemooh",
    ]

    /// A journey or a meeting that is called off.
    private var isCalledOff: Bool {
        let calledOff = sentence.cues(.cancelled).contains { !Self.plain.contains(reading.word($0.words.lowerBound)) }
        let isNoun = words.contains {
            ["cancellation", "postponement", "pembatalan", "penundaan"].contains(reading.word($0))
        }
        // "Rencana semula untuk melihat IKN ditiadakan".
        let isPlan = words.prefix(4).contains { ["rencana", "plan", "plans", "agenda"].contains(reading.word($0)) }
        return calledOff && (isPlan || sentence.cues.contains { $0.cue.isMove || $0.cue == .meeting }) || isNoun
    }

    /// A plain negation right before a word of going or meeting, which is not said of somebody's past.
    private var isPlannedNot: Bool {
        sentence.cues(.negation, .cancelled).contains { hit in
            guard Self.plain.contains(reading.word(hit.words.lowerBound)) else { return false }
            // "Tidak ada rencana ke Tel Aviv".
            if hit.cue == .cancelled,
                hit.words.contains(where: { ["rencana", "agenda", "jadwal"].contains(reading.word($0)) }),
                !sentence.places.isEmpty || sentence.cues.contains(where: { $0.cue.isMove || $0.cue == .meeting })
            {
                return true
            }
            let near = hit.words.upperBound..<min(words.upperBound, hit.words.upperBound + 4)
            for at in near {
                if reading.tokens[at].kind == .sign || sentence.cues(at: at).contains(.turn) { return false }
                if Self.joining.contains(reading.word(at)) { return true }
                if sentence.cues(at: at).contains(where: { $0.isMove || $0 == .meeting }) {
                    return isAhead(hit, at)
                }
            }
            return false
        }
    }

    /// "Will not meet", "no stop is planned", and in Indonesian, whose verbs have no times, without such a word.
    private func isAhead(_ hit: CueHit, _ verb: Int) -> Bool {
        if hit.cue == .cancelled { return true }
        return reading.language == .indonesian ? !sentence.has(.past) : sentence.has(.future, .scheduled, .planned)
    }

    private var isDeclinedInvitation: Bool {
        sentence.has(.invitation)
            && words.contains {
                ["ditolak", "menolak", "declined", "rejected", "refused", "turned"].contains(reading.word($0))
            }
    }

    private static let plain: Set<String> = ["no", "not", "never", "tidak", "tak", "belum"]
    private static let joining: Set<String> = ["ikut", "mengikuti", "turut"]
}
