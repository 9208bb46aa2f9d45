import Foundation
import Hummingbird
import Synchronization
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(5)))
struct ReportReadingsTests {
    /// How many works go on at once, and how many did at most.
    private final class Gauge: Sendable {
        private let state = Mutex((now: 0, most: 0, done: 0))

        func enter() { state.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1), $0.done) } }
        func leave() { state.withLock { $0 = ($0.now - 1, $0.most, $0.done + 1) } }
        var most: Int { state.withLock(\.most) }
        var done: Int { state.withLock(\.done) }
    }

    @Test("reports are read one after the other")
    func oneAtOnce() async throws {
        let (readings, gauge) = (ReportReadings(), Gauge())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<ReportReadings.most {
                group.addTask {
                    try await readings.read { () throws(APIError) in
                        gauge.enter()
                        usleep(1_000)
                        gauge.leave()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(gauge.most == 1 && gauge.done == ReportReadings.most && readings.count == 0)
    }

    @Test("while one is read, tasks go on, and those too many are told that it is busy")
    func bound() async throws {
        let readings = ReportReadings()
        let gate = DispatchSemaphore(value: 0)
        let tasks = (0..<ReportReadings.most).map { _ in
            Task { try await readings.read { () throws(APIError) in gate.wait() } }
        }
        // Every task of the pool would be held, were the reading done on it.
        while readings.count < ReportReadings.most { await Task.yield() }
        let refusal = await #expect(throws: APIError.self) { try await readings.read { () throws(APIError) in } }
        #expect(refusal?.code == "busy" && refusal?.status == .serviceUnavailable)
        for _ in tasks { gate.signal() }
        for task in tasks { try await task.value }
        #expect(readings.count == 0)
    }

    @Test("what the reading refuses is thrown, and the next is read")
    func refusals() async throws {
        let readings = ReportReadings()
        await #expect(throws: APIError.self) {
            try await readings.read { () throws(APIError) -> Int in throw .invalid("text", "no") }
        }
        #expect(try await readings.read { () throws(APIError) in 7 } == 7)
    }
}
