import Testing

@testable import pelacak

struct LogRedactionTests {
    @Test(
        "keys, tokens, passwords and places go, and the rest stays",
        arguments: [
            ("x?key=abc&name=roof", "x?key=…&name=roof"), ("x?name=roof&KEY=abc", "x?name=roof&KEY=…"),
            ("at=52.1,5.2,20 ok", "at=… ok"), ("at=52.1%2C5.2", "at=…"), ("receiver: 52.1,5.2", "receiver: …"),
            ("https://me:hunter2@example.org/x", "https://…@example.org/x"),
            ("Authorization: Bearer abc.def-1", "Authorization: …"),
            ("sent Bearer abc", "sent Bearer …"), (#"{"token": "abc", "n": 1}"#, #"{"token": "…", "n": 1}"#),
            ("plk_abcd1234_efgh was shown", "plk_… was shown"), ("client_secret=s%20x;b", "client_secret=…;b"),
            ("password: p", "password: …"),
            ("key=", "key="), ("monkey=banana", "monkey=banana"),
            ("at 12:00 the receiver: connected", "at 12:00 the receiver: connected"),
            ("keyboard: here", "keyboard: here"), ("127.0.0.1:30005 refused", "127.0.0.1:30005 refused"), ("", ""),
            ("=:=:", "=:=:"),
            ("mail me@example.org", "mail me@example.org"), ("key=a key=b", "key=… key=…"),
        ]
    )
    func cleans(text: String, cleaned: String) { #expect(LogRedaction.cleaned(text) == cleaned) }

    @Test("whatever the text, nothing traps and a second cleaning finds nothing more", arguments: 0..<200)
    func anyText(seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let pieces = [
            "key=", "://", "@", "Bearer ", "plk_", "&", " ", "\"", ":", "at=", "1,2", "ä", "\u{0}", "=", "token", "?",
            "/", "\\",
        ]
        let text = (0..<next(20)).map { _ in pieces[next(pieces.count)] }.joined()
        let once = LogRedaction.cleaned(text)
        #expect(LogRedaction.cleaned(once) == once)
    }
}
