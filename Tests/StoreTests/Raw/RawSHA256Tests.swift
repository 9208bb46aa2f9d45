import Testing

@testable import Store

struct RawSHA256Tests {
    /// FIPS 180-4's examples, by the NIST's "SHA256.pdf" and the common vector for a million letters.
    @Test(arguments: [
        ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
    func publishedVectors(text: String, times: Int, digest: String) {
        var sha = RawSHA256()
        let all = [UInt8](String(repeating: text, count: times).utf8)
        // In pieces that do not fit the blocks.
        for start in stride(from: 0, to: all.count, by: 61) { sha.add(Array(all[start..<min(start + 61, all.count)])) }
        #expect(sha.digest() == digest)
    }
}
