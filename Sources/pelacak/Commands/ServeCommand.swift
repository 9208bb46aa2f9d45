import Aero
import ArgumentParser
import Feeds
import Flights
import Foundation
import Logging
import Outlets
import Polling
import ServiceLifecycle
import Site
import Store
import UnixSignals
import Watch

/// Runs the site.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Track aircraft and show them on a live map.",
        discussion: """
            Examples:
              pelacak serve
              pelacak serve --source beast+tcp://127.0.0.1:30005 --receiver 52.1,5.2,20
              pelacak serve --source "rtltcp://127.0.0.1:1234?gain=adaptive"
              pelacak serve --source "file:recording.beast?pace=max&start=2023-10-24T09:49:22Z"
              pelacak serve --source "simulate:state-visit?seed=1"
              pelacak serve --source "beast+listen://127.0.0.1:30004?feeders=registered" --feeder "roof?key=$(uuidgen)"
              pelacak serve --sink "beast+listen://127.0.0.1:30005" --sink "jsonl+listen://127.0.0.1:30047?interval=1"

            Without --source: a Beast port answering on 127.0.0.1:30005, else an rtl_tcp server on 127.0.0.1:1234,
            else the simulated sky.

            Sources: beast, avr, sbs, uat, jsonl with +tcp://HOST:PORT or +listen://HOST:PORT; rtltcp://HOST:PORT;
            file:PATH; simulate:SCENE. Any takes name=, at=LAT,LON,METRES; beast and avr clock=12mhz|gps|none; sbs
            kind=mlat; samples (rtltcp, file) effort=low|normal|high and mode-ac=1 (replies of Mode A and C too);
            rtltcp also gain=adaptive (we choose, from the highest down), auto (the tuner) or DB, ppm=, bias=1, freq=; a
            listener rate= (frames a second of each feeder), key= (which its feeders must show) or feeders=registered.

            Sinks: beast, avr, sbs, jsonl with +listen://HOST:PORT or +tcp://HOST:PORT, and of interval=S (one message
            of a kind per aircraft in S seconds), source=NAME (only what it heard, with its own clock), receiver-ids=1
            (blinded), verbatim=1 (before repair), mode-ac=1, mlat=1 (computed positions too), key= (shown to whom
            we connect to). docs/feeds.md tells more.

            Writing from the Sources page needs no token on loopback, elsewhere one of `pelacak token new`.
            A running server reads its configuration again on SIGHUP: sources, outputs, feeders, certificate.
            """
    )

    @Option(help: ArgumentHelp("Where to listen.", valueName: "HOST:PORT")) var listen: String?
    @Option(help: ArgumentHelp("Folder for configuration and history.", valueName: "DIR")) var data: String?
    @Option(help: ArgumentHelp("Where messages come from; may be given several times.", valueName: "SPEC")) var source:
        [String] = []
    @Option(help: ArgumentHelp("Where messages go; may be given several times.", valueName: "SPEC")) var sink:
        [String] = []
    @Option(
        help: ArgumentHelp(
            "A feeder known by a key; may be given several times. Keys are better kept in the configuration file.",
            valueName: "NAME?key=KEY"
        )
    ) var feeder: [String] = []
    @Option(help: ArgumentHelp("Where the receiver stands; shown as --place says.", valueName: "LAT,LON[,METRES]"))
    var receiver: String?
    @Option(help: ArgumentHelp("Configuration file; DIR/pelacak.yaml without.", valueName: "FILE")) var config: String?
    @Option(help: ArgumentHelp("Basemap instead of the one made at set-up.", valueName: "FILE.mbtiles")) var basemap:
        String?
    @OptionGroup(title: "For a site that others use") var operation: OperationOptions
    @Option(help: ArgumentHelp("tar1090's folder html, served at /tar1090/.", valueName: "DIR")) var tar1090: String?
    @Option(help: ArgumentHelp("How tar1090 gets its aircraft; its best without.", valueName: "MODE"))
    var tar1090Mode: String?
    @Flag(help: "Let tar1090's page load map pictures from the internet.") var tar1090Tiles = false
    @Flag(help: "Say less.") var quiet = false

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let showedKey = CommandLine.arguments.contains(where: ArgumentSecrets.holdsKey)
        let isBlank = ArgumentSecrets.blank()
        // Taken now: from here on SIGHUP means "read again" and not the end.
        let hangups = await UnixSignalsSequence(trapping: .sighup)
        let flags = ServeSettings.Flags(
            listen: listen,
            data: data,
            source: source,
            sink: sink,
            feeder: feeder,
            receiver: receiver,
            config: config,
            basemap: basemap,
            tar1090: tar1090,
            tar1090Mode: tar1090Mode,
            tar1090Tiles: tar1090Tiles,
            operation: operation.flags
        )
        let settings = try ServeSettings(flags: flags, environment: environment)
        let (format, level) = (settings.operation.logFormat, settings.operation.logLevel ?? (quiet ? .warning : .info))
        LoggingSystem.bootstrap { LineLogHandler(label: $0, format: format, level: level) }
        let logger = Logger(label: "pelacak")
        if showedKey {
            logger.warning(
                "a key stands on the command line, where others read it\(isBlank ? " (blanked there now)" : ""); write it into the configuration file, PELACAK_SOURCE (PELACAK_SINK, PELACAK_FEEDER), or a file named by --source @FILE"
            )
        }
        for warning in settings.warnings { logger.warning("\(warning)") }
        for note in settings.notes { logger.notice("\(note)") }
        try Self.prepareFolder(settings.dataFolder)
        let plan = await SourcePlan.make(settings, probes: environment["PELACAK_PROBE"] != "none")
        logger.notice("\(plan.sentence)")
        let tokens = FileTokenBook(folder: settings.dataFolder, logger: logger)
        let site = try Self.site(settings, environment, tokens, logger)
        let discretion = try Discretion.started(by: settings, site.configuration, logger)
        let hidden = HiddenAircraft.started(by: settings, for: discretion, logger)
        let sky = LiveSky(
            router: OutputRouter(discretion: discretion),
            feederPlaces: settings.feeders.places,
            logger: logger
        )
        let reception = ReceptionKeeper(dataFolder: settings.dataFolder, sky: sky, logger: logger)
        await reception.takeUp()
        let watchInbox = WatchInbox()
        let door = try await Self.history(settings, plan.sources, sky, watchInbox, logger)
        let outputs = OutputSupervisor(settings.sinks, sky: sky, dataFolder: settings.dataFolder, logger: logger)
        let machinery = ProgramMachinery(
            folder: settings.dataFolder,
            outputs: outputs,
            door: door,
            discretion: discretion
        )
        let feeders = FeederBook(settings.feeders.map(\.registered))
        let supervisor = SourceSupervisor(
            file: settings.file,
            sky: sky,
            reason: plan.reason,
            receiver: settings.receiver,
            feeders: feeders,
            dormant: settings.dormantSources,
            polling: PollServices(
                version: Pelacak.version,
                captures: CaptureLog(dataFolder: settings.dataFolder, logger: logger)
            ),
            strangersMayRead: site.configuration.strangersMayRead,
            logger: logger,
            onBegun: { machinery.begun() }
        )
        await supervisor.prepare(plan.sources, areFromFile: settings.sourcesAreFromFile)
        let places = PlaceShelf(path: Assets.locate(environment: environment).places, logger: logger)
        let identities = IdentityKeeper(folder: settings.dataFolder, hidden: hidden, logger: logger)
        let read: @Sendable () throws -> ServeSettings = { try ServeSettings(flags: flags, environment: environment) }
        let coverage = try Self.coverage(settings, door, sky, logger) {
            let settings = (try? read()) ?? settings
            return (await supervisor.entries.map(\.specification), settings)
        }
        let outbox = Self.outbox(settings, logger)
        let storedVisits = StoredVisitDesk(dataFolder: settings.dataFolder, logger: logger) {
            await supervisor.entries.map(\.specification).filter { !$0.isPaused }.compactMap(\.polled)
        }
        let visits: any VisitDesk =
            if let door {
                PinningVisitDesk(desk: storedVisits, pins: VisitPins(desk: door), logger: logger)
            } else { storedVisits }
        let watches = Self.watches(
            settings,
            watchInbox,
            outbox,
            WatchParts(
                sky: sky,
                door: door,
                coverage: coverage,
                places: places,
                who: WatchWho(book: identities.book, discretion: discretion, dataFolder: settings.dataFolder)
            ),
            logger
        )
        if let watches { await outbox?.heartbeatNeeds { await watches.isWell } }
        let server = SiteServer(
            configuration: site.configuration,
            sky: sky,
            desk: supervisor,
            reception: supervisor,
            tiles: site.tiles,
            book: identities.book,
            tokens: tokens,
            machinery: machinery,
            history: door,
            identities: identities,
            places: places,
            flights: coverage,
            visits: visits,
            candidates: ArchiveCandidates(flights: coverage) {
                identities.book.register.addresses(marked: .interesting)
            },
            editions: EditionKeeper(dataFolder: settings.dataFolder, logger: logger),
            watches: watches,
            outlets: outbox,
            news: outbox,
            alerts: outbox,
            discretion: discretion,
            logger: logger,
            onListening: { host, port in
                let shown = host.contains(":") ? "[\(host)]" : host
                let scheme = settings.operation.tls == nil ? "http" : "https"
                logger.notice("open \(scheme)://\(shown):\(port) in a browser; stop with Ctrl-C")
                await ServiceManager.tell("READY=1", environment)
            }
        )
        let reloader = Reloader(
            signals: hangups,
            started: settings,
            read: read,
            parts: Reloader.Parts(
                sky: sky,
                supervisor: supervisor,
                outputs: outputs,
                feeders: feeders,
                server: server,
                identities: identities,
                discretion: discretion,
                hidden: hidden,
                alerts: outbox
            ),
            logger: logger
        )
        // The last to end is the first here: the history takes what the others still gave.
        let kept: [(any Service)?] = [door, outbox, coverage, watches, reception]
        let services: [any Service] =
            kept.compactMap { $0 } + [server, supervisor, outputs, identities, places, reloader, LastResort()]
        try await Self.run(services, logger)
    }

    private static func history(
        _ settings: ServeSettings,
        _ sources: [SourceSpecification],
        _ sky: LiveSky,
        _ watches: WatchInbox,
        _ logger: Logger
    ) async throws -> HistoryDoor? {
        guard settings.operation.keepsHistory else { return nil }
        return try await HistoryDoor(logger: logger) {
            let inbox = HistoryInbox(watches: watches)
            let keeper = try HistoryKeeper(
                dataFolder: settings.dataFolder,
                inbox: inbox,
                sky: sky,
                keeping: settings.operation.keeping,
                logger: logger
            )
            let key = try SiteKey.of(folder: settings.dataFolder)
            await sky.keepHistory(LiveHistory(inbox: inbox, key: key))
            let earlier = await keeper.resume(ArchiveNumbers(key)) { heard, numbers in
                ReceiverRoster(
                    heard: heard,
                    sources: sources,
                    receiver: settings.receiver,
                    feeders: settings.feeders,
                    numbers: &numbers
                )
            }
            if let earlier { await sky.resume(earlier) }
            return keeper
        }
    }

    /// - Parameter current: the sources that run, and what the configuration says by now.
    private static func coverage(
        _ settings: ServeSettings,
        _ door: HistoryDoor?,
        _ sky: LiveSky,
        _ logger: Logger,
        current: @escaping @Sendable () async -> ([SourceSpecification], ServeSettings)
    ) throws -> CoverageKeeper? {
        guard let door else { return nil }
        let key = try SiteKey.of(folder: settings.dataFolder)
        return CoverageKeeper(
            dataFolder: settings.dataFolder,
            history: door,
            sky: sky,
            places: {
                let (sources, now) = await current()
                var numbers = ArchiveNumbers(key)
                // What is taken up at the next start only is so here.
                return ListenerPlaces(
                    sources: sources,
                    receiver: settings.receiver,
                    feeders: now.feeders,
                    numbers: &numbers
                )
            },
            airframes: settings.airframes,
            logger: logger
        )
    }

    private static func run(_ services: [any Service], _ logger: Logger) async throws {
        var quiet = logger
        quiet.logLevel = .error
        var configuration = ServiceGroupConfiguration(
            services: services.map {
                .init(
                    service: $0,
                    successTerminationBehavior: .gracefullyShutdownGroup,
                    failureTerminationBehavior: .gracefullyShutdownGroup
                )
            },
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: quiet
        )
        configuration.maximumGracefulShutdownDuration = .seconds(3)
        do { try await ServiceGroup(configuration: configuration).run() } catch let error as SiteError {
            throw Failure(error.description)
        } catch let error as FeedError {
            throw Failure(error.description)
        }
    }

    private static func prepareFolder(_ path: String) throws(Failure) {
        do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
            throw Failure("cannot make the folder \(path); choose one that may be written with --data DIR")
        }
        guard FileManager.default.isWritableFile(atPath: path) else {
            throw Failure("the folder \(path) cannot be written; choose another with --data DIR")
        }
    }

    private static func tar1090(_ configuration: Tar1090Configuration) throws(Failure) -> Tar1090Configuration {
        if let folder = configuration.folder, !FileManager.default.fileExists(atPath: folder + "/index.html") {
            throw Failure("\(folder) has no index.html; name the folder html of tar1090 with --tar1090 DIR")
        }
        return configuration
    }

    /// Puts the receiver's place into the site's configuration, as it may be shown to whom.
    private static func show(
        _ receiver: ReceiverPlace?,
        _ settings: ServeSettings,
        in configuration: inout SiteConfiguration
    ) throws(Failure) {
        guard let place = receiver?.position else { return }
        configuration.receiverPlace = place
        switch settings.operation.place {
        case .hidden: break
        case .blurred:
            let offset = try PlaceOffsetFile(folder: settings.dataFolder).offset()
            configuration.publicReceiverPlace = offset.applied(to: place)
        case .exact:
            configuration.publicReceiverPlace = place
        }
    }

    private static func site(
        _ settings: ServeSettings,
        _ environment: [String: String],
        _ tokens: FileTokenBook,
        _ logger: Logger
    ) throws -> (configuration: SiteConfiguration, tiles: (any TileSource)?) {
        let assets = Assets.locate(environment: environment)
        if assets.vendorFolder == nil {
            logger.warning("the map's library is missing: run `make run` once, it fetches it")
        }
        var tiles: (any TileSource)?
        if let path = settings.basemap ?? assets.basemap {
            do { tiles = BasemapTiles(try Basemap(path: path)) } catch {
                if settings.basemap != nil { throw Failure("\(error)") }
                logger.warning("no basemap: \(error)")
            }
        } else {
            logger.warning("no basemap: run `make run` once, it makes one; the map shows a grid")
        }
        let web: String
        do { web = try WebFolder.locate(fallbacks: [environment["PELACAK_WEB"]].compactMap(\.self)) } catch {
            throw Failure("\(error)")
        }
        var configuration = SiteConfiguration(
            host: settings.listen.host,
            port: settings.listen.port,
            webFolder: web,
            vendorFolder: assets.vendorFolder,
            token: settings.token,
            version: Pelacak.version
        )
        settings.operation.apply(to: &configuration)
        try Self.show(settings.receiver, settings, in: &configuration)
        configuration.tar1090 = try Self.tar1090(settings.tar1090)
        if !configuration.listensOnLoopback, settings.token == nil, !tokens.hasWriters {
            logger.warning(
                "listening beyond this machine without a token: sources cannot be changed; make one with: pelacak token new NAME"
            )
        }
        return (configuration, tiles)
    }
}
