import Aero
import Hummingbird
import Tracking

/// Who may ask an archive what, and how much at the same time.
struct HistoryAccess: Sendable {
    let desk: (any HistoryDesk)?
    /// Decides which world is meant when a question names none.
    let sky: any Sky
    let seats: QuestionSeats
    let rate: AddressLimiter
    /// Whether it may be told how many receivers heard a row.
    let tellsReceivers: Bool
    let now: @Sendable () -> Double

    init(
        desk: (any HistoryDesk)?,
        sky: any Sky,
        limits: SiteConfiguration.Limits,
        tellsReceivers: Bool = true,
        seats: QuestionSeats? = nil,
        now: @escaping @Sendable () -> Double
    ) {
        self.desk = desk
        self.sky = sky
        self.tellsReceivers = tellsReceivers
        self.now = now
        self.seats = seats ?? QuestionSeats(limits)
        rate = AddressLimiter(
            burst: Double(limits.heavyAtOnce),
            perSecond: Double(limits.heavyPerMinute) / 60,
            capacity: limits.addresses
        )
    }

    /// The worlds of which something is kept.
    var realms: [ArchiveRealm] {
        desk.map { desk in ArchiveRealm.allCases.filter { desk.archive(of: $0) != nil } } ?? []
    }

    /// The world that is meant when none is named: what the sky shows, or else the first of which something is kept.
    func usualRealm() async -> ArchiveRealm {
        let meant = await sky.status().realm
        let kept = realms
        return kept.contains(meant) ? meant : kept.first ?? meant
    }

    /// The latest moment of a world: a recording's is not known, and everything in it lies before now. That of a simulation that does not
    /// run any more is where it ended.
    func latest(of realm: ArchiveRealm, wall: Timestamp) async -> Timestamp {
        let status = await sky.status()
        switch (realm, status.provenance) {
        case (.simulated, .simulated): return status.now
        case (.simulated, _):
            guard let archive = desk?.archive(of: realm) else { return wall }
            return (try? await archive.latest(of: realm, now: wall)) ?? wall
        case (.real, .simulated), (.imported, _): return wall
        case (.real, _): return status.now
        }
    }

    /// - Throws: `APIError` 404 where nothing is kept of that world.
    func reader(of realm: ArchiveRealm, _ context: SiteContext) throws(APIError) -> HistoryReader {
        guard let archive = desk?.archive(of: realm) else { throw .noHistory }
        return HistoryReader(
            archive: archive,
            realm: realm,
            givesEverything: Self.isOperator(context.visitor),
            tellsReceivers: tellsReceivers
        )
    }

    /// Whether somebody sees what may not be handed on: whoever sits at this machine, or holds a token of it. A script of another site
    /// gets what a stranger gets, in whosever browser it runs.
    static func isOperator(_ visitor: Visitor) -> Bool {
        !visitor.isForeign && (visitor.isLocal || visitor.holder != nil)
    }

    /// A place among the heavy questions, waited for in turn; to be held until the answer is made.
    ///
    /// - Throws: `APIError` 429 for who asks too often, 503 when too many wait already.
    func admit(_ context: SiteContext) async throws(APIError) -> QuestionSeats.Seat {
        let visitor = context.visitor
        if visitor.holder == nil, !visitor.isLocal, let address = visitor.address,
            let wait = rate.take(address, now: now())
        {
            throw .tooMany("too many heavy questions about the past from this address", wait: wait)
        }
        guard let seat = await seats.take(for: context.countedAddress) else {
            throw .busy("too many questions about the past wait to be answered")
        }
        return seat
    }

    /// A place for a question that is answered soon: it takes its turn among the heavy ones, and is not counted by the minute.
    ///
    /// - Throws: `APIError` 503 when too many wait already.
    func seat(_ context: SiteContext) async throws(APIError) -> QuestionSeats.Seat {
        guard let seat = await seats.take(for: context.countedAddress) else {
            throw .busy("too many questions about the past wait to be answered")
        }
        return seat
    }
}
