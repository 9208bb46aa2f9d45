import Testing

@testable import Watch

struct RuleValueChangingTests {
    @Test("a key is put in its place, or at the end; what is no map stays")
    func replacing() throws {
        let tree = try RuleValue(json: #"{"a":1,"b":"x"}"#.utf8)
        #expect(tree.replacing("a", with: "y").json == #"{"a":"y","b":"x"}"#)
        #expect(tree.replacing("c", with: [1.0]).json == #"{"a":1,"b":"x","c":[1]}"#)
        #expect(RuleValue(.text("t")).replacing("a", with: "y") == RuleValue(.text("t")))
    }

    @Test("a key's value, and texts")
    func reading() throws {
        let tree = try RuleValue(json: #"{"a":{"b":"x"},"n":1}"#.utf8)
        #expect(tree["a"]?["b"]?.asText == "x")
        #expect(tree["n"]?.asText == nil && tree["z"] == nil && tree["n"]?["b"] == nil)
    }
}
