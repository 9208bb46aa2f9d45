import Aero
import Visits

/// A visit as one visitor is shown it: `GET /api/v1/visits/{id}`, and what is exported of it.
///
/// Spans go out with few of their words, texts do not; who did what is told to who may write.
struct VisitDocument {
    /// Bytes of the words that are quoted for one span to who has the text beside it; others have `VisitQuotations`.
    static let longestQuote = 400

    let kept: KeptVisit
    let reader: VisitReader
    /// Who watches for it and what they told, as far as who asks may know; `nil` where that is not told.
    let watching: VisitWatching?
    /// Without what is private, whoever asks.
    var isExport = false
    private var assumptions: Set<DossierAssumption> = []
    private let words: DossierWords
    private let language: Draft.Language
    /// What may be quoted to who has no texts; `nil`: this visitor has them.
    private let quotations: VisitQuotations?

    init(_ kept: KeptVisit, _ reader: VisitReader, watching: VisitWatching? = nil, isExport: Bool = false) {
        self.kept = kept
        self.watching = watching
        self.reader = reader
        self.isExport = isExport
        quotations = reader.knowsPrivate && !isExport ? nil : VisitQuotations(kept)
        language = reader.sentenceLanguage
        words = DossierWords(visit: kept.visit, airports: reader.airportNames(of: kept.visit))
    }

    var visit: Visit { kept.visit }
    private var tellsPrivate: Bool { reader.knowsPrivate && !isExport }

    /// The document whole.
    static func json(_ kept: KeptVisit, _ reader: VisitReader, _ watching: VisitWatching?) -> [UInt8] {
        var json = JSONWriter(capacity: 65_536)
        var document = VisitDocument(kept, reader, watching: watching)
        json.beginObject()
        document.members(&json)
        json.endObject()
        return json.bytes
    }

    /// All members, into an object that is open.
    mutating func members(_ json: inout JSONWriter) {
        json.member("id", kept.id)
        json.member("title", reader.title(of: visit))
        json.member("named", visit.title != nil)
        json.member("status", visit.status.rawValue)
        json.member("public", visit.isPublic)
        json.member("created", kept.created)
        json.member("changed", kept.changed)
        json.member("version", kept.version)
        if !isExport { json.member("mayWrite", reader.knowsPrivate) }
        writeSubject(&json)
        writeReports(&json)
        writeStops(&json)
        writeClaims(&json)
        writeQuestions(&json)
        writeChanges(&json)
        writeRules(&json)
        writeAlerts(&json)
        json.assumptions(assumptions, language)
    }
}

// MARK: - Subject and reports
extension VisitDocument {
    private func writeSubject(_ json: inout JSONWriter) {
        guard let subject = visit.subject else { return }
        json.key("subject")
        json.beginObject()
        json.member("name", subject.name)
        json.member("role", subject.role)
        json.member("state", subject.state?.description)
        json.objects("homes", subject.assumedHome) { home, json in
            json.member("code", home.code)
            json.member("name", reader.name(ofAirport: home.code))
            json.member("latitude", home.position.latitude, decimals: 5)
            json.member("longitude", home.position.longitude, decimals: 5)
            json.member("assumed", true)
        }
        if subject.span.count > 0, let first = visit.reports.first {
            json.key("span")
            json.beginObject()
            members(subject.span, of: first.id, &json)
            json.endObject()
        }
        json.endObject()
    }

    private func writeReports(_ json: inout JSONWriter) {
        json.objects("reports", visit.reports) { report, json in
            json.member("id", report.id)
            json.member("kind", report.kind.rawValue)
            json.member("title", report.title)
            json.member("address", report.address)
            json.member("outlet", report.outlet)
            json.member("published", report.dateline?.time)
            json.member("publishedBasis", report.dateline?.basis.rawValue)
            json.member("language", report.language?.rawValue)
            json.member("sha256", report.sha256)
            json.member("licence", report.licence)
            json.member("capturedAt", report.capturedAt)
            json.member("mediaType", report.mediaType)
            json.member("addedAt", report.addedAt)
            if tellsPrivate {
                json.member("name", report.name)
                json.member("addedBy", report.addedBy)
                json.member("text", kept.texts[report.id])
            }
            json.objects("quotes", quotes(of: report.id)) { span, json in quote(span, of: report.id, &json) }
            if let left = quotations?.leftOut(of: report.id), left > 0 { json.member("quotesLeftOut", left) }
        }
    }

