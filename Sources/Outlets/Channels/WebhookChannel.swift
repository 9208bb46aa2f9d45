import Aero
import Crypto

/// A program of one's own that takes JSON: `AlertDocument`, with the idempotency key, and signed where a secret was agreed on.
///
/// `X-Pelacak-Timestamp` has seconds since 1970 when it was sent, `X-Pelacak-Signature` has `v1=` and the hexadecimal HMAC-SHA256, under the
/// secret's bytes, of timestamp, `.` and body. docs/outlets.md shows how a receiver checks it.
struct WebhookChannel: HTTPChannel {
    private let address: WebAddress
    private let secret: Secret?

    init(_ outlet: OutletDefinition) throws(OutletError) {
        address = try outlet.address("url")
        secret = outlet.secrets["secret"]
        if let secret, secret.value.utf8.count < 16 {
            throw OutletError("secret", .shortSecret(atLeast: 16))
        }
    }

    func payload(_ message: AlertMessage) -> [UInt8] { AlertDocument(message).bytes }

    func request(_ payload: [UInt8], key: String, now: Timestamp) throws(OutboundFailure) -> OutboundRequest {
        var request = OutboundRequest.json(address, payload)
        request.set("Idempotency-Key", key)
        let time = String(now.milliseconds / 1000)
        request.set("X-Pelacak-Timestamp", time)
        if let secret { request.set("X-Pelacak-Signature", Self.signature(secret, time: time, body: payload)) }
        return request
    }

    /// - Source: RFC 2104, FIPS 180-4.
    static func signature(_ secret: Secret, time: String, body: [UInt8]) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array(time.utf8) + [UInt8(ascii: ".")] + body,
            using: SymmetricKey(data: Array(secret.value.utf8))
        )
        return "v1=" + code.map { Hexadecimal.lower(UInt64($0), digits: 2) }.joined()
    }
}
