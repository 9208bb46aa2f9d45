import Aero
import Foundation
import Watch

/// Alerts as a news feed in one language.
///
/// - Source: RFC 4287 (`xml:lang`: section 2); the characters of XML 1.0, section 2.2.
struct AtomDocument {
    let alerts: [KeptAlert]
    /// `nil`: the public one.
    let feed: AlertFeed?
    /// `https://…` as the reader called us; `nil` where that cannot be told.
    let site: String?
    let language: WatchLanguage

    /// Entries at most.
    static let most = 50
    /// The public feed's own id, the same on every site: a reader tells sites apart by their addresses.
    private static let publicID = "70656c6163616b2d7075626c69632d31"

    /// Another whenever the document is.
    var tag: String {
        let corrected = alerts.count { $0.correctedBy != nil }
        return "\(alerts.first?.record.id ?? "none")-\(alerts.count)-\(corrected)-\(language.rawValue)"
    }

    var bytes: [UInt8] {
        var xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        xml += "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(language.rawValue)\">\n"
        xml += Self.element("id", Self.urn(feed?.id ?? Self.publicID))
        xml += Self.element("title", feed.map { "pelacak: \($0.outlet)" } ?? AtomPhrase.publicTitle.text(in: language))
        // A feed must say when it was changed; one without entries never was.
        xml += Self.element("updated", Self.time(alerts.map(\.record.made).max() ?? Timestamp(nanoseconds: 0)))
        xml += "<author><name>pelacak</name></author>\n"
        if let site {
            xml += "<link rel=\"alternate\" href=\"\(Self.escaped(site + "/"))\"/>\n"
            // The address of a private feed is its key: it is not written into what may be passed on.
            let asked = "/feeds/public.atom" + (language == .english ? "" : "?lang=\(language.rawValue)")
            if feed == nil { xml += "<link rel=\"self\" href=\"\(Self.escaped(site + asked))\"/>\n" }
        }
        for alert in alerts { xml += entry(alert) }
        return Array((xml + "</feed>\n").utf8)
    }

    private func entry(_ alert: KeptAlert) -> String {
        let record = alert.record
        let language = spoken(record)
        var xml = language == self.language ? "<entry>\n" : "<entry xml:lang=\"\(language.rawValue)\">\n"
        xml += Self.element("id", Self.urn(record.id))
        xml += Self.element("title", SafeText.line(record.title(in: language.rawValue)))
        xml += Self.element("published", Self.time(record.time)) + Self.element("updated", Self.time(record.made))
        xml += "<category term=\"\(Self.escaped(SafeText.line(record.ruleName)))\"/>\n"
        if let site, let link = record.link, link.hasPrefix("/"), !link.hasPrefix("//") {
            xml += "<link rel=\"alternate\" href=\"\(Self.escaped(site + link))\"/>\n"
        }
        var lines = [SafeText.plain(record.body(in: language.rawValue))]
        if let correction = alert.correctedBy {
            lines.append(AtomPhrase.corrected(by: Self.urn(correction)).text(in: language))
        }
        if let corrected = record.corrects {
            lines.append(AtomPhrase.corrects(Self.urn(corrected)).text(in: language))
        }
        let text = lines.filter { !$0.isEmpty }.joined(separator: "\n\n")
        return xml + "<content type=\"text\">\(Self.escaped(text))</content>\n</entry>\n"
    }

    /// The feed's language, where the alert is told in it.
    private func spoken(_ record: AlertRecord) -> WatchLanguage {
        record.title[language.rawValue] != nil && record.body[language.rawValue] != nil ? language : .english
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
