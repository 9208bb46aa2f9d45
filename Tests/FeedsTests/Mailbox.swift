/// Collects values from callbacks, for a test to wait for.
final class Mailbox<Value: Sendable>: Sendable {
    let stream: AsyncStream<Value>
    private let continuation: AsyncStream<Value>.Continuation

    init() { (stream, continuation) = AsyncStream.makeStream() }

    func put(_ value: Value) { continuation.yield(value) }

    /// The next value a condition holds for; values before it are thrown away. `nil` if the task is cancelled first.
    func next(where condition: (Value) -> Bool = { _ in true }) async -> Value? {
        for await value in stream where condition(value) { return value }
        return nil
    }
}
