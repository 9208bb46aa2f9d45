import Aero
import Foundation
import Outlets
import Store
import Synchronization
import TestServers
import Testing
import Watch

@testable import pelacak

/// Gate W5: the program is killed at random while it delivers to servers that answer well, badly and not at all. No alert is lost, and what
/// comes twice is the same bytes under the same key.
@Suite(.timeLimit(.minutes(60)))
struct DeliveryCrashTests {
    /// What the other side took, of whatever was sent.
    private final class Receiver: Sendable {
        private struct State {
            var isGood = false
            /// Bodies by outlet and key.
            var bodies: [String: Set<String>] = [:]
            var taken: [String: Set<String>] = [:]
            var sent = 0
            var repeats = 0
        }

        private let state = Mutex(State())

        func becomeGood() { state.withLock { $0.isGood = true } }
        var sent: Int { state.withLock { $0.sent } }
        var repeats: Int { state.withLock { $0.repeats } }
        /// Keys under which different bytes came.
        var changed: [String] { state.withLock { $0.bodies.filter { $0.value.count > 1 }.map(\.key) } }
        func taken(_ outlet: String) -> Set<String> { state.withLock { $0.taken[outlet] ?? [] } }

        func answer(_ request: ImitatedServer.Request) -> ImitatedServer.Reply {
            let outlet = String(request.line.split(separator: "/").last ?? "")
            let key = "\(outlet) \(request.headers["idempotency-key"] ?? "none")"
            let ids = request.body.matches(of: /"id":"(crash[0-9a-f]+)"/).map { String($0.1) }
            return state.withLock { state in
                state.sent += 1
                if state.bodies[key] != nil { state.repeats += 1 }
                state.bodies[key, default: []].insert(request.body)
                switch state.isGood ? 9 : Int.random(in: 0..<10) {
                case 0: return .answer(status: 429, headers: ["Retry-After": "1"])
                case 1: return .answer(status: 500)
                case 2: return .stall([])
                case 3: return .raw([])
                default:
                    state.taken[outlet, default: []].formUnion(ids)
                    return .answer(status: 200)
                }
            }
        }
    }

    private static let rounds = ProcessInfo.processInfo.environment["PELACAK_CRASH_ROUNDS"].flatMap { Int($0) } ?? 12
    private static let alertsARound = 6
    private static let outlets = ["one", "many"]

    private static func configuration(_ port: Int) -> String {
        """
        outbound-allow: ["127.0.0.1:\(port)"]
        outlets:
          one: {kind: webhook, url: "http://127.0.0.1:\(port)/one", per-minute: 600}
          many: {kind: webhook, url: "http://127.0.0.1:\(port)/many", per-minute: 60, secret: "it is a secret of 24 bytes"}
        """
    }

    private static func alert(_ number: Int) -> AlertRecord {
        let now = TimeText.now
        return AlertRecord(
            id: "crash" + Hexadecimal.lower(UInt64(number), digits: 8),
            ruleID: "rule\(number % 3)",
            ruleVersion: 1,
            ruleName: "name",
            time: now,
            made: now,
            title: ["en": "number \(number)"],
            body: ["en": "body"],
            aircraft: [Hexadecimal.lower(UInt64(0x15_0000 + number % 4), digits: 6)],
            outlets: outlets
        )
    }

    /// What the engine of a running program does: alerts, their deliveries and its state at once.
    private static func add(_ numbers: Range<Int>, to folder: URL, _ settings: OutletSettings, round: Int) throws {
        let outlets = try settings.definitions.map { try Outlet($0, site: settings.site) }
        let alerts = numbers.map(alert)
        let store = try OutboxStore(folder: folder.path + "/watches")
        let drafts = alerts.map { alert in outlets.map { $0.draft(of: alert) } }
        _ = try store.add(alerts, drafts: drafts, engineState: Array("round \(round)".utf8))
        try store.close()
    }

    @Test("killed at random while it delivers, the program loses no alert")
    func killed() async throws {
        let receiver = Receiver()
        try await ImitatedServer.with { request, _ in
            receiver.answer(request)
        } _: { server in
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
                "pelacak-crash-\(UUID().uuidString)"
            )
            defer { try? FileManager.default.removeItem(at: folder) }
            let text = Self.configuration(server.port)
            let settings = try ConfigurationFile.parse(text, name: "pelacak.yaml").outlets
            let arguments = ["--source", "beast+listen://127.0.0.1:\(try Peer.freePort())", "--history", "off"]
            for round in 0..<Self.rounds {
                let first = round * Self.alertsARound
                try Self.add(first..<first + Self.alertsARound, to: folder, settings, round: round)
                let program = try Program(serving: arguments, configuration: text, data: folder)
                // No wait for anything: the moment is left to chance.
                try await Task.sleep(for: .milliseconds(Int.random(in: 0...900)))
                program.kill()
            }
            receiver.becomeGood()
            let program = try Program(serving: arguments, configuration: text, data: folder)
            let outlets = try await program.json("/api/v1/outlets") { answer in
                let ours = answer.list("outlets").filter { Self.outlets.contains($0["name"] as? String ?? "") }
                return ours.count == 2 && ours.allSatisfy { $0["pending"] as? Int == 0 }
            }
            #expect(outlets.list("outlets").allSatisfy { $0["dead"] as? Int == 0 })
            program.stop(keepsFolder: true)
            let all = Set((0..<Self.rounds * Self.alertsARound).map { Self.alert($0).id })
            for outlet in Self.outlets {
                let lost = all.subtracting(receiver.taken(outlet))
                #expect(lost.isEmpty, "\(outlet) lost \(lost.count) of \(all.count)")
            }
            #expect(receiver.changed.isEmpty, "other bytes under the same key")
            let store = try OutboxStore(folder: folder.path + "/watches")
            #expect(try store.engineState() == Array("round \(Self.rounds - 1)".utf8))
            try store.close()
            print(
                "\(Self.rounds) kills, \(all.count) alerts to two outlets, \(receiver.sent) requests, \(receiver.repeats) repeats, 0 lost"
            )
        }
    }
}
