import Aero
import Logging
import Synchronization
import TestServers
import Testing
import Watch

@testable import Outlets

@Suite(.timeLimit(.minutes(5)))
struct DeliveryWorkerTests {
    private struct Trial {
        let queue = FakeQueue()
        let clock = ManualDeliveryClock()
        let outlet: Outlet
        let worker: DeliveryWorker

        init(port: Int, perMinute: Int = 600) throws {
            outlet = try Outlet(try Alerts.definition(.webhook, port: port, adding: ["per-minute": ["\(perMinute)"]]))
            var logger = Logger(label: "test")
            logger.logLevel = .critical
            var limits = OutboundLimits()
            limits.wholeSeconds = 3
            worker = DeliveryWorker(
                outlet,
                DeliveryWorker.Services(
                    queue: queue,
                    client: try Alerts.client(port: port, limits: limits),
                    clock: clock,
                    random: { 0 },
                    logger: logger
                )
            )
        }

        /// Works by the clock that jumps until nothing waits.
        func finish() async throws {
            for _ in 0..<10_000 where !queue.isDone { clock.advance(try await worker.step()) }
            #expect(queue.isDone)
        }
    }

    private static func run(
        perMinute: Int = 600,
        _ alerts: [AlertRecord],
        reply: @escaping @Sendable (ImitatedServer.Request, Int) -> ImitatedServer.Reply = { _, _ in
            .answer(status: 204)
        },
        _ look: (Trial, [ImitatedServer.Request]) throws -> Void
    ) async throws {
        try await ImitatedServer.with(reply) { server in
            let trial = try Trial(port: server.port, perMinute: perMinute)
            for alert in alerts { trial.queue.add(alert, trial.outlet) }
            try await trial.finish()
            try look(trial, server.memory.requests)
        }
    }

    private static func key(_ request: ImitatedServer.Request) -> String { request.headers["idempotency-key"] ?? "" }

    @Test func eachAlertIsDeliveredOnceWhereNothingGoesWrong() async throws {
        let alerts = (0..<5).map { Alerts.one($0, aircraft: ["15000\($0)"]) }
        try await Self.run(alerts) { trial, requests in
            #expect(requests.map(Self.key) == alerts.map(\.id))
            #expect(trial.queue.entries.allSatisfy { $0.state == .delivered })
        }
    }

    @Test("failures of every kind are got over, repeats are the same bytes under the same key, and the waits double")
    func failures() async throws {
        let alert = Alerts.one()
        try await Self.run([alert]) { _, number in
            switch number {
            case 0: return .answer(status: 500)
            case 1: return .raw([])
            case 2: return .stall([])
            case 3: return .answer(status: 429, headers: ["Retry-After": "100"])
            case 4: return .raw(Array("garbage".utf8))
            default: return .answer(status: 200)
            }
        } _: { trial, requests in
            #expect(requests.count == 6)
            #expect(Set(requests.map(Self.key)) == [alert.id])
            #expect(Set(requests.map(\.body)).count == 1)
            // 1 + 2 + 4 + 100 + 16 seconds, and a little for looking again.
            #expect(trial.clock.elapsed >= 123 && trial.clock.elapsed < 140)
        }
    }

    @Test("what is refused for good is tried three times, and does not hold what comes after it")
    func refused() async throws {
        let alerts = (0..<3).map { Alerts.one($0) }
        try await Self.run(alerts) { request, _ in
            Self.key(request) == alerts[0].id ? .answer(status: 403) : .answer(status: 200)
        } _: { trial, requests in
            #expect(requests.map(Self.key) == [0, 0, 0, 1, 2].map { alerts[$0].id })
            #expect(trial.queue.entries.map(\.state) == [.dead, .delivered, .delivered])
        }
    }

    @Test("what fails for a day is given up")
    func day() async throws {
        try await Self.run([Alerts.one()]) { _, _ in
            .answer(status: 503)
        } _: { trial, requests in
            #expect(trial.queue.entries.map(\.state) == [.dead])
            #expect(trial.clock.elapsed > 86_400 && trial.clock.elapsed < 95_000)
            #expect((20...45).contains(requests.count))
        }
    }

