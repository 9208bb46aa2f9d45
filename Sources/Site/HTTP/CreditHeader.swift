import Hummingbird

/// `X-Pelacak-Credits`: what must be said of data that others gave, with every answer that may hold them. The documents themselves have
/// the form of others' interfaces, in which there is no place for it.
enum CreditHeader {
    static let name = HTTPFields.Element.Name("X-Pelacak-Credits")
    /// Bytes of all credits together at most; what does not fit stands in `/api/v1/site`.
    private static let longest = 2048

    /// Whether answers of this kind hold data of aircraft.
    static func isCarried(by route: RouteClass) -> Bool {
        switch route {
        case .live, .api, .readsb, .query, .tar1090: true
        // The past names the credits of its own data in each answer, and so does an edition.
        case .history, .edition: false
        case .page, .asset, .basemap, .session, .metrics, .health, .feed, .other: false
        }
    }

    static func add(_ credits: [DataCredit], to response: inout Response) {
        guard let name, !credits.isEmpty else { return }
        response.headers[name] = text(credits)
    }

    /// Strings in quotation marks with commas between them; in a string `%` stands before two hexadecimal digits of a byte of UTF-8 that is
    /// no visible ASCII, a quotation mark, a backslash or a `%`.
    ///
    /// - Source: RFC 9651, 3.1 and 3.3.3: a list of strings.
    static func text(_ credits: [DataCredit]) -> String {
        var text = ""
        for credit in credits {
            let next = "\"\(escaped(credit.text))\""
            guard text.utf8.count + next.utf8.count + 2 <= longest else { break }
            text += text.isEmpty ? next : ", " + next
        }
        return text
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "%"), 0..<0x20, 0x7F...:
                "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            default: String(UnicodeScalar(byte))
            }
        }.joined()
    }
}
