import Testing

@testable import Site

struct RequestTargetTests {
    @Test("a path is taken apart and decoded")
    func decoded() throws {
        let target = try #require(RequestTarget("/api/v1/aircraft/%7E2a00f3?view=1%2C2&every&x=a=b"))
        #expect(target.path == ["api", "v1", "aircraft", "~2a00f3"])
        #expect(target["view"] == "1,2" && target["every"] == "" && target["x"] == "a=b" && target["none"] == nil)
        #expect(try #require(RequestTarget("/")).path.isEmpty)
        #expect(try #require(RequestTarget("/?a=b")).path.isEmpty)
    }

    @Test(
        "what is no path or hides something is refused",
        arguments: [
            "", "*", "http://x/", "/%", "/%4", "/%gg", "/a/../b", "/.", "/%2f", "/%00", "/a\\b", "/%ff", "/?a=%ff",
        ]
    )
    func refused(target: String) { #expect(RequestTarget(target) == nil) }

    @Test("random text never traps", arguments: 0..<20)
    func random(seed: UInt64) {
        var random = SplitMix(state: seed)
        let alphabet = Array("/%?&=.~\\af09 \u{0}é")
        for _ in 0..<500 {
            let text = String((0..<random.below(30)).map { _ in alphabet[random.below(alphabet.count)] })
            let target = RequestTarget("/" + text)
            #expect(target?.path.contains("..") != true)
        }
    }
}