    /// All that is quoted of a report, in the order of its text; what lies in a longer quotation is left out.
    private func quotes(of report: Int) -> [TextSpan] {
        var spans = visit.claims.filter { $0.report == report }.flatMap(\.spans)
        for stop in visit.stops {
            if stop.report == report { spans += stop.spans }
            spans += stop.mentions.filter { $0.report == report }.flatMap(\.spans)
        }
        var quotes: [TextSpan] = []
        for span in spans.sorted(by: { ($0.start, -$0.end) < ($1.start, -$1.end) }) {
            if let last = quotes.last, last.contains(span) { continue }
            if let quotations, quotations.quotation(span, of: report) == nil { continue }
            quotes.append(span)
        }
        return quotes
    }

    private func members(_ span: TextSpan, of report: Int, _ json: inout JSONWriter) {
        json.member("report", report)
        quote(span, of: report, &json)
    }

    /// A span and its words, as far as they are quoted to this visitor.
    private func quote(_ span: TextSpan, of report: Int, _ json: inout JSONWriter) {
        json.member("start", span.start)
        json.member("end", span.end)
        guard let quotations else { return json.member("words", beginning(of: span, report)) }
        json.member("words", quotations.quotation(span, of: report)?.text)
        if quotations.leavesOut(span, of: report) { json.member("leftOut", true) }
    }

    private func beginning(of span: TextSpan, _ report: Int) -> String? {
        guard span.count > Self.longestQuote else { return kept.words(span, of: report) }
        return kept.words(TextSpan(span.start, span.start + Self.longestQuote), of: report).map { $0 + " …" }
    }

    private func write(_ spans: [TextSpan], of report: Int, _ json: inout JSONWriter) {
        json.objects("spans", spans) { span, json in members(span, of: report, &json) }
    }
}

// MARK: - Stops and claims
extension VisitDocument {
    private func writeStops(_ json: inout JSONWriter) {
        let orders = Dictionary(visit.stops.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { one, _ in one })
        json.objects("stops", visit.stops) { stop, json in
            json.member("id", stop.id)
            json.member("order", orders[stop.id])
            json.member("kind", stop.stop.kind.rawValue)
            json.member("name", stop.stop.name)
            json.member("country", reader.country(of: stop)?.description)
            json.member("track", stop.track.rawValue)
            json.member("certainty", stop.certainty.rawValue)
            json.member("certaintyText", DossierWords.name(stop.certainty).text(in: language))
            json.member("confirmed", stop.confirmedBy != nil)
            write(stop.stop.airports, &json)
            writeWindow(stop, &json)
            if let hours = stop.stop.dwellHours {
                json.key("dwellHours")
                json.beginArray()
                json.number(hours.lowerBound, decimals: 2)
                json.number(hours.upperBound, decimals: 2)
                json.endArray()
            }
            json.member("stayUntil", stop.stayUntil)
            json.member("roundTripFrom", stop.roundTripFrom)
            write(stop.spans, of: stop.report, &json)
            write("claims", stop.claims, &json)
            json.objects("mentions", stop.mentions) { mention, json in
                json.member("report", mention.report)
                json.member("from", mention.announced.start)
                json.member("to", mention.announced.end)
                write(mention.spans, of: mention.report, &json)
            }
        }
    }

    private func writeWindow(_ stop: DraftedStop, _ json: inout JSONWriter) {
        let window = stop.stop.arrival
        json.key("announced")
        json.beginObject()
        json.member("from", window.start)
        json.member("to", window.end)
        json.member("earliest", window.earliest)
        json.member("latest", window.latest)
        json.objects("readings", window.readings) { reading, json in
            json.member("from", reading.start)
            json.member("to", reading.end)
            json.member("zone", reading.zone.rawValue)
            json.member("weight", reading.weight, decimals: 3)
        }
        // Arrivals come late more often than early: who is compared with a window that ends is, with a tail behind it.
        json.member("lateTail", window.end != nil)
        json.endObject()
        guard let narrowed = stop.narrowed else { return }
        json.key("narrowed")
        json.beginObject()
        json.member("from", narrowed.window.start)
        json.member("to", narrowed.window.end)
        write("claims", narrowed.claims, &json)
        json.endObject()
    }

    private func write(_ airports: [StopAirport], _ json: inout JSONWriter) {
        json.objects("airports", airports) { airport, json in
            json.member("code", airport.code)
            json.member("name", reader.name(ofAirport: airport.code))
            json.member("timeZone", reader.timeZone(ofAirport: airport.code))
            json.member("latitude", airport.position.latitude, decimals: 5)
            json.member("longitude", airport.position.longitude, decimals: 5)
            json.member("weight", airport.weight, decimals: 3)
        }
    }

