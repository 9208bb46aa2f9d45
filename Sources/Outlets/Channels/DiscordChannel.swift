import Aero
import Watch

/// A webhook of Discord: nobody is mentioned, nothing is marked up or embedded.
///
/// - Source: discord.com/developers, "Execute Webhook" (content of up to 2,000 characters, `allowed_mentions`, flag 4 SUPPRESS_EMBEDS).
struct DiscordChannel: HTTPChannel {
    private struct Mentions: Encodable { var parse: [String] = [] }

    private struct Body: Encodable {
        var content: String
        var allowedMentions = Mentions()
        var flags = 4
    }

    private struct Answer: Decodable { var id: String }
    private struct Throttled: Decodable { var retryAfter: Double }

    private static let characters = 2000

    private let address: WebAddress

    init(_ outlet: OutletDefinition) throws(OutletError) {
        address = try outlet.address("url")
        guard !address.path.contains("?") else { throw OutletError("url", .query) }
    }

    func payload(_ message: AlertMessage) -> [UInt8] { JSONBody.snakeBytes(Body(content: Self.content(message))) }

    func request(_ payload: [UInt8], key: String, now: Timestamp) throws(OutboundFailure) -> OutboundRequest {
        // Without `wait` the answer comes before the message is there, and is empty.
        .json(address.at(address.path + "?wait=true"), payload)
    }

    func isConfirmed(_ body: [UInt8]) -> Bool { JSONBody.read(Answer.self, body) != nil }

    func pause(_ body: [UInt8]) -> Double? { JSONBody.read(Throttled.self, body)?.retryAfter }

    /// Escaped before it is cut, and never cut behind a backslash.
    private static func content(_ message: AlertMessage) -> String {
        let text = [message.title, message.body].filter { !$0.isEmpty }.joined(separator: "\n")
        let link = message.link.map { "\n<\($0)>" } ?? ""
        let room = characters - link.utf16.count
        var (kept, used) = ("", 0)
        for character in text {
            let piece = escaped(character)
            guard used + piece.utf16.count <= room - 1 else { return kept + "…" + link }
            kept += piece
            used += piece.utf16.count
        }
        return kept + link
    }

    /// Punctuation of ASCII behind a backslash is itself and nothing else; words are parted from dots so that they are no links.
    private static func escaped(_ character: Character) -> String {
        guard let byte = character.asciiValue, (0x21...0x7E).contains(byte), !character.isLetter, !character.isNumber,
            !",;'\"%?".contains(character)
        else { return String(character) }
        return "\\" + SafeText.unlinked(String(character))
    }
}
