import Aero
import Flights
import Testing

@testable import Watch

struct RuleReadingTests {
    @Test("the rule about a pair in the specification is read whole")
    func relayPair() throws {
        let rule = try Rules.read(Rules.relayPair)
        #expect(rule.variables.map(\.name) == ["A", "B"])
        guard case .sequence(let steps, let within) = rule.pattern else { return #expect(Bool(false)) }
        #expect(steps.count == 2 && within == RuleDuration(seconds: 43_200))
        #expect(
            steps[0].condition
                == .happens(Trigger(of: 0, .silent(atLeast: RuleDuration(seconds: 1200), classes: [.offLikely])))
        )
        #expect(steps[0].meanwhile?.variables == [0, 1])
        #expect(rule.limit == RuleLimit(cooldown: RuleDuration(seconds: 21_600), per: [0]))
        #expect(rule.outcome.outlets == ["desk-telegram", "archive-feed"])
    }

    @Test("the rule that counts in the specification is read whole")
    func counting() throws {
        let rule = try Rules.read(Rules.threeInTheBox)
        guard case .count(let count) = rule.pattern else { return #expect(Bool(false)) }
        #expect(count.counted == .aircraft && count.atLeast == 3 && count.window == RuleDuration(seconds: 7200))
    }

    @Test("a title is one text for both languages, or one in each")
    func titles() throws {
        let once = try Rules.read(Rules.titled("\"up\"")).outcome.title
        #expect(once == RuleTitle("up"))
        #expect(WatchLanguage.allCases.map { once?.template(in: $0) } == ["up", "up"])
        let each = try Rules.read(Rules.titled("{\"en\":\"up\",\"id\":\"naik\"}")).outcome.title
        #expect(each == RuleTitle("up", indonesian: "naik"))
        #expect(WatchLanguage.allCases.map { each?.template(in: $0) } == ["up", "naik"])
        #expect(try Rules.read(Rules.titled("{\"en\":\"up\"}")).outcome.title == once)
    }

    @Test("what is stored is the tree itself: reading it again gives the same rule")
    func storedForm() throws {
        for text in [Rules.relayPair, Rules.threeInTheBox] {
            let rule = try Rules.read(text)
            #expect(try WatchRule(RuleValue(json: rule.source.json.utf8), id: rule.id) == rule)
        }
    }

    @Test("what is wrong is told with its line and path", arguments: Rules.wrong)
    func wrong(_ wrong: Rules.Wrong) throws {
        #expect {
            try Rules.read(wrong.text)
        } throws: { error in
            guard let error = error as? RuleError else { return false }
            return error.fault == wrong.fault && error.path == wrong.path
                && (wrong.line == 0 || error.line == wrong.line)
        }
    }

    @Test("cutting a rule short anywhere is an error, never a trap")
    func cutShort() {
        let bytes = Array(Rules.relayPair.utf8)
        for length in 0..<(bytes.count - 1) {
            #expect(throws: RuleError.self) { try RuleValue(json: bytes[..<length]) }
        }
    }

    @Test(
        "JSON that is none is refused",
        arguments: ["[1,]", "{\"a\" 1}", "01", "1.", "nul", "\"\\q\"", "\"\\ud800\"", "[1] 2", "\"\u{1}\"", "-", ".5"]
    )
    func noJSON(_ text: String) {
        #expect(throws: RuleError.self) { try RuleValue(json: text.utf8) }
    }

    @Test("texts are written so that they are read again as they were, on one line")
    func texts() throws {
        let text = "a\"b\\c\n\u{1}\u{2028}\u{7F} é 🛩"
        let value = RuleValue(.list([RuleValue(.text(text)), RuleValue(.number(-2.5)), RuleValue(.null)]))
        #expect(!value.json.contains("\n") && !value.json.contains("\u{2028}"))
        #expect(try RuleValue(json: value.json.utf8) == value)
        #expect(try RuleValue(json: "\"\\ud83d\\udee9\"".utf8) == RuleValue(.text("\u{1F6E9}")))
    }

    @Test("nesting is bounded")
    func depth() {
        let text = String(repeating: "[", count: 25) + String(repeating: "]", count: 25)
        #expect(throws: RuleError(.tooDeep(bound: 24), line: 1)) { try RuleValue(json: text.utf8) }
    }
}
