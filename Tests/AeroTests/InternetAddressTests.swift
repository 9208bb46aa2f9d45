import Testing

@testable import Aero

struct InternetAddressTests {
    @Test(
        "an address is the same however it is written",
        arguments: [
            ("192.0.2.7", "192.0.2.7:4711"), ("192.0.2.7", "::ffff:192.0.2.7"), ("192.0.2.7", "::ffff:c000:207"),
            ("2001:db8::1", "[2001:DB8:0:0:0:0:0:1]:443"), ("2001:db8::1", "2001:db8:0::0:1"),
            ("::1", "0:0:0:0:0:0:0:1"),
            ("fe80::1", "fe80::1%eth0"), ("::", "0::0"),
        ]
    )
    func sameAddress(left: String, right: String) throws {
        #expect(try #require(InternetAddress(left)) == #require(InternetAddress(right)))
    }

    @Test(
        "what is no address is none",
        arguments: [
            "", "localhost", "192.0.2", "192.0.2.256", "192.0.2.7.8", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9",
            ":::",
            "2001:db8::12345", "[::1", "::1 ", "1:2:3:4:5:6:7:8::", "g::", "-1.0.0.0",
            String(repeating: ":", count: 100), "unknown",
        ]
    )
    func noAddress(text: String) { #expect(InternetAddress(text) == nil) }

    @Test("IPv6 is counted by its first 64 bits, IPv4 whole")
    func counted() throws {
        func counted(_ text: String) throws -> InternetAddress { try #require(InternetAddress(text)).counted }
        #expect(try counted("2001:db8:1:2::1") == counted("2001:db8:1:2:ffff:1:2:3"))
        #expect(try counted("2001:db8:1:2::1") != counted("2001:db8:1:3::1"))
        #expect(try counted("192.0.2.7") != counted("192.0.2.8"))
        #expect(try counted("::1") != counted("::2"))
    }

    @Test("loopback is 127.0.0.0/8 and ::1")
    func loopback() throws {
        for text in ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"] {
            #expect(try #require(InternetAddress(text)).isLoopback)
        }
        for text in ["128.0.0.1", "::2", "::", "10.0.0.1"] { #expect(try !#require(InternetAddress(text)).isLoopback) }
    }

    @Test(
        "a range holds what begins like it",
        arguments: [
            ("10.0.0.0/8", "10.255.1.2", true), ("10.0.0.0/8", "11.0.0.1", false), ("0.0.0.0/0", "203.0.113.9", true),
            ("0.0.0.0/0", "2001:db8::1", false), ("2001:db8::/32", "2001:db8:ffff::1", true),
            ("2001:db8::/32", "2001:db9::1", false),
            ("::/0", "2001:db9::1", true), ("192.0.2.7", "192.0.2.7", true), ("192.0.2.7", "192.0.2.8", false),
            ("2001:db8::/65", "2001:db8::8000:0:0:0", false), ("192.0.2.7/32", "192.0.2.7", true),
        ]
    )
    func range(range: String, address: String, isInside: Bool) throws {
        #expect(try #require(InternetRange(range)).contains(#require(InternetAddress(address))) == isInside)
    }

    @Test(
        "what is no range is none",
        arguments: ["10.0.0.0/33", "10.0.0.0/-1", "::/129", "10.0.0.0/8/8", "x/8", "/8", "10.0.0.0/"]
    )
    func noRange(text: String) { #expect(InternetRange(text) == nil) }
}