    private func write(_ name: JSONKey, _ numbers: [Int], _ json: inout JSONWriter) {
        json.key(name)
        json.beginArray()
        for number in numbers { json.integer(number) }
        json.endArray()
    }

    private mutating func writeClaims(_ json: inout JSONWriter) {
        let verdicts = visit.verdicts()
        json.key("claims")
        json.beginArray()
        for claim in visit.claims {
            json.beginObject()
            json.member("id", claim.id)
            json.member("kind", claim.kind.rawValue)
            json.member("kindText", DossierWords.name(claim.kind).text(in: language))
            json.member("report", claim.report)
            if let speaker = claim.speaker {
                json.key("speaker")
                json.beginObject()
                json.member("name", speaker.name)
                json.member("unnamed", speaker.isUnnamed)
                json.member("toldTo", speaker.toldTo)
                json.endObject()
            }
            json.member("certainty", claim.certainty.rawValue)
            json.member("certaintyText", DossierWords.name(claim.certainty).text(in: language))
            json.member("polarity", claim.polarity.rawValue)
            if let time = claim.time {
                json.key("time")
                json.beginObject()
                json.member("from", time.start)
                json.member("to", time.end)
                json.endObject()
            }
            write("stops", claim.stops, &json)
            json.objects("places", claim.places) { place, json in
                json.member("name", place.name)
                write(place.airports, &json)
            }
            json.member("count", claim.count)
            json.key("aircraft")
            json.beginArray()
            for aircraft in claim.aircraft { json.string(aircraft) }
            json.endArray()
            json.member("entry", claim.entry == .drafter ? "drafter" : "person")
            json.member("confirmed", claim.confirmedBy != nil)
            write(claim.spans, of: claim.report, &json)
            if let verdict = verdicts[claim.id] {
                json.key("verdict")
                json.beginObject()
                json.member("outcome", verdict.outcome.rawValue)
                json.member("outcomeText", DossierWords.name(verdict.outcome).text(in: language))
                json.member("sentence", words.sentence(verdict), language, &assumptions)
                json.endObject()
            }
            json.endObject()
        }
        json.endArray()
    }
}

// MARK: - What is open, what was done
extension VisitDocument {
    private mutating func writeQuestions(_ json: inout JSONWriter) {
        json.key("openPoints")
        json.beginArray()
        for (index, point) in visit.openPoints.enumerated() {
            json.beginObject()
            json.member("index", index)
            json.member("kind", point.kind.rawValue)
            json.member("sentence", words.sentence(point), language, &assumptions)
            json.member("stop", point.stop)
            if let span = point.span, let report = visit.askedReport {
                json.key("span")
                json.beginObject()
                members(span, of: report, &json)
                json.endObject()
            }
            json.endObject()
        }
        json.endArray()
        json.key("disagreements")
        json.beginArray()
        for stop in visit.disagreements {
            json.beginObject()
            json.member("stop", stop)
            json.member("sentence", words.disagreement(onStop: stop), language, &assumptions)
            json.endObject()
        }
        json.endArray()
    }

    private mutating func writeChanges(_ json: inout JSONWriter) {
        let standing = visit.standing
        let (stands, last) = (Set(standing.map(\.number)), standing.last?.number)
        json.key("changes")
        json.beginArray()
        for change in visit.changes {
            json.beginObject()
            json.member("number", change.number)
            json.member("at", change.at)
            if tellsPrivate { json.member("by", change.by) }
            let what = tellsPrivate ? words.sentence(change) : words.discreetSentence(change)
            json.member("what", what, language, &assumptions)
            var isTakeBack = false
            if case .takeBack = change.act { isTakeBack = true }
            json.member("takenBack", !isTakeBack && !stands.contains(change.number))
            json.member("canTakeBack", change.number == last)
            json.endObject()
        }
        json.endArray()
    }

    private mutating func writeRules(_ json: inout JSONWriter) {
        json.key("rules")
        VisitRulesDocument.write(visit.rules, watching?.watches ?? [], words, language, &assumptions, &json)
    }

    /// What its watches told: evidence beside the claims, which no verdict is made of.
    private mutating func writeAlerts(_ json: inout JSONWriter) {
        guard let watching else { return }
        json.member("alertsNotice", words.alertsNotice, language, &assumptions)
        json.member("moreAlerts", watching.hasMore)
        json.objects("alerts", watching.alerts) { told, json in
            AlertsDocument.members(told, withAll: reader.knowsPrivate, to: &json)
        }
    }
}
