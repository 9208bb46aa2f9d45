import Aero
import Foundation
import TestServers
import Testing
import Watch

@testable import Outlets

/// Each channel over HTTP against a server that speaks as its service does: what it must be asked, and how it answers, well and badly.
@Suite(.timeLimit(.minutes(5)))
struct ChannelTests {
    static let sending: [OutletKind] = [.webhook, .ntfy, .telegram, .discord, .slack, .matrix, .mastodon]

    /// What the service answers when it took a message.
    static func good(_ kind: OutletKind) -> ImitatedServer.Reply {
        switch kind {
        case .webhook: .answer(status: 204)
        case .ntfy: .json(#"{"id":"x","time":1,"event":"message"}"#)
        case .telegram: .json(#"{"ok":true,"result":{"message_id":1}}"#)
        case .discord, .mastodon: .json(#"{"id":"1"}"#)
        case .slack: .answer(status: 200, body: Array("ok".utf8))
        case .matrix: .json(#"{"event_id":"$1"}"#)
        case .email, .command, .feed, .browser: .answer(status: 500)
        }
    }

    private static func send(
        _ kind: OutletKind,
        to reply: ImitatedServer.Reply,
        alert: AlertRecord = Alerts.one(),
        adding more: [String: [String]] = [:],
        whole: Double = 15,
        _ look: (ImitatedServer.Request) throws -> Void = { _ in }
    ) async throws -> DeliveryOutcome {
        try await ImitatedServer.with { _, _ in
            reply
        } _: { server in
            var limits = OutboundLimits()
            limits.wholeSeconds = whole
            let client = try Alerts.client(port: server.port, limits: limits)
            let outlet = try Outlet(
                try Alerts.definition(kind, port: server.port, adding: more),
                site: try WebAddress("https://site.example")
            )
            let draft = outlet.draft(of: alert)
            #expect(draft.start == .waiting)
            let outcome = await outlet.send(draft.payload, key: alert.id, now: Alerts.time, through: client)
            if let request = server.memory.requests.first { try look(request) }
            return outcome
        }
    }

    private static func object(_ request: ImitatedServer.Request) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(request.body.utf8)) as? [String: Any])
    }

    @Test("a message that was taken is delivered", arguments: sending)
    func delivered(kind: OutletKind) async throws {
        let outcome = try await Self.send(kind, to: Self.good(kind)) { request in
            #expect(request.headers["content-type"] == "application/json")
            #expect(!request.body.contains("secret roof"), "evidence is for the operator alone")
        }
        #expect(outcome == .delivered)
    }

    @Test(
        "what may go the next time is told apart from what will not",
        arguments: sending,
        [400, 401, 403, 404, 408, 410, 422, 425, 429, 500, 502, 503, 301, 307]
    )
    func statuses(kind: OutletKind, status: Int) async throws {
        let outcome = try await Self.send(
            kind,
            to: .answer(status: status, headers: ["Location": "http://127.0.0.1:1/"], body: Array("<html>".utf8))
        )
        let isLasting = [400, 401, 403, 404, 410, 422, 301, 307].contains(status)
        switch outcome {
        case .delivered: Issue.record("delivered with status \(status)")
        case .refused(let reason): #expect(isLasting && reason == .status(status))
        case .failed(let reason, _): #expect(!isLasting && reason == .status(status))
        }
    }

    @Test("a wait that is asked for is kept", arguments: sending)
    func retryAfter(kind: OutletKind) async throws {
        let outcome = try await Self.send(kind, to: .answer(status: 429, headers: ["Retry-After": "17"]))
        #expect(outcome == .failed(reason: .status(429), retryAfter: 17))
    }

    @Test(
        "where the service says the wait in its own words too",
        arguments: [
            (
                .telegram,
                #"{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":35}}"#,
                35.0
            ),
            (.discord, #"{"message":"You are being rate limited.","retry_after":2.5,"global":false}"#, 2.5),
            (.matrix, #"{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":4000}"#, 4.0),
        ] as [(OutletKind, String, Double)]
    )
    func ownWait(kind: OutletKind, body: String, seconds: Double) async throws {
        let outcome = try await Self.send(kind, to: .answer(status: 429, body: Array(body.utf8)))
        #expect(outcome == .failed(reason: .status(429), retryAfter: seconds))
    }

    @Test("a good status from somebody else is no delivery", arguments: sending.filter { $0 != .webhook })
    func strangers(kind: OutletKind) async throws {
        for body in [
            "<html>Please sign in to this network</html>", "{}", "[]", "", "{\"ok\":false}", "null", "{\"id\":",
        ] {
            let outcome = try await Self.send(kind, to: .answer(status: 200, body: Array(body.utf8)))
            #expect(outcome == .failed(reason: .reason(.foreignAnswer), retryAfter: nil))
        }
    }

    @Test("who hangs, closes or speaks nonsense is tried again", arguments: sending)
    func broken(kind: OutletKind) async throws {
        let replies: [ImitatedServer.Reply] = [
            .raw([]), .raw(Array("HTTP/1.1 2".utf8)), .raw(Array("nonsense\r\n\r\n".utf8)), .stall([]),
            .stall(Array("HTTP/1.1 200 OK\r\nContent-".utf8)),
        ]
        for reply in replies {
            let outcome = try await Self.send(kind, to: reply, whole: 1)
            guard case .failed(_, nil) = outcome else {
                Issue.record("\(outcome)")
                continue
            }
        }
    }

    @Test("an answer that comes in drops is waited for as long as it may take, and no longer")
    func slow() async throws {
        let begin = ContinuousClock.now
        let outcome = try await Self.send(
            .telegram,
            to: .stall(Array("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"ok\"".utf8)),
            whole: 3
        )
        #expect(outcome == .failed(reason: .reason(.foreignAnswer), retryAfter: nil))
        #expect(ContinuousClock.now - begin < .seconds(10))
    }

    // MARK: - What each is asked

    @Test func webhook() async throws {
        let alert = Alerts.one(isSimulated: true)
        let takesAll = ["simulated": ["yes"]]
        _ = try await Self.send(.webhook, to: Self.good(.webhook), alert: alert, adding: takesAll) { request in
            #expect(request.line == "POST /hook?key=k")
            #expect(request.headers["idempotency-key"] == alert.id)
            #expect(request.headers["x-pelacak-timestamp"] == "1700000000")
            let object = try Self.object(request)
            #expect(object["kind"] as? String == "alert")
            #expect(object["id"] as? String == alert.id)
            #expect(object["simulated"] as? Bool == true)
            #expect(object["url"] as? String == "https://site.example/#aircraft=155BE8")
            #expect((object["title"] as? String)?.hasPrefix("SIMULATED: ") == true)
            let told = try #require((object["alerts"] as? [[String: Any]])?.first)
            #expect(told["watch"] as? String == "rule")
            #expect(told["suppressedBefore"] as? Int == 4)
            #expect((told["place"] as? [String: Double])?["lat"] == 55.6)
            #expect(told["evidence"] == nil)
        }
    }

    /// Computed apart, with Python: `hmac.new(secret, b"1700000000." + body, "sha256").hexdigest()`.
    @Test func theSignatureIsThatOfAnotherProgram() throws {
        let secret = try #require(Secret("it is a secret of 24 bytes"))
        let signature = WebhookChannel.signature(secret, time: "1700000000", body: Array("{\"version\":1}".utf8))
        #expect(signature == "v1=f49344e5ef8fce8677a7888486eb00e8bbebce2680bfe42601532b9e9daf7d31")
    }

    @Test func ntfy() async throws {
        _ = try await Self.send(.ntfy, to: Self.good(.ntfy)) { request in
            #expect(request.line == "POST /")
            #expect(request.headers["authorization"] == "Bearer tk_abcdefghijkl")
            let object = try Self.object(request)
            #expect(object["topic"] as? String == "topic-1")
            #expect(object["priority"] as? Int == 4)
            #expect(object["click"] as? String == "https://site.example/#aircraft=155BE8")
            #expect(object["title"] as? String == "RA-96024 took off")
        }
    }

    @Test func telegram() async throws {
        _ = try await Self.send(.telegram, to: Self.good(.telegram)) { request in
            #expect(request.line == "POST /bot12345:abcdefghijklmnop/sendMessage")
            let object = try Self.object(request)
            #expect(object["chat_id"] as? String == "-1001234567890")
            #expect(object["parse_mode"] == nil)
            #expect((object["link_preview_options"] as? [String: Bool])?["is_disabled"] == true)
            #expect((object["text"] as? String)?.hasSuffix("\nhttps://site.example/#aircraft=155BE8") == true)
        }
    }

    @Test func discord() async throws {
        _ = try await Self.send(.discord, to: Self.good(.discord)) { request in
            #expect(request.line == "POST /api/webhooks/1/abcdefghijklmnop?wait=true")
            let object = try Self.object(request)
            #expect((object["allowed_mentions"] as? [String: [String]])?["parse"] == [])
            #expect(object["flags"] as? Int == 4)
        }
    }

    @Test func slack() async throws {
        _ = try await Self.send(.slack, to: Self.good(.slack)) { request in
            #expect(request.line == "POST /services/T0/B0/abcdefghijklmnop")
            let object = try Self.object(request)
            #expect(object["mrkdwn"] as? Bool == false)
            #expect(object["unfurl_links"] as? Bool == false)
            #expect(object["unfurl_media"] as? Bool == false)
            #expect(object["link_names"] as? Bool == false)
        }
    }

    @Test func matrix() async throws {
        let alert = Alerts.one()
        _ = try await Self.send(.matrix, to: Self.good(.matrix), alert: alert) { request in
            #expect(
                request.line == "PUT /_matrix/client/v3/rooms/%21room%3Aexample.org/send/m.room.message/\(alert.id)"
            )
            #expect(request.headers["authorization"] == "Bearer syt_abcdefghijkl")
            let object = try Self.object(request)
            #expect(object["msgtype"] as? String == "m.notice")
            #expect((object["m.mentions"] as? [String: Any])?.isEmpty == true)
            #expect(object["format"] == nil)
        }
    }

    @Test func mastodon() async throws {
        let alert = Alerts.one()
        _ = try await Self.send(.mastodon, to: Self.good(.mastodon), alert: alert) { request in
            #expect(request.line == "POST /api/v1/statuses")
            #expect(request.headers["idempotency-key"] == alert.id)
            #expect(request.headers["authorization"] == "Bearer mastodon-abcdefgh")
            let object = try Self.object(request)
            #expect(object["visibility"] as? String == "unlisted")
            #expect(object["language"] as? String == "en")
        }
    }

    @Test(
        "an instance says how long a status may be",
        arguments: [
            ("{\"configuration\":{\"statuses\":{\"max_characters\":5000}}}", 5000), ("{}", 500), ("nonsense", 500),
        ]
    )
    func instance(body: String, characters: Int) async throws {
        try await ImitatedServer.with { request, _ in
            #expect(request.line == "GET /api/v2/instance")
            return .json(body)
        } _: { server in
            let client = try Alerts.client(port: server.port)
            let outlet = try Outlet(try Alerts.definition(.mastodon, port: server.port))
            let learned = await outlet.learned(through: client) ?? outlet
            let long = Alerts.one(body: String(repeating: "word ", count: 3000))
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(learned.draft(of: long).payload)) as? [String: Any]
            )
            let status = try #require(object["status"] as? String)
            #expect(status.utf16.count <= characters)
            #expect(status.utf16.count > characters - 20)
        }
    }

