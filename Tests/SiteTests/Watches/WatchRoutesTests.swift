import Testing

@testable import Site

@Suite(.timeLimit(.minutes(5)))
struct WatchRoutesTests {
    @Test("what is wrong with a rule is told with its place, in English and in both languages")
    func wrongRule() async throws {
        try await SiteUnderTest.with { site in
            let answer = try await Loopback.ask(
                site.port,
                "POST",
                "/api/v1/watches",
                headers: ["Content-Type": "application/json"],
                body: #"{"yaml":"when: {}"}"#
            )
            #expect(answer.status == 422)
            #expect(
                answer.text
                    == #"{"error":"“name” is missing","errorText":{"en":"“name” is missing","id":"“name” tidak ada"},"#
                    + #""code":"rule","field":"where.A","line":3}"#
            )
        }
    }
}
