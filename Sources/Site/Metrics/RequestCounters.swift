import Synchronization

/// Requests that were answered, by kind of route and status.
final class RequestCounters: Sendable {
    struct Key: Hashable, Sendable {
        var route: RouteClass
        var status: Int
    }

    private let counts = Mutex<[Key: Int]>([:])

    func count(_ route: RouteClass, status: Int) {
        counts.withLock { $0[Key(route: route, status: status), default: 0] += 1 }
    }

    /// Sorted, so that two readings differ in numbers only.
    var all: [(key: Key, count: Int)] {
        counts.withLock { $0.map { (key: $0.key, count: $0.value) } }
            .sorted { ($0.key.route.rawValue, $0.key.status) < ($1.key.route.rawValue, $1.key.status) }
    }
}
