import Aero
import Visits

/// Makes acts of what a body says, with the places there are.
struct VisitActReader {
    let kept: KeptVisit
    let places: Gazetteer
    private let drafter: Drafter
    /// The visit as the acts read so far leave it.
    private var visit: Visit

    init(kept: KeptVisit, places: Gazetteer) {
        (self.kept, self.places, visit) = (kept, places, kept.visit)
        drafter = Drafter(places: places)
    }

    /// All acts of a body, each read with those before it made.
    ///
    /// - Throws: `APIError` 422 naming the key that is wrong, or telling why an act cannot be made.
    mutating func acts(
        _ body: VisitChangeRequest,
        by person: String,
        at time: Timestamp
    ) throws(APIError) -> [VisitChange.Act] {
        var acts: [VisitChange.Act] = []
        let all = try body.all()
        // Each reads a whole text.
        guard all.count(where: { $0.kind == "setDateline" }) <= 1 else {
            throw .invalid("acts", "one setDateline at once")
        }
        for one in all {
            let act = try act(one)
            do throws(VisitChangeError) { try visit.apply(act, by: person, at: time) } catch {
                throw APIError(VisitKeepingError.refused(error))
            }
            acts.append(act)
        }
        return acts
    }

    /// - Throws: `APIError` 422 naming the key that is wrong.
    func act(_ body: VisitActRequest) throws(APIError) -> VisitChange.Act {
        switch body.kind {
        case "confirmStop": .confirmStop(try number(body.stop, "stop"))
        case "confirmAll": .confirmAll
        case "removeStop": .removeStop(try number(body.stop, "stop"))
        case "moveStop": .moveStop(try number(body.stop, "stop"), to: try number(body.toPlace, "to"))
        case "confirmClaim": .confirmClaim(try number(body.claim, "claim"))
        case "removeClaim": .removeClaim(try number(body.claim, "claim"))
        case "narrow": .narrow(stop: try number(body.stop, "stop"), claim: try number(body.claim, "claim"))
        case "widen": .widen(stop: try number(body.stop, "stop"))
        case "takeBack": .takeBack(try number(body.change, "change"))
        case "editStop": try edited(body)
        case "addStop": try added(body)
        case "addClaim": try claim(body)
        case "editClaim": try editedClaim(body)
        case "setDateline": try dated(body)
        case "setSubject": try subject(body)
        case "setTitle": .setTitle(try VisitReportRequest.line(body.title, "title", 200))
        case "setStatus": .setStatus(try word(body.status, "status", Visit.Status.init(rawValue:)))
        case "setPublic": .setPublic(try given(body.isPublic, "public"))
        case "answer": .answer(try point(body))
        default: throw .invalid("kind", "there is no act \(body.kind.prefix(40))")
        }
    }

    private func given<Value>(_ value: Value?, _ name: String) throws(APIError) -> Value {
        guard let value else { throw .invalid(name, "\(name) is missing") }
        return value
    }

    private func number(_ value: Int?, _ name: String) throws(APIError) -> Int {
        let value = try given(value, name)
        guard (0...1_000_000).contains(value) else { throw .invalid(name, "there is none of this number") }
        return value
    }

    private func word<Value>(_ text: String?, _ name: String, _ read: (String) -> Value?) throws(APIError) -> Value {
        guard let value = read(try given(text, name)) else { throw .invalid(name, "\(name) has no such value") }
        return value
    }

    private func point(_ body: VisitActRequest) throws(APIError) -> OpenPoint {
        let index = try number(body.point, "point")
        guard visit.openPoints.indices.contains(index) else { throw .invalid("point", "nothing is open there") }
        return visit.openPoints[index]
    }
}

// MARK: - Stops
extension VisitActReader {
    private func edited(_ body: VisitActRequest) throws(APIError) -> VisitChange.Act {
        let id = try number(body.stop, "stop")
        guard let old = visit.stops.first(where: { $0.id == id })?.stop else {
            throw .noStop
        }
        let place = try place(body)
        let kind =
            try body.stopKind.map { text throws(APIError) in
                try word(text, "stopKind", ItineraryStop.Kind.init(rawValue:))
            } ?? old.kind
        let made = ItineraryStop(
            kind: kind,
            name: place?.name ?? old.name,
            airports: place?.airports ?? old.airports,
            arrival: try window(body, old.arrival),
            dwellHours: try hours(body, old.dwellHours)
        )
        return .editStop(id, made)
    }

