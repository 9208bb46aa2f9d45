import Logging
import Synchronization

/// A log that is kept.
final class TestLog: Sendable {
    private let lines = Mutex<[String]>([])

    var text: String { lines.withLock { $0.joined(separator: "\n") } }
    var logger: Logger { Logger(label: "test") { _ in Handler(log: self) } }

    fileprivate func add(_ line: String) { lines.withLock { $0.append(line) } }

    private struct Handler: LogHandler {
        let log: TestLog
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) { log.add("\(event.level) \(event.message)") }
    }
}

/// When requests came, by the test's clock.
final class AskTimes: Sendable {
    private let kept = Mutex<[Double]>([])
    var times: [Double] { kept.withLock { $0 } }
    func note(_ seconds: Double) { kept.withLock { $0.append(seconds) } }
}
