import Testing

@testable import Outlets

struct WebAddressTests {
    @Test(
        "what is plain is read as it stands",
        arguments: [
            ("https://example.org", "https://example.org/", 443),
            ("HTTPS://EXAMPLE.org/a?b=c", "https://example.org/a?b=c", 443),
            ("https://example.org:8443/", "https://example.org:8443/", 8443),
            ("http://example.org.", "http://example.org/", 80),
            ("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/", 443),
            ("https://192.0.2.7:1/", "https://192.0.2.7:1/", 1),
            ("https://[2001:DB8::1]/x", "https://[2001:db8:0:0:0:0:0:1]/x", 443),
            ("https://example.org?x=1", "https://example.org/?x=1", 443),
        ]
    )
    func plain(text: String, written: String, port: Int) throws {
        let address = try WebAddress(text)
        #expect(address.text == written)
        #expect(address.port == port)
    }

    @Test(
        "what two readers could take for two hosts is refused",
        arguments: [
            "", "example.org", "ftp://example.org/", "file:///etc/passwd", "https:///x", "https://",
            "https:/example.org/",
            "https://user@example.org/", "https://user:pw@example.org/", "https://example.org@127.0.0.1/",
            "https://example.org\\@127.0.0.1/", "https://exa mple.org/", "https://example.org/\r\nHost: x",
            "https://exämple.org/",
            "https://１２７.0.0.1/", "https://127。0。0。1/", "https://127.1/", "https://2130706433/", "https://0x7f000001/",
            "https://0177.0.0.1/", "https://0x7f.0.0.1/", "https://127.0.0.01/", "https://127.0.0.256/",
            "https://127.0.0.1.2/",
            "https://1.2.3/", "https://127.0.0.1%00.example.org/", "https://%6c%6fcalhost/", "https://[::1%25eth0]/",
            "https://[::1",
            "https://[127.0.0.1]/", "https://[::ffff:127.0.0.1]/", "https://[::ffff:7f00:1]/", "https://example.org:0/",
            "https://example.org:65536/", "https://example.org:443x/", "https://example.org:/", "https://.example.org/",
            "https://example..org/", "https://-example.org/", "https://example.org#@127.0.0.1/",
            "https://exa_mple.0x7f/",
            "gopher://127.0.0.1/", "javascript:alert(1)", "//127.0.0.1/", "https://example.org/{x}",
            "https://example.org..",
        ]
    )
    func refused(text: String) {
        #expect(throws: OutboundFailure.self) { try WebAddress(text) }
    }

    @Test func nothingOfAnAddressThatIsRefusedIsRepeated() {
        do throws(OutboundFailure) {
            _ = try WebAddress("https://user:geheim@example.org/geheim")
            Issue.record("it was taken")
        } catch {
            #expect(!error.description.contains("geheim"))
        }
    }

    @Test func anythingAtAllIsReadWithoutATrap() {
        var generator = SystemRandomNumberGenerator()
        let pieces = [
            "https://", "http://", "[", "]", ":", "/", "?", "#", "@", "127.0.0.1", "::1", "%", ".", "0x", "é", "\u{0}",
            "a",
        ]
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined()
            guard let address = try? WebAddress(text) else { continue }
            // What is taken reads the same again.
            #expect((try? WebAddress(address.text)) == address)
        }
    }
}
