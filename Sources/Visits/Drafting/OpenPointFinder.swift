/// What a text leaves open.
struct OpenPointFinder {
    let reading: TextReading
    let context: DraftContext
    let plan: StopPlanner.Plan
    let timed: [WindowMaker.Timed]

    func points(of draft: Draft) -> [OpenPoint] {
        var points: [OpenPoint] = []
        if draft.dateline.basis != .given, draft.dateline.basis != .written { points.append(OpenPoint(.noDateline)) }
        if draft.dateline.basis == .cited || draft.dateline.basis == .weekday {
            points.append(OpenPoint(.yearInferred))
        }
        if draft.subject == nil { points.append(OpenPoint(.noSubject)) }
        if draft.stops.isEmpty { points.append(OpenPoint(.noStop)) }
        for (index, stop) in draft.stops.enumerated() {
            let planned = plan.stops[index]
            if planned.place.kind == .country {
                points.append(OpenPoint(.cityAbsent, span: stop.spans.first, stop: stop.id))
            }
            if stop.stop.airports.isEmpty {
                points.append(OpenPoint(.regionOnly, span: stop.spans.first, stop: stop.id))
            }
            if timed[index].isZoneOpen { points.append(OpenPoint(.noZone, span: stop.spans.first, stop: stop.id)) }
            if stop.stop.arrival.readings.isEmpty {
                points.append(OpenPoint(.noTime, span: stop.spans.first, stop: stop.id))
            }
        }
        if let home = plan.unnamedReturn ?? homeSaid() {
            points.append(OpenPoint(.returnUnnamed, span: home))
        } else if !draft.stops.isEmpty, !draft.stops.contains(where: { $0.stop.kind == .return }) {
            points.append(OpenPoint(.noReturn))
        }
        if let empty = emptySource() { points.append(OpenPoint(.emptySource, span: empty)) }
        if !draft.claims.contains(where: { $0.kind == .aircraft && !$0.aircraft.isEmpty }) {
            points.append(OpenPoint(.aircraftUnknown))
        }
        if plan.isOrderUnclear { points.append(OpenPoint(.orderUnclear)) }
        if draft.claims.contains(where: { $0.kind == .observation && !$0.places.isEmpty })
            || Set(draft.stops.map(\.track)).count > 1
        {
            points.append(OpenPoint(.competingTracks))
        }
        for span in unknownPlaces() { points.append(OpenPoint(.unknownPlace, span: span)) }
        return points
    }

    private func homeSaid() -> TextSpan? {
        for sentence in reading.sentences {
            for hit in sentence.cues(.home) {
                let before = max(sentence.words.lowerBound, hit.words.lowerBound - 3)..<hit.words.upperBound
                if before.contains(where: { sentence.cues(at: $0).contains(.goBack) }) {
                    return reading.span(hit.words)
                }
            }
        }
        return nil
    }

    /// "Sumber:" with nothing behind it.
    private func emptySource() -> TextSpan? {
        guard let last = reading.sentences.last else { return nil }
        let words = last.words.filter { reading.tokens[$0].kind != .sign }
        guard words.count == 1, let word = words.first, ["sumber", "source", "sources"].contains(reading.word(word))
        else { return nil }
        return reading.span(last.words)
    }

    /// Names with a capital behind words of going to, which no list has.
    private func unknownPlaces() -> [TextSpan] {
        var spans: [TextSpan] = []
        for sentence in reading.sentences {
            for hit in sentence.cues(.to) {
                var first = hit.words.upperBound
                while first < sentence.words.upperBound, sentence.cues(at: first).contains(.cityWord) { first += 1 }
                var end = first
                while end < sentence.words.upperBound, reading.tokens[end].kind == .word,
                    reading.tokens[end].isCapital || (end > first && reading.tokens[end].isJoined)
                { end += 1 }
                guard end > first, spans.count < 20,
                    (first..<end).allSatisfy({ at in
                        sentence.placeMention(at: at) == nil && sentence.person(at: at) == nil
                            && sentence.time(at: at) == nil && !sentence.outlets.contains { $0.contains(at) }
                            && !sentence.seats.contains { $0.words.contains(at) } && sentence.cues(at: at).isEmpty
                    })
                else { continue }
                let isMoving = sentence.cues.contains {
                    $0.cue.isMove && $0.words.upperBound <= hit.words.upperBound
                        && hit.words.lowerBound - $0.words.upperBound <= 6
                }
                if isMoving { spans.append(reading.span(first..<end)) }
            }
        }
        return spans
    }
}
