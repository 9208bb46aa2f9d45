import Aero
import Foundation
import Logging
import ServiceLifecycle

@testable import Site

/// A server on a port of the system's choice, with a folder of pages of its own, that ends with the closure.
struct SiteUnderTest {
    let port: Int
    let sky: FakeSky
    let desk: FakeDesk
    let server: SiteServer
    let folder: String
    let group: ServiceGroup
    let tokens: FakeTokens
    let machinery: FakeMachinery

    static let page = "<!doctype html><title>Pelacak</title>" + String(repeating: "<p>langit</p>", count: 100)

    static func with<Value: Sendable>(
        sky: FakeSky = FakeSky(),
        forms: ReAPIForms = ReAPIForms(),
        clock: @escaping @Sendable () -> Double = Gate.clock,
        history: FakeHistory? = nil,
        discretion: Discretion = Discretion(),
        book: any AddressBook = FakeBook(),
        identities: (any IdentityDesk)? = nil,
        places: (any PlaceDesk)? = FakePlaces.made,
        flights: (any FlightDesk)? = FakeFlights(),
        visits: (any VisitDesk)? = nil,
        candidates: (any VisitCandidates)? = nil,
        editions: (any EditionDesk)? = nil,
        watches: (any WatchDesk)? = FakeWatches(),
        alerts: (any AlertDesk)? = FakeAlerts(),
        reception: (any ReceptionDesk)? = FakeReception(),
        outbox: FakeOutbox? = nil,
        configure: (inout SiteConfiguration) throws -> Void = { _ in },
        _ body: (SiteUnderTest) async throws -> Value
    ) async throws -> Value {
        let folder = try makeFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var configuration = SiteConfiguration(
            port: 0,
            webFolder: folder + "/Web",
            vendorFolder: folder + "/vendor",
            version: "0.1.0"
        )
        try configure(&configuration)
        let (tokens, machinery) = (FakeTokens(), FakeMachinery())
        let desk = FakeDesk()
        let (ports, port) = AsyncStream<Int>.makeStream()
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let server = SiteServer(
            configuration: configuration,
            sky: sky,
            desk: desk,
            reception: reception,
            tiles: FakeTiles(),
            book: book,
            tokens: tokens,
            machinery: machinery,
            history: history,
            identities: identities,
            places: places,
            flights: flights,
            visits: visits,
            candidates: candidates,
            editions: editions,
            watches: watches,
            outlets: outbox,
            news: outbox,
            alerts: alerts,
            discretion: discretion,
            logger: logger,
            forms: forms,
            wall: { Timestamp(seconds: 1_795_377_968) },
            clock: clock,
            ticksItself: false
        ) { _, number in port.yield(number) }
        let group = ServiceGroup(services: [server], logger: logger)
        let run = Task {
            defer { port.finish() }
            try await group.run()
        }
        var iterator = ports.makeAsyncIterator()
        guard let number = await iterator.next() else {
            try await run.value
            throw CancellationError()
        }
        let site = SiteUnderTest(
            port: number,
            sky: sky,
            desk: desk,
            server: server,
            folder: folder,
            group: group,
            tokens: tokens,
            machinery: machinery
        )
        let result: Result<Value, any Error>
        do { result = .success(try await body(site)) } catch { result = .failure(error) }
        await group.triggerGracefulShutdown()
        try await run.value
        return try result.get()
    }

    private static func makeFolder() throws -> String {
        let folder = FileManager.default.temporaryDirectory.path + "/pelacak-site-" + UUID().uuidString
        let files = FileManager.default
        let written = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources/Site/Web")
        try files.createDirectory(atPath: folder + "/Web/js", withIntermediateDirectories: true)
        try files.createDirectory(atPath: folder + "/vendor", withIntermediateDirectories: true)
        for (name, text) in [
            ("Web/index.html", page), ("Web/sources.html", page), ("Web/about.html", page), ("Web/api.html", page),
            ("Web/sign-in.html", page), ("Web/flights.html", page), ("Web/airport.html", page),
            ("Web/visits.html", page), ("Web/visit.html", page), ("Web/alerts.html", page), ("Web/watches.html", page),
            ("Web/outlets.html", page), ("Web/receiver.html", page), ("Web/objections.html", page),
            ("Web/js/main.js", "export const x = 1;\n"), ("Web/.hidden", "secret"), ("secret.txt", "secret"),
            ("vendor/maplibre-gl.js", "// map"), ("vendor/maplibre-gl.css", "body {}"), ("vendor/other.js", "secret"),
        ] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
        }
        try files.copyItem(atPath: written.path + "/openapi.json", toPath: folder + "/Web/openapi.json")
        return folder
    }
}