    private func added(_ body: VisitActRequest) throws(APIError) -> VisitChange.Act {
        let kind =
            try body.stopKind.map { text throws(APIError) in
                try word(text, "stopKind", ItineraryStop.Kind.init(rawValue:))
            } ?? .destination
        let marked = try body.span == nil ? nil : marked(body)
        let place: (name: String, airports: [StopAirport])
        if let given = try self.place(body) {
            place = given
        } else if let marked {
            // The words become the stop's name, which goes out.
            guard marked.span.count <= VisitQuotations.longest else {
                throw .invalid("span", "a stop's name has at most \(VisitQuotations.longest) bytes")
            }
            let words = kept.words(marked.span, of: marked.report) ?? ""
            place = (words, drafter.airports(named: words))
        } else {
            throw .invalid("place", "say where: place, airports, or span with report")
        }
        let stop = ItineraryStop(
            kind: kind,
            name: place.name,
            airports: place.airports,
            arrival: try window(body, ArrivalWindow()),
            dwellHours: try hours(body, nil)
        )
        let at = try body.at.map { value throws(APIError) in try number(value, "at") } ?? visit.stops.count
        let report = marked?.report ?? body.report ?? visit.reports.first?.id ?? 0
        return .addStop(stop, at: at, span: marked?.span, report: report)
    }

    /// Where: airports by code, or a name out of the list of places; a name no list has is kept without airports.
    private func place(_ body: VisitActRequest) throws(APIError) -> (name: String, airports: [StopAirport])? {
        if let codes = body.airports {
            let airports = try known(codes)
            return (try named(body) ?? body.place?.all.first ?? codes.joined(separator: ", "), airports)
        }
        guard let words = body.place?.all, !words.isEmpty else { return nil }
        let pieces = words.flatMap { $0.split(whereSeparator: { ", ;".contains($0) }).map { $0.uppercased() } }
        if pieces.count <= 6, pieces.allSatisfy({ $0.utf8.count == 4 && drafter.airports(codes: [$0]).count == 1 }) {
            return (try named(body) ?? pieces.joined(separator: ", "), drafter.airports(codes: pieces))
        }
        let name = words.joined(separator: ", ")
        guard let line = try VisitReportRequest.line(name, "place", 200) else { throw .invalid("place", "say where") }
        return (try named(body) ?? line, drafter.airports(named: line))
    }

    private func named(_ body: VisitActRequest) throws(APIError) -> String? {
        try VisitReportRequest.line(body.placeName, "placeName", 200)
    }

    private func known(_ codes: [String]) throws(APIError) -> [StopAirport] {
        guard codes.count <= 6 else { throw .invalid("airports", "at most six airports") }
        let airports = drafter.airports(codes: codes.map { String($0.prefix(8)).uppercased() })
        guard airports.count == codes.count else {
            throw .invalid("airports", "an airport is named by a code that the list of places has")
        }
        return airports
    }

    /// A window by hand is one reading, of which somebody says that it is meant so.
    private func window(_ body: VisitActRequest, _ old: ArrivalWindow) throws(APIError) -> ArrivalWindow {
        func end(
            _ change: VisitActRequest.Change<TimeField>,
            _ name: String,
            _ old: Timestamp?
        ) throws(APIError) -> Timestamp? {
            switch change {
            case .left: old
            case .cleared: nil
            case .set(let field): try field.time(name).time
            }
        }
        if case .left = body.from, case .left = body.to { return old }
        let (start, finish) = (try end(body.from, "from", old.start), try end(body.to, "to", old.end))
        guard start != nil || finish != nil else { return ArrivalWindow() }
        if let start, let finish, start > finish { throw .invalid("from", "from lies before to") }
        return ArrivalWindow(readings: [ArrivalReading(start: start, end: finish, zone: .stated, weight: 1)])
    }

    private func hours(_ body: VisitActRequest, _ old: ClosedRange<Double>?) throws(APIError) -> ClosedRange<Double>? {
        switch body.dwellHours {
        case .left: return old
        case .cleared: return nil
        case .set(let hours):
            guard hours.count == 2, hours.allSatisfy({ (0...2_400).contains($0) }), hours[0] <= hours[1] else {
                throw .invalid("dwellHours", "dwellHours are the fewest and the most hours, 0 to 2400")
            }
            return hours[0]...hours[1]
        }
    }
}

// MARK: - Claims and the subject
extension VisitActReader {
    /// Words of a report that somebody marked.
    private func marked(_ body: VisitActRequest) throws(APIError) -> (span: TextSpan, report: Int) {
        let report = try number(body.report ?? visit.reports.first?.id, "report")
        guard let text = kept.texts[report] else { throw .invalid("report", "there is no text of this number") }
        guard let ends = body.span, ends.count == 2, let span = TextSpan(from: ends[0], to: ends[1], in: text),
            span.count > 0, span.count <= 4_000
        else { throw .invalid("span", "span is where words begin and end, in bytes of the report's text") }
        return (span, report)
    }

