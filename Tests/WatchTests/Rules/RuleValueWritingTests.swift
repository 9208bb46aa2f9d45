import Testing
import Watch

struct RuleValueWritingTests {
    private static let rule: RuleValue = [
        "name": "A \"name\": with # marks", "version": 1.0, "empty": [], "none": [:],
        "where": ["A": ["all": [["list": "x"], ["not": ["same": "B"]]]]],
        "when": ["sequence": [["silent": ["of": "A"], "while": ["heard": [1.5, "on"]]], "last"]],
        "on": [["a", "b"], [["c"]]],
    ]

    @Test("written as YAML a member has a line, texts stand in quotes, short lists on one line")
    func yaml() {
        #expect(
            Self.rule.yaml == """
                name: "A \\"name\\": with # marks"
                version: 1
                empty: []
                none: {}
                where:
                  A:
                    all:
                      - list: "x"
                      - not:
                          same: "B"
                when:
                  sequence:
                    - silent:
                        of: "A"
                      while:
                        heard: [1.5,"on"]
                    - "last"
                "on":
                  - - "a"
                    - "b"
                  - - - "c"

                """
        )
    }

    @Test("literals are the tree that their JSON is read as")
    func literals() throws {
        #expect(try RuleValue(json: Array(Self.rule.json.utf8)) == Self.rule)
    }
}
