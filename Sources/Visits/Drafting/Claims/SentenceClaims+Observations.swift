extension SentenceClaims {
    /// Aircraft that somebody saw, or that flew without anybody being said to be in them.
    func observations() -> [ClaimDraft] {
        let flown = moves.filter { move in
            if case .aircraft = move.actor { return !move.isNegated }
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
        guard !flown.isEmpty || isSeen, !isSpare else { return [] }
        // Watchers who tell a whole flight, from where it began, tell an itinerary.
        let isFlight = !sentence.has(.seen) && flown.contains { $0.role == .origin }
        let kind: ClaimKind = isSeen && !isFlight ? .sighting : .observation
        var claim = made(kind, attribution == nil ? (isSeen ? .reported : certainty) : .reported, speaker: speaker)
        claim.places = flown.isEmpty ? sentence.places : flown.map(\.place)
        claim.time = sentence.times.first { !TimeUse.isCitation($0, in: sentence, reading) }
        claim.aircraft = aircraftNames()
        return [claim]
    }
}
