import Testing

@testable import Watch

struct RuleErrorTests {
    private static let texts: [RuleSyntax] = [
        .end, .value, .number, .rule, .key, .colon, .commaOrBrace, .commaOrBracket, .closingMark, .escapedControl,
        .characterAfterBackslash, .escape, .fourDigits, .secondHalf, .unicode, .utf8, .yaml(nil), .yaml("no key"),
    ]
    private static let forms: [RuleForm] = [
        .map, .list, .steps, .variables, .variableList, .condition, .element, .text, .textKey, .number, .wholeNumber,
        .flag, .duration, .timeOfDay, .instant, .point, .variableName, .areaName, .addressPattern, .oneOf(["mon"]),
        .pattern(atMost: 32), .squawk, .kinds, .coverage, .position, .receivers,
    ]
    private static let others: [RuleError.Fault] = [
        .tooLong(bytes: 9, bound: 8), .tooDeep(bound: 24), .unknownKey("k"), .repeatedKey("k"), .missingKey("k"),
        .outOfRange(allowed: .bytes(atMost: 8)), .outOfRange(allowed: .points(atLeast: 3)),
        .outOfRange(allowed: .between("1s", "30d")), .unknownVariable("k"), .nothingHappens, .unusedVariable("k"),
        .unknownName("k"),
    ]
    private static var faults: [RuleError.Fault] {
        var faults = others
        faults += texts.map { RuleError.Fault.syntax(expected: $0) }
        faults += forms.map { RuleError.Fault.badValue(expected: $0) }
        faults += RulePart.allCases.map { RuleError.Fault.tooMany($0, bound: 3) }
        faults += RuleMisplacement.allCases.map { RuleError.Fault.misplaced($0) }
        return faults
    }

    @Test("every fault is told in both languages, each in its own words", arguments: faults)
    func bothLanguages(fault: RuleError.Fault) {
        let (english, indonesian) = (fault.text(in: .english), fault.text(in: .indonesian))
        #expect(!english.isEmpty && !indonesian.isEmpty && english != indonesian)
        #expect(!english.contains("{}") && !indonesian.contains("{}"))
        #expect(fault.texts == ["en": english, "id": indonesian])
        // The page of rules finds a line by the name between these marks.
        #expect(english.contains("“k”") == indonesian.contains("“k”"))
    }

    @Test("its place stands before it, and English is what logs tell")
    func place() {
        let error = RuleError(.badValue(expected: .duration), path: "when.silent.atLeast", line: 5)
        #expect(
            "\(error)" == "line 5, when.silent.atLeast: expected a duration such as 90s, 20min, 12h or 3d"
        )
        #expect(
            error.text(in: .indonesian)
                == "baris 5, when.silent.atLeast: seharusnya lama waktu, misalnya 90s, 20min, 12h atau 3d"
        )
        #expect(RuleError(.unknownName("nowhere")).text(in: .indonesian) == "“nowhere” tidak dikenal di sini")
        #expect(RuleError(.tooMany(.steps, bound: 6), line: 1).description == "line 1: more than 6 steps")
    }

    @Test("what is wrong with a rule that was read is told in both languages", arguments: Rules.wrong)
    func wrong(_ wrong: Rules.Wrong) {
        #expect {
            try Rules.read(wrong.text)
        } throws: { error in
            (error as? RuleError).map { $0.text(in: .indonesian) != $0.text(in: .english) } ?? false
        }
    }
}
