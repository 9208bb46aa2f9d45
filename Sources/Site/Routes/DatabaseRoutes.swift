import Aero
import Hummingbird
import NIOCore

/// `/db2/…`: what pages like tar1090 look up by address: what lists say, else the registration that a public rule gives.
///
/// Whole files are lists handed on: strangers are given only what came under terms that allow it.
struct DatabaseRoutes: RouteGroup {
    let book: any AddressBook
    let pieceSeconds: Int

    /// Digits of the names of the files that hold entries: 256 addresses in each.
    private static let digits = 4

    private static let fixed: [String: String] = [
        "ranges.js": #"{"military":[]}"#, "operators.js": "{}", "icao_aircraft_types2.js": "{}",
        "airport-coords.js": "{}", "regIcao.js": "{}",
    ]

    var paths: [String] {
        [
            "/db2/{prefix}.js"
        ]
    }

    func answer(
        _ path: [String],
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response? {
        guard path.count == 2, path[0] == "db2" else { return nil }
        if let text = Self.fixed[path[1]] { return answer(Array(text.utf8), context, isShared: true) }
        guard path[1].hasSuffix(".js"), let prefix = Self.prefix(path[1].dropLast(3)) else { throw APIError.notFound }
        let showsAll = HistoryAccess.isOperator(context.visitor)
        let shown: any AddressBook = showsAll ? book : ForwardableBook(book: book)
        return answer(json(prefix, shown), context, isShared: !showsAll)
    }

    /// One to four hexadecimal digits, upper case, as clients write them.
    private static func prefix(_ text: Substring) -> String? {
        guard (1...digits).contains(text.utf8.count),
            text.utf8.allSatisfy({ (48...57).contains($0) || (65...70).contains($0) })
        else { return nil }
        return String(text)
    }

    /// Shorter prefixes only name their children; one of four digits has the entries.
    private func json(_ prefix: String, _ book: any AddressBook) -> [UInt8] {
        var json = JSONWriter(capacity: 8192)
        json.beginObject()
        if prefix.utf8.count == Self.digits {
            for suffix in 0..<256 { writeEntry(prefix, suffix, book, to: &json) }
        } else {
            json.key("children")
            json.beginArray()
            for digit in "0123456789ABCDEF" { json.string(prefix + String(digit)) }
            json.endArray()
        }
        json.endObject()
        return json.bytes
    }

    /// Registration, type, flags from bit 0 on as digits, type in words: the four places that tar1090's own files have.
    private func writeEntry(_ prefix: String, _ suffix: Int, _ book: any AddressBook, to json: inout JSONWriter) {
        let digits = Hexadecimal.lower(UInt64(suffix), digits: 2).uppercased()
        guard let address = AircraftAddress(prefix + digits) else { return }
        let texts = [
            book.registration(of: address), book.typeDesignator(of: address), Self.text(book.flags(of: address)),
            book.typeDescription(of: address),
        ].map { $0 ?? "" }
        guard texts.contains(where: { !$0.isEmpty }) else { return }
        json.key(JSONKey(digits))
        json.strings(texts)
    }

    private static func text(_ flags: AircraftFlags) -> String? {
        guard !flags.isEmpty else { return nil }
        return (0..<4).map { flags.rawValue >> UInt8($0) & 1 == 1 ? "1" : "0" }.joined()
    }

    private func answer(_ bytes: [UInt8], _ context: SiteContext, isShared: Bool) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "application/json; charset=utf-8",
                .cacheControl: isShared ? "public, max-age=3600" : "private, max-age=3600",
            ],
            body: Deadline.body(ByteBuffer(bytes: bytes), of: context.channel, seconds: pieceSeconds)
        )
    }
}
