import Testing

@testable import Bundles

struct BundlePathTests {
    @Test(
        "usual paths",
        arguments: ["bundle.json", "raw/2026/11/25/7/0210.beast.zst", "history/other-2a00f3.jsonl", "A_b-1.x"]
    )
    func usual(_ text: String) { #expect(BundlePath(text)?.text == text) }

    @Test(
        "what leads elsewhere, or means another file on another system, is no path",
        arguments: [
            "", "/", "/etc/passwd", "..", "../a", "a/../b", "a/..", "./a", "a/./b", "a//b", "a/", "C:a", "a\\b",
            "a\u{0}b",
            ".hidden", "a/.git", "-rf", "a b", "a.", "ä", "~/a", "a%2e", "$HOME", "a\nb", "con:/x",
        ]
    )
    func refused(_ text: String) { #expect(BundlePath(text) == nil) }

    @Test("length and depth are bounded")
    func bounds() {
        #expect(BundlePath(String(repeating: "a", count: 200)) != nil)
        #expect(BundlePath(String(repeating: "a", count: 201)) == nil)
        #expect(BundlePath(Array(repeating: "a", count: 10).joined(separator: "/")) != nil)
        #expect(BundlePath(Array(repeating: "a", count: 11).joined(separator: "/")) == nil)
    }
}
