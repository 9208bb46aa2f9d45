import Aero
import Tracking

/// Everything one audience is shown: a sky, a past and sources from which what is kept from it is gone already, with caches of their own.
/// A path that is added here cannot show more than they hold.
struct SiteView: Sendable {
    /// What all views are made of.
    struct Parts: Sendable {
        let configuration: SiteConfiguration
        let sky: any Sky
        let desk: any SourceDesk
        let reception: (any ReceptionDesk)?
        let tiles: TileMetadata?
        let hasVendor: Bool
        let book: MarkedBook
        let machinery: (any Machinery)?
        let history: (any HistoryDesk)?
        let identities: (any IdentityDesk)?
        let places: (any PlaceDesk)?
        let flights: (any FlightDesk)?
        let visits: (any VisitDesk)?
        let candidates: (any VisitCandidates)?
        let editions: (any EditionDesk)?
        let watches: (any WatchDesk)?
        let outlets: (any OutletDesk)?
        let news: (any AlertNews)?
        let alerts: (any AlertDesk)?
        let discretion: Discretion
        let gate: Gate
        /// Of live streams, trials of sources, and heavy questions: both audiences share them.
        let seats: LiveSeats
        let tests: LiveSeats
        let questions: QuestionSeats
        let receivers: ReceiverLedger
        let counters: RequestCounters
        let forms: ReAPIForms
        let readings: ReportReadings
        let wall: @Sendable () -> Timestamp
        let clock: @Sendable () -> Double
    }

    let sky: SkyRoutes
    let broadcaster: LiveBroadcaster
    let live: LiveRoute
    let receivers: ReceiverRoute
    let sources: SourceRoutes
    let pins: PinRoutes
    let outlets: OutletRoutes
    private(set) var visits: VisitRoutes
    let watches: WatchRoutes
    let alerts: AlertRoutes
    let statistics: StatisticsLedger
    /// Asked in order, before the files.
    private(set) var groups: [any RouteGroup]

    private let shownSky: DiscreetSky
    private let book: MarkedBook
    /// Whether it may be told who hears what.
    private let tellsCoverage: @Sendable () -> Bool
    /// Where this audience is shown everything later: what keeps the sky until then, to be run.
    let delayed: DelayedSky?
    private let past: PastPaths
    private let identities: (any IdentityDesk)?
    private let news: AlertNewsRoutes

    init(for audience: Audience, of parts: Parts) {
        let tells = audience == .operators || parts.configuration.tellsReceptionToStrangers
        let discretion = parts.discretion
        let tellsCoverage: @Sendable () -> Bool = {
            audience == .operators || tells && !discretion.hidesAnything(from: audience)
        }
        self.tellsCoverage = tellsCoverage
        var book = parts.book
        book.audience = audience
        self.book = book
        let delay = parts.discretion.delay(for: audience)
        delayed = delay > 0 ? DelayedSky(parts.sky, seconds: delay) : nil
        let given: any Sky = delayed ?? parts.sky
        let end: @Sendable () async -> Timestamp = { await given.status().now }
        let shown = DiscreetSky(given, for: audience, parts.discretion, tellsReception: tells)
        let limits = parts.configuration.limits
        let desk = parts.history.map {
            DiscreetHistory(
                $0,
                for: audience,
                parts.discretion,
                tellsReceivers: tells,
                until: delay > 0 ? end : nil
            )
        }
        let access = HistoryAccess(
            desk: desk,
            sky: shown,
            limits: limits,
            tellsReceivers: tells,
            seats: parts.questions,
            now: parts.clock
        )
        let hasFlights = parts.flights != nil
        let site = SiteDocument(
            version: parts.configuration.version,
            tiles: parts.tiles,
            history: { access.realms },
            stops: { parts.history?.stops ?? [] },
            tellsCoverage: { hasFlights && tellsCoverage() },
            hasVendor: parts.hasVendor,
            reading: parts.gate.reading,
            writing: parts.gate.permission.mode,
            discretion: DiscretionDocument(parts.discretion, parts.configuration),
            wall: parts.wall
        )
        shownSky = shown
        past = PastPaths(access: access, book: book)
        identities = parts.identities.map {
            DiscreetIdentities($0, for: audience, parts.discretion, wall: parts.wall)
        }
        statistics = StatisticsLedger(sky: shown)
        sky = SkyRoutes(
            sky: shown,
            book: book,
            site: site,
            configuration: parts.configuration,
            tellsReception: tells
        )
        broadcaster = LiveBroadcaster(
            sky: shown,
            book: book,
            events: LiveEvents(desk: parts.desk, site: site)
        )
        live = LiveRoute(broadcaster: broadcaster, seats: parts.seats, pieceSeconds: limits.pieceSeconds)
        receivers = ReceiverRoute(
            ledger: parts.receivers,
            sky: shown,
            permission: parts.gate.permission,
            hidesAnything: { shown.hidesAnything }
        )
        sources = SourceRoutes(
            desk: parts.desk,
            sky: shown,
            permission: parts.gate.permission,
            limits: limits,
            tests: parts.tests,
            hidesAnything: { shown.hidesAnything },
            reception: ReceptionRoute(
                desk: parts.reception,
                sky: shown,
                isForOperators: audience == .operators,
                tellsReception: tellsCoverage,
                hidesAnything: { shown.hidesAnything }
            )
        )
        pins = PinRoutes(access: access, permission: parts.gate.permission, limits: limits)
        alerts = AlertRoutes(
            desk: parts.alerts,
            discretion: discretion,
            audience: audience,
            permission: parts.gate.permission,
            access: access,
            latest: end,
            wall: parts.wall
        )
        visits = VisitRoutes(
            desk: parts.visits,
            editions: parts.editions,
            watches: parts.watches,
            alerts: alerts,
            candidates: parts.candidates,
            access: access,
            places: parts.places,
            book: book,
            identities: identities,
            audience: audience,
            permission: parts.gate.permission,
            limits: limits,
            tellsReception: tellsCoverage,
            readings: parts.readings,
            handedOn: {
                let (rules, now) = (discretion.rules, parts.wall())
                return (
                    StrangersBook(parts.book, rules, now: now),
                    parts.identities.map { StrangersIdentities($0, rules, now: now) }
                )
            },
            wall: parts.wall
        )
        watches = WatchRoutes(
            desk: parts.watches,
            alerts: parts.alerts,
            access: access,
            permission: parts.gate.permission,
            limits: limits,
            wall: parts.wall
        )
        outlets = OutletRoutes(
            desk: parts.outlets,
            permission: parts.gate.permission,
            limits: limits,
            tests: parts.tests
        )
        news = AlertNewsRoutes(
            desk: parts.news,
            audience: audience,
            discretion: discretion,
            gate: parts.gate,
            seats: parts.seats,
            answers: SkyAnswers(pieceSeconds: limits.pieceSeconds),
            wall: parts.wall
        )
        groups = []
    }

