import Aero
import Foundation
import FoundationXML
import Testing
import Watch

@testable import Site

@Suite(.timeLimit(.minutes(5)))
struct AlertNewsRoutesTests {
    private static let stranger = ["X-Forwarded-For": "192.0.2.9"]
    private static let time = Timestamp(seconds: 1_795_377_000)

    private static func alert(
        _ number: Int,
        isPublic: Bool = false,
        aircraft: String = "155be8",
        title: String = "RA-96024 took off",
        time: Timestamp = time,
        corrects: String? = nil,
        isSimulated: Bool = false
    ) -> AlertRecord {
        AlertRecord(
            id: Hexadecimal.lower(UInt64(number), digits: 16) + "00112233445566aa",
            ruleID: "private-rule",
            ruleVersion: 1,
            ruleName: "who watches whom",
            time: time,
            made: time,
            title: ["en": title, "id": "lepas landas"],
            body: ["en": "line one\nline two", "id": "baris"],
            aircraft: [aircraft],
            place: Position(latitude: 55.6, longitude: 37.3),
            link: "/#aircraft=155be8",
            evidence: Array(#"{"receivers":["secret roof"]}"#.utf8),
            outlets: ["desk", "feed"],
            isSimulated: isSimulated,
            isPublic: isPublic,
            visit: "secret-visit",
            corrects: corrects
        )
    }

    private static func with(
        _ alerts: FakeOutbox,
        discretion: Discretion = Discretion(),
        configure: (inout SiteConfiguration) -> Void = { _ in },
        _ body: (SiteUnderTest) async throws -> Void
    ) async throws {
        try await SiteUnderTest.with(
            discretion: discretion,
            outbox: alerts,
            configure: configure,
            body
        )
    }

    @Test("a test stands in the feed that is tried, and in no other")
    func test() async throws {
        let box = FakeOutbox([Self.alert(1, isPublic: true)])
        box.setTest(Self.alert(9, title: "Pelacak: a test"))
        try await Self.with(box) { site in
            let own = try await Loopback.ask(site.port, "/feeds/\(FakeOutbox.key).atom")
            #expect(own.text.contains("Pelacak: a test"))
            let other = try await Loopback.ask(site.port, "/feeds/public.atom")
            #expect(other.status == 200 && !other.text.contains("Pelacak: a test"))
        }
    }

    @Test("an open page rings for rules that name it, and lists the others")
    func rings() async throws {
        for (outlets, rings) in [(["browser"], true), (["desk", "feed"], false)] {
            let record = Self.alert(1)
            let given = AlertRecord(
                id: record.id,
                ruleID: record.ruleID,
                ruleVersion: 1,
                ruleName: record.ruleName,
                time: record.time,
                made: record.made,
                title: record.title,
                body: record.body,
                outlets: outlets
            )
            let kept = KeptAlert(
                number: 1,
                record: given,
                correctedBy: nil,
                deliveries: outlets.map {
                    DeliveryReport(outlet: $0, state: .delivered, tries: 0, lastError: nil, ended: nil)
                }
            )
            let told = String(decoding: AlertStream.event(kept, withAll: true), as: UTF8.self)
            #expect(told.hasPrefix("id: \(record.id)\nevent: alert\ndata: ") && told.hasSuffix("\n\n"))
            #expect(told.contains(#""rings":\#(rings)"#))
        }
    }

    /// Gate W7: answers are those to a site that never had an alert of the hidden aircraft.
    @Test("an aircraft that is hidden from strangers is in no list, feed or stream of theirs, byte for byte")
    func hidden() async throws {
        let others = [Self.alert(2, isPublic: true), Self.alert(3, isPublic: true)]
        let hidden = (10..<14).map { Self.alert($0, isPublic: true, aircraft: Hiding.hidden.hex) }
        let paths = ["/feeds/public.atom"]
        func answers(_ alerts: [AlertRecord]) async throws -> [[UInt8]] {
            var answers: [[UInt8]] = []
            try await Self.with(FakeOutbox(alerts), discretion: Discretion(Hiding.rules)) { site in
                for path in paths {
                    let answer = try await Loopback.ask(site.port, path, headers: Self.stranger)
                    answers.append(answer.body + Array((answer.headers["etag"] ?? "").utf8))
                }
            }
            return answers
        }
        #expect(try await answers(others + hidden) == answers(others))
    }

    @Test("strangers are told as late as they are shown everything")
    func delayed() async throws {
        let wall = Timestamp(seconds: 1_795_377_968)
        let alerts = [700.0, 500].enumerated().map { number, age in
            Self.alert(number + 1, isPublic: true, time: wall.advanced(bySeconds: -age))
        }
        try await Self.with(FakeOutbox(alerts), discretion: Discretion(publicDelay: 600)) { site in
            let feed = try await Loopback.ask(site.port, "/feeds/public.atom")
            #expect(feed.text.contains("0000-0000-0001") && !feed.text.contains("0000-0000-0002"))
        }
    }

    @Test("strangers follow alerts of public rules alone, without who is told")
    func strangers() async throws {
        let outbox = FakeOutbox()
        try await Self.with(outbox) { site in
            let text = try await Loopback.with(site.port) { connection in
                try await connection.send(
                    "GET /api/v1/alerts/live?after=00 HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 192.0.2.9\r\n\r\n"
                )
                _ = try await connection.head()
                var text = ""
                while !text.contains("retry: 5000") {
                    text += String(decoding: try await connection.chunk() ?? [], as: UTF8.self)
                }
                outbox.add([Self.alert(1), Self.alert(2, isPublic: true)])
                while !text.contains("id: \(Self.alert(2).id)\n") {
                    text += String(decoding: try await connection.chunk() ?? [], as: UTF8.self)
                }
                return text
            }
            for word in ["id: \(Self.alert(1).id)\n", "secret-visit", "desk", "secret roof", "deliveries"] {
                #expect(!text.contains(word), "\(word)")
            }
        }
    }

    @Test("a private feed is found by its key alone, whoever asks; another key is nothing")
    func privateFeed() async throws {
        try await Self.with(FakeOutbox([Self.alert(1)]), configure: { ($0.reading, $0.token) = (.token, "secret") }) {
            site in
            let feed = try await Loopback.ask(site.port, "/feeds/\(FakeOutbox.key).atom", headers: Self.stranger)
            #expect(feed.status == 200)
            #expect(feed.headers["content-type"] == "application/atom+xml; charset=utf-8")
            #expect(feed.text.contains(#"<id>urn:uuid:00000000-0000-0001-0011-2233445566aa</id>"#))
            #expect(!feed.text.contains(FakeOutbox.key) && !feed.text.contains("secret roof"))
            let again = try await Loopback.ask(
                site.port,
                "/feeds/\(FakeOutbox.key).atom",
                headers: ["If-None-Match": feed.headers["etag"] ?? ""]
            )
            #expect(again.status == 304)
            let wrong = try await Loopback.ask(
                site.port,
                "/feeds/\(FakeOutbox.key.dropLast())0.atom",
                headers: Self.stranger
            )
            let nothing = try await Loopback.ask(site.port, "/nothing", headers: Self.stranger)
            #expect(wrong.status == 404)
            // Where reading needs a token the public feed does too.
            #expect(try await Loopback.ask(site.port, "/feeds/public.atom", headers: Self.stranger).body == wrong.body)
            #expect(nothing.status == 401)
            #expect(
                try await Loopback.ask(site.port, "/feeds/public.atom", headers: ["Authorization": "Bearer secret"])
                    .status == 200
            )
        }
    }

