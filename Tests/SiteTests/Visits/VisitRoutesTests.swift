import Foundation
import Testing
import Visits

@testable import Site

@Suite(.timeLimit(.minutes(5)))
struct VisitRoutesTests {
    @Test(
        "a pasted story is drafted, confirmed, changed, taken back and removed; each change is kept with its sentence"
    )
    func wholeWay() async throws {
        try await VisitUnderTest.with { visits in
            var visit = try await visits.begin()
            let id = try #require(visit.text("id"))
            #expect(
                visit.text("status") == "draft" && visit["public"] as? Bool == false && visit.number("version") == 1
            )
            let stop = try #require(visit.list("stops").first)
            #expect(stop.text("name") == "Jakarta" && stop["confirmed"] as? Bool == false)
            #expect(stop.list("airports").map { $0.text("code") }.contains("WIII"))
            let span = try #require(stop.list("spans").first)
            #expect(span.text("words") == "Jakarta" && span.number("start") == 35)
            #expect(visit.list("reports").first?.text("text") == VisitUnderTest.story)
            visit = try await visits.change(visit, ["kind": "confirmAll"])
            visit = try await visits.change(visit, ["kind": "setStatus", "status": "confirmed"])
            visit = try await visits.change(
                visit,
                [
                    "kind": "editStop", "stop": 1, "from": "2024-06-18T20:00+07:00", "to": 1_718_730_000,
                    "dwellHours": [2, 5],
                ]
            )
            let edited = try #require(visit.list("stops").first)
            let window = try #require(edited["announced"] as? [String: Any])
            #expect(window["from"] as? Double == 1_718_715_600 && window["to"] as? Double == 1_718_730_000)
            #expect(edited["dwellHours"] as? [Double] == [2, 5] && edited["confirmed"] as? Bool == false)
            let changes = visit.list("changes")
            #expect(changes.map { $0.text("by") } == Array(repeating: "this machine", count: 4))
            #expect(changes.map { $0["canTakeBack"] as? Bool } == [false, false, false, true])
            visit = try await visits.change(visit, ["kind": "takeBack", "change": 4])
            #expect(visit.list("stops").first?["confirmed"] as? Bool == true)
            #expect(visit.list("changes")[3]["takenBack"] as? Bool == true && visit.number("version") == 5)
            #expect(try await visits.ask("GET", "").list("visits").map { $0.text("id") } == [id])
            try await visits.ask("DELETE", "/\(id)", status: 204)
            try await visits.ask("GET", "/\(id)", status: 404)
            try await visits.ask("DELETE", "/\(id)", status: 404)
        }
    }

    @Test("who changes what somebody changed meanwhile is told so, and nothing is changed")
    func meanwhile() async throws {
        try await VisitUnderTest.with { visits in
            let visit = try await visits.begin()
            let newer = try await visits.change(visit, ["kind": "confirmAll"])
            let answer = try await visits.change(visit, ["kind": "setPublic", "public": true], status: 409)
            #expect(answer.text("code") == "changed-meanwhile")
            let now = try await visits.ask("GET", "/\(newer.text("id") ?? "")")
            #expect(now.number("version") == 2 && now["public"] as? Bool == false)
        }
    }

    @Test("stops and claims by hand, out of marked words, names and codes; several acts are made all or none")
    func byHand() async throws {
        try await VisitUnderTest.with { visits in
            var visit = try await visits.ask("POST", "", ["title": "By hand"], status: 201)
            #expect(visit.text("title") == "By hand" && visit.list("stops").isEmpty)
            let id = try #require(visit.text("id"))
            let text = "Президент летит в Moscow завтра"
            visit = try await visits.ask("POST", "/\(id)/reports", ["text": text, "language": "ru"])
            #expect(visit.list("stops").isEmpty && visit.list("claims").isEmpty)
            let start = try #require(text.range(of: "Moscow")).lowerBound.utf16Offset(in: text)
            let begin = text.prefix(start).utf8.count
            visit = try await visits.change(
                visit,
                ["kind": "addStop", "span": [begin, begin + 6], "report": 1, "stopKind": "destination"]
            )
            let stop = try #require(visit.list("stops").first)
            #expect(stop.text("name") == "Moscow" && stop.text("country") == "RU")
            #expect(stop.list("airports").first?.text("code") == "UUEE")
            visit = try await visits.change(
                visit,
                ["kind": "addStop", "place": "Jakarta", "stopKind": "transit", "at": 0, "from": "2024-06-18"]
            )
            visit = try await visits.change(visit, ["kind": "addStop", "place": "WIHH, WIII"])
            #expect(visit.list("stops").map { $0.text("name") } == ["Jakarta", "Moscow", "WIHH, WIII"])
            #expect(visit.list("stops")[2].list("airports").map { $0.text("code") } == ["WIHH", "WIII"])
            visit = try await visits.change(
                visit,
                [
                    "kind": "addClaim", "claimKind": "arrival", "report": 1, "span": [begin, begin + 6], "stop": 1,
                    "speaker": "A spokesman", "certainty": "announced", "from": 1_718_700_000, "to": 1_718_703_600,
                ]
            )
            let claim = try #require(visit.list("claims").first)
            #expect(claim.text("entry") == "person" && claim["stops"] as? [Int] == [1])
            #expect(visit.list("stops")[1]["claims"] as? [Int] == [1])
            visit = try await visits.change(visit, ["kind": "narrow", "stop": 1, "claim": 1])
            #expect((visit.list("stops")[1]["narrowed"] as? [String: Any])?["from"] as? Double == 1_718_700_000)
            let bad: [String: Any] = [
                "after": visit["version"] ?? 0,
                "acts": [["kind": "widen", "stop": 1], ["kind": "removeStop", "stop": 77]],
            ]
            try await visits.ask("POST", "/\(id)/changes", bad, status: 422)
            #expect(try await visits.ask("GET", "/\(id)").list("stops")[1]["narrowed"] != nil)
            visit = try await visits.change(visit, ["kind": "setSubject", "name": "Somebody", "state": "ID"])
            let subject = try #require(visit["subject"] as? [String: Any])
            #expect(subject.list("homes").map { $0["assumed"] as? Bool }.contains(true))
        }
    }

    @Test("a claim is changed and the day of a report said over the site, and both are taken back")
    func claimAndDay() async throws {
        try await VisitUnderTest.with { visits in
            let story = "Presiden Rusia dijadwalkan tiba di Jakarta pada Selasa malam, kata Kremlin."
            var visit = try await visits.ask("POST", "", ["text": story], status: 201)
            let id = try #require(visit.text("id"))
            #expect(visit.list("openPoints").contains { $0.text("kind") == "no_dateline" })
            let (stops, claims) = (visit.list("stops").count, visit.list("claims").count)
            visit = try await visits.change(
                visit,
                ["kind": "setDateline", "report": 1, "published": "2024-06-17T20:00+07:00"]
            )
            #expect(visit.list("reports").first?["published"] as? Double == 1_718_629_200)
            #expect(visit.list("reports").first?.text("publishedBasis") == "given")
            #expect(!visit.list("openPoints").contains { $0.text("kind") == "no_dateline" })
            let window = try #require(visit.list("stops").first?["announced"] as? [String: Any])
            #expect(window["from"] as? Double != nil && window["to"] as? Double != nil)
            visit = try await visits.change(
                visit,
                ["kind": "editClaim", "claim": 1, "polarity": "denied", "aircraft": ["Il-96"], "speaker": NSNull()]
            )
            let claim = try #require(visit.list("claims").first)
            #expect(claim.text("polarity") == "denied" && claim["speaker"] == nil)
            #expect(claim["aircraft"] as? [String] == ["Il-96"])
            for number in [3, 2] { visit = try await visits.change(visit, ["kind": "takeBack", "change": number]) }
            let again = try await visits.ask("GET", "/\(id)")
            #expect(again.list("openPoints").contains { $0.text("kind") == "no_dateline" })
            #expect(again.list("stops").count == stops && again.list("claims").count == claims)
            #expect(again.list("claims").first?.text("polarity") == "affirmed")
        }
    }

    @Test(
        "a track, a picture, a sighting and a note enter with sum, licence and time; files are given back to be saved"
    )
    func files() async throws {
        try await VisitUnderTest.with { visits in
            var visit = try await visits.begin()
            let id = try #require(visit.text("id"))
            let csv = "Timestamp,UTC,Position\n1718712000,x,\"55.97,37.41\"\n1718730000,x,\"-6.12,106.65\"\n"
            let picture = Data([0xFF, 0xD8, 0, 1]).base64EncodedString()
            let more: [[String: Any]] = [
                ["kind": "csv", "data": Data(csv.utf8).base64EncodedString(), "name": "track.csv", "licence": "own"],
                ["kind": "picture", "data": picture, "mediaType": "image/jpeg", "capturedAt": "2024-06-18T22:00Z"],
                ["kind": "sighting", "text": "A large aircraft at Halim.", "capturedAt": 1_718_730_000],
                ["kind": "note", "text": "Ask again tomorrow."],
            ]
            for body in more { visit = try await visits.ask("POST", "/\(id)/reports", body) }
            let reports = visit.list("reports")
            #expect(reports.map { $0.text("kind") } == ["text", "csv", "picture", "sighting", "note"])
            #expect(reports.allSatisfy { $0.text("sha256")?.count == 64 } && reports[1].text("licence") == "own")
            let track = try #require(visit.list("claims").first { $0.number("report") == 2 })
            #expect(track.text("kind") == "observation" && track.list("places").count == 2)
            #expect(track.list("places").map { $0.list("airports").first?.text("code") } == ["UUEE", "WIII"])
            #expect((track["time"] as? [String: Any])?["to"] as? Double == 1_718_730_000)
            #expect(visit.list("claims").filter { $0.text("kind") == "sighting" }.count == 2)
            let file = try await visits.plain("GET", "/\(id)/reports/3/text")
            #expect(file.headers["content-type"] == "application/octet-stream" && file.body == [0xFF, 0xD8, 0, 1])
            #expect(file.headers["content-disposition"] == "attachment")
            let text = try await visits.plain("GET", "/\(id)/reports/1/text")
            #expect(String(decoding: text.body, as: UTF8.self) == VisitUnderTest.story)
            try await visits.ask("GET", "/\(id)/reports/9/text", status: 404)
        }
    }

    @Test(
        "what cannot be meant is refused with the key that is wrong",
        arguments: [
            (#"{"kind":"fly"}"#, "kind"), (#"{"kind":"confirmStop"}"#, "stop"),
            (#"{"kind":"setStatus","status":"x"}"#, "status"),
            (#"{"kind":"addStop"}"#, "place"), (#"{"kind":"addStop","airports":["XXXX"]}"#, "airports"),
            (#"{"kind":"addStop","span":[0,999999],"report":1}"#, "span"),
            (#"{"kind":"addStop","span":[5,2],"report":1}"#, "span"),
            (#"{"kind":"editStop","stop":1,"from":"later"}"#, "from"),
            (#"{"kind":"editStop","stop":1,"from":20,"to":10}"#, "from"),
            (#"{"kind":"editStop","stop":1,"dwellHours":[5,2]}"#, "dwellHours"),
            (#"{"kind":"answer","point":99}"#, "point"),
            (#"{"kind":"addClaim","claimKind":"x"}"#, "claimKind"), (#"{"kind":"setSubject"}"#, "name"),
            (#"{"kind":"setTitle","title":"a\u0007b"}"#, "title"), (#"{"kind":"confirmStop","stop":-1}"#, "stop"),
            (#"{"kind":"confirmStop","stop":"one"}"#, "act"),
        ]
    )
    func nonsense(act: String, field: String) async throws {
        try await VisitUnderTest.with { visits in
            let visit = try await visits.begin()
            let tree = try #require(try JSONSerialization.jsonObject(with: Data(act.utf8)) as? [String: Any])
            let answer = try await visits.change(visit, tree, status: 422)
            #expect(answer.text("field") == field, "\(answer)")
        }
    }

    @Test("reports that are none are refused")
    func badReports() async throws {
        try await VisitUnderTest.with { visits in
            let bodies: [([String: Any], Int)] = [
                (["text": "…"], 422), (["text": String(repeating: "a", count: 100_001)], 413),
                (["text": "Jakarta", "data": "AAAA"], 422), (["kind": "kml", "data": "AAAA"], 422),
                (["kind": "x", "text": "y"], 422), (["text": "Jakarta", "address": "javascript:alert(1)"], 422),
                (["text": "Jakarta", "published": "tomorrow"], 422), (["data": "%%%", "kind": "picture"], 422),
            ]
            for (body, status) in bodies { try await visits.ask("POST", "", body, status: status) }
            #expect(try await visits.ask("GET", "").list("visits").isEmpty)
        }
    }

    @Test("a database that fails is 503, no room 507, no visits at all 404 or an empty list")
    func failing() async throws {
        let fake = FakeVisits()
        try await VisitUnderTest.with(fake) { visits in
            let id = try #require(try await visits.begin().text("id"))
            fake.fail(.failed("disk"))
            try await visits.ask("GET", "", status: 503)
            try await visits.ask("GET", "/\(id)", status: 503)
            fake.fail(.full)
            try await visits.ask("POST", "", ["title": "x"], status: 507)
        }
        try await SiteUnderTest.with { site in
            let list = try await Loopback.ask(site.port, "/api/v1/visits").object()
            #expect(list["visits"] as? [Int] == [])
            let one = try await Loopback.ask(site.port, "/api/v1/visits/x")
            #expect(one.status == 404)
        }
    }

    @Test("every sentence of a visit rests on something that the document has")
    func rests() async throws {
        try await VisitUnderTest.with { visits in
            var visit = try await visits.begin()
            visit = try await visits.change(visit, ["kind": "confirmAll"])
            let id = try #require(visit.text("id"))
            try await visits.ask("POST", "/\(id)/watches")
            for language in ["en", "id"] {
                let visit = try await visits.ask("GET", "/\(id)?lang=\(language)")
                var sentences = 0
                try Self.follow(visit, in: visit, &sentences)
                #expect(sentences > 8)
            }
        }
    }

    /// Looks at each object with `rests`, and whether what it names is there.
    private static func follow(_ value: Any, in visit: [String: Any], _ sentences: inout Int) throws {
        if let list = value as? [Any] {
            for item in list { try follow(item, in: visit, &sentences) }
        }
        guard let object = value as? [String: Any] else { return }
        if let rests = object["rests"] as? [[String: Any]] {
            sentences += 1
            #expect(!rests.isEmpty && !(object.text("text") ?? "").isEmpty)
            for rest in rests {
                let kind = try #require(rest.text("kind"))
                let isThere =
                    switch kind {
                    case "claim": visit.list("claims").contains { $0.number("id") == rest.number(kind) }
                    case "report": visit.list("reports").contains { $0.number("id") == rest.number(kind) }
                    case "change": visit.list("changes").contains { $0.number("number") == rest.number(kind) }
                    case "assumption": visit.list("assumptions").contains { $0.text("id") == rest.text(kind) }
                    default: false
                    }
                #expect(isThere, "\(object.text("text") ?? ""): \(rest)")
            }
        }
        for member in object.values { try follow(member, in: visit, &sentences) }
    }
}
