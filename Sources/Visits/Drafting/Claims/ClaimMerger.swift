/// Makes one claim of what one speaker says several times.
enum ClaimMerger {
    /// Kinds that speak of the journey as a whole.
    private static let plans: Set<ClaimKind> = [.schedule, .stop]

    /// Behind somebody by name or office who announced the plan, the sentences of the same paragraph that go on without a name ("He returns
    /// on Friday") are that plan again, and so is whatever names no other place. A short quotation behind a denial is the denial again.
    static func continued(_ drafts: [ClaimDraft], in reading: TextReading) -> [ClaimDraft] {
        var claims: [ClaimDraft] = []
        for draft in drafts {
            if let last = claims.last, isRepeated(draft, behind: last) {
                claims[claims.count - 1].again.append(draft.words)
                continue
            }
            if let one = claims.firstIndex(where: { isOther($0, of: draft) }) {
                // "The first stop is Abu Dhabi. He lands there on Wednesday": one plan, told twice.
                claims[one].kind = .schedule
                claims[one].time = claims[one].time ?? draft.time
                claims[one].again.append(draft.words)
                claims[one].about += draft.about
                continue
            }
            guard plans.contains(draft.kind), draft.speaker == nil,
                let plan = claims.firstIndex(where: { isContinued($0, by: draft, in: reading) })
            else {
                claims.append(draft)
                continue
            }
            claims[plan].again.append(draft.words)
            claims[plan].about += draft.about
            claims[plan].places += draft.places
        }
        return announcedLater(claims)
    }

    /// "He sets out this week on a tour of five states", where somebody announces the plan behind it.
    private static func announcedLater(_ drafts: [ClaimDraft]) -> [ClaimDraft] {
        guard drafts.contains(where: { $0.kind == .schedule && $0.speaker?.isUnnamed == false }) else { return drafts }
        return drafts.filter {
            $0.kind != .schedule || $0.speaker != nil || !$0.about.isEmpty || $0.time?.hours != nil
                || $0.time?.day != .thisWeek && $0.time?.day != .nextWeek
        }
    }

    private static func isOther(_ one: ClaimDraft, of draft: ClaimDraft) -> Bool {
        guard plans.contains(one.kind), plans.contains(draft.kind), one.kind != draft.kind, one.speaker == nil,
            draft.speaker == nil, !one.about.isEmpty, !draft.about.isEmpty
        else { return false }
        func holds(_ whole: ClaimDraft, _ part: ClaimDraft) -> Bool {
            part.about.allSatisfy { place in whole.about.contains { $0.isSame(as: place) } }
        }
        return one.kind == .stop ? holds(draft, one) : holds(one, draft)
    }

    /// "There is no such plan": what was denied, in quotation marks.
    private static func isRepeated(_ draft: ClaimDraft, behind last: ClaimDraft) -> Bool {
        guard draft.kind == .context, draft.isNegative, draft.sentence - last.sentence == 1,
            [.denial, .negation].contains(last.kind), let speaker = draft.speaker
        else { return false }
        return last.speaker?.line == speaker.line || last.speaker?.span == speaker.span
    }

    private static func isContinued(_ plan: ClaimDraft, by draft: ClaimDraft, in reading: TextReading) -> Bool {
        guard plans.contains(plan.kind), plan.speaker?.isUnnamed == false, plan.sentence < draft.sentence else {
            return false
        }
        let isTold =
            draft.time?.hours == nil
            && draft.about.allSatisfy { place in plan.about.contains { $0.isSame(as: place) } }
        let (one, other) = (reading.sentences[plan.sentence], reading.sentences[draft.sentence])
        let goesOn =
            plan.kind == .schedule && one.sentence.paragraph == other.sentence.paragraph
            && other.persons.allSatisfy { person in
                person.isPronoun
                    || other.places.contains { $0.words.upperBound <= person.words.lowerBound }
            }
        return isTold || goesOn
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
