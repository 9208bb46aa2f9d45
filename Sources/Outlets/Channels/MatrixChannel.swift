import Aero

/// A room of Matrix: a notice in plain text that mentions nobody; the same transaction is taken once.
///
/// - Source: Matrix Client-Server API v1.11, `PUT /_matrix/client/v3/rooms/{roomId}/send/{eventType}/{txnId}`, `m.notice`, `m.mentions`; an
///   event has at most 65,536 bytes.
struct MatrixChannel: HTTPChannel {
    private struct Mentions: Encodable {}

    private struct Body: Encodable {
        enum CodingKeys: String, CodingKey {
            case msgtype, body
            case mentions = "m.mentions"
        }

        var msgtype = "m.notice"
        var body: String
        var mentions = Mentions()
    }

    private struct Answer: Decodable { var eventId: String }
    private struct Throttled: Decodable { var retryAfterMs: Double }

    /// As JSON, where quotes and ends of lines are two, less than three quarters of what an event may have: the server adds its own.
    private static let bytes = 24_000

    private let server: WebAddress
    private let room: String
    private let token: Secret

    init(_ outlet: OutletDefinition) throws(OutletError) {
        server = try outlet.server()
        guard let room = outlet.text("room"), room.utf8.count <= 255,
            room.wholeMatch(of: /![A-Za-z0-9._=\/+\-]{1,200}(:[A-Za-z0-9.:\[\]\-]{1,200})?/) != nil
        else { throw OutletError("room", .room) }
        self.room = room
        guard let token = outlet.secrets["token"] else { throw OutletError("token", .missing) }
        self.token = token
    }

    func payload(_ message: AlertMessage) -> [UInt8] {
        JSONBody.snakeBytes(Body(body: ChatText.plain(message, bytes: Self.bytes)))
    }

    func request(_ payload: [UInt8], key: String, now: Timestamp) throws(OutboundFailure) -> OutboundRequest {
        let path =
            "\(server.folder)/_matrix/client/v3/rooms/\(Self.encoded(room))/send/m.room.message/\(Self.encoded(key))"
        return .json(server.at(path), payload, token: token, method: .put)
    }

    func isConfirmed(_ body: [UInt8]) -> Bool { JSONBody.read(Answer.self, body) != nil }

    func pause(_ body: [UInt8]) -> Double? { JSONBody.read(Throttled.self, body).map { $0.retryAfterMs / 1000 } }

    /// Everything but unreserved characters of RFC 3986 as `%XX`.
    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain =
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || "-._~".utf8.contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + Hexadecimal.upper(UInt64(byte), digits: 2)
        }.joined()
    }
}
