import TestSupport

@testable import Site

/// A request whose answer is held against the OpenAPI document.
struct Question: Sendable, CustomStringConvertible {
    var method = "GET"
    var target: String
    var headers: [String: String] = [:]
    var body: String?
    var status: Int

    var description: String { "\(method) \(target) \(body?.prefix(80) ?? "")" }

    static func get(_ target: String, _ status: Int = 200, _ headers: [String: String] = [:]) -> Question {
        Question(target: target, headers: headers, status: status)
    }

    /// A request that writes JSON.
    static func write(
        _ method: String,
        _ target: String,
        _ body: String?,
        _ status: Int,
        _ headers: [String: String] = [:]
    ) -> Question {
        var headers = headers
        if body != nil, headers["Content-Type"] == nil { headers["Content-Type"] = "application/json" }
        return Question(method: method, target: target, headers: headers, body: body, status: status)
    }

    func ask(_ port: Int) async throws -> OpenAPIDocument.Answer {
        let answer = try await Loopback.ask(port, method, target, headers: headers, body: body)
        return OpenAPIDocument.Answer(status: answer.status, headers: answer.headers, body: answer.body)
    }
}
