import Testing

@testable import Watch

/// Rules as texts, for several suites.
enum Rules {
    struct Wrong: Sendable, CustomTestStringConvertible {
        let text: String
        let fault: RuleError.Fault
        let path: String
        var line = 0
        var testDescription: String { text }
    }

    static func read(_ text: String, id: String = "r") throws -> WatchRule {
        try WatchRule(RuleValue(json: text.utf8), id: id)
    }

    /// A rule about one variable.
    static func simple(_ when: String, where identity: String = "{}", limit: String = "{}") -> String {
        "{\"name\":\"n\",\"where\":{\"A\":\(identity)},\"when\":\(when),\"limit\":\(limit)}"
    }

    /// A rule about a take-off with a title.
    static func titled(_ title: String) -> String {
        "{\"name\":\"n\",\"where\":{\"A\":{}},\"when\":{\"takeoff\":{}},\"then\":{\"title\":\(title)}}"
    }

    static let relayPair = """
        { "name": "relay pair near Vnukovo", "version": 1,
          "where": {
            "A": { "all": [ { "list": "special-flights" }, { "type": "IL96" } ] },
            "B": { "all": [ { "sameFleetAs": "A" }, { "not": { "same": "A" } } ] } },
          "when": {
            "sequence": [
              { "silent": { "of": "A", "atLeast": "20min", "coverage": "required" },
                "while": { "heard": { "of": "B", "within": { "km": 100, "ofLastKnown": "A" } } } },
              { "landing": { "of": "A", "at": ["UUWW", "UUBW"], "kinds": ["observed", "inferred"] } } ],
            "within": "12h" },
          "limit": { "cooldown": "6h", "per": ["A"] },
          "then": { "outlets": ["desk-telegram", "archive-feed"],
                    "title": "{A.registration} silent {silent.duration}, {B.registration} heard nearby",
                    "show": { "position": "coarse", "receivers": "never" } } }
        """

    static let threeInTheBox = """
        { "name": "three or more in the box", "version": 1,
          "where": { "A": { "any": [ { "operator": "RSD" }, { "registration": "RA-96*" },
                                     { "country": "RU", "category": "state" } ] } },
          "when": { "count": { "of": "A", "distinct": true, "atLeast": 3, "window": "2h",
                               "in": { "area": "yakutsk-150km" } } },
          "limit": { "cooldown": "12h", "per": [] }, "then": { "outlets": ["feed"] } }
        """

    static let wrong: [Wrong] = [
        Wrong(text: "{\n\"name\": \"n\",\n\"when\": {}}", fault: .missingKey("where"), path: "", line: 1),
        Wrong(text: simple("{\"takeoff\":{\n\"from\":1}}"), fault: .unknownKey("from"), path: "when.takeoff", line: 2),
        Wrong(text: simple("{\"flies\":{}}"), fault: .unknownKey("flies"), path: "when"),
        Wrong(text: simple("{\"takeoff\":{\"of\":\"X\"}}"), fault: .unknownVariable("X"), path: "when.takeoff.of"),
        Wrong(text: simple("{\"inside\":{\"area\":\"a\"}}"), fault: .nothingHappens, path: "when"),
        Wrong(text: simple("{\"not\":{\"takeoff\":{}}}"), fault: .nothingHappens, path: "when"),
        Wrong(
            text: simple("{\"any\":[{\"takeoff\":{}},{\"time\":{}}]}"),
            fault: .nothingHappens,
            path: "when"
        ),
        Wrong(
            text: simple("{\"reappeared\":{\"after\":\"30 days\"}}"),
            fault: .badValue(expected: .duration),
            path: "when.reappeared.after"
        ),
        Wrong(
            text: simple("{\"count\":{\"atLeast\":3,\"window\":\"31d\"}}"),
            fault: .outOfRange(allowed: .between("1s", "30d")),
            path: "when.count.window"
        ),
        Wrong(
            text: simple("{\"sequence\":[{\"takeoff\":{}},{\"landing\":{}}]}"),
            fault: .missingKey("within"),
            path: "when"
        ),
        Wrong(
            text: simple(
                "{\"sequence\":[\(Array(repeating: "{\"takeoff\":{}}", count: 7).joined(separator: ","))],\"within\":\"1h\"}"
            ),
            fault: .tooMany(.steps, bound: 6),
            path: "when.sequence"
        ),
        Wrong(
            text: simple("{\"sequence\":[{\"takeoff\":{},\"while\":{\"heard\":{}}}]}"),
            fault: .misplaced(.meanwhile),
            path: "when"
        ),
        Wrong(
            text: "{\"name\":\"n\",\"where\":{\"A\":{},\"B\":{}},\"when\":{\"takeoff\":{\"of\":\"A\"}}}",
            fault: .unusedVariable("B"),
            path: "where.B"
        ),
        Wrong(
            text: "{\"name\":\"n\",\"where\":{\"A\":{},\"B\":{},\"C\":{},\"D\":{}},\"when\":{}}",
            fault: .tooMany(.variables, bound: 3),
            path: "where"
        ),
        Wrong(
            text: simple("{\"takeoff\":{}}", where: "{\"same\":\"A\"}"),
            fault: .misplaced(.selfComparison),
            path: "where.A"
        ),
        Wrong(
            text: simple("{\"takeoff\":{}}", where: "{\"callsign\":\"\(String(repeating: "A", count: 33))\"}"),
            fault: .badValue(expected: .pattern(atMost: 32)),
            path: "where.A.callsign"
        ),
        Wrong(
            text: simple("{\"squawk\":{\"code\":\"7800\"}}"),
            fault: .badValue(expected: .squawk),
            path: "when.squawk.code"
        ),
        Wrong(
            text: simple(
                "{\"enters\":{\"area\":{\"polygon\":[\(Array(repeating: "[1,2]", count: 501).joined(separator: ","))]}}}"
            ),
            fault: .tooMany(.points, bound: 500),
            path: "when.enters.area.polygon"
        ),
        Wrong(
            text: titled("{\"id\":\"x\"}"),
            fault: .missingKey("en"),
            path: "then.title"
        ),
        Wrong(
            text: titled("{\"en\":\"x\",\"fr\":\"y\"}"),
            fault: .unknownKey("fr"),
            path: "then.title"
        ),
        Wrong(
            text: titled("{\"en\":\"x\",\"id\":\"\"}"),
            fault: .outOfRange(allowed: .bytes(atMost: 300)),
            path: "then.title.id"
        ),
        Wrong(
            text: titled("[\"x\"]"),
            fault: .badValue(expected: .text),
            path: "then.title"
        ),
        Wrong(
            text: "{\"name\":\"n\",\"name\":\"m\"}",
            fault: .repeatedKey("name"),
            path: "",
            line: 1
        ),
    ]
}
