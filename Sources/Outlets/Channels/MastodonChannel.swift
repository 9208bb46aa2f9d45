import Aero

/// A status of Mastodon or what speaks like it; the same key makes one status within an hour.
///
/// - Source: docs.joinmastodon.org, "Post a new status" (`Idempotency-Key`), "View server information" (`/api/v2/instance`,
///   `configuration.statuses.max_characters`, 500 where nothing is said).
struct MastodonChannel: HTTPChannel {
    private struct Body: Encodable {
        var status: String
        var visibility: String
        var language: String
    }

    private struct Answer: Decodable { var id: String }

    private struct Instance: Decodable {
        struct Configuration: Decodable { var statuses: Statuses? }
        struct Statuses: Decodable { var maxCharacters: Int? }
        var configuration: Configuration?
    }

    static let usualCharacters = 500

    private let server: WebAddress
    private let token: Secret
    private let visibility: String
    /// Characters of a status at most, as the instance says.
    var characters = MastodonChannel.usualCharacters

    init(_ outlet: OutletDefinition) throws(OutletError) {
        server = try outlet.server()
        guard let token = outlet.secrets["token"] else { throw OutletError("token", .missing) }
        self.token = token
        visibility = outlet.text("visibility") ?? "private"
        let known = ["public", "unlisted", "private", "direct"]
        guard known.contains(visibility) else {
            throw OutletError("visibility", .oneOf(known))
        }
    }

    func payload(_ message: AlertMessage) -> [UInt8] {
        let status = ChatText.plain(message, units: characters)
        return JSONBody.snakeBytes(Body(status: status, visibility: visibility, language: message.language.rawValue))
    }

    func request(_ payload: [UInt8], key: String, now: Timestamp) throws(OutboundFailure) -> OutboundRequest {
        var request = OutboundRequest.json(server.at(server.folder + "/api/v1/statuses"), payload, token: token)
        request.set("Idempotency-Key", key)
        return request
    }

    func isConfirmed(_ body: [UInt8]) -> Bool { JSONBody.read(Answer.self, body) != nil }

    /// Asks the instance how long a status may be.
    ///
    /// - Returns: `nil` where it does not say.
    func askedCharacters(through client: OutboundClient) async -> Int? {
        let request = OutboundRequest(.get, server.at(server.folder + "/api/v2/instance"))
        guard let answer = try? await client.send(request), answer.status == 200,
            let said = JSONBody.read(Instance.self, answer.body)?.configuration?.statuses?.maxCharacters
        else { return nil }
        return min(max(said, 100), 20_000)
    }
}
