extension Visit {
    /// Takes in the draft of its first report.
    mutating func begin(with draft: Draft, of report: Report) {
        subject = subject ?? draft.subject
        (reports, stops, claims, openPoints) = ([report], draft.stops, draft.claims, draft.openPoints)
        linkDepartures()
    }

    /// Takes in a draft of another report. Claims keep their own report and speaker; the same stop is named once more and keeps its window
    /// and its confirmation; a stop that is new is put where the second report has it, as a proposal. What differs is kept. Claims of a draft
    /// without stops name those of the visit.
    mutating func add(_ draft: Draft, of report: Report) {
        reports.append(report)
        if subject == nil { subject = draft.subject }
        var numbers: [Int: Int] = [:]
        var place = 0
        for var stop in draft.stops {
            if let same = stops.indices.first(where: { $0 >= place && Self.isSame(stops[$0], stop) })
                ?? stops.indices.first(where: { Self.isSame(stops[$0], stop) })
            {
                numbers[stop.id] = stops[same].id
                stops[same].mentions.append(
                    StopMention(report: report.id, spans: stop.spans, announced: stop.stop.arrival)
                )
                place = same + 1
            } else {
                let id = nextStopID
                numbers[stop.id] = id
                stop.id = id
                stop.report = report.id
                stop.claims = []
                stops.insert(stop, at: min(place, stops.count))
                place += 1
            }
        }
        for var claim in draft.claims {
            let id = nextClaimID
            claim.id = id
            claim.report = report.id
            claim.stops =
                draft.stops.isEmpty
                ? claim.stops.filter { id in stops.contains { $0.id == id } } : claim.stops.compactMap { numbers[$0] }
            for index in stops.indices where claim.stops.contains(stops[index].id) { stops[index].claims.append(id) }
            claims.append(claim)
        }
        linkDepartures()
        // What the second report answers is asked no more; what it leaves open and the first did not is not asked anew.
        openPoints.removeAll { point in
            switch point.kind {
            case .noReturn: draft.stops.contains { $0.stop.kind == .return }
            case .aircraftUnknown: draft.claims.contains { $0.kind == .aircraft && !$0.aircraft.isEmpty }
            default: false
            }
        }
    }

    /// Whether two stops are one place: a common airport among the first three, and the same way about it.
    static func isSame(_ one: DraftedStop, _ other: DraftedStop) -> Bool {
        guard (one.stop.kind == .return) == (other.stop.kind == .return), one.track == other.track else { return false }
        let codes = Set(one.stop.airports.prefix(3).map(\.code))
        if codes.isEmpty || other.stop.airports.isEmpty { return one.stop.name == other.stop.name }
        return other.stop.airports.prefix(3).contains { codes.contains($0.code) }
    }

    /// Stops on which reports do not agree: windows that have no moment in common.
    public var disagreements: [Int] {
        stops.filter { stop in
            let windows = [stop.stop.arrival] + stop.mentions.map(\.announced)
            return windows.indices.contains { one in
                windows[..<one].contains { other in
                    guard let start = windows[one].start, let end = windows[one].end, let from = other.start,
                        let to = other.end
                    else {
                        return false
                    }
                    return end < from || to < start
                }
            }
        }.map(\.id)
    }
}
