import Dispatch
import Synchronization

/// Reads what people put in, one report after the other, off the threads that answer requests: the map goes on while a large file is read.
final class ReportReadings: Sendable {
    /// Reports that are read or wait at once. Ours: each holds its bytes, 11 MB at most.
    static let most = 6

    private let queue = DispatchQueue(label: "site.reports", qos: .utility)
    private let waiting = Mutex(0)

    /// How many are read or wait now.
    var count: Int { waiting.withLock(\.self) }

    /// - Throws: what the work throws; `APIError` 503 where too many wait already.
    func read<Value: Sendable>(
        _ work: @escaping @Sendable () throws(APIError) -> Value
    ) async throws(APIError) -> Value {
        let hasRoom = waiting.withLock { waiting in
            guard waiting < Self.most else { return false }
            waiting += 1
            return true
        }
        guard hasRoom else { throw .busy("too many reports wait to be read") }
        let result: Result<Value, APIError> = await withCheckedContinuation { continuation in
            queue.async {
                let result = Result { () throws(APIError) in try work() }
                self.waiting.withLock { $0 -= 1 }
                continuation.resume(returning: result)
            }
        }
        return try result.get()
    }
}