    @Test("a feed is told in one language, which it names; one that there is not is refused")
    func languages() async throws {
        let alerts = [Self.alert(1, isPublic: true), Self.alert(2, isPublic: true, corrects: Self.alert(1).id)]
        try await Self.with(FakeOutbox(alerts)) { site in
            let english = try await Loopback.ask(site.port, "/feeds/public.atom")
            #expect(english.text.contains(#"xml:lang="en""#) && english.text.contains("pelacak: public alerts"))
            #expect(english.text.contains("RA-96024 took off") && english.text.contains("line two"))
            #expect(english.text.contains("This corrects urn:uuid:"))
            #expect(!english.text.contains("lepas landas") && !english.text.contains("baris"))
            #expect(try await Loopback.ask(site.port, "/feeds/public.atom?lang=en").body == english.body)
            let indonesian = try await Loopback.ask(site.port, "/feeds/public.atom?lang=id")
            #expect(indonesian.text.contains(#"xml:lang="id""#) && indonesian.text.contains("peringatan publik"))
            #expect(indonesian.text.contains("lepas landas") && indonesian.text.contains("baris"))
            #expect(indonesian.text.contains("Ini mengoreksi urn:uuid:"))
            #expect(indonesian.text.contains(#"/feeds/public.atom?lang=id"/>"#))
            #expect(!indonesian.text.contains("took off") && !indonesian.text.contains("xml:lang=\"en\""))
            #expect(indonesian.headers["etag"] != english.headers["etag"])
            for query in ["lang=de", "lang=", "lang=en&lang=id", "language=id"] {
                let answer = try await Loopback.ask(site.port, "/feeds/public.atom?" + query)
                #expect(answer.status == 400 && answer.text.contains(#""code":"query""#), "\(query)")
                // A key that is none is nothing, whatever is asked.
                #expect(try await Loopback.ask(site.port, "/feeds/00.atom?" + query).status == 404)
            }
        }
    }