    private func claim(_ body: VisitActRequest) throws(APIError) -> VisitChange.Act {
        let kind = try word(body.claimKind, "claimKind", ClaimKind.init(rawValue:))
        let certainty =
            try body.certainty.map { text throws(APIError) in try word(text, "certainty", Certainty.init(rawValue:)) }
            ?? .asserted
        let marked = try body.span == nil ? nil : marked(body)
        let report = try number(marked?.report ?? body.report ?? visit.reports.first?.id, "report")
        let spans = marked.map { [$0.span] } ?? []
        var claim = Claim(id: 0, kind: kind, report: report, spans: spans, speaker: nil, certainty: certainty)
        if let name = try VisitReportRequest.line(body.speaker, "speaker", 200) {
            claim.speaker = Speaker(name: name, span: marked?.span ?? TextSpan(0, 0))
        }
        if let polarity = body.polarity {
            claim.polarity = try word(polarity, "polarity", Claim.Polarity.init(rawValue:))
        }
        let window = try window(body, ArrivalWindow())
        claim.time = window.readings.isEmpty ? nil : window
        if let stop = body.stop {
            guard visit.stops.contains(where: { $0.id == stop }) else { throw .noStop }
            claim.stops = [stop]
        }
        claim.aircraft = try VisitReportRequest.aircraft(body.aircraft ?? [])
        return .addClaim(claim)
    }

    private func editedClaim(_ body: VisitActRequest) throws(APIError) -> VisitChange.Act {
        let id = try number(body.claim, "claim")
        guard var claim = visit.claims.first(where: { $0.id == id }) else {
            throw .invalid("claim", "there is no claim of this number")
        }
        if let text = body.claimKind { claim.kind = try word(text, "claimKind", ClaimKind.init(rawValue:)) }
        if let text = body.certainty { claim.certainty = try word(text, "certainty", Certainty.init(rawValue:)) }
        if let text = body.polarity { claim.polarity = try word(text, "polarity", Claim.Polarity.init(rawValue:)) }
        switch body.claimSpeaker {
        case .left: break
        case .cleared: claim.speaker = nil
        case .set(let text):
            let name = try VisitReportRequest.line(text, "speaker", 200)
            // The same name is the same speaker, with all that the text says of them.
            if name != claim.speaker?.name {
                let span = claim.speaker?.span ?? claim.spans.first ?? TextSpan(0, 0)
                claim.speaker = name.map { Speaker(name: $0, span: span) }
            }
        }
        switch body.claimStop {
        case .left: break
        case .cleared: claim.stops = []
        case .set(let stop):
            guard visit.stops.contains(where: { $0.id == stop }) else { throw .noStop }
            claim.stops = [stop]
        }
        switch body.claimAircraft {
        case .left: break
        case .cleared: claim.aircraft = []
        case .set(let all): claim.aircraft = try VisitReportRequest.aircraft(all)
        }
        let window = try window(body, claim.time ?? ArrivalWindow())
        claim.time = window == ArrivalWindow() ? nil : window
        return .editClaim(id, claim)
    }

    /// When a report was written; its text, where it was drafted, is read anew with that.
    private func dated(_ body: VisitActRequest) throws(APIError) -> VisitChange.Act {
        let id = try number(body.report, "report")
        guard let report = visit.reports.first(where: { $0.id == id }) else {
            throw .invalid("report", "there is no report of this number")
        }
        let written = try given(body.published, "published").time("published")
        let dateline = Dateline(time: written.time, basis: .given, offsetSeconds: written.offsetSeconds)
        var draft = Draft(
            language: report.language ?? .english,
            dateline: dateline,
            outlet: nil,
            subject: nil,
            stops: [],
            claims: [],
            openPoints: []
        )
        if report.kind == .text, report.language != nil, let text = kept.texts[id] {
            guard !places.isEmpty else { throw .noPlaces }
            let context = VisitReportRequest.context(enteredAt: report.addedAt ?? kept.created, published: written)
            do throws(DraftError) { draft = try drafter.draft(text, context: context, report: id) } catch {
                throw .invalid("report", "its text cannot be read anew")
            }
        }
        return .setDateline(report: id, dateline, draft)
    }

    private func subject(_ body: VisitActRequest) throws(APIError) -> VisitChange.Act {
        var state: StateCode?
        if let text = try VisitReportRequest.line(body.state, "state", 2) {
            // Without a list of places nothing is known of any.
            state = try word(text, "state") { code in
                StateCode(code).flatMap { places.isEmpty || places.country($0) != nil ? $0 : nil }
            }
        }
        let subject = VisitSubject(
            name: try VisitReportRequest.line(body.name, "name", 200),
            role: try VisitReportRequest.line(body.role, "role", 200),
            state: state,
            span: visit.subject?.span ?? TextSpan(0, 0),
            assumedHome: state.map(drafter.homes(of:)) ?? []
        )
        guard subject.name != nil || subject.role != nil || subject.state != nil else {
            throw .invalid("name", "say whose visit it is: name, role or state")
        }
        return .setSubject(subject)
    }
}
