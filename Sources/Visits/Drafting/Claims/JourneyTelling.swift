/// Which sentences of the journey are claims of their own. The first that tells it is; what the text itself says of it afterwards is told by
/// the stops, and where another speaker adds to it, that is a stop.
enum JourneyTelling {
    /// Kinds that say more of a sentence than that the journey goes on.
    private static let closer: Set<ClaimKind> = [.surfaceLeg, .dwell, .origin]

    private static let telling: Set<ClaimKind> = [.schedule, .stop, .departure, .arrival]

    /// - Parameter drafts: in the order of the text.
    static func settled(_ drafts: [ClaimDraft]) -> [ClaimDraft] {
        let close = Set(drafts.filter { $0.speaker == nil && closer.contains($0.kind) }.map(\.sentence))
        var settled: [ClaimDraft] = []
        // Of the first schedule or departure: its speaker, or none for the text itself.
        var told: (speaker: String?, isTold: Bool) = (nil, false)
        // "Leaves Jakarta on Friday. According to the ministry he lands in Beijing …": nothing but that it begins.
        var isBare = false
        // "The apron is closed for the arrival of the vice president": somebody else tells where to.
        var isUnplaced = false
        // Where a departure leads to: who tells when it lands there tells the journey.
        var leftFor: [PlaceMention] = []
        for (index, draft) in drafts.enumerated() {
            var draft = draft
            switch draft.kind {
            case .schedule, .stop:
                let isOther = contradicts(draft, drafts[..<index])
                if draft.speaker == nil, told.isTold, !isOther, !isBare || draft.kind == .stop || draft.isReturn {
                    // "Leaves Jakarta for Marrakesh, the bank said. He lands in Marrakesh on Monday": when it ends is the text's own.
                    let isLanding =
                        told.speaker != nil && draft.kind == .schedule && draft.time != nil && !leftFor.isEmpty
                        && draft.about.first.map { goal in leftFor.contains { $0.isSame(as: goal) } } ?? false
                    if !isLanding {
                        guard told.speaker != nil, isAddition(draft), !close.contains(draft.sentence) else { continue }
                        draft.kind = .stop
                    }
                }
                // "From Madrid he flies home": the way back without a day adds nothing to whoever told the journey.
                if draft.speaker == nil, draft.isReturn, draft.time == nil,
                    settled.contains(where: { telling.contains($0.kind) })
                {
                    continue
                }
                // "Is leading a delegation to Singapore, Malaysia and Japan": the whole journey, if without a day.
                if draft.kind == .stop, !draft.isHalt, draft.about.count > 2, !told.isTold { draft.kind = .schedule }
                let isItsEnd = draft.about.first.map { goal in leftFor.contains { $0.isSame(as: goal) } } ?? false
                let isWhole = isUnplaced && draft.kind == .schedule && draft.speaker != nil
                let isFirst =
                    !told.isTold || isWhole || !draft.isReturn && (isBare || isItsEnd && draft.kind == .schedule)
                if !isFirst, !draft.isReturn, draft.speaker?.line != told.speaker { draft.kind = .stop }
                if draft.kind == .schedule, isFirst {
                    (told, isBare, leftFor) = ((draft.speaker?.line, true), false, [])
                    isUnplaced = draft.speaker != nil && draft.about.isEmpty && !isUnplaced
                }
                // A train, a stay, or where from is what the sentence adds.
                if draft.speaker == nil, close.contains(draft.sentence) { continue }
            case .departure:
                if draft.speaker == nil, draft.isOnward, told.isTold { continue }
                if !told.isTold {
                    (told, isBare, leftFor) = ((draft.speaker?.line, true), draft.about.isEmpty, draft.about)
                }
            case .programme where draft.isPurpose:
                // "He flies to Yogyakarta to see Borobudur": of a way that is a claim it is a part, of one that is told it is what is new.
                let isPart = settled.contains { $0.sentence == draft.sentence && telling.contains($0.kind) }
                guard told.isTold, !isPart else { continue }
            default: break
            }
            settled.append(draft)
        }
        return settled
    }

    /// What the text itself adds to a journey that somebody else told: a halt on the way, or what is less sure.
    private static func isAddition(_ draft: ClaimDraft) -> Bool {
        draft.isHalt || [.understood, .possible, .suspected].contains(draft.certainty)
    }

    /// "Flies to Cairo on Monday, his office said. He will land in Cairo on Wednesday": another day for the same place is no echo.
    private static func contradicts(_ draft: ClaimDraft, _ earlier: ArraySlice<ClaimDraft>) -> Bool {
        guard let day = day(of: draft), !draft.isReturn, draft.about.count == 1 else { return false }
        let same = earlier.filter { one in
            telling.contains(one.kind) && one.about.contains { $0.name == draft.about[0].name }
        }
        return !same.isEmpty
            && same.allSatisfy { one in
                guard one.about.count == 1, let first = self.day(of: one) else { return false }
                switch (first, day) {
                case (.weekday(let one), .weekday(let other)): return one != other
                case (.date(let day, let month, _), .date(let other, let next, _)): return (day, month) != (other, next)
                default: return false
                }
            }
    }

    private static func day(of draft: ClaimDraft) -> TimePhrase.Day? {
        guard let time = draft.time, time.lastWeekday == nil else { return nil }
        return time.day ?? time.weekday.map { .weekday($0) }
    }
}
