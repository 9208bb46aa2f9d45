/// When a report was written, said by a person; and what its times mean from then on.
extension Visit {
    /// Sets the dateline of a report and takes the times that its text has with it. Stops and claims are found again by the words they rest on;
    /// what somebody wrote by hand stays, and what moves is a new proposal.
    ///
    /// - Parameter draft: what the text reads as with this dateline; without stops and claims where no text was drafted.
    mutating func date(_ report: Int, _ dateline: Dateline, _ draft: Draft) throws(VisitChangeError) {
        guard let index = reports.firstIndex(where: { $0.id == report }) else { throw .noSuchReport(report) }
        reports[index].dateline = dateline
        for index in stops.indices {
            dateStop(at: index, report, draft)
            dateMentions(at: index, report, draft)
        }
        for index in claims.indices { dateClaim(at: index, report, draft) }
        // Questions are those of the first report.
        guard index == reports.startIndex else { return }
        openPoints = openPoints.filter { point in
            switch point.kind {
            case .noDateline, .yearInferred: false
            case .noTime, .noZone: !isAnswered(point, report, draft)
            default: true
            }
        }
    }

    private mutating func dateStop(at index: Int, _ report: Int, _ draft: Draft) {
        let old = stops[index]
        guard old.report == report, !stopsByHand.contains(old.id), let new = Self.stop(with: old.spans, in: draft),
            new.stop.arrival != old.stop.arrival || new.stop.dwellHours != old.stop.dwellHours
                || new.stayUntil != old.stayUntil
        else { return }
        stops[index].stop = ItineraryStop(
            kind: old.stop.kind,
            name: old.stop.name,
            airports: old.stop.airports,
            arrival: new.stop.arrival,
            dwellHours: new.stop.dwellHours
        )
        stops[index].stayUntil = new.stayUntil
        stops[index].narrowed = nil
        stops[index].confirmedBy = nil
    }

    private mutating func dateMentions(at index: Int, _ report: Int, _ draft: Draft) {
        stops[index].mentions = stops[index].mentions.map { mention in
            guard mention.report == report, let new = Self.stop(with: mention.spans, in: draft) else { return mention }
            return StopMention(report: report, spans: mention.spans, announced: new.stop.arrival)
        }
    }

    private mutating func dateClaim(at index: Int, _ report: Int, _ draft: Draft) {
        let old = claims[index]
        guard old.report == report, old.entry == .drafter, !claimsByHand.contains(old.id), let words = old.spans.first
        else { return }
        let same = draft.claims.filter { $0.spans.first == words }
        // Whether a landing has been or is to come depends on when that was written.
        let landing = same.first { Self.isLanding($0.kind) && Self.isLanding(old.kind) }
        guard let new = same.first(where: { $0.kind == old.kind }) ?? landing,
            new.time != old.time || new.kind != old.kind
        else { return }
        claims[index].kind = new.kind
        claims[index].time = new.time
        claims[index].confirmedBy = nil
        widen(narrowedBy: old.id)
    }

    /// Whether a question about a stop's time is asked no more; of a stop that somebody changed it stays.
    private func isAnswered(_ point: OpenPoint, _ report: Int, _ draft: Draft) -> Bool {
        guard let words = point.span, draft.stops.contains(where: { $0.spans.first == words }) else { return false }
        let isByHand = stops.contains {
            $0.report == report && $0.spans.first == words && stopsByHand.contains($0.id)
        }
        return !isByHand && !draft.openPoints.contains { $0.kind == point.kind && $0.span == words }
    }

    private static func stop(with spans: [TextSpan], in draft: Draft) -> DraftedStop? {
        spans.isEmpty ? nil : draft.stops.first { $0.spans == spans }
    }

    private static func isLanding(_ kind: ClaimKind) -> Bool { kind == .arrival || kind == .schedule }
}
