import Logging
import Synchronization
import TestServers
import Testing
import Watch

@testable import Outlets

@Suite(.timeLimit(.minutes(1)))
struct HeartbeatTests {
    @Test func itIsSentWhileAllIsWellAndSaysHowItFares() async throws {
        let isWell = Mutex(true)
        try await ImitatedServer.with { _, number in
            .answer(status: number == 1 ? 500 : 200)
        } _: { server in
            var logger = Logger(label: "test")
            logger.logLevel = .critical
            let heart = Heartbeat(
                address: try WebAddress("http://127.0.0.1:\(server.port)/ping/x"),
                seconds: 60,
                client: try Alerts.client(port: server.port),
                clock: ManualDeliveryClock(),
                logger: logger
            ) { isWell.withLock { $0 } }
            await heart.beat()
            #expect(await heart.state.lastSuccess == Alerts.time)
            await heart.beat()
            #expect(await heart.state.lastError == .status(500))
            isWell.withLock { $0 = false }
            await heart.beat()
            #expect(server.memory.lines == ["GET /ping/x", "GET /ping/x"])
            isWell.withLock { $0 = true }
            await heart.beat()
            #expect(await heart.state.lastError == nil)
        }
    }
}