    @Test("no message is longer than its service takes, whatever it is made of", arguments: sending)
    func limits(kind: OutletKind) throws {
        let bodies = ["x", "é", "*", "飛", "👩‍👩‍👧‍👦", "@", "\n", "a.b "].map { String(repeating: $0, count: 12_000) }
        for body in bodies {
            let alert = Alerts.one(title: String(body.prefix(5000)), body: body)
            let payload = try Outlet(
                try Alerts.definition(kind, port: 80),
                site: try WebAddress("https://site.example")
            ).draft(of: alert).payload
            let object = try #require(try JSONSerialization.jsonObject(with: Data(payload)) as? [String: Any])
            switch kind {
            case .telegram: #expect(try #require(object["text"] as? String).utf16.count <= 4096)
            case .discord: #expect(try #require(object["content"] as? String).utf16.count <= 2000)
            case .mastodon: #expect(try #require(object["status"] as? String).utf16.count <= 500)
            case .ntfy: #expect(try #require(object["message"] as? String).utf8.count <= 4096)
            case .slack: #expect(try #require(object["text"] as? String).count <= 40_000)
            case .matrix: #expect(payload.count < 65_536)
            default: break
            }
        }
    }

    @Test("a test says it is one", arguments: sending)
    func test(kind: OutletKind) async throws {
        try await ImitatedServer.with { _, _ in
            Self.good(kind)
        } _: { server in
            let client = try Alerts.client(port: server.port)
            for (language, word) in [("en", "Test message"), ("id", "Pesan uji")] {
                let definition = try Alerts.definition(kind, port: server.port, adding: ["language": [language]])
                let outlet = try Outlet(definition)
                #expect(await outlet.test(key: "k", now: Alerts.time, through: client) == .delivered)
                #expect(server.memory.requests.last?.body.contains(word) == true)
            }
        }
    }

    @Test("the same alert is rendered to the same bytes", arguments: sending)
    func sameBytes(kind: OutletKind) throws {
        let outlet = try Outlet(try Alerts.definition(kind, port: 80))
        let first = outlet.draft(of: Alerts.one())
        for _ in 0..<20 { #expect(outlet.draft(of: Alerts.one()) == first) }
    }

    @Test("no secret is kept with a message", arguments: sending)
    func noSecretInPayload(kind: OutletKind) throws {
        let definition = try Alerts.definition(kind, port: 80)
        let text = String(decoding: try Outlet(definition).draft(of: Alerts.one()).payload, as: UTF8.self)
        for secret in definition.secrets.values { #expect(!text.contains(secret.value)) }
    }
}
