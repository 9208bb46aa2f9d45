import Aero
import Synchronization

@testable import Outlets

/// Answers nothing until it is let go, whoever loses patience: as a system's own resolver does.
final class HangingResolver: NameResolver {
    private let waiting = Mutex<[CheckedContinuation<Void, Never>]>([])

    func addresses(of name: String) async throws(OutboundFailure) -> [InternetAddress] {
        await withCheckedContinuation { continuation in waiting.withLock { $0.append(continuation) } }
        return []
    }

    /// Lets all that wait go on.
    func release() { for continuation in waiting.withLock({ $0 }) { continuation.resume() } }
}
