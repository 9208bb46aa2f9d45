import Aero
import Synchronization

@testable import Outlets

/// Connects to nobody and writes down to whom it would have.
final class FakeTransport: OutboundTransport {
    private let state = Mutex<[(address: InternetAddress, request: OutboundRequest)]>([])
    private let answer: @Sendable (Int) throws(OutboundFailure) -> OutboundAnswer

    init(
        _ answer: @escaping @Sendable (Int) throws(OutboundFailure) -> OutboundAnswer = { _ in
            OutboundAnswer(status: 200)
        }
    ) {
        self.answer = answer
    }

    var connections: [InternetAddress] { state.withLock { $0.map(\.address) } }

    func exchange(
        _ request: OutboundRequest,
        at address: InternetAddress,
        seconds: Double
    ) async throws(OutboundFailure) -> OutboundAnswer {
        let number = state.withLock {
            $0.append((address, request))
            return $0.count - 1
        }
        return try answer(number)
    }
}
