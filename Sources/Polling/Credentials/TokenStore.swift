import Aero
import Foundation

/// Tokens had for client credentials (OAuth2), kept until shortly before they run out.
///
/// - Source: RFC 6749, section 4.4; OpenSky gives tokens of 30 minutes.
public actor TokenStore {
    private struct Key: Hashable {
        var address: String
        var clientID: String
    }

    private struct Token {
        var secret: Secret
        /// Seconds of a clock that never goes back.
        var expires: Double
    }

    private struct Answer: Decodable {
        var token: String
        var life: Double?

        enum CodingKeys: String, CodingKey {
            case token = "access_token"
            case life = "expires_in"
        }
    }

    private var tokens: [Key: Token] = [:]
    /// A token is used until that many seconds before its end.
    private static let margin = 60.0
    private static let largestAnswer = 65_536

    public init() {}

    /// A token that is still good, or a new one.
    func token(
        address: String,
        clientID: String,
        secret: Secret,
        fetcher: Fetcher,
        now: Double
    ) async throws(PollFailure) -> Secret {
        let key = Key(address: address, clientID: clientID)
        if let token = tokens[key], token.expires > now { return token.secret }
        guard let url = URL(string: address), let scheme = url.scheme, let host = url.host else {
            throw .token(reason: "its address is none")
        }
        let name = host.contains(":") ? "[\(host)]" : host
        let form = [("grant_type", "client_credentials"), ("client_id", clientID), ("client_secret", secret.value)]
            .map { "\($0)=\(Self.encoded($1))" }.joined(separator: "&")
        var query = Fetcher.Query(
            origin: "\(scheme)://\(name)\(url.port.map { ":\($0)" } ?? "")",
            path: url.path(percentEncoded: true)
        )
        query.form = form
        query.largestBody = Self.largestAnswer
        let answer: PollAnswer
        do { answer = try await fetcher.fetch(query) } catch { throw .token(reason: error.description) }
        guard answer.status == 200 else { throw .token(reason: PollFailure.status(answer.status).description) }
        guard let read = try? JSONDecoder().decode(Answer.self, from: Data(answer.body)),
            let token = Secret(read.token)
        else { throw .token(reason: "the answer holds none") }
        let life = min(max(read.life ?? 300, Self.margin + 30), 86_400)
        tokens[key] = Token(secret: token, expires: now + life - Self.margin)
        return token
    }

    /// The token was not accepted: the next one is fetched.
    func forget(address: String, clientID: String) { tokens[Key(address: address, clientID: clientID)] = nil }

    private static func encoded(_ text: String) -> String {
        let plain = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
        return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}
