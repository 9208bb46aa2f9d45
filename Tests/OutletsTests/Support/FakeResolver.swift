import Aero
import Synchronization

@testable import Outlets

/// Gives the answers of a list, one after the other, the last for ever, and counts how often it was asked.
final class FakeResolver: NameResolver {
    private let state: Mutex<(answers: [[String]], asked: Int)>

    init(_ answers: [[String]]) { state = Mutex((answers, 0)) }

    var asked: Int { state.withLock { $0.asked } }

    func addresses(of name: String) async throws(OutboundFailure) -> [InternetAddress] {
        state.withLock { state in
            state.asked += 1
            let answer = state.answers.count > 1 ? state.answers.removeFirst() : state.answers.first ?? []
            return answer.compactMap { InternetAddress($0) }
        }
    }
}
