import Aero
import Foundation
import Logging
import Outlets
import Site
import TestServers
import Testing
import Watch

@testable import pelacak

@Suite(.timeLimit(.minutes(5)))
struct OutletKeeperTests {
    private static func with(
        _ configuration: String,
        _ body: (OutletKeeper, String) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/pelacak-outlets-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let settings = try ConfigurationFile.parse(configuration, name: "pelacak.yaml").outlets
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let keeper = try OutletKeeper(dataFolder: folder, settings: settings, logger: logger)
        let run = Task { try await keeper.run() }
        let result: Result<Void, any Error>
        do { result = .success(try await body(keeper, folder)) } catch { result = .failure(error) }
        run.cancel()
        _ = try? await run.value
        try result.get()
    }

    private static func alert(_ number: Int, outlets: [String]) -> AlertRecord {
        AlertRecord(
            id: Hexadecimal.lower(UInt64(number), digits: 16) + "00112233445566aa",
            ruleID: "rule",
            ruleVersion: 1,
            ruleName: "name",
            time: TimeText.now,
            made: TimeText.now,
            title: ["en": "title"],
            body: ["en": "body"],
            outlets: outlets
        )
    }

    private static func until(_ what: String, _ isSo: () async throws -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < end {
            if try await isSo() { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("never: \(what)")
    }

    @Test("an alert is delivered as soon as it is kept, once, and read with what became of it")
    func delivers() async throws {
        try await ImitatedServer.with { _, _ in
            .answer(status: 200)
        } _: { server in
            let text = """
                outbound-allow: ["127.0.0.1:\(server.port)"]
                outlets:
                  hook: {kind: webhook, url: "http://127.0.0.1:\(server.port)/x"}
                """
            try await Self.with(text) { keeper, _ in
                try await Self.until("outlets") { await keeper.outlet("hook") != nil }
                let record = Self.alert(1, outlets: ["hook", "feed", "nothing"])
                try await keeper.add([record], engineState: [1])
                try await keeper.add([record], engineState: [2])
                try await Self.until("delivered") {
                    try await keeper.alert(record.id)?.deliveries.first?.state == "delivered"
                }
                #expect(server.memory.requests.count == 1)
                let states = try await keeper.alert(record.id)?.deliveries.map(\.state)
                #expect(states == ["delivered", "delivered", "dead"])
                #expect(try await keeper.engineState() == [2])
                let counts = try await keeper.counts(since: Timestamp(seconds: 0))
                #expect(counts["rule"]?.count == 1)
            }
        }
    }

    @Test("outlets are added, shown without secrets, tried, and removed; letters to one that comes later go out then")
    func outlets() async throws {
        try await ImitatedServer.with { _, _ in
            .json(#"{"id":"x"}"#)
        } _: { server in
            let text = "outbound-allow: [\"127.0.0.1:\(server.port)\"]"
            try await Self.with(text) { keeper, folder in
                try await keeper.add([Self.alert(1, outlets: ["phone"])], engineState: nil)
                let settings = ["server": "http://127.0.0.1:\(server.port)", "topic": "a-topic-nobody-guesses"]
                let added = try await keeper.add(OutletDraft(name: "phone", kind: "ntfy", settings: settings))
                #expect(added.settings["topic"] == "…sses")
                await #expect(throws: OutletDeskError.nameTaken(name: "phone")) {
                    _ = try await keeper.add(OutletDraft(name: "phone", kind: "ntfy", settings: settings))
                }
                #expect(try await keeper.test("phone") == nil)
                #expect(try await keeper.again("phone") == 1)
                try await Self.until("the letter") { server.memory.requests.count == 2 }
                for name in ["outlets.json", "secrets", "outbox.sqlite"] {
                    let path = "\(folder)/watches/\(name)"
                    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
                    #expect(mode?.intValue == 0o600, "\(name)")
                    let content = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
                    #expect(content.contains("a-topic-nobody-guesses") == (name == "secrets"), "\(name)")
                }
                try await keeper.remove("phone")
                #expect(try await keeper.outlets().map(\.name) == ["browser", "feed"])
            }
        }
    }

    @Test(
        "what may not be reached is refused when it is written, and never tried",
        arguments: ["http://example.org/", "https://example.org:8443/", "ftp://x/"]
    )
    func refused(address: String) async throws {
        try await Self.with("") { keeper, _ in
            await #expect(throws: OutletDeskError.self) {
                _ = try await keeper.add(OutletDraft(name: "x", kind: "webhook", settings: ["url": address]))
            }
        }
    }

    @Test("programs are not run from the web", arguments: ["command", "email", "browser", "nonsense"])
    func programs(kind: String) async throws {
        try await Self.with("") { keeper, _ in
            await #expect(throws: OutletDeskError.self) {
                let settings = ["program": "/bin/true", "to": "a@example.org", "from": "b@example.org"]
                _ = try await keeper.add(OutletDraft(name: "x", kind: kind, settings: settings))
            }
        }
    }

    @Test("a feed is found by its key, which is told once")
    func feeds() async throws {
        try await Self.with("") { keeper, _ in
            let added = try await keeper.add(OutletDraft(name: "news", kind: "feed", settings: [:]))
            let path = try #require(added.feedPath)
            let key = String(path.dropFirst("/feeds/".count).dropLast(".atom".count))
            let feed = try #require(await keeper.feed(key))
            #expect(feed.outlet == "news" && feed.id.count == 32 && !key.contains(feed.id))
            #expect(await keeper.feed(String(key.dropLast())) == nil)
            #expect(await keeper.feed("") == nil)
            #expect(try await !keeper.outlets().contains { "\($0)".contains(key) })
        }
    }
}
