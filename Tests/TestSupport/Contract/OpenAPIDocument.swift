import Foundation

/// The description of the interface, as tests hold answers against it.
public struct OpenAPIDocument: Sendable {
    public let json: JSONValue
    public let schema: JSONSchema

    /// An answer as the wire gave it.
    public struct Answer: Sendable {
        public var status: Int
        /// Names in lower case.
        public var headers: [String: String]
        public var body: [UInt8]

        public init(status: Int, headers: [String: String], body: [UInt8]) {
            self.status = status
            self.headers = headers
            self.body = body
        }
    }

    /// The document of the checkout.
    public static func ofCheckout() throws -> OpenAPIDocument {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try OpenAPIDocument(Data(contentsOf: root.appendingPathComponent("Sources/Site/Web/openapi.json")))
    }

    public init(_ bytes: some Sequence<UInt8>) throws {
        json = try JSONValue(bytes)
        schema = JSONSchema(root: json)
    }

    static let methods: Set<String> = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]

    /// All paths, as written.
    public var paths: [String] { (json["paths"]?.members ?? [:]).keys.sorted() }

    /// The methods of a path, in upper case.
    public func methods(of path: String) -> [String] {
        (json["paths"]?[path]?.members ?? [:]).keys.filter(Self.methods.contains).map { $0.uppercased() }.sorted()
    }

    public func operation(_ method: String, _ path: String) -> JSONValue? { json["paths"]?[path]?[method.lowercased()] }

    /// Every answer that is described, as `GET /path 200`.
    public var answers: Set<String> {
        var found: Set<String> = []
        for path in paths {
            for method in methods(of: path) {
                for status in (operation(method, path)?["responses"]?.members ?? [:]).keys {
                    found.insert("\(method) \(path) \(status)")
                }
            }
        }
        return found
    }

    /// The path as written that a request's path is one of; one without placeholders goes before one with them.
    public func template(of path: String) -> String? {
        let pieces = path.prefix { $0 != "?" }.split(separator: "/", omittingEmptySubsequences: false)
        return paths.filter { template in
            let wanted = template.split(separator: "/", omittingEmptySubsequences: false)
            return wanted.count == pieces.count && zip(wanted, pieces).allSatisfy(Self.fits)
        }
        .min { (Self.placeholders($0), $1.count) < (Self.placeholders($1), $0.count) }
    }

    private static func placeholders(_ template: String) -> Int { template.count { $0 == "{" } }

    /// Whether a piece of a path is one of a template's, which may hold one placeholder: `globe_{tile}.json`.
    private static func fits(_ wanted: Substring, _ piece: Substring) -> Bool {
        guard let open = wanted.firstIndex(of: "{"), let close = wanted.firstIndex(of: "}") else {
            return wanted == piece
        }
        let (before, after) = (wanted[..<open], wanted[wanted.index(after: close)...])
        return piece.hasPrefix(before) && piece.hasSuffix(after) && piece.count > before.count + after.count
    }

    /// A path or operation with the examples of its path parameters in place of the placeholders.
    public func filled(_ path: String) -> String {
        (json["paths"]?[path]?["parameters"]?.items ?? []).map(followed).reduce(path) { path, parameter in
            let example = parameter["example"]
            guard let name = parameter["name"]?.text,
                let text = example?.text ?? example?.number.map({ String(Int($0)) })
            else { return path }
            return path.replacing("{\(name)}", with: text)
        }
    }

    /// What is wrong with an answer; none when it is as described.
    public func findings(_ method: String, _ path: String, _ answer: Answer) -> [String] {
        guard let template = template(of: path) else { return ["\(path) is not described"] }
        guard let operation = operation(method, template) else {
            return answer.status == 405 ? refusal(answer) : ["\(method) \(template) is not described"]
        }
        guard let found = operation["responses"]?[String(answer.status)] else {
            return [
                "\(method) \(template) \(answer.status) is not described: \(String(decoding: answer.body.prefix(200), as: UTF8.self))"
            ]
        }
        return body(answer, followed(found))
    }

    /// What is wrong with an answer 405, which is the same everywhere.
    private func refusal(_ answer: Answer) -> [String] {
        let described = schema.resolve("#/components/responses/MethodNotAllowed") ?? .null
        return (answer.headers["allow"] == nil ? ["405 without Allow"] : []) + body(answer, described)
    }

    private func followed(_ value: JSONValue) -> JSONValue {
        value["$ref"]?.text.flatMap(schema.resolve) ?? value
    }

    private func body(_ answer: Answer, _ described: JSONValue) -> [String] {
        guard let content = described["content"]?.members else {
            return answer.body.isEmpty ? [] : ["a body of \(answer.body.count) bytes where none is described"]
        }
        let type = (answer.headers["content-type"] ?? "").prefix { $0 != ";" }
        guard let media = content[String(type)] else { return ["the content type \(type) is not described"] }
        guard type.hasSuffix("json"), !type.hasSuffix("ndjson"), let form = media["schema"] else {
            return lines(answer, described)
        }
        do { return schema.findings(try JSONValue(answer.body), form) } catch { return ["no JSON: \(error)"] }
    }

    /// Bodies of lines, each a document of its own.
    private func lines(_ answer: Answer, _ described: JSONValue) -> [String] {
        guard let form = described["x-line"] else { return [] }
        return answer.body.split(separator: UInt8(ascii: "\n")).flatMap { line -> [String] in
            do { return schema.findings(try JSONValue(line), form) } catch { return ["a line is no JSON: \(error)"] }
        }
    }
}
