public import Aero
import Foundation
import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
import NIOPosix
public import ServiceLifecycle

/// The HTTP server as a service. One `ServiceGroup` in the program runs it; that group's `maximumGracefulShutdownDuration` bounds the end.
public struct SiteServer: Service {
    private let configuration: SiteConfiguration
    private let responder: SiteResponder
    private let logger: Logger
    private let onListening: @Sendable (_ host: String, _ port: Int) async -> Void
    private let ticksItself: Bool
    /// The stream that operators read.
    let broadcaster: LiveBroadcaster
    /// The stream that strangers read.
    let publicBroadcaster: LiveBroadcaster
    private let receivers: ReceiverLedger
    private let statistics: [StatisticsLedger]
    /// What keeps the sky for strangers until they are shown it.
    let delayed: DelayedSky?
    let seats: LiveSeats
    let connections: ConnectionLedger
    let gate: Gate
    private let secure = SecureListener()

    /// - Parameters:
    ///   - wall: the wall's clock, for `/api/v1/site` alone.
    ///   - onListening: called once with the address and port that are really listened on.
    public init(
        configuration: SiteConfiguration,
        sky: any Sky,
        desk: any SourceDesk,
        reception: (any ReceptionDesk)? = nil,
        tiles: (any TileSource)? = nil,
        book: any AddressBook,
        tokens: (any TokenBook)? = nil,
        machinery: (any Machinery)? = nil,
        history: (any HistoryDesk)? = nil,
        identities: (any IdentityDesk)? = nil,
        places: (any PlaceDesk)? = nil,
        flights: (any FlightDesk)? = nil,
        visits: (any VisitDesk)? = nil,
        candidates: (any VisitCandidates)? = nil,
        editions: (any EditionDesk)? = nil,
        watches: (any WatchDesk)? = nil,
        outlets: (any OutletDesk)? = nil,
        news: (any AlertNews)? = nil,
        alerts: (any AlertDesk)? = nil,
        discretion: Discretion = Discretion(),
        logger: Logger,
        wall: @escaping @Sendable () -> Timestamp = SiteServer.wallClock,
        onListening: @escaping @Sendable (_ host: String, _ port: Int) async -> Void = { _, _ in }
    ) {
        self.init(
            configuration: configuration,
            sky: sky,
            desk: desk,
            reception: reception,
            tiles: tiles,
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
            outlets: outlets,
            news: news,
            alerts: alerts,
            discretion: discretion,
            logger: logger,
            wall: wall,
            ticksItself: true,
            onListening: onListening
        )
    }

    /// The time of this machine.
    public static let wallClock: @Sendable () -> Timestamp = { Timestamp(seconds: Date().timeIntervalSince1970) }

    /// - Parameters:
    ///   - forms: writers of answers that are not JSON.
    ///   - ticksItself: false in tests, which call `broadcaster.tick()`.
    init(
        configuration: SiteConfiguration,
        sky: any Sky,
        desk: any SourceDesk,
        reception: (any ReceptionDesk)? = nil,
        tiles: (any TileSource)?,
        book: any AddressBook,
        tokens: (any TokenBook)? = nil,
        machinery: (any Machinery)? = nil,
        history: (any HistoryDesk)? = nil,
        identities: (any IdentityDesk)? = nil,
        places: (any PlaceDesk)? = nil,
        flights: (any FlightDesk)? = nil,
        visits: (any VisitDesk)? = nil,
        candidates: (any VisitCandidates)? = nil,
        editions: (any EditionDesk)? = nil,
        watches: (any WatchDesk)? = nil,
        outlets: (any OutletDesk)? = nil,
        news: (any AlertNews)? = nil,
        alerts: (any AlertDesk)? = nil,
        discretion: Discretion = Discretion(),
        logger: Logger,
        forms: ReAPIForms = .all,
        wall: @escaping @Sendable () -> Timestamp,
        clock: @escaping @Sendable () -> Double = Gate.clock,
        ticksItself: Bool,
        onListening: @escaping @Sendable (_ host: String, _ port: Int) async -> Void
    ) {
        let gate = Gate(configuration, book: tokens, now: clock)
        let limits = configuration.limits
        let receivers = ReceiverLedger(desk: desk)
        let counters = RequestCounters()
        let parts = SiteView.Parts(
            configuration: configuration,
            sky: sky,
            desk: desk,
            reception: reception,
            tiles: tiles?.metadata,
            hasVendor: SiteServer.hasVendor(configuration.vendorFolder),
            book: MarkedBook(book, discretion, wall: wall),
            machinery: machinery,
            history: history,
            identities: identities,
            places: places,
            flights: flights,
            visits: visits,
            candidates: candidates,
            editions: editions,
            watches: watches,
            outlets: outlets,
            news: news,
            alerts: alerts,
            discretion: discretion,
            gate: gate,
            seats: LiveSeats(total: limits.streams, perAddress: limits.streamsPerAddress),
            tests: LiveSeats(total: limits.sourceTests, perAddress: limits.sourceTests),
            questions: QuestionSeats(limits),
            receivers: receivers,
            counters: counters,
            forms: forms,
            readings: ReportReadings(),
            wall: wall,
            clock: clock
        )
        let views = SiteViews(parts)
        responder = SiteResponder(
            configuration: configuration,
            gate: gate,
            counters: counters,
            session: SessionRoutes(gate: gate, limits: limits),
            views: views,
            editions: EditionRoutes(desk: editions, visits: views.strangers.visits, flights: flights),
            editionFiles: EditionFiles(desk: editions, pieceSeconds: limits.pieceSeconds),
            basemap: tiles.map(BasemapRoute.init),
            tar1090: Tar1090Mount(configuration: configuration.tar1090, sky: sky)
        )
        connections = ConnectionLedger(bound: limits.waitingConnections)
        self.gate = gate
        self.configuration = configuration
        broadcaster = views.operators.broadcaster
        publicBroadcaster = views.strangers.broadcaster
        self.receivers = receivers
        statistics = [views.operators.statistics, views.strangers.statistics]
        delayed = views.strangers.delayed
        seats = parts.seats
        self.logger = logger
        self.ticksItself = ticksItself
        self.onListening = onListening
    }

