import AsyncHTTPClient
import TestServers
import Testing

@testable import Polling

@Suite(.timeLimit(.minutes(10))) struct FetcherTests {
    /// Asks an imitation once.
    private func fetch(
        timeouts: PollTimeouts = PollTimeouts(),
        path: String = "/x",
        _ answer: @escaping @Sendable (ImitatedServer.Request, Int) -> ImitatedServer.Reply
    ) async throws -> Result<PollAnswer, PollFailure> {
        try await ImitatedServer.with(answer) { server in
            try await ask(server.port, path, timeouts)
        }
    }

    private func ask(
        _ port: Int,
        _ path: String,
        _ timeouts: PollTimeouts
    ) async throws -> Result<PollAnswer, PollFailure> {
        try await HTTPClient.withHTTPClient(configuration: Fetcher.configuration(timeouts)) { client in
            let fetcher = Fetcher(client: client, timeouts: timeouts, agent: "pelacak/0.0 (+self-hosted)")
            do {
                return .success(try await fetcher.fetch(Fetcher.Query(origin: "http://127.0.0.1:\(port)", path: path)))
            } catch let error as PollFailure { return .failure(error) }
        }
    }

    /// Impatient: for servers that never answer.
    private var impatient: PollTimeouts {
        var timeouts = PollTimeouts()
        (timeouts.connect, timeouts.silence, timeouts.whole) = (2, 0.3, 0.6)
        return timeouts
    }

    private func limited(_ body: Int) -> PollTimeouts {
        var timeouts = PollTimeouts()
        timeouts.largestBody = body
        return timeouts
    }

    private func failure(_ result: Result<PollAnswer, PollFailure>) -> PollFailure? {
        if case .failure(let failure) = result { failure } else { nil }
    }

    @Test func itSaysWhoItIsAndUnpacksWhatComesPacked() async throws {
        let text = Array(#"{"aircraft":[]}"#.utf8)
        try await ImitatedServer.with({ _, _ in
            .answer(status: 200, headers: ["Content-Encoding": "gzip", "ETag": "\"a\""], body: Packed.stored(text))
        }) { server in
            let answer = try (try await ask(server.port, "/x?y=1", PollTimeouts())).get()
            #expect(answer.status == 200)
            #expect(answer.body == text)
            #expect(answer.entityTag == "\"a\"")
            let request = try #require(server.memory.requests.first)
            #expect(request.line == "GET /x?y=1")
            #expect(request.headers["user-agent"] == "pelacak/0.0 (+self-hosted)")
            #expect(request.headers["accept-encoding"] == "gzip")
        }
    }

    @Test func aBombIsStoppedAtTheLimit() async throws {
        let bomb = Packed.bomb(20_000)
        #expect(bomb.count < 40_000)
        let result = try await fetch(timeouts: limited(1 << 20)) { _, _ in
            .answer(status: 200, headers: ["Content-Encoding": "gzip"], body: bomb)
        }
        #expect(failure(result) == .tooLarge(limit: 1 << 20))
    }

    @Test func aBombBelowTheLimitIsRead() async throws {
        let result = try await fetch(timeouts: limited(1 << 20)) { _, _ in
            .answer(status: 200, headers: ["Content-Encoding": "gzip"], body: Packed.bomb(1000))
        }
        #expect(try result.get().body.count == 258_001)
    }

    @Test func aBodyBeyondTheLimitIsNotTaken() async throws {
        let said = try await fetch(timeouts: limited(1000)) { _, _ in
            .raw(Array("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx".utf8))
        }
        #expect(failure(said) == .tooLarge(limit: 1000))
        let unsaid = try await fetch(timeouts: limited(1000)) { _, _ in
            .raw(Array("HTTP/1.1 200 OK\r\n\r\n".utf8) + [UInt8](repeating: 32, count: 5000))
        }
        #expect(failure(unsaid) == .tooLarge(limit: 1000))
    }

    @Test func aSilentServerAndOneThatDripsAreGivenUp() async throws {
        let silent = try await fetch(timeouts: impatient) { _, _ in .stall([]) }
        #expect(failure(silent).map { if case .timedOut = $0 { true } else { false } } == true)
        let half = try await fetch(timeouts: impatient) { _, _ in
            .stall(Array("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc".utf8))
        }
        #expect(failure(half).map { if case .timedOut = $0 { true } else { false } } == true)
    }

    @Test func aCutBodyIsAnError() async throws {
        let result = try await fetch { _, _ in
            .raw(Array("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc".utf8))
        }
        #expect(failure(result).map { if case .broken = $0 { true } else { false } } == true)
    }

    @Test func brokenPackingIsAnErrorAndSoIsAnotherKind() async throws {
        for (coding, body) in [("gzip", Array("not packed at all".utf8)), ("br", [1, 2, 3])] {
            let result = try await fetch { _, _ in
                .answer(status: 200, headers: ["Content-Encoding": coding], body: body)
            }
            #expect(failure(result).map { if case .broken = $0 { true } else { false } } == true, "\(coding)")
        }
    }

    @Test func whatSpeaksNoHTTPIsAnError() async throws {
        let result = try await fetch { _, _ in .raw([0x1A, 0x33] + [UInt8](repeating: 0x1A, count: 500)) }
        #expect(failure(result) != nil)
    }

    @Test func nobodyThereIsSaidSo() async throws {
        // A port that the system gives to nobody: one that was free a moment ago may be another test's by now.
        let result = try await ask(1, "/", PollTimeouts())
        #expect(failure(result) == .cannotConnect(reason: "connection refused"))
    }

    @Test func redirectsOnTheSameHostAreFollowedAndOthersAreNot() async throws {
        let same = try await fetch { request, number in
            number == 0
                ? .answer(status: 302, headers: ["Location": "/elsewhere?a=b"])
                : .json(#"{"line": "\#(request.line)"}"#)
        }
        #expect(String(decoding: try same.get().body, as: UTF8.self).contains("GET /elsewhere?a=b"))
        let other = try await fetch { _, _ in .answer(status: 301, headers: ["Location": "http://192.0.2.1/x"]) }
        #expect(failure(other) == .redirected(host: "http://192.0.2.1"))
        let circle = try await fetch { _, _ in .answer(status: 302, headers: ["Location": "/x"]) }
        #expect(failure(circle).map { if case .redirected = $0 { true } else { false } } == true)
    }

    @Test func aRedirectNeverLeavesTLSOrTheHost() throws {
        let query = Fetcher.Query(origin: "https://provider.example", path: "/v2/mil")
        #expect(try Fetcher.followed("/other", from: query).0 == "https://provider.example")
        #expect(try Fetcher.followed("https://provider.example/a?b=c", from: query).1 == "/a?b=c")
        for bad in [
            "http://provider.example/a", "https://provider.example:8443/a", "https://evil.example/", "//evil.example/a",
            "https://user@provider.example/", "file:///etc/passwd", "https://provider.example.evil.example/",
        ] {
            #expect(throws: PollFailure.self, "\(bad)") { try Fetcher.followed(bad, from: query) }
        }
        let plain = Fetcher.Query(origin: "http://tracker.example", path: "/data/aircraft.json")
        #expect(
            try Fetcher.followed("https://tracker.example/data/aircraft.json", from: plain).0
                == "https://tracker.example"
        )
    }
}
