import Foundation
import Synchronization
import Watch

/// One run of a program: no shell, next to no environment, bounded in time and output.
struct ProgramRun: Sendable {
    let program: String
    let arguments: [String]
    let input: [UInt8]
    var seconds = 30.0

    /// Statuses that mean "not like this": usage, data, input, user, host, protocol, permission, configuration.
    /// - Source: sysexits.h.
    private static let lastingStatuses: Set<Int32> = [64, 65, 66, 67, 68, 76, 77, 78]

    /// Nothing of the server's own environment, where keys may stand.
    private static let environment = ["PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "C.UTF-8"]

    private static let ignoresBrokenPipes: Bool = {
        _ = signal(SIGPIPE, SIG_IGN)
        return true
    }()

    /// Runs it to its end, or ends it with all it started when the time is over or the task is cancelled.
    ///
    /// What it says is its own affair: it is read so that it does not wait, and told to nobody.
    func outcome() async -> DeliveryOutcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = Self.environment
        process.currentDirectoryURL = URL(fileURLWithPath: "/")
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = output
        let end = ProgramEnd()
        process.terminationHandler = { end.finish($0.terminationReason == .exit ? $0.terminationStatus : nil) }
        do { try process.run() } catch {
            return .failed(reason: .reason(.noProgram), retryAfter: nil)
        }
        let number = process.processIdentifier
        Self.drain(output.fileHandleForReading)
        Self.write(self.input, to: input.fileHandleForWriting)
        let time = seconds
        let status = await withTaskGroup(of: Void.self) { group in
            group.addTask {
                try? await Task.sleep(for: .seconds(time))
                // Its time is over, or ours: nothing of it is left. It leads a group of its own.
                guard !end.isFinished else { return }
                end.noteOverdue()
                _ = kill(-number, SIGKILL)
                _ = kill(number, SIGKILL)
            }
            let status = await end.status()
            group.cancelAll()
            return status
        }
        output.fileHandleForReading.readabilityHandler = nil
        return Self.outcome(status, wasEnded: end.isOverdue, seconds: seconds)
    }

    private static func outcome(_ status: Int32?, wasEnded: Bool, seconds: Double) -> DeliveryOutcome {
        guard !wasEnded else { return .failed(reason: .reason(.programOverdue, Int(seconds)), retryAfter: nil) }
        switch status {
        case nil: return .failed(reason: .reason(.programKilled), retryAfter: nil)
        case 0?: return .delivered
        case let status? where lastingStatuses.contains(status):
            return .refused(reason: .reason(.programStatus, Int(status)))
        case let status?: return .failed(reason: .reason(.programStatus, Int(status)), retryAfter: nil)
        }
    }

    private static func drain(_ handle: FileHandle) {
        handle.readabilityHandler = { handle in
            if handle.availableData.isEmpty { handle.readabilityHandler = nil }
        }
    }

    /// On a thread of its own: a program that does not read would hold us, and one that is gone is an error and not our end.
    private static func write(_ bytes: [UInt8], to handle: FileHandle) {
        _ = ignoresBrokenPipes
        DispatchQueue.global().async {
            try? handle.write(contentsOf: Data(bytes))
            try? handle.close()
        }
    }
}

/// The end of a process, waited for by one.
private final class ProgramEnd: Sendable {
    private struct State {
        var isFinished = false
        var isOverdue = false
        var status: Int32?
        var waiter: CheckedContinuation<Int32?, Never>?
    }

    private let state = Mutex(State())

    var isFinished: Bool { state.withLock { $0.isFinished } }
    /// It was ended because its time was over.
    var isOverdue: Bool { state.withLock { $0.isOverdue } }

    func noteOverdue() { state.withLock { $0.isOverdue = true } }

    /// - Parameter status: `nil` where a signal ended it.
    func finish(_ status: Int32?) {
        let waiter = state.withLock { state in
            (state.isFinished, state.status) = (true, status)
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume(returning: status)
    }

    func status() async -> Int32? {
        await withCheckedContinuation { continuation in
            let ready = state.withLock { state -> Int32?? in
                if state.isFinished { return .some(state.status) }
                state.waiter = continuation
                return .none
            }
            if let ready { continuation.resume(returning: ready) }
        }
    }
}
