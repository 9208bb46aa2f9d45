import Aero
import Watch

/// A topic of ntfy, published as JSON: no text of ours becomes a header.
///
/// - Source: docs.ntfy.sh/publish, "Publish as JSON", "Limitations" (4,096 bytes of message).
struct NtfyChannel: HTTPChannel {
    private struct Body: Encodable {
        var title: String
        var message: String
        var priority: Int
        var tags: [String]
        var click: String?
    }

    private struct Answer: Decodable { var id: String }

    private static let titleBytes = 250
    private static let messageBytes = 4000

    private let server: WebAddress
    private let topic: Secret
    private let token: Secret?
    private let priority: Int

    init(_ outlet: OutletDefinition) throws(OutletError) {
        server = try outlet.server(else: "https://ntfy.sh")
        guard let topic = outlet.secrets["topic"], topic.value.wholeMatch(of: /[A-Za-z0-9_\-]{1,64}/) != nil else {
            throw OutletError("topic", .topic)
        }
        self.topic = topic
        token = outlet.secrets["token"]
        guard let priority = Int(outlet.text("priority") ?? "4"), (1...5).contains(priority) else {
            throw OutletError("priority", .range(1...5))
        }
        self.priority = priority
    }

    func payload(_ message: AlertMessage) -> [UInt8] {
        JSONBody.snakeBytes(
            Body(
                title: SafeText.clipped(SafeText.unlinked(message.title), bytes: Self.titleBytes),
                message: SafeText.clipped(
                    SafeText.unlinked(message.body.isEmpty ? message.title : message.body),
                    bytes: Self.messageBytes
                ),
                priority: message.kind == .test ? 3 : priority,
                tags: message.isSimulated ? ["test_tube"] : ["airplane"],
                click: message.link
            )
        )
    }

    func request(_ payload: [UInt8], key: String, now: Timestamp) throws(OutboundFailure) -> OutboundRequest {
        // The topic is as good as a password: it is put in when it is sent, and kept nowhere with the message.
        let body = Array("{\"topic\":\"\(topic.value)\",".utf8) + payload.dropFirst()
        return .json(server.at(server.folder + "/"), body, token: token)
    }

    func isConfirmed(_ body: [UInt8]) -> Bool { JSONBody.read(Answer.self, body) != nil }
}
