import Aero
import Feeds
import Foundation
import Logging
import ServiceLifecycle
import Site
import Synchronization
import UnixSignals

/// Reads the configuration and the certificate again when told to by SIGHUP, and the list of hidden aircraft when an embargo ends. What is
/// wrong in them leaves everything running.
final class Reloader: Service {
    /// What takes up changes.
    struct Parts: Sendable {
        let sky: LiveSky
        let supervisor: SourceSupervisor
        let outputs: OutputSupervisor
        /// Whom listeners know by a key.
        let feeders: FeederBook
        let server: SiteServer
        /// Lists that a command brought in are taken up.
        let identities: IdentityKeeper
        let discretion: Discretion
        /// The operator's list of them is read again.
        let hidden: HiddenAircraft
        let alerts: OutletKeeper?
    }

    let signals: UnixSignalsSequence
    /// What the program runs with.
    let started: ServeSettings
    let read: @Sendable () throws -> ServeSettings
    let parts: Parts
    let logger: Logger
    /// The feeders that were taken up last.
    private let registered: Mutex<[FeederSpecification]>
    /// Started by a person in a terminal.
    private let hadTerminal = isatty(STDIN_FILENO) == 1

    init(
        signals: UnixSignalsSequence,
        started: ServeSettings,
        read: @escaping @Sendable () throws -> ServeSettings,
        parts: Parts,
        logger: Logger
    ) {
        self.signals = signals
        self.started = started
        self.read = read
        self.parts = parts
        registered = Mutex(started.feeders)
        self.logger = logger
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            async let _: Void = self.releaseEmbargoes()
            for await _ in self.signals {
                // The terminal was closed: nobody asked for a reload.
                if self.hadTerminal, FileHandle(forReadingAtPath: "/dev/tty") == nil {
                    kill(getpid(), SIGTERM)
                    return
                }
                await self.reload()
            }
        }
    }

    /// Looks every second whether an embargo is over: the clock may be set meanwhile, so no single long wait.
    private func releaseEmbargoes() async {
        while (try? await Task.sleep(for: .seconds(1))) != nil {
            let rules = parts.discretion.rules
            // A list that cannot be read shows nobody: it is looked at when somebody says that it was mended.
            guard !rules.isClosed, let end = rules.nextRelease, end <= TimeText.now else { continue }
            reloadSuppressions()
        }
    }

    func reload() async {
        // First, whatever else is wrong: what must be hidden is hidden at once.
        reloadSuppressions()
        await parts.identities.look()
        do {
            let settings = try read()
            // A file that was taken away says nothing: least of all that all sources shall stop.
            if !settings.hasFile, await hadFile() {
                throw Failure("there is no configuration \(settings.file.path) any more")
            }
            let wanted =
                try settings.sourcesAreFromFile
                ? settings.sources ?? [] : settings.dormantSources.map { try SourceSpecification($0) }
            let isOverruled = !settings.sourcesAreFromFile && settings.sources != nil
            // What can fail comes first, so that nothing was changed when it does.
            if !isOverruled { try parts.supervisor.check(wanted) }
            let outputs = try await parts.outputs.reload(settings.sinks)
            let feeders = await register(settings.feeders)
            await parts.alerts?.take(settings.outlets)
            let sources = try await parts.supervisor.reload(wanted, areFromFile: !isOverruled)
            let done = [sources, outputs, feeders].map(\.sentence).joined(separator: "; ")
            logger.notice("read \(settings.file.name) again; \(done)")
            for warning in settings.warnings { logger.warning("\(warning)") }
            for note in settings.notes { logger.notice("\(note)") }
            let later = Self.restarts(started, settings)
            if !later.isEmpty { logger.notice("taken up at the next start only: \(later.joined(separator: ", "))") }
        } catch {
            logger.error("the configuration was not taken, everything goes on as before: \(error)")
        }
        do {
            try parts.server.reloadCertificate()
            if started.operation.tls != nil { logger.notice("read the certificate again; new connections get it") }
        } catch {
            logger.error("the certificate was not taken, the old one stays: \(error)")
        }
    }

    /// Reads the list of hidden aircraft again. One that cannot be read closes the site to strangers; who was hidden stays hidden.
    private func reloadSuppressions() {
        let settings = (try? read()) ?? started
        let before = parts.discretion.rules
        let problem = parts.hidden.take(settings.suppressions, limitedDisplay: settings.operation.limitedDisplay)
        parts.discretion.noteDecisions(of: settings)
        if let problem {
            logger.error("strangers are shown no aircraft until the list of hidden ones can be read: \(problem)")
        } else if parts.discretion.rules != before {
            logger.notice("read the list of hidden aircraft again")
        }
    }

    /// Whether what runs came out of a file: one that was there at the start, or one the Sources page wrote.
    private func hadFile() async -> Bool {
        if started.hasFile { return true }
        return await parts.supervisor.entries.contains { $0.isFromFile }
    }

    /// Writes the book of feeders anew: connections of those that are none any more end.
    private func register(_ wanted: [FeederSpecification]) async -> ReloadReport {
        let before = registered.withLock { feeders in
            defer { feeders = wanted }
            return feeders
        }
        var report = ReloadReport(subject: "feeders")
        for feeder in wanted {
            guard let old = before.first(where: { $0.name == feeder.name }) else {
                report.added.append(feeder.name)
                continue
            }
            if feeder.isSame(as: old) { report.untouched += 1 } else { report.changed.append(feeder.name) }
        }
        report.removed = before.map(\.name).filter { name in !wanted.contains { $0.name == name } }
        guard !(report.added + report.changed + report.removed).isEmpty else { return report }
        await parts.sky.register(wanted, insteadOf: before)
        parts.feeders.replace(with: wanted.map(\.registered))
        return report
    }

    /// The keys that differ and cannot change while the program runs.
    static func restarts(_ old: ServeSettings, _ new: ServeSettings) -> [String] {
        var keys: [String] = []
        if old.listen != new.listen { keys.append("listen") }
        if old.dataFolder != new.dataFolder { keys.append("data") }
        if old.receiver != new.receiver { keys.append("receiver") }
        if old.basemap != new.basemap { keys.append("basemap") }
        if old.token != new.token { keys.append("token") }
        if old.airframes != new.airframes { keys.append("airframes") }
        if old.outlets.heartbeat != new.outlets.heartbeat
            || old.outlets.heartbeatSeconds != new.outlets.heartbeatSeconds
        {
            keys.append("heartbeat")
        }
        if old.outlets.listed != new.outlets.listed { keys.append("outbound-allow") }
        if old.operation.reading != new.operation.reading { keys.append("read") }
        if old.operation.tls != new.operation.tls { keys.append("tls-certificate, tls-key") }
        if old.operation.trustedProxies != new.operation.trustedProxies { keys.append("trusted-proxy") }
        if old.operation.cors != new.operation.cors { keys.append("cors") }
        if old.operation.hasPublicMetrics != new.operation.hasPublicMetrics { keys.append("metrics") }
        if old.operation.logFormat != new.operation.logFormat { keys.append("log-format") }
        if old.operation.logLevel != new.operation.logLevel { keys.append("log-level") }
        if old.operation.place != new.operation.place { keys.append("place") }
        if old.operation.publicRange != new.operation.publicRange { keys.append("public-range") }
        if old.operation.publicFloor != new.operation.publicFloor { keys.append("public-floor") }
        if old.operation.publicDelay != new.operation.publicDelay { keys.append("public-delay") }
        if old.operation.contact != new.operation.contact { keys.append("contact") }
        if old.operation.keepsHistory != new.operation.keepsHistory { keys.append("history") }
        if old.operation.keeping != new.operation.keeping { keys += HistoryKeeping.keys }
        return keys
    }
}
