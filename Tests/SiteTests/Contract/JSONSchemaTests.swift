import TestSupport
import Testing

struct JSONSchemaTests {
    private static let root = """
        {"defs": {"age": {"type": "number", "minimum": 0}, "word": {"enum": ["a", "b"]}}}
        """

    private func findings(_ value: String, _ schema: String) throws -> [String] {
        try JSONSchema(root: JSONValue(Self.root)).findings(JSONValue(value), JSONValue(schema))
    }

    @Test(
        "what is as described gives no finding",
        arguments: [
            ("1", #"{"type": "integer"}"#), ("1.0", #"{"type": "integer"}"#), ("1.5", #"{"type": "number"}"#),
            ("null", #"{"type": ["integer", "null"]}"#), ("true", #"{"const": true}"#),
            ("\"a\"", ##"{"$ref": "#/defs/word"}"##),
            (
                "[1, \"x\", true]",
                #"{"prefixItems": [{"type": "integer"}, {"type": "string"}], "items": {"type": "boolean"}}"#
            ),
            (
                #"{"a": 1}"#,
                ##"{"additionalProperties": false, "properties": {"a": {"$ref": "#/defs/age"}}, "required": ["a"]}"##
            ),
            (#"{"a": 1, "z": 2}"#, #"{"properties": {"a": true}, "additionalProperties": {"type": "integer"}}"#),
            ("\"484159\"", #"{"pattern": "^~?[0-9a-f]{6}$", "minLength": 6, "maxLength": 7}"#),
            ("2", #"{"oneOf": [{"type": "string"}, {"minimum": 2}]}"#), ("5", #"{"description": "x", "x-of-ours": 1}"#),
            (#"{"b": 1}"#, #"{"dependentRequired": {"a": ["b"]}}"#), ("3", "true"),
            ("3", #"{"exclusiveMinimum": 2.9}"#),
            ("7", #"{"allOf": [{"minimum": 1}, {"maximum": 7}]}"#), ("\"ü\"", #"{"maxLength": 1}"#),
        ]
    )
    func right(value: String, schema: String) throws { #expect(try findings(value, schema).isEmpty) }

    @Test(
        "what is wrong is found once and named",
        arguments: [
            ("1.5", #"{"type": "integer"}"#, "is number, not integer"), ("true", #"{"type": "integer"}"#, "is boolean"),
            ("1", #"{"type": "boolean"}"#, "is number"), ("1", #"{"const": true}"#, "is not"),
            ("null", #"{"type": "string"}"#, "is null"), ("\"c\"", ##"{"$ref": "#/defs/word"}"##, "none of the words"),
            ("-1", ##"{"$ref": "#/defs/age"}"##, "beyond the minimum"), ("8", #"{"maximum": 7}"#, "beyond the maximum"),
            ("3", #"{"exclusiveMaximum": 3}"#, "beyond the exclusiveMaximum"),
            ("1", ##"{"$ref": "#/defs/none"}"##, "leads nowhere"), ("1", #"{"$ref": "other.json"}"#, "leads nowhere"),
            ("[1, 2]", #"{"prefixItems": [{"type": "string"}]}"#, "$[0]: is number"),
            ("[1, 2]", #"{"prefixItems": [true], "items": false}"#, "$[1]: must not be there"),
            ("[1]", #"{"minItems": 2}"#, "too few"), ("[1]", #"{"maxItems": 0}"#, "too many"),
            ("[1, \"x\"]", #"{"items": {"type": "integer"}}"#, "$[1]: is string"),
            (
                #"{"a": 1, "b": 2}"#, #"{"additionalProperties": false, "properties": {"a": true}}"#,
                "b is not described"
            ),
            (#"{"a": 1}"#, #"{"required": ["b"]}"#, "b is missing"),
            (
                #"{"a": {"b": "x"}}"#, #"{"properties": {"a": {"properties": {"b": {"type": "null"}}}}}"#,
                "$.a.b: is string"
            ),
            (#"{"a": 1}"#, #"{"dependentRequired": {"a": ["b"]}}"#, "b is missing beside a"),
            (#"{"a": 1}"#, #"{"properties": {"a": false}}"#, "$.a: must not be there"),
            ("\"4841\"", #"{"pattern": "^[0-9]{6}$"}"#, "does not match"),
            ("\"x\"", #"{"pattern": "("}"#, "cannot be read"),
            ("\"xy\"", #"{"maxLength": 1}"#, "too long"), ("\"\"", #"{"minLength": 1}"#, "too short"),
            ("2", #"{"oneOf": [{"type": "string"}, {"minimum": 3}]}"#, "fits 0 of 2"),
            ("2", #"{"oneOf": [{"type": "integer"}, {"minimum": 1}]}"#, "fits 2 of 2"),
            ("2", #"{"anyOf": [true]}"#, "keyword anyOf is not known"), ("2", "5", "neither object nor boolean"),
            ("7", #"{"allOf": [{"minimum": 1}, {"maximum": 6}]}"#, "beyond the maximum"),
        ] as [(String, String, String)]
    )
    func wrong(value: String, schema: String, says: String) throws {
        let found = try findings(value, schema)
        #expect(found.count == 1 && found.first?.contains(says) == true, "\(found)")
    }
}
