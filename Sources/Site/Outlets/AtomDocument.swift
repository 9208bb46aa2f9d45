import Aero
import Foundation
import Watch

/// Alerts as a news feed.
///
/// - Source: RFC 4287; the characters of XML 1.0, section 2.2.
struct AtomDocument {
    let alerts: [KeptAlert]
    /// `nil`: the public one.
    let feed: AlertFeed?
    /// `https://…` as the reader called us; `nil` where that cannot be told.
    let site: String?

    /// Entries at most.
    static let most = 50
    /// The public feed's own id, the same on every site: a reader tells sites apart by their addresses.
    private static let publicID = "70656c6163616b2d7075626c69632d31"

    /// Another whenever the document is.
    var tag: String {
        let corrected = alerts.count { $0.correctedBy != nil }
        return "\(alerts.first?.record.id ?? "none")-\(alerts.count)-\(corrected)"
    }

    var bytes: [UInt8] {
        var xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
        xml += Self.element("id", Self.urn(feed?.id ?? Self.publicID))
        xml += Self.element("title", feed.map { "pelacak: \($0.outlet)" } ?? "pelacak: public alerts")
        // A feed must say when it was changed; one without entries never was.
        xml += Self.element("updated", Self.time(alerts.map(\.record.made).max() ?? Timestamp(nanoseconds: 0)))
        xml += "<author><name>pelacak</name></author>\n"
        if let site {
            xml += "<link rel=\"alternate\" href=\"\(Self.escaped(site + "/"))\"/>\n"
            // The address of a private feed is its key: it is not written into what may be passed on.
            if feed == nil { xml += "<link rel=\"self\" href=\"\(Self.escaped(site + "/feeds/public.atom"))\"/>\n" }
        }
        for alert in alerts { xml += entry(alert) }
        return Array((xml + "</feed>\n").utf8)
    }

    private func entry(_ alert: KeptAlert) -> String {
        let record = alert.record
        var xml = "<entry>\n" + Self.element("id", Self.urn(record.id))
        xml += Self.element("title", SafeText.line(record.title(in: "en")))
        xml += Self.element("published", Self.time(record.time)) + Self.element("updated", Self.time(record.made))
        xml += "<category term=\"\(Self.escaped(SafeText.line(record.ruleName)))\"/>\n"
        if let site, let link = record.link, link.hasPrefix("/"), !link.hasPrefix("//") {
            xml += "<link rel=\"alternate\" href=\"\(Self.escaped(site + link))\"/>\n"
        }
        var lines = [SafeText.plain(record.body(in: "en"))]
        if record.title["id"] != nil || record.body["id"] != nil {
            lines.append(SafeText.line(record.title(in: "id")) + "\n" + SafeText.plain(record.body(in: "id")))
        }
        if let correction = alert.correctedBy { lines.append("Corrected by \(Self.urn(correction)).") }
        if let corrected = record.corrects { lines.append("This corrects \(Self.urn(corrected)).") }
        let text = lines.filter { !$0.isEmpty }.joined(separator: "\n\n")
        return xml + "<content type=\"text\">\(Self.escaped(text))</content>\n</entry>\n"
    }

    private static func element(_ name: String, _ text: String) -> String { "<\(name)>\(escaped(text))</\(name)>\n" }

    private static func urn(_ hex: String) -> String {
        let digits = Array(hex)
        guard digits.count == 32 else { return "urn:pelacak:\(hex)" }
        let ends = [0, 8, 12, 16, 20, 32]
        return "urn:uuid:" + zip(ends, ends.dropFirst()).map { String(digits[$0..<$1]) }.joined(separator: "-")
    }

    private static func time(_ time: Timestamp) -> String {
        ISO8601DateFormatter().string(from: Date(timeIntervalSince1970: time.seconds))
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            default:
                if scalar.value >= 0x20, scalar.value & 0xFFFE != 0xFFFE { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }
}
