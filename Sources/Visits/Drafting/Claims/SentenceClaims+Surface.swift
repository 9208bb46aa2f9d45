/// Ways by train and road.
extension SentenceClaims {
    func surface() -> [ClaimDraft] {
        let legs = moves.filter(\.isSurface)
        guard let leg = legs.first else { return unplacedSurface() }
        var claim = made(
            .surfaceLeg,
            speaker == nil ? (certainty == .asserted ? .asserted : .scheduled) : certainty,
            speaker: speaker
        )
        claim.places = legs.map(\.place)
        claim.time = leg.arrival ?? leg.departure
        return [claim]
    }

    /// A train or a road to somewhere that no list of places has.
    private func unplacedSurface() -> [ClaimDraft] {
        let isComing =
            sentence.has(.travel, .goBack, .depart, .arrive, .leave)
            || words.contains { Self.coming.contains(reading.word($0)) }
        guard let hit = sentence.cues(.surface).first, isComing,
            !sentence.has(.negation, .ownCrowd, .history)
        else { return [] }
        let isBehindTo = (hit.words.upperBound..<min(words.upperBound, hit.words.upperBound + 4)).contains {
            sentence.cues(at: $0).contains(.to)
        }
        let isBy = ["by", "dengan", "naik", "menggunakan", "lewat"].contains(reading.word(hit.words.lowerBound - 1))
        let isDriving =
            reading.word(hit.words.lowerBound).hasPrefix("driv") || reading.word(hit.words.lowerBound) == "drove"
        // "The train left on Sunday": it is what moves.
        let isMoving = sentence.cues.contains {
            [.leave, .depart, .arrive, .carrying].contains($0.cue) && $0.words.lowerBound >= hit.words.upperBound
        }
        guard isBehindTo || isBy || isDriving || isMoving || hit.words.count > 1, !isWithinTown(behind: hit) else {
            return []
        }
        return [made(.surfaceLeg, speaker == nil ? .scheduled : certainty, speaker: speaker)]
    }

    private static let coming: Set<String> = [
        "come", "comes", "came", "coming", "membawa", "menempuh", "ditempuh", "carrying", "took", "covered", "boards",
        "diteruskan", "dilanjutkan", "naik",
    ]
}
