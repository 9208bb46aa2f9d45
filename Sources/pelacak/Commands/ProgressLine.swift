import Foundation
import Synchronization

/// Tells a person who waits how far it is: one line that is written over on a terminal, a line now and then elsewhere.
final class ProgressLine: Sendable {
    private let isQuiet: Bool
    private let isTerminal: Bool
    private let last = Mutex<ContinuousClock.Instant?>(nil)

    init(isQuiet: Bool) {
        self.isQuiet = isQuiet
        isTerminal = isatty(STDERR_FILENO) == 1
    }

    /// Tells it, unless it was told just now.
    func tell(_ text: @autoclosure () -> String) {
        guard !isQuiet else { return }
        let now = ContinuousClock.now
        let isDue = last.withLock { last in
            guard last.map({ now - $0 >= (isTerminal ? .milliseconds(200) : .seconds(10)) }) ?? isTerminal else {
                if last == nil { last = now }
                return false
            }
            last = now
            return true
        }
        guard isDue else { return }
        if isTerminal {
            FileHandle.standardError.write(Data("\r\u{1B}[K\(text())".utf8))
        } else {
            StandardError.line("pelacak: \(text())")
        }
    }

    /// Takes the line away.
    func end() {
        if isTerminal, !isQuiet { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
}
