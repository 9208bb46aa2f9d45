import Aero
import Feeds
import Foundation
import Logging
import ModeS
import Synchronization

@testable import Polling

/// A client under test, with all it tells.
struct Poll {
    /// What was told.
    final class Notes: Sendable {
        struct Kept {
            var statuses: [FeedStatus] = []
            var progress: [PollProgress] = []
            var reports: [ClaimedReport] = []
            var isSimulated = false
        }
        private let kept = Mutex(Kept())
        private let changes = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))

        var now: Kept { kept.withLock { $0 } }
        var details: [String] { now.statuses.map(\.detail) }

        func note(_ change: @Sendable (inout Kept) -> Void) {
            kept.withLock { change(&$0) }
            changes.continuation.yield()
        }

        /// Waits until something was told; the test's time limit ends it otherwise.
        func until(_ fits: (Kept) -> Bool) async {
            if fits(now) { return }
            for await _ in changes.stream where fits(now) { return }
        }
    }

    static let profileID = "imitation"

    /// A profile for the imitation.
    static func profile(_ change: (inout ProviderProfile) -> Void = { _ in }) -> ProviderProfile {
        var profile = ProviderProfile(
            id: profileID,
            name: "imitated provider",
            hosts: ["127.0.0.1"],
            formats: [.v2, .openSky],
            minimumInterval: 10,
            usualInterval: 10,
            licence: .openDatabase,
            credit: "Data from the imitated provider",
            terms: "https://provider.example/terms",
            termsRead: "2026-11-25",
            source: "made up",
            isVerified: true,
            fits: [.personal: .yes, .research: .unclear, .newsroom: .no]
        )
        change(&profile)
        return profile
    }

    /// A source that asks the imitation.
    static func source(
        _ port: Int,
        _ format: PollFormat = .v2,
        _ options: String = "circle=52,5,50&terms=2026-11-25&purpose=private",
        path: String = ""
    ) throws -> PolledSource {
        var taken: [String: String] = [:]
        for part in options.split(separator: "&") {
            let pieces = part.split(separator: "=", maxSplits: 1).map(String.init)
            taken[pieces[0]] = pieces.count == 2 ? pieces[1] : ""
        }
        return try PolledSource(
            format: format,
            isSecure: false,
            host: "127.0.0.1",
            port: port,
            path: path,
            taking: &taken
        )
    }

    /// Services that wait for nobody.
    static func services(
        _ clock: ManualClock,
        captures: CaptureLog? = nil,
        timeouts: PollTimeouts = PollTimeouts(),
        environment: [String: String] = [:],
        profile: ProviderProfile = profile()
    ) -> PollServices {
        PollServices(
            version: "0.0",
            directory: ProviderDirectory([profile]),
            captures: captures,
            timeouts: timeouts,
            clock: clock,
            random: { 0.5 },
            environment: environment
        )
    }

    static var quiet: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }

    /// Runs a client until what it told fits, then ends it.
    @discardableResult
    static func run(
        _ source: PolledSource,
        _ services: PollServices,
        logger: Logger = quiet,
        until fits: @escaping @Sendable (Notes.Kept) -> Bool
    ) async -> Notes {
        let notes = Notes()
        let client = client(source, services, notes, logger: logger)
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await client.run() }
            group.addTask { await notes.until(fits) }
            await group.next()
            group.cancelAll()
        }
        return notes
    }

    static func client(
        _ source: PolledSource,
        _ services: PollServices,
        _ notes: Notes,
        logger: Logger = quiet
    ) -> PollClient {
        PollClient(
            source: source,
            name: "test",
            services: services,
            logger: logger,
            onStatus: { status in notes.note { $0.statuses.append(status) } },
            onProgress: { progress in notes.note { $0.progress.append(progress) } },
            onBatch: { batch in
                notes.note {
                    $0.reports += batch.reports
                    $0.isSimulated = $0.isSimulated || batch.sawSimulationMark
                }
            }
        )
    }

    /// A folder of its own for the test's files.
    static func folder() throws -> String {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("polling-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url.path
    }
}