    /// All paths that are answered, but for pages and their files, as the OpenAPI document writes them.
    var answeredPaths: [String] { responder.paths }

    /// Serves until the program shuts down.
    ///
    /// - Throws: `SiteError` when it cannot listen.
    public func run() async throws {
        let (broadcasters, receivers, statistics) = ([broadcaster, publicBroadcaster], receivers, statistics)
        let (ticksItself, delayed) = (ticksItself, delayed)
        try await withThrowingTaskGroup(of: Void.self) { group in
            if ticksItself {
                for broadcaster in broadcasters { group.addTask { await broadcaster.run() } }
                for ledger in statistics { group.addTask { await ledger.run() } }
                group.addTask { await receivers.run() }
                if let delayed { group.addTask { await delayed.run() } }
            }
            do { try await serve() } catch let error as IOError { throw listenError(error) }
            for broadcaster in broadcasters { await broadcaster.finish() }
            group.cancelAll()
        }
    }

    private func serve() async throws {
        let (onListening, configuration, connections) = (onListening, configuration, connections)
        let limits = configuration.limits
        let isSecure = configuration.tls != nil
        let channel = HTTP1Channel.Configuration(
            additionalChannelHandlers: [
                HTTPRulesInstaller(), BareAnswers(isSecure: isSecure),
                ConnectionWatch(ledger: connections, pieceSeconds: limits.pieceSeconds),
            ],
            idleTimeout: .seconds(Int64(limits.idleSeconds)),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 8192,
                maxHeaderListSize: 32_768,
                maxHeaderFieldCount: 100
            )
        )
        let server = try secure.builder(configuration.tls, channel)
        var quiet = logger
        // Hummingbird tells of its start in its own words; ours come through `onListening`.
        quiet.logLevel = max(quiet.logLevel, .warning)
        let application = Application(
            responder: responder,
            server: server,
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port),
                availableConnectionsDelegate: .maximum(connectionBound(limits), logger: quiet)
            ),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? configuration.port
                await onListening(channel.localAddress?.ipAddress ?? configuration.host, port)
            },
            logger: quiet
        )
        try await application.run()
    }

    /// Connections that are taken at once: what is configured, or what the system allows.
    private func connectionBound(_ limits: SiteConfiguration.Limits) -> Int {
        let files = OpenFiles.allow(limits.connections + OpenFiles.spare)
        guard files < limits.connections + OpenFiles.spare else { return limits.connections }
        let fewer = max(16, files - OpenFiles.spare)
        logger.warning("only \(fewer) connections at once: the system allows \(files) open files (ulimit -n)")
        return fewer
    }

    /// Reads the certificate's files again; connections that are open keep the old one. Nothing to do without TLS.
    ///
    /// - Throws: `SiteError.certificate`; then the old certificate stays in use.
    public func reloadCertificate() throws(SiteError) {
        if let files = configuration.tls { try secure.reload(files) }
    }

    private func listenError(_ error: IOError) -> SiteError {
        if error.errnoCode == EADDRINUSE { return .portTaken(host: configuration.host, port: configuration.port) }
        let reason =
            switch error.errnoCode {
            case EACCES: "permission denied"
            case EADDRNOTAVAIL: "not an address of this machine"
            default: "system error \(error.errnoCode)"
            }
        return .cannotListen(host: configuration.host, port: configuration.port, reason: reason)
    }

    private static func hasVendor(_ folder: String?) -> Bool {
        guard let folder else { return false }
        return SiteResponder.vendorNames.allSatisfy { FileManager.default.fileExists(atPath: folder + "/" + $0) }
    }
}