    /// Tells the routes of visits what strangers are shown: files of visits are made of it.
    mutating func export(visitsOf strangers: SiteView) {
        let routes = strangers.visits
        visits.asStrangers = { routes }
    }

    /// Makes the documents; apart, because figures are those of all views.
    mutating func open(_ parts: Parts, broadcasters: [LiveBroadcaster]) {
        let seconds = parts.configuration.limits.pieceSeconds
        let pictures = SkyPictures(sky: shownSky, book: book)
        let answers = SkyAnswers(pieceSeconds: seconds)
        let (pictureCache, documents) = (PictureCache(), DocumentCache())
        groups = [
            OperationRoutes(
                sky: shownSky,
                desk: parts.desk,
                machinery: parts.machinery,
                broadcasters: broadcasters,
                seats: parts.seats,
                gate: parts.gate,
                counters: parts.counters,
                version: parts.configuration.version,
                hasPublicMetrics: parts.configuration.hasPublicMetrics
            ),
            ReadsbRoutes(
                pictures: pictures,
                statistics: statistics,
                answers: answers,
                forms: parts.forms,
                cache: documents
            ),
            V2Routes(pictures: pictures, answers: answers),
            OpenSkyRoutes(
                pictures: pictures,
                answers: answers,
                countries: CountryNames(book: book),
                past: past,
                cache: documents
            ),
            ProviderRoutes(desk: parts.desk),
            TileRoutes(pictures: pictures, cache: pictureCache, pieceSeconds: seconds),
            TraceRoutes(pictures: pictures, past: past, pieceSeconds: seconds),
            ChunkRoutes(pictures: pictures, cache: pictureCache, past: past, pieceSeconds: seconds),
            DatabaseRoutes(book: book, pieceSeconds: seconds),
            HistoryRoutes(access: past.access, book: book, answers: answers),
            IdentityRoutes(desk: identities, access: past.access, answers: answers, wall: parts.wall),
            PlaceRoutes(desk: parts.places, answers: answers),
            news,
            FlightRoutes(
                access: past.access,
                places: parts.places,
                desk: parts.flights,
                book: book,
                answers: answers,
                tellsCoverage: tellsCoverage,
                wall: parts.wall
            ),
        ]
    }
}

/// What each audience is shown.
struct SiteViews: Sendable {
    private(set) var operators: SiteView
    private(set) var strangers: SiteView

    init(_ parts: SiteView.Parts) {
        operators = SiteView(for: .operators, of: parts)
        strangers = SiteView(for: .strangers, of: parts)
        operators.export(visitsOf: strangers)
        let broadcasters = [operators.broadcaster, strangers.broadcaster]
        operators.open(parts, broadcasters: broadcasters)
        strangers.open(parts, broadcasters: broadcasters)
    }

    func view(of visitor: Visitor) -> SiteView { HistoryAccess.isOperator(visitor) ? operators : strangers }
}
