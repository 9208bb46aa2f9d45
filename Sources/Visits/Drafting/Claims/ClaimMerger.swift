/// Makes one claim of what one speaker says several times.
enum ClaimMerger {
    /// Kinds that speak of the journey as a whole.
    private static let plans: Set<ClaimKind> = [.schedule, .stop]

    /// What a text tells in its own words of places that somebody by name or office announced before is that plan again.
    static func continued(_ drafts: [ClaimDraft]) -> [ClaimDraft] {
        var claims: [ClaimDraft] = []
        for draft in drafts {
            let announced = claims.firstIndex { one in
                plans.contains(one.kind) && one.speaker?.isUnnamed == false && one.sentence < draft.sentence
                    && draft.about.allSatisfy { place in one.about.contains { $0.isSame(as: place) } }
            }
            if draft.kind == .context, draft.isNegative, let last = claims.last, draft.sentence - last.sentence == 1,
                [.denial, .negation].contains(last.kind), let speaker = draft.speaker,
                last.speaker?.line == speaker.line || last.speaker?.span == speaker.span
            {
                // "There is no such plan": what was denied, in quotation marks.
                claims[claims.count - 1].again.append(draft.words)
                continue
            }
            guard plans.contains(draft.kind), draft.speaker == nil, draft.time?.hours == nil, let announced else {
                claims.append(draft)
                continue
            }
            claims[announced].again.append(draft.words)
            claims[announced].about += draft.about
            claims[announced].time = claims[announced].time ?? draft.time
        }
        return claims
    }

    static func merged(_ drafts: [ClaimDraft]) -> [ClaimDraft] {
        var claims: [ClaimDraft] = []
        for draft in drafts {
            let same = claims.firstIndex { one in
                guard one.kind == draft.kind, one.speaker?.line == draft.speaker?.line else { return false }
                if plans.contains(draft.kind) { return true }
                return draft.kind == .context || draft.kind == .accusation || draft.kind == .history
                    || draft.kind == .aircraft && draft.aircraft == one.aircraft
            }
            guard let same else {
                claims.append(draft)
                continue
            }
            claims[same].again.append(draft.words)
            claims[same].about += draft.about
            claims[same].places += draft.places
            claims[same].time = claims[same].time ?? draft.time
        }
        return claims
    }
}