    @Test("an alert that is told in English alone stands so in a feed of another language, and says so")
    func englishAlone() async throws {
        let alert = AlertRecord(
            id: Self.alert(1).id,
            ruleID: "r",
            ruleVersion: 1,
            ruleName: "n",
            time: Self.time,
            made: Self.time,
            title: ["en": "it took off"],
            body: ["en": "line"],
            isPublic: true
        )
        try await Self.with(FakeOutbox([alert])) { site in
            let feed = try await Loopback.ask(site.port, "/feeds/public.atom?lang=id")
            #expect(feed.text.contains(#"<entry xml:lang="en">"#) && feed.text.contains("it took off"))
        }
    }

    /// Gate W9, of the feed.
    @Test("a feed of hostile texts is well-formed, and its texts are texts")
    func hostileFeed() async throws {
        let titles = [
            "<script>alert(1)</script>", "]]><x>", "&amp;&#x0;", "a\u{0}\u{1B}[31m\u{7}", "\u{202E}gnp",
            "\u{FFFE}\u{FFFF}", "\r\n\r\n", "\"'><a href=javascript:x>",
            "<!ENTITY x SYSTEM \"file:///etc/passwd\">&x;", "\u{2028}", "\u{E0041}", "飛行機 é 😀",
        ]
        let alerts = titles.enumerated().map {
            Self.alert($0.offset, isPublic: true, title: $0.element, isSimulated: $0.offset == 0)
        }
        try await Self.with(FakeOutbox(alerts)) { site in
            let feed = try await Loopback.ask(site.port, "/feeds/public.atom")
            let reader = AtomReader()
            let parser = XMLParser(data: Data(feed.body))
            parser.delegate = reader
            #expect(parser.parse(), "\(String(describing: parser.parserError))")
            #expect(reader.titles.count == titles.count + 1)
            #expect(
                Set(reader.elements) == [
                    "feed", "id", "title", "updated", "author", "name", "link", "entry", "published", "category",
                    "content",
                ]
            )
            let told = Array(reader.titles.dropFirst().reversed())
            #expect(told[0] == "SIMULATED: <script>alert(1)</script>")
            #expect(told[4] == "gnp")
            #expect(told[11] == "飛行機 é 😀")
            #expect(!told.joined().unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
        }
    }

    @Test("the stream tells what comes, in order, and goes on where it was left")
    func stream() async throws {
        let alerts = FakeOutbox([Self.alert(1)])
        try await Self.with(alerts) { site in
            let text = try await Loopback.with(site.port) { connection in
                try await connection.send("GET /api/v1/alerts/live HTTP/1.1\r\nHost: localhost\r\n\r\n")
                let head = try await connection.head()
                #expect(head.headers["content-type"] == "text/event-stream; charset=utf-8")
                var text = ""
                while !text.contains("retry: 5000") {
                    text += String(decoding: try await connection.chunk() ?? [], as: UTF8.self)
                }
                #expect(!text.contains("event: alert"))
                alerts.add([Self.alert(2), Self.alert(3)])
                while !text.contains("id: \(Self.alert(3).id)\n") {
                    text += String(decoding: try await connection.chunk() ?? [], as: UTF8.self)
                }
                return text
            }
            let id = Self.alert(2).id
            #expect(text.contains("id: \(id)\nevent: alert\ndata: {\"rings\":false,\"id\":\"\(id)\""))
            #expect(!text.contains("id: \(Self.alert(1).id)\n") && !text.contains("secret roof"))
            let more = try await Loopback.with(site.port) { connection in
                try await connection.send(
                    "GET /api/v1/alerts/live HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: \(Self.alert(1).id)\r\n\r\n"
                )
                _ = try await connection.head()
                var text = ""
                while !text.contains("id: \(Self.alert(3).id)\n") {
                    text += String(decoding: try await connection.chunk() ?? [], as: UTF8.self)
                }
                return text
            }
            #expect(more.contains("id: \(Self.alert(2).id)\n") && !more.contains("id: \(Self.alert(1).id)\n"))
        }
    }
}

/// Takes titles and names of elements out of a feed.
private final class AtomReader: NSObject, XMLParserDelegate {
    var titles: [String] = []
    var elements: [String] = []
    private var text = ""

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.append(name)
        text = ""
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        if name == "title" { titles.append(text) }
    }
}
