import Aero
import Foundation
import Visits

/// A visit as a file for others. Few quoted words, links and sums go out; texts, files and names of people here do not, whoever asks.
struct VisitExport {
    enum Format: String, CaseIterable {
        case json, geojson, csv

        var contentType: String {
            switch self {
            case .json: "application/json; charset=utf-8"
            case .geojson: "application/geo+json; charset=utf-8"
            case .csv: "text/csv; charset=utf-8"
            }
        }
    }

    let kept: KeptVisit
    let reader: VisitReader
    let exported: Timestamp
    /// The candidates document of one world, to go along in JSON.
    var candidates: [UInt8]?
    private let quotations: VisitQuotations

    init(kept: KeptVisit, reader: VisitReader, exported: Timestamp) {
        (self.kept, self.reader, self.exported) = (kept, reader, exported)
        quotations = VisitQuotations(kept)
    }

    private var visit: Visit { kept.visit }

    func bytes(_ format: Format) -> [UInt8] {
        switch format {
        case .json: json
        case .geojson: geoJSON
        case .csv: csv
        }
    }

    private var json: [UInt8] {
        var (json, document) = (JSONWriter(capacity: 65_536), VisitDocument(kept, reader, isExport: true))
        json.beginObject()
        json.member("exported", exported)
        document.members(&json)
        if let candidates {
            json.key("candidates")
            json.raw(candidates)
        }
        json.endObject()
        return json.bytes
    }

    // MARK: GeoJSON

    /// Each airport that a stop may mean, as a point.
    ///
    /// - Source: RFC 7946; 6.1 lets further members stand beside.
    private var geoJSON: [UInt8] {
        var json = JSONWriter(capacity: 16_384)
        json.beginObject()
        json.member("type", "FeatureCollection")
        json.member("visit", kept.id)
        json.member("title", reader.title(of: visit))
        json.member("exported", exported)
        json.key("features")
        json.beginArray()
        for (order, stop) in visit.stops.enumerated() {
            for airport in stop.stop.airports { write(stop, order + 1, airport, &json) }
        }
        json.endArray()
        json.endObject()
        return json.bytes
    }

    private func write(_ stop: DraftedStop, _ order: Int, _ airport: StopAirport, _ json: inout JSONWriter) {
        json.beginObject()
        json.member("type", "Feature")
        json.key("geometry")
        json.beginObject()
        json.member("type", "Point")
        json.key("coordinates")
        json.beginArray()
        json.number(airport.position.longitude, decimals: 5)
        json.number(airport.position.latitude, decimals: 5)
        json.endArray()
        json.endObject()
        json.key("properties")
        json.beginObject()
        json.member("stop", stop.id)
        json.member("order", order)
        json.member("kind", stop.stop.kind.rawValue)
        json.member("name", stop.stop.name)
        json.member("airport", airport.code)
        json.member("airportName", reader.name(ofAirport: airport.code))
        json.member("weight", airport.weight, decimals: 3)
        json.member("certainty", stop.certainty.rawValue)
        json.member("confirmed", stop.confirmedBy != nil)
        // Texts, because programs of maps show them to people.
        json.member("from", stop.stop.arrival.start.map(Self.text))
        json.member("to", stop.stop.arrival.end.map(Self.text))
        let report = visit.reports.first { $0.id == stop.report }
        json.member("words", stop.spans.first.flatMap { quotations.quotation($0, of: stop.report)?.text })
        if isLeftOut(stop.spans, of: stop.report) { json.member("wordsLeftOut", true) }
        json.member("address", report?.address)
        json.member("sha256", report?.sha256)
        json.endObject()
        json.endObject()
    }

    // MARK: CSV

    private static let heads = [
        "visit", "record", "number", "kind", "name", "airports", "from", "to", "certainty", "confirmed", "speaker",
        "verdict", "words", "report", "outlet", "published", "address", "licence", "sha256",
        "words_left_out",
    ]

    /// A line for each stop and each claim.
    private var csv: [UInt8] {
        let verdicts = visit.verdicts()
        var lines = [Self.heads]
        for stop in visit.stops {
            let airports = stop.stop.airports.map { "\($0.code):\(Self.share($0.weight))" }.joined(separator: " ")
            lines.append(
                [
                    kept.id, "stop", "\(stop.id)", stop.stop.kind.rawValue, stop.stop.name, airports,
                    stop.stop.arrival.start.map(Self.text) ?? "", stop.stop.arrival.end.map(Self.text) ?? "",
                    stop.certainty.rawValue, stop.confirmedBy == nil ? "no" : "yes", "", "",
                    stop.spans.first.flatMap { quotations.quotation($0, of: stop.report)?.text } ?? "",
                ] + cells(ofReport: stop.report) + [isLeftOut(stop.spans, of: stop.report) ? "yes" : ""]
            )
        }
        for claim in visit.claims {
            let names = claim.places.map(\.name) + claim.aircraft
            lines.append(
                [
                    kept.id, "claim", "\(claim.id)", claim.kind.rawValue, names.joined(separator: "; "),
                    claim.places.flatMap(\.airports).map(\.code).joined(separator: " "),
                    claim.time?.start.map(Self.text) ?? "", claim.time?.end.map(Self.text) ?? "",
                    claim.certainty.rawValue, claim.confirmedBy == nil ? "no" : "yes", claim.speaker?.line ?? "",
                    verdicts[claim.id]?.outcome.rawValue ?? "",
                    claim.spans.first.flatMap { quotations.quotation($0, of: claim.report)?.text } ?? "",
                ] + cells(ofReport: claim.report) + [isLeftOut(claim.spans, of: claim.report) ? "yes" : ""]
            )
        }
        let text = lines.map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
        return Array(text.utf8)
    }

    private func cells(ofReport id: Int) -> [String] {
        guard let report = visit.reports.first(where: { $0.id == id }) else { return Array(repeating: "", count: 6) }
        return [
            "\(id)", report.outlet ?? "", report.dateline.map { Self.text($0.time) } ?? "", report.address ?? "",
            report.licence ?? "", report.sha256 ?? "",
        ]
    }

    private func isLeftOut(_ spans: [TextSpan], of report: Int) -> Bool {
        spans.first.map { quotations.leavesOut($0, of: report) } ?? false
    }

    /// A cell that no spreadsheet takes for a formula: such texts come from others. Numbers stay numbers.
    static func cell(_ text: String) -> String {
        let isArmed = text.unicodeScalars.first.map { "=+-@\t\r\n".unicodeScalars.contains($0) } ?? false
        let text = isArmed && QueryText.number(text) == nil ? "'" + text : text
        guard text.unicodeScalars.contains(where: { ",\"\n\r;".unicodeScalars.contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    private static func share(_ weight: Double) -> String { String(format: "%.3f", weight) }

    /// `2024-06-18T17:22:00Z`
    static func text(_ time: Timestamp) -> String {
        Date(timeIntervalSince1970: time.seconds.rounded(.down)).formatted(.iso8601)
    }
}
