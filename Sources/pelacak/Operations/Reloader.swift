import Foundation
import Logging
import ServiceLifecycle
import Site
import UnixSignals

/// Reads the configuration and the certificate again when told to by SIGHUP. What is wrong in them leaves everything running.
struct Reloader: Service {
    let signals: UnixSignalsSequence
    /// What the program runs with.
    let started: ServeSettings
    let read: @Sendable () throws -> ServeSettings
    let supervisor: SourceSupervisor
    let server: SiteServer
    let logger: Logger
    /// Started by a person in a terminal.
    private let hadTerminal = isatty(STDIN_FILENO) == 1

    init(
        signals: UnixSignalsSequence,
        started: ServeSettings,
        read: @escaping @Sendable () throws -> ServeSettings,
        supervisor: SourceSupervisor,
        server: SiteServer,
        logger: Logger
    ) {
        self.signals = signals
        self.started = started
        self.read = read
        self.supervisor = supervisor
        self.server = server
        self.logger = logger
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for await _ in signals {
                // The terminal was closed: nobody asked for a reload.
                if hadTerminal, FileHandle(forReadingAtPath: "/dev/tty") == nil {
                    kill(getpid(), SIGTERM)
                    return
                }
                await reload()
            }
        }
    }

    func reload() async {
        do {
            let settings = try read()
            let wanted =
                try settings.sourcesAreFromFile
                ? settings.sources ?? [] : settings.dormantSources.map { try SourceSpecification($0) }
            let isOverruled = !settings.sourcesAreFromFile && settings.sources != nil
            let done = try await supervisor.reload(wanted, areFromFile: !isOverruled)
            logger.notice("read \(settings.file.name) again; \(done.sentence)")
            let later = Self.restarts(started, settings)
            if !later.isEmpty { logger.notice("taken up at the next start only: \(later.joined(separator: ", "))") }
        } catch {
            logger.error("the configuration was not taken, everything goes on as before: \(error)")
        }
        do {
            try server.reloadCertificate()
            if started.operation.tls != nil { logger.notice("read the certificate again; new connections get it") }
        } catch {
            logger.error("the certificate was not taken, the old one stays: \(error)")
        }
    }

    /// The keys that differ and cannot change while the program runs.
    static func restarts(_ old: ServeSettings, _ new: ServeSettings) -> [String] {
        var keys: [String] = []
        if old.listen != new.listen { keys.append("listen") }
        if old.dataFolder != new.dataFolder { keys.append("data") }
        if old.writtenSinks != new.writtenSinks { keys.append("sink") }
        if old.writtenFeeders != new.writtenFeeders { keys.append("feeder") }
        if old.receiver != new.receiver { keys.append("receiver") }
        if old.basemap != new.basemap { keys.append("basemap") }
        if old.token != new.token { keys.append("token") }
        if old.operation.reading != new.operation.reading { keys.append("read") }
        if old.operation.tls != new.operation.tls { keys.append("tls-certificate, tls-key") }
        if old.operation.trustedProxies != new.operation.trustedProxies { keys.append("trusted-proxy") }
        if old.operation.hasPublicMetrics != new.operation.hasPublicMetrics { keys.append("metrics") }
        if old.operation.logFormat != new.operation.logFormat { keys.append("log-format") }
        if old.operation.logLevel != new.operation.logLevel { keys.append("log-level") }
        return keys
    }
}