    @Test("alerts of a rule about one aircraft keep their order though each fails at first; others go past")
    func order() async throws {
        let first = (0..<3).map { Alerts.one($0, aircraft: ["155BE8"]) }
        let second = (10..<12).map { Alerts.one($0, aircraft: ["155BE9"]) }
        let tries = Mutex<[String: Int]>([:])
        try await Self.run(first + second) { request, _ in
            let count = tries.withLock { tries in
                tries[Self.key(request), default: 0] += 1
                return tries[Self.key(request)] ?? 0
            }
            return count <= 2 && Self.key(request) == first[0].id ? .answer(status: 500) : .answer(status: 200)
        } _: { trial, requests in
            let keys = requests.map(Self.key)
            let lane = keys.filter { key in first.contains { $0.id == key } }
            #expect(lane == [0, 0, 0, 1, 2].map { first[$0].id })
            // The other lane was not held by the first one's failures.
            let last = try #require(keys.lastIndex(of: first[0].id))
            #expect(keys[..<last].contains(second[0].id))
        }
    }

    @Test("more than may go is told in one message, in which none is missing")
    func digest() async throws {
        let alerts = (0..<40).map { Alerts.one($0, title: "number \($0)", aircraft: ["1500\(10 + $0)"]) }
        try await Self.run(perMinute: 6, alerts) { trial, requests in
            #expect(requests.count <= 6)
            let all = requests.map(\.body).joined()
            for alert in alerts { #expect(all.contains(alert.id)) }
            #expect(requests.contains { $0.body.contains("\"kind\":\"digest\"") })
            #expect(trial.queue.entries.allSatisfy { $0.state == .delivered })
        }
    }

    @Test("a digest that fails is sent again with the same bytes and key, and nothing of its lanes overtakes it")
    func failingDigest() async throws {
        let alerts = (0..<12).map { Alerts.one($0) }
        try await ImitatedServer.with { _, number in
            number < 3 ? .answer(status: 500) : .answer(status: 200)
        } _: { server in
            let trial = try Trial(port: server.port, perMinute: 6)
            for alert in alerts { trial.queue.add(alert, trial.outlet) }
            // The lane's first fails by itself; then what could not go is joined.
            for _ in 0..<40 { trial.clock.advance(try await trial.worker.step()) }
            trial.queue.add(Alerts.one(99), trial.outlet)
            try await trial.finish()
            let requests = server.memory.requests
            for (key, same) in Dictionary(grouping: requests, by: Self.key) {
                #expect(Set(same.map(\.body)).count == 1, "\(key)")
            }
            let last = Alerts.one(99).id
            #expect(requests.last.map { $0.body.contains(last) } == true)
        }
    }

    @Test("a server that asks to be left alone is left alone by all that waits for it")
    func retryAfterHoldsTheOutlet() async throws {
        let alerts = (0..<3).map { Alerts.one($0, aircraft: ["15000\($0)"]) }
        try await ImitatedServer.with { _, number in
            number == 0 ? .answer(status: 429, headers: ["Retry-After": "600"]) : .answer(status: 200)
        } _: { server in
            let trial = try Trial(port: server.port)
            for alert in alerts { trial.queue.add(alert, trial.outlet) }
            _ = try await trial.worker.step()
            while trial.clock.elapsed < 599 {
                let rest = try await trial.worker.step()
                #expect(server.memory.requests.count == 1)
                trial.clock.advance(min(rest, max(0.01, 599.5 - trial.clock.elapsed)))
            }
            try await trial.finish()
            #expect(server.memory.requests.count == 4)
        }
    }

    @Test("it runs until it is cancelled, and is woken when something comes")
    func runs() async throws {
        try await ImitatedServer.with { _, _ in
            .answer(status: 200)
        } _: { server in
            let outlet = try Outlet(try Alerts.definition(.webhook, port: server.port))
            let queue = FakeQueue()
            var logger = Logger(label: "test")
            logger.logLevel = .critical
            let services = DeliveryWorker.Services(
                queue: queue,
                client: try Alerts.client(port: server.port),
                logger: logger
            )
            let worker = DeliveryWorker(outlet, services)
            let task = Task { await worker.run() }
            queue.add(Alerts.one(), outlet)
            let end = ContinuousClock.now + .seconds(30)
            while !queue.isDone, ContinuousClock.now < end {
                worker.wake()
                await Task.yield()
            }
            #expect(queue.isDone)
            task.cancel()
            await task.value
        }
    }
}
