import Aero

/// A chat of Telegram, through a bot: plain text without a parse mode, no preview of links.
///
/// - Source: core.telegram.org/bots/api, `sendMessage` (1 to 4,096 characters), `ResponseParameters.retry_after`.
struct TelegramChannel: HTTPChannel {
    private struct Preview: Encodable { var isDisabled = true }

    private struct Body: Encodable {
        var chatId: String
        var text: String
        var linkPreviewOptions = Preview()
    }

    private struct Answer: Decodable {
        struct Parameters: Decodable { var retryAfter: Double? }
        var ok: Bool
        var parameters: Parameters?
    }

    private static let units = 4096

    private let server: WebAddress
    private let token: Secret
    private let chat: String

    init(_ outlet: OutletDefinition) throws(OutletError) {
        server = try outlet.server(else: "https://api.telegram.org")
        guard let token = outlet.secrets["token"],
            token.value.wholeMatch(of: /[0-9]{1,20}:[A-Za-z0-9_\-]{10,100}/) != nil
        else { throw OutletError("token", .botToken) }
        guard let chat = outlet.text("chat"), chat.wholeMatch(of: /-?[0-9]{1,20}|@[A-Za-z0-9_]{4,32}/) != nil else {
            throw OutletError("chat", .chat)
        }
        (self.token, self.chat) = (token, chat)
    }

    func payload(_ message: AlertMessage) -> [UInt8] {
        JSONBody.snakeBytes(Body(chatId: chat, text: ChatText.plain(message, units: Self.units)))
    }

    func request(_ payload: [UInt8], key: String, now: Timestamp) throws(OutboundFailure) -> OutboundRequest {
        .json(server.at("\(server.folder)/bot\(token.value)/sendMessage"), payload)
    }

    func isConfirmed(_ body: [UInt8]) -> Bool { JSONBody.read(Answer.self, body)?.ok ?? false }

    func pause(_ body: [UInt8]) -> Double? { JSONBody.read(Answer.self, body)?.parameters?.retryAfter }
}
