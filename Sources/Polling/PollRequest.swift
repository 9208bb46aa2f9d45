import Aero
import Feeds

/// The request a source makes again and again: its path, and the keys that go into its headers.
struct PollRequest: Sendable {
    let path: String
    private let fixed: [(String, String)]
    private let client: Client?

    private struct Client: Sendable {
        var address: String
        var id: String
        var secret: Secret
    }

    /// Whether it carries a token that can run out.
    var usesToken: Bool { client != nil }

    /// Puts a request together; keys are fetched now.
    init(
        _ source: PolledSource,
        _ profile: ProviderProfile,
        _ environment: [String: String]
    ) throws(PollSourceError) {
        path = try source.target.requestPath(profile)
        var headers = profile.headers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        if let key = try source.key?.resolve(environment) {
            let isBearer = profile.keyHeader == "Authorization"
            headers.append((profile.keyHeader, isBearer ? "Bearer \(key.value)" : key.value))
        }
        fixed = headers
        guard let id = source.clientID, let secret = source.clientSecret else {
            client = nil
            return
        }
        guard let address = profile.tokenAddress else {
            throw PollSourceError(
                field: "client-id",
                "\(profile.name) has no token address we know; use key-file= instead"
            )
        }
        client = Client(address: address, id: id, secret: try secret.resolve(environment))
    }

    /// The headers of the next request.
    func headers(
        _ services: PollServices,
        _ fetcher: Fetcher,
        _ state: PollState
    ) async throws(PollFailure) -> [(String, String)] {
        var headers = fixed
        if let tag = state.entityTag { headers.append(("If-None-Match", tag)) }
        if let date = state.lastModified { headers.append(("If-Modified-Since", date)) }
        if let client {
            let token = try await services.tokens.token(
                address: client.address,
                clientID: client.id,
                secret: client.secret,
                fetcher: fetcher,
                now: services.clock.seconds
            )
            headers.append(("Authorization", "Bearer \(token.value)"))
        }
        return headers
    }

    /// The token was refused.
    func forgetToken(_ services: PollServices) async {
        guard let client else { return }
        await services.tokens.forget(address: client.address, clientID: client.id)
    }
}
