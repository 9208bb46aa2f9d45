import Foundation
import Testing

@testable import Site

/// What of a visit goes out to whom.
@Suite(.timeLimit(.minutes(5)))
struct VisitDocumentTests {
    static let writer = ["Authorization": "Bearer secret"]

    /// All stretches of the first report that an answer has with their words, wherever in it.
    private static func quoted(_ value: Any) -> [(start: Int, words: String)] {
        if let list = value as? [Any] { return list.flatMap(quoted) }
        guard let object = value as? [String: Any] else { return [] }
        var found = object.values.flatMap(quoted)
        if let start = object.number("start"), let words = object.text("words") { found.append((start, words)) }
        return found
    }

    private static func bytes(_ quotes: [(start: Int, words: String)]) -> Set<Int> {
        var bytes: Set<Int> = []
        for (start, words) in quotes {
            let plain = words.hasSuffix(" …") ? String(words.dropLast(2)) : words
            bytes.formUnion(start..<start + plain.utf8.count)
        }
        return bytes
    }

    @Test("of a text strangers and exports get a quarter at most, and are told that more is left out")
    func quotations() async throws {
        try await VisitUnderTest.with(configure: { $0.token = "secret" }) { visits in
            var visit = try await visits.begin(headers: Self.writer)
            let id = try #require(visit.text("id"))
            let whole = VisitUnderTest.story.utf8.count
            let mark: [String: Any] = ["kind": "addClaim", "claimKind": "context", "report": 1, "span": [0, whole]]
            visit = try await visits.change(visit, mark, headers: Self.writer)
            #expect(Self.bytes(Self.quoted(visit)).count == whole)
            visit = try await visits.change(visit, ["kind": "setPublic", "public": true], headers: Self.writer)
            let told = try await visits.ask("GET", "/\(id)")
            let file = try await visits.ask("GET", "/\(id)/export", headers: Self.writer)
            for document in [told, file] {
                let quotes = Self.quoted(document)
                let bytes = Self.bytes(quotes).count
                #expect(bytes > 0 && bytes * 4 <= whole, "\(bytes) of \(whole)")
                for (start, words) in quotes {
                    let text = Array(VisitUnderTest.story.utf8)
                    #expect(Array(text[start...].prefix(words.utf8.count)) == Array(words.utf8))
                }
                #expect(document.list("reports").first?.number("quotesLeftOut") ?? 0 > 0)
                let marked = try #require(document.list("claims").last?.list("spans").first)
                #expect(marked["leftOut"] as? Bool == true && marked["words"] == nil)
            }
            let csv = try await visits.plain("GET", "/\(id)/export?format=csv", headers: Self.writer)
            let lines = String(decoding: csv.body, as: UTF8.self).components(separatedBy: "\r\n")
            #expect(lines[0].hasSuffix(",words_left_out") && lines.contains { $0.hasSuffix(",yes") })
        }
    }

    @Test("a sighting of a few words does not go out as its own quotation")
    func sighting() async throws {
        try await VisitUnderTest.with { visits in
            let visit = try await visits.ask(
                "POST",
                "",
                ["kind": "sighting", "text": "A large aircraft at Halim."],
                status: 201
            )
            let id = try #require(visit.text("id"))
            for format in ["json", "geojson", "csv"] {
                let file = try await visits.plain("GET", "/\(id)/export?format=\(format)")
                #expect(!String(decoding: file.body, as: UTF8.self).contains("aircraft at Halim"), "\(format)")
            }
        }
    }

    @Test("words that are marked as a stop become its name, and a name is short")
    func names() async throws {
        try await VisitUnderTest.with { visits in
            let text = "Jakarta " + String(repeating: "kata-kata ", count: 20)
            let visit = try await visits.ask("POST", "", ["text": text, "language": "xx"], status: 201)
            let mark: [String: Any] = ["kind": "addStop", "report": 1, "span": [0, 121]]
            #expect(try await visits.change(visit, mark, status: 422).text("field") == "span")
            try await visits.change(visit, ["kind": "addStop", "report": 1, "span": [0, 7]])
        }
    }
}
