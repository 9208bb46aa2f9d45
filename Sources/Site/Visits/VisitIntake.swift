import Aero
import Hummingbird
import Visits

/// Takes in a report: what it is, and what is read out of it.
struct VisitIntake: Sendable {
    let gazetteer: Gazetteer
    let person: String
    let time: Timestamp
    let sha256: @Sendable ([UInt8]) -> String

    func request(_ body: [UInt8]) throws(APIError) -> VisitReportRequest {
        try SourceRequest.decode(VisitReportRequest.self, body)
    }

    /// What a body begins a visit with: a report, or a title alone.
    func beginning(_ body: [UInt8]) throws(APIError) -> (acts: [VisitChange.Act], copies: [ReportCopy]) {
        let body = try request(body)
        guard body.text == nil && body.data == nil else { return try acts(body, to: Visit()) }
        return (try VisitReportRequest.line(body.title, "title", 200).map { [.setTitle($0)] } ?? [], [])
    }

    /// The act that adds a report, and the report whole.
    ///
    /// - Parameter visit: what it is added to; a first report begins it.
    func acts(
        _ body: VisitReportRequest,
        to visit: Visit
    ) throws(APIError) -> (acts: [VisitChange.Act], copies: [ReportCopy]) {
        let (number, kind) = (visit.nextReportID, try body.reportKind())
        var report = try body.report(number, kind, by: person, at: time)
        guard let copy = try body.copy(number) else { throw .invalid("text", "give a text, or data") }
        report.sha256 = sha256(copy.bytes)
        var draft = try draft(body, kind, copy, number)
        if kind == .sighting || kind == .picture { try tell(&draft, body, visit) }
        if copy.isText {
            if try body.isDrafted() { report.language = draft.language }
            if kind == .text {
                report.dateline = draft.dateline
                report.outlet = report.outlet ?? draft.outlet
            }
        }
        let isFirst = visit.reports.isEmpty && visit.stops.isEmpty && visit.claims.isEmpty
        return ([isFirst ? .begin(report, draft) : .addReport(report, draft)], [copy])
    }

    private func draft(
        _ body: VisitReportRequest,
        _ kind: Report.Kind,
        _ copy: ReportCopy,
        _ number: Int
    ) throws(APIError) -> Draft {
        switch kind {
        case .text:
            guard let text = body.text else { throw .invalid("text", "a report of kind text has a text") }
            return try drafted(text, body, number)
        case .sighting: return empty([try sighting(body, number)])
        case .picture:
            guard !copy.isText else { throw .invalid("data", "a picture comes as data") }
            return empty([try sighting(body, number)])
        case .kml, .csv:
            let field = body.text == nil ? "data" : "text"
            do throws(TrackFileError) {
                let track = try kind == .kml ? TrackFile(kml: copy.bytes) : TrackFile(csv: copy.bytes)
                return empty([track.claim(report: number, by: person, gazetteer)])
            } catch {
                switch error {
                case .noPosition: throw .invalid(field, "no position with a time is in this file")
                case .tooMany(let most): throw .invalid(field, "a track has at most \(most) positions")
                }
            }
        case .note: return empty([])
        }
    }

    private func drafted(_ text: String, _ body: VisitReportRequest, _ number: Int) throws(APIError) -> Draft {
        guard try body.isDrafted() else { return empty([]) }
        guard !gazetteer.isEmpty else {
            throw .noPlaces
        }
        let context = try body.context(at: time)
        do { return try Drafter(places: gazetteer).draft(text, context: context, report: number) } catch {
            switch error {
            case .empty: throw .invalid("text", "there is no letter in it")
            case .tooLong(_, let limit): throw .invalid("text", "a text has at most \(limit) bytes")
            }
        }
    }

    /// What somebody saw, or a picture shows: its own words are what it rests on.
    private func sighting(_ body: VisitReportRequest, _ number: Int) throws(APIError) -> Claim {
        let spans = body.text.map { [TextSpan(0, $0.utf8.count)] } ?? []
        var claim = Claim(id: 1, kind: .sighting, report: number, spans: spans, speaker: nil, certainty: .reported)
        claim.entry = .person(person)
        if let seen = try body.capturedAt?.time("capturedAt").time {
            let reading = ArrivalReading(start: seen, end: seen, zone: .stated, weight: 1)
            claim.time = ArrivalWindow(readings: [reading])
        }
        return claim
    }

    /// What a sighting or a picture is said to be of: a stop of the visit, aircraft.
    private func tell(_ draft: inout Draft, _ body: VisitReportRequest, _ visit: Visit) throws(APIError) {
        let aircraft = try VisitReportRequest.aircraft(body.aircraft ?? [])
        if let stop = body.stop, !visit.stops.contains(where: { $0.id == stop }) { throw .noStop }
        for index in draft.claims.indices {
            draft.claims[index].stops = body.stop.map { [$0] } ?? []
            draft.claims[index].aircraft = aircraft
        }
    }

    private func empty(_ claims: [Claim]) -> Draft {
        Draft(
            language: .english,
            dateline: Dateline(time: time, basis: .entered),
            outlet: nil,
            subject: nil,
            stops: [],
            claims: claims,
            openPoints: []
        )
    }
}
