import Aero

/// An incoming webhook of Slack: the three characters that matter escaped, no markup, nothing unfurled.
///
/// - Source: docs.slack.dev, "Formatting message text" (escaping), "Sending messages using incoming webhooks" (the answer is `ok`).
struct SlackChannel: HTTPChannel {
    private struct Body: Encodable {
        var text: String
        var mrkdwn = false
        var linkNames = false
        var unfurlLinks = false
        var unfurlMedia = false
    }

    /// Ours: Slack cuts after 40,000 characters and asks for 4,000.
    private static let units = 3000

    private let address: WebAddress

    init(_ outlet: OutletDefinition) throws(OutletError) { address = try outlet.address("url") }

    func payload(_ message: AlertMessage) -> [UInt8] {
        JSONBody.snakeBytes(Body(text: Self.escaped(ChatText.plain(message, units: Self.units))))
    }

    func request(_ payload: [UInt8], key: String, now: Timestamp) throws(OutboundFailure) -> OutboundRequest {
        .json(address, payload)
    }

    func isConfirmed(_ body: [UInt8]) -> Bool { String(decoding: body.prefix(16), as: UTF8.self).hasPrefix("ok") }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.append(character)
            }
        }
        return result
    }
}
