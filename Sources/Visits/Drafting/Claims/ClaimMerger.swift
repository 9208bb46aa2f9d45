/// Makes one claim of what one speaker says several times.
enum ClaimMerger {
    /// Kinds that speak of the journey as a whole.
    private static let plans: Set<ClaimKind> = [.schedule, .stop]

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
