import Aero
import Foundation
import Hummingbird
import Visits

/// The body that begins a visit, or adds a report to one: a text, or a file.
struct VisitReportRequest: Decodable {
    var kind: String?
    var text: String?
    /// A file, base64.
    var data: String?
    var title: String?
    var address: String?
    var outlet: String?
    var published: TimeField?
    /// Two letters: `id` and `en` are drafted, others are marked by hand.
    var language: String?
    var licence: String?
    var name: String?
    var mediaType: String?
    var capturedAt: TimeField?
    /// Of a sighting or a picture: a stop of the visit, and aircraft as they are called.
    var stop: Int?
    var aircraft: [String]?

    init() {}

    /// What was put in, whole.
    func copy(_ number: Int) throws(APIError) -> ReportCopy? {
        guard text == nil || data == nil else { throw .invalid("data", "give a text or data, not both") }
        if let text {
            guard text.utf8.count <= Drafter.largestText else {
                throw APIError(
                    status: .contentTooLarge,
                    code: "too-large",
                    message: "a text has at most \(Drafter.largestText) bytes",
                    field: "text"
                )
            }
            return ReportCopy(report: number, bytes: Array(text.utf8), isText: true)
        }
        guard let data else { return nil }
        guard let decoded = Data(base64Encoded: data), !decoded.isEmpty else {
            throw .invalid("data", "data is base64")
        }
        guard decoded.count <= ReportCopy.largest else {
            throw APIError(
                status: .contentTooLarge,
                code: "too-large",
                message: "a file has at most \(ReportCopy.largest) bytes",
                field: "data"
            )
        }
        return ReportCopy(report: number, bytes: [UInt8](decoded), isText: false)
    }

    func reportKind() throws(APIError) -> Report.Kind {
        guard let kind else { return .text }
        guard let known = Report.Kind(rawValue: kind) else {
            throw .invalid("kind", "kind is one of " + Report.Kind.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return known
    }

    /// What is told of it, without what was read out of it.
    func report(_ number: Int, _ kind: Report.Kind, by person: String, at time: Timestamp) throws(APIError) -> Report {
        var report = Report(id: number, addedBy: person)
        report.kind = kind
        report.addedAt = time
        report.title = try Self.line(title, "title", 300)
        report.address = try link()
        report.outlet = try Self.line(outlet, "outlet", 100)
        report.licence = try Self.line(licence, "licence", 100)
        report.name = try Self.line(name, "name", 200)
        report.mediaType = try Self.line(mediaType, "mediaType", 100)
        report.capturedAt = try capturedAt?.time("capturedAt").time
        if let written = try published?.time("published") {
            report.dateline = Dateline(time: written.time, basis: .given, offsetSeconds: written.offsetSeconds)
        }
        return report
    }

    /// What the drafter is told beside the text.
    func context(at time: Timestamp) throws(APIError) -> DraftContext {
        Self.context(enteredAt: time, published: try published?.time("published"))
    }

    static func context(enteredAt time: Timestamp, published: WrittenTime?) -> DraftContext {
        DraftContext(
            enteredAt: time,
            published: published?.time,
            outletOffsetSeconds: published?.offsetSeconds,
            zoneOffset: { zone, time in
                TimeZone(identifier: zone)?.secondsFromGMT(for: Date(timeIntervalSince1970: time.seconds))
            }
        )
    }

    /// Whether the text is in a language the drafter reads, or nobody says which.
    func isDrafted() throws(APIError) -> Bool {
        guard let language else { return true }
        guard (2...8).contains(language.utf8.count), language.utf8.allSatisfy({ $0 == 45 || (97...122).contains($0) })
        else { throw .invalid("language", "language is a code such as id, en, ru") }
        return Draft.Language(rawValue: language) != nil
    }

    /// A web address; others would be run or opened by whoever presses them.
    private func link() throws(APIError) -> String? {
        guard let address = try Self.line(address, "address", 2_000) else { return nil }
        let lower = address.lowercased()
        guard lower.hasPrefix("https://") || lower.hasPrefix("http://"), !address.contains(" ") else {
            throw .invalid("address", "an address begins with https:// or http://")
        }
        return address
    }

    /// Aircraft as they are called, one line each.
    static func aircraft(_ all: [String]) throws(APIError) -> [String] {
        guard all.count <= 20 else { throw .invalid("aircraft", "at most 20 aircraft") }
        var lines: [String] = []
        for text in all {
            if let line = try Self.line(text, "aircraft", 60) { lines.append(line) }
        }
        return lines
    }

    /// Signs that change the direction of what stands around them, or part lines: with them a name reads as another.
    private static func isMisleading(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x20, 0x7F...0x9F, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// One line of text; nothing where it is empty.
    static func line(_ text: String?, _ name: String, _ most: Int) throws(APIError) -> String? {
        guard let trimmed = text?.trimmingCharacters(in: .whitespacesAndNewlines), !trimmed.isEmpty else { return nil }
        guard trimmed.utf8.count <= most, !trimmed.unicodeScalars.contains(where: isMisleading)
        else { throw .invalid(name, "\(name) has at most \(most) bytes in one line") }
        return trimmed
    }
}
