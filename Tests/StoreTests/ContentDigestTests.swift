import Testing

@testable import Store

struct ContentDigestTests {
    /// - Source: NIST, FIPS 180-4 example values, "SHA256.pdf"; the empty message and the million: NIST CAVP, SHA256ShortMsg and FIPS 180-2 B.3.
    @Test(
        "published values",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                String(repeating: "a", count: 1_000_000),
                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
            ),
        ]
    )
    func isSHA256(text: String, sum: String) { #expect(ContentDigest.hex(Array(text.utf8)) == sum) }

    @Test func piecesGiveTheSameAsTheWhole() {
        let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 * 31) }
        for cut in stride(from: 0, to: 1_000, by: 37) {
            var digest = ContentDigest()
            digest.update(Array(bytes[..<cut]))
            digest.update(Array(bytes[cut...]))
            #expect(digest.finish() == ContentDigest.hex(bytes))
        }
    }
}
