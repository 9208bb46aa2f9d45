import Foundation
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(5)))
struct VisitExportTests {
    @Test(
        "a cell that a spreadsheet would run is disarmed, numbers stay numbers",
        arguments: [
            ("=1+1", "'=1+1"), ("+7", "+7"), ("-12.5", "-12.5"), ("-a", "'-a"), ("@x", "'@x"), ("\tx", "'\tx"),
            ("a", "a"), ("", ""),
            ("a,b", "\"a,b\""), ("=\"x\"", "\"'=\"\"x\"\"\""), ("a\nb", "\"a\nb\""), ("=\u{301}1", "'=\u{301}1"),
        ]
    )
    func cells(text: String, cell: String) { #expect(VisitExport.cell(text) == cell) }

    @Test(
        "JSON, GeoJSON and CSV have the stops, the quoted words, the link and the sum; a title that begins with = runs nowhere"
    )
    func files() async throws {
        try await VisitUnderTest.with { visits in
            var body: [String: Any] = ["text": VisitUnderTest.story, "published": "2024-06-17T20:00+07:00"]
            body["address"] = "https://news.example/story"
            body["outlet"] = "=cmd()"
            let visit = try await visits.ask("POST", "", body, status: 201)
            let id = try #require(visit.text("id"))
            let sum = try #require(visit.list("reports").first?.text("sha256"))
            let json = try await visits.ask("GET", "/\(id)/export?format=json&lang=id")
            #expect(json["exported"] != nil && json.list("reports").first?.text("sha256") == sum)
            #expect(json.list("reports").first?.text("address") == "https://news.example/story")
            let map = try await visits.ask("GET", "/\(id)/export?format=geojson")
            let feature = try #require(map.list("features").first)
            let properties = try #require(feature["properties"] as? [String: Any])
            #expect(properties.text("airport") == "WIII" && properties.text("words") == "Jakarta")
            #expect((feature["geometry"] as? [String: Any])?["coordinates"] as? [Double] == [106.656, -6.12557])
            let csv = try await visits.plain("GET", "/\(id)/export?format=csv")
            let lines = String(decoding: csv.body, as: UTF8.self).components(separatedBy: "\r\n")
            #expect(lines[0].hasPrefix("visit,record,number,kind,name,airports"))
            #expect(lines[1].contains("stop") && lines[1].contains("WIII:") && lines[1].contains(sum))
            #expect(lines[1].contains("'=cmd()") && csv.headers["content-disposition"]?.contains(id) == true)
            try await visits.ask("GET", "/\(id)/export?format=xml", status: 400)
            try await visits.ask("GET", "/\(id)/export?format=csv&realm=real", status: 400)
        }
    }

    @Test("words of a span that somebody marked too long are cut: a text does not go out as a quotation")
    func longQuotes() async throws {
        try await VisitUnderTest.with { visits in
            let text = "Jakarta " + String(repeating: "kata-kata panjang é ", count: 150)
            let visit = try await visits.ask("POST", "", ["text": text, "language": "xx"], status: 201)
            let act: [String: Any] = [
                "kind": "addClaim", "claimKind": "context", "report": 1, "span": [0, text.utf8.count],
            ]
            let changed = try await visits.change(visit, act)
            let words = try #require(changed.list("claims").first?.list("spans").first?.text("words"))
            #expect(words.utf8.count < 420 && words.hasSuffix("…"))
        }
    }
}
