import Aero
import Hummingbird
import NIOCore

/// `/db2/…`: what pages like tar1090 look up by address. Registrations are those a public rule gives; all else is empty until there is a
/// register of our own.
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
        if let text = Self.fixed[path[1]] { return answer(Array(text.utf8), context) }
        guard path[1].hasSuffix(".js"), let prefix = Self.prefix(path[1].dropLast(3)) else { throw APIError.notFound }
        return answer(json(prefix), context)
    }

    /// One to four hexadecimal digits, upper case, as clients write them.
    private static func prefix(_ text: Substring) -> String? {
        guard (1...digits).contains(text.utf8.count),
            text.utf8.allSatisfy({ (48...57).contains($0) || (65...70).contains($0) })
        else { return nil }
        return String(text)
    }

    /// Shorter prefixes only name their children; one of four digits has the entries.
    private func json(_ prefix: String) -> [UInt8] {
        var json = JSONWriter(capacity: 8192)
        json.beginObject()
        if prefix.utf8.count == Self.digits {
            for suffix in 0..<256 { writeEntry(prefix, suffix, to: &json) }
        } else {
            json.key("children")
            json.beginArray()
            for digit in "0123456789ABCDEF" { json.string(prefix + String(digit)) }
            json.endArray()
        }
        json.endObject()
        return json.bytes
    }

    private func writeEntry(_ prefix: String, _ suffix: Int, to json: inout JSONWriter) {
        let digits = Hexadecimal.lower(UInt64(suffix), digits: 2).uppercased()
        guard let address = AircraftAddress(prefix + digits), let registration = book.registration(of: address) else {
            return
        }
        json.key(JSONKey(digits))
        json.beginArray()
        json.string(registration)
        json.string("")
        json.string("")
        json.string("")
        json.endArray()
    }

    private func answer(_ bytes: [UInt8], _ context: SiteContext) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "public, max-age=3600"],
            body: Deadline.body(ByteBuffer(bytes: bytes), of: context.channel, seconds: pieceSeconds)
        )
    }
}
