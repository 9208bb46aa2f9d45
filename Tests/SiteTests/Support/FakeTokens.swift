import Site
import Synchronization

/// Tokens in memory: `reader` and `writer`, until they are revoked.
final class FakeTokens: TokenBook {
    private let known = Mutex([
        "reader": TokenHolder(id: "1", name: "dashboard", scope: .read),
        "writer": TokenHolder(id: "2", name: "laptop", scope: .write),
    ])

    func holder(of token: String) -> TokenHolder? { known.withLock { $0[token] } }
    func holder(id: String) -> TokenHolder? { known.withLock { $0.values.first { $0.id == id } } }
    var hasWriters: Bool { known.withLock { $0.values.contains { $0.scope == .write } } }
    func revoke(_ token: String) { known.withLock { $0[token] = nil } }
}
