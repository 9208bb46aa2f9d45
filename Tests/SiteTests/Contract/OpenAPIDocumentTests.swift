import TestSupport
import Testing

/// The document of the tests, on documents and answers that are wrong.
struct OpenAPIDocumentTests {
    private static let text = """
        {"openapi": "3.1.0", "paths": {
          "/a/{id}": {"get": {"responses": {
            "200": {"content": {"application/json": {"schema": {"type": "object", "additionalProperties": false}}}},
            "404": {"$ref": "#/components/responses/Gone"}, "204": {"description": "nothing"}}}},
          "/a/b": {"post": {"responses": {"200": {"content": {"application/x-ndjson": {}}, "x-line": {"type": "integer"}}}}},
          "/c/tile_{n}.json": {"parameters": [{"name": "n", "example": 7}]}, "/c/{name}": {}},
         "components": {"responses": {
           "Gone": {"content": {"application/json": {"schema": {"type": "null"}}}},
           "MethodNotAllowed": {"content": {"application/json": {"schema": {"const": 405}}}}}}}
        """

    private func findings(
        _ method: String = "GET",
        _ path: String = "/a/1",
        _ status: Int = 200,
        _ body: String = "{}",
        type: String = "application/json; charset=utf-8",
        allow: String? = nil
    ) throws -> [String] {
        var headers = ["content-type": type]
        headers["allow"] = allow
        let answer = OpenAPIDocument.Answer(status: status, headers: headers, body: Array(body.utf8))
        return try OpenAPIDocument(Self.text.utf8).findings(method, path, answer)
    }

    @Test("answers as described give no finding")
    func right() throws {
        #expect(try findings().isEmpty)
        #expect(try findings("GET", "/a/x?y=z", 404, "null").isEmpty)
        #expect(try findings("GET", "/a/1", 204, "").isEmpty)
        #expect(try findings("POST", "/a/b", 200, "1\n2\n", type: "application/x-ndjson").isEmpty)
        #expect(try findings("PUT", "/a/b", 405, "405", allow: "POST").isEmpty)
    }

    @Test("answers that are not are found")
    func wrong() throws {
        #expect(try findings("GET", "/b") == ["/b is not described"])
        #expect(try findings("PUT", "/a/1") == ["PUT /a/{id} is not described"])
        #expect(try findings("GET", "/a/1", 500).first?.hasPrefix("GET /a/{id} 500 is not described") == true)
        #expect(try findings("GET", "/a/1", 200, #"{"new": 1}"#) == ["$: new is not described"])
        #expect(
            try findings("GET", "/a/1", 200, "{}", type: "text/html") == ["the content type text/html is not described"]
        )
        #expect(try findings("GET", "/a/1", 200, "{").first?.hasPrefix("no JSON") == true)
        #expect(try findings("GET", "/a/1", 404, "{}") == ["$: is object, not null"])
        #expect(try findings("GET", "/a/1", 204, "x") == ["a body of 1 bytes where none is described"])
        #expect(try findings("POST", "/a/b", 200, "1\nx\n", type: "application/x-ndjson").count == 1)
        #expect(try findings("PUT", "/a/b", 405, "405") == ["405 without Allow"])
        #expect(try findings("PUT", "/a/b", 405, "1", allow: "POST").count == 1)
    }

    @Test("a path without placeholders goes before one with them, and all answers are listed")
    func templates() throws {
        let document = try OpenAPIDocument(Self.text.utf8)
        #expect(document.template(of: "/a/b") == "/a/b")
        #expect(document.template(of: "/a/c?b") == "/a/{id}")
        #expect(document.template(of: "/a") == nil)
        #expect(document.template(of: "/c/tile_12.json") == "/c/tile_{n}.json")
        #expect(document.template(of: "/c/tile_12.json.gz") == "/c/{name}")
        #expect(document.filled("/c/tile_{n}.json") == "/c/tile_7.json")
        let all: Set = ["GET /a/{id} 200", "GET /a/{id} 204", "GET /a/{id} 404", "POST /a/b 200"]
        #expect(document.answers == all)
    }
}
