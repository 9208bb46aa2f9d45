import Foundation
import Site
import Testing
import Watch

@testable import pelacak

struct RuleYAMLTests {
    private static let relay = """
        name: relay pair
        version: 1
        where:
          A: { all: [ { list: special-flights }, { type: IL96 } ] }
          B: { all: [ { sameFleetAs: A }, { not: { same: A } } ] }
        when:
          sequence:
            - silent:  { of: A, atLeast: 20min, coverage: required }
              while:   { heard: { of: B, within: { km: 100, ofLastKnown: A } } }
            - landing: { of: A, at: [UUWW, UUBW], kinds: [observed, inferred] }
          within: 12h
        limit: { cooldown: 6h, per: [A] }
        then: { outlets: [desk], title: "{A.registration} …" }

        """

    @Test("YAML and JSON of one rule are one tree")
    func same() throws {
        let tree = try RuleYAML.tree(Self.relay)
        let json = try RuleValue(json: tree.json.utf8)
        #expect(json == tree)
        #expect(try WatchRule(tree, id: "r").variables.map(\.name) == ["A", "B"])
        #expect(try RuleYAML.tree(RuleYAML.text(tree)) == tree)
    }

    @Test("what is wrong is told with its line and path")
    func wrong() throws {
        func fault(_ text: String) -> RuleError? {
            do throws(RuleError) {
                _ = try WatchRule(RuleYAML.tree(text), id: "r")
                return nil
            } catch { return error }
        }
        let unknown = try #require(fault("name: n\nwhere: { A: {} }\nwhen:\n  flies: {}\n"))
        #expect(unknown.fault == .unknownKey("flies") && unknown.line == 4 && unknown.path == "when")
        #expect(fault("name: [n\n")?.line ?? 0 > 0)
        #expect(fault("")?.fault == .syntax(expected: .rule))
    }

    @Test("addresses, codes and callsigns that look like numbers stay texts")
    func numbers() throws {
        let text = "name: n\nwhere: { A: { hex: 400001 } }\nwhen: { squawk: { code: 7700 } }\n"
        let rule = try WatchRule(RuleYAML.tree(text), id: "r")
        #expect(rule.source.json.contains("\"400001\"") && rule.source.json.contains("\"7700\""))
        let odd = try RuleYAML.tree("where: { A: { hex: 4e1234 } }")
        #expect(odd.json == #"{"where":{"A":{"hex":"4e1234"}}}"#)
    }

    @Test(
        "anchors, aliases, merging, depth and length are refused",
        arguments: [
            "a: &x [1]\nb: *x\n", "a: &x {k: 1}\nb: { <<: *x }\n", "a: *x\n",
            String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000),
            String(repeating: "- ", count: 300) + "a\n", "a: " + String(repeating: "x", count: 70_000),
            "? [a]\n: b\n", "a: 1\na: 2\n",
        ]
    )
    func refused(text: String) {
        #expect(throws: RuleError.self) { try RuleYAML.tree(text) }
    }

    @Test("a bomb of aliases costs nothing")
    func bomb() {
        var text = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
        for number in 1..<20 {
            text +=
                "a\(number): &a\(number) [" + Array(repeating: "*a\(number - 1)", count: 9).joined(separator: ",")
                + "]\n"
        }
        #expect(throws: RuleError.self) { try RuleYAML.tree(text) }
    }

    @Test("the example rules are the same after YAML")
    func examples() throws {
        #expect(WatchRules.examples.count >= 12)
        for example in WatchRules.examples {
            let tree = try RuleYAML.tree(example.yaml)
            #expect(Array(tree.json.utf8) == example.rule, "\(example.id)")
        }
    }
}
