import Aero
import Watch

/// A way out over HTTP.
protocol HTTPChannel: OutletChannel {
    func request(_ payload: [UInt8], key: String, now: Timestamp) throws(OutboundFailure) -> OutboundRequest

    /// Whether the body of a good answer is that of the service: what else answers there (a page of a hotel's network) took nothing.
    func isConfirmed(_ body: [UInt8]) -> Bool

    /// Seconds to wait that the body of an answer asks for, where the service says so there.
    func pause(_ body: [UInt8]) -> Double?
}

extension HTTPChannel {
    func isConfirmed(_ body: [UInt8]) -> Bool { true }
    func pause(_ body: [UInt8]) -> Double? { nil }

    func send(_ payload: [UInt8], key: String, now: Timestamp, through client: OutboundClient) async -> DeliveryOutcome
    {
        do throws(OutboundFailure) {
            let answer = try await client.send(try request(payload, key: key, now: now))
            return outcome(answer, now: now)
        } catch {
            return error.isLasting
                ? .refused(reason: error.trouble) : .failed(reason: error.trouble, retryAfter: nil)
        }
    }

    private func outcome(_ answer: OutboundAnswer, now: Timestamp) -> DeliveryOutcome {
        let pause =
            RetryAfter.seconds(answer.retryAfter, now: now) ?? pause(answer.body).flatMap { $0.isFinite ? $0 : nil }
        switch answer.status {
        case 200..<300:
            return isConfirmed(answer.body)
                ? .delivered : .failed(reason: .reason(.foreignAnswer), retryAfter: pause)
        case 408, 425, 429: return .failed(reason: .status(answer.status), retryAfter: pause)
        case 300..<500: return .refused(reason: .status(answer.status))
        default: return .failed(reason: .status(answer.status), retryAfter: pause)
        }
    }
}

extension OutboundRequest {
    /// A request whose body is JSON.
    static func json(
        _ address: WebAddress,
        _ body: [UInt8],
        token: Secret? = nil,
        method: Method = .post
    ) -> OutboundRequest {
        var request = OutboundRequest(method, address, body: body)
        request.set("Content-Type", "application/json")
        if let token { request.set("Authorization", "Bearer \(token.value)") }
        return request
    }
}
