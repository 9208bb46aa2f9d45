import Testing

@testable import pelacak

struct ArgumentSecretsTests {
    @Test(
        "stars stand over keys and places, and nothing else moves",
        arguments: [
            (
                "serve\u{0}--source\u{0}beast+listen://:1?name=a&key=xyz&at=1,2\u{0}",
                "serve\u{0}--source\u{0}beast+listen://:1?name=a&key=***&at=***\u{0}"
            ),
            ("--receiver\u{0}52.1,5.2\u{0}--quiet\u{0}", "--receiver\u{0}********\u{0}--quiet\u{0}"),
            ("--receiver=1,2\u{0}", "--receiver=***\u{0}"),
            ("--feeder\u{0}roof?key=k\u{0}", "--feeder\u{0}roof?key=*\u{0}"),
            ("--source=v2+https://u:p@host?token=t\u{0}", "--source=v2+https://***@host?token=*\u{0}"),
        ]
    )
    func blanks(line: String, blanked: String) {
        #expect(ArgumentSecrets.blanked(Array(line.utf8)).map { String(decoding: $0, as: UTF8.self) } == blanked)
    }

    @Test(
        "without a secret nothing is written",
        arguments: ["serve\u{0}--listen\u{0}127.0.0.1:1\u{0}", "", "\u{0}", "x?key=\u{0}", "a?b\u{0}"]
    )
    func nothing(line: String) { #expect(ArgumentSecrets.blanked(Array(line.utf8)) == nil) }

    @Test("a place is no key")
    func keys() {
        #expect(ArgumentSecrets.holdsKey("beast+tcp://h:1?key=x"))
        #expect(ArgumentSecrets.holdsKey("v2+https://u:p@h"))
        #expect(!ArgumentSecrets.holdsKey("beast+tcp://h:1?at=1,2"))
        #expect(!ArgumentSecrets.holdsKey("beast+tcp://h:1?name=key"))
    }
}
