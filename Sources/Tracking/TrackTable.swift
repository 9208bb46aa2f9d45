public import Aero
public import ModeS

/// All aircraft that are heard: takes frames in, keeps tracks, forgets what fell silent.
///
/// A plain value without a clock: the same input in the same order always gives the same tracks, live or replayed.
public struct TrackTable: Sendable {
    /// Bounds and places that a table works with.
    public struct Configuration: Sendable {
        /// Where the receiver of a feed stands; feeds that many receivers share have none.
        public var receivers: [FeedID: Position] = [:]
        /// Tracks silent for longer are forgotten. Seconds.
        public var silenceSeconds = 3_600.0
        /// Tracks kept; the longest silent go first.
        public var capacity = 100_000
        /// Whether a reply that may as well be of a neighbour in address is kept out of the tracks.
        public var guardsSisters = true
        public init() {}
    }

    public var configuration: Configuration
    public private(set) var statistics = TableStatistics()

    private var index: [AircraftAddress: Int] = [:]
    private var list: ContiguousArray<Track> = []
    private var heard = HeardAddresses()
    private var sisters = SisterGuard()
    private var newcomers: [AircraftAddress: Newcomer] = [:]
    private var uatNewcomers: [AircraftAddress: (received: ReceivedUAT, feed: FeedID)] = [:]

    /// The one clean frame so far of an address.
    private struct Newcomer {
        var received: ReceivedFrame
        var feed: FeedID
    }

    /// A second clean frame must come within this of the first. Seconds.
    private static let confirmationSeconds = 60.0
    private static let newcomerCapacity = 16_384

    public init(configuration: Configuration = Configuration()) { self.configuration = configuration }

    /// All tracks, in no particular order.
    public var tracks: some RandomAccessCollection<Track> { list }
    /// How many there are.
    public var count: Int { list.count }
    /// One aircraft's track.
    public subscript(address: AircraftAddress) -> Track? { index[address].map { list[$0] } }

    /// The last replies that may be of several aircraft, oldest first; at most 1,024.
    public var ambiguousReplies: [AmbiguousReply] { sisters.ambiguousReplies }

    /// Summaries of the tracks that were heard at or after an instant.
    public func summaries(heardSince instant: Timestamp) -> [TrackSummary] {
        var result: [TrackSummary] = []
        result.reserveCapacity(list.count)
        for track in list where track.lastHeard >= instant { result.append(TrackSummary(track)) }
        return result
    }

    // MARK: - Frames

    /// Takes a frame: reads it, decides whose it is, and updates that track.
    public mutating func ingest(_ received: ReceivedFrame, from feed: FeedID) -> Ingested {
        statistics.frames += 1
        let message: Message
        do { message = try Message(received.frame) } catch {
            statistics.note(error)
            if case .parity = error { sisters.noteDamaged(received, feed, heard) }
            return Ingested(.unreadable(error))
        }
        statistics.framesByFormat[Int(message.format.rawValue)] += 1
        var ingested = settle(message, received, feed)
        if ingested.verdict != .believed { ingested.register = TrackTable.register(of: message) }
        switch ingested.verdict {
        case .believed: statistics.believed += 1
        case .awaitingSecond: statistics.awaitingSecond += 1
        case .unattributed: statistics.unattributed += 1
        case .ambiguous: statistics.ambiguous += 1
        case .repairedStranger: statistics.repairedStrangers += 1
        case .unreadable: break
        }
        return ingested
    }

    /// What a Comm-B reply holds as far as its own bits tell, where it is nobody's.
    private static func register(of message: Message) -> RegisterChoice? {
        guard case .surveillance(let reply) = message.content, let mb = reply.commB else { return nil }
        var altitude: Feet?
        if case .altitude(let code) = reply.code { altitude = code.altitude }
        return stranger.judge(mb, context: FlightContext(altitude: altitude))
    }

    private static let stranger = RegisterChooser()

    private mutating func settle(_ message: Message, _ received: ReceivedFrame, _ feed: FeedID) -> Ingested {
        let address = message.address
        switch message.addressing {
        case .overParity, .interrogator:
            guard heard.contains(address.bits, at: received.time) else {
                if message.addressing == .overParity { sisters.noteNobodys(message, received, feed, heard) }
                return Ingested(.unattributed, message: message)
            }
            if configuration.guardsSisters, message.addressing == .overParity,
                let candidates = sisters.doubt(message, received, feed, heard)
            {
                return Ingested(.ambiguous(with: candidates), message: message)
            }
            guard let place = index[address] else { return Ingested(.awaitingSecond, message: message) }
            return update(place, message, received, feed)
        case .secret: return Ingested(.unattributed, message: message)
        case .stated: break
        }
        if case .squitter(let squitter) = message.content,
            squitter.source == .management || squitter.source == .reserved
        {
            return Ingested(.unattributed, message: message)
        }
        let isClean = received.repairedBits == 0
        if received.origin == .received, message.isOwnSquitter { hear(message, received, feed) }
        if let place = index[address] { return update(place, message, received, feed) }
        guard isClean else { return Ingested(.repairedStranger, message: message) }
        guard let first = newcomers.removeValue(forKey: address),
            received.time.seconds(since: first.received.time).magnitude <= Self.confirmationSeconds
        else {
            if newcomers.count >= Self.newcomerCapacity { forgetNewcomers(at: received.time) }
            newcomers[address] = Newcomer(received: received, feed: feed)
            return Ingested(.awaitingSecond, message: message)
        }
        let place = add(Track(address: address, time: first.received.time, sourceClass: .modeS))
        if let earlier = try? Message(first.received.frame) { _ = update(place, earlier, first.received, first.feed) }
        return update(place, message, received, feed)
    }

    /// Notes a squitter of an ICAO address for judging replies.
    private mutating func hear(_ message: Message, _ received: ReceivedFrame, _ feed: FeedID) {
        let address = message.address
        if received.repairedBits == 0, heard.hear(address.bits, at: received.time) {
            for fresh in sisters.activate(address.bits, heard, at: received.time) {
                if let place = index[AircraftAddress(icao: fresh)] { sisters.seed(fresh, from: list[place]) }
            }
        }
        sisters.noteSquitter(message, received, feed)
    }

    private mutating func update(
        _ place: Int,
        _ message: Message,
        _ received: ReceivedFrame,
        _ feed: FeedID
    ) -> Ingested {
        let squitter = message.squitter
        var reception = Reception(
            time: received.time,
            source: .frame(message.format, typeCode: squitter?.typeCode),
            sourceClass: TrackTable.sourceClass(of: message, received),
            feed: feed,
            isRepaired: received.repairedBits > 0
        )
        var ingested = Ingested(.believed, message: message)
        list[place].hear(reception, level: received.level)
        ingested.register = list[place].take(message, &reception)
        list[place].confirmAdvisory(at: received.time)
        ingested.adsbVersion = list[place].adsbVersion ?? 0
        statistics.outrankedValues += reception.outranked
        if let squitter,
            let result = list[place].locate(squitter, reception, receiver: configuration.receivers[feed])
        {
            note(result, place, received.time, into: &ingested)
        }
        return ingested
    }

    private static func sourceClass(of message: Message, _ received: ReceivedFrame) -> SourceClass {
        if received.origin == .multilateration { return .multilateration }
        if received.origin == .otherLink { return .adsrICAO }
        return message.squitter.map { SourceClass($0.source) } ?? .modeS
    }

    private mutating func note(
        _ result: Result<Fix, Refusal>,
        _ place: Int,
        _ time: Timestamp,
        into ingested: inout Ingested
    ) {
        list[place].settle(result, at: time)
        switch result {
        case .success(let fix):
            ingested.fix = fix
            switch fix.method {
            case .global: statistics.globalPositions += 1
            case .local: statistics.localPositions += 1
            case .stated: statistics.statedPositions += 1
            case .claimed: statistics.claimedPositions += 1
            }
        case .failure(let refusal):
            ingested.refusal = refusal
            statistics.refusals[Int(refusal.rawValue)] += 1
        }
    }

    // MARK: - UAT

    /// Takes a UAT frame. As on 1090 MHz an aircraft is made by two frames: error correction also "corrects" some noise.
    public mutating func ingest(_ received: ReceivedUAT, from feed: FeedID) -> Ingested {
        statistics.uatFrames += 1
        let message = UATMessage(received.frame)
        let address = message.address
        var ingested = Ingested(.believed, uat: message)
        let first = uatNewcomers.removeValue(forKey: address)
        if let place = index[address] {
            update(place, received, feed, into: &ingested)
            return ingested
        }
        // Nothing but zeros passes every error correction.
        guard address.bits != 0 else {
            statistics.unattributed += 1
            return Ingested(.unattributed, uat: message)
        }
        guard let first, received.time.seconds(since: first.received.time).magnitude <= Self.confirmationSeconds else {
            if uatNewcomers.count >= Self.newcomerCapacity { forgetNewcomers(at: received.time) }
            uatNewcomers[address] = (received, feed)
            statistics.awaitingSecond += 1
            return Ingested(.awaitingSecond, uat: message)
        }
        let place = add(Track(address: address, time: first.received.time, sourceClass: SourceClass(message.qualifier)))
        var earlier = Ingested(.believed, uat: UATMessage(first.received.frame))
        update(place, first.received, first.feed, into: &earlier)
        update(place, received, feed, into: &ingested)
        return ingested
    }

    private mutating func update(_ place: Int, _ received: ReceivedUAT, _ feed: FeedID, into ingested: inout Ingested) {
        guard let message = ingested.uat else { return }
        statistics.believed += 1
        var reception = Reception(message, received, feed)
        list[place].hear(reception, level: received.level)
        list[place].take(message, &reception)
        statistics.outrankedValues += reception.outranked
        if let result = list[place].locate(message, reception, receiver: configuration.receivers[feed]) {
            note(result, place, received.time, into: &ingested)
        }
    }

    // MARK: - Claims

    /// Takes what another program says of an aircraft. A claim makes a track at once: there is no parity to wait for.
    public mutating func ingest(_ report: ClaimedReport, from feed: FeedID) -> Ingested {
        statistics.reports += 1
        statistics.believed += 1
        let sourceClass: SourceClass = report.kind == .multilateration ? .multilateration : .other
        let place =
            index[report.address]
            ?? add(Track(address: report.address, time: report.time, sourceClass: sourceClass))
        var reception = Reception(
            time: report.time,
            source: .claim(report.kind),
            sourceClass: sourceClass,
            feed: feed,
            isRepaired: false
        )
        var ingested = Ingested(.believed)
        list[place].hear(reception, level: nil)
        list[place].take(report, &reception)
        statistics.outrankedValues += reception.outranked
        if let result = list[place].locate(report, reception) { note(result, place, report.time, into: &ingested) }
        return ingested
    }

    // MARK: - Coming and going

    private mutating func add(_ track: Track) -> Int {
        if list.count >= configuration.capacity { evict() }
        statistics.tracksMade += 1
        index[track.address] = list.count
        list.append(track)
        return list.count - 1
    }

    /// Forgets tracks that were silent for too long.
    public mutating func expire(at time: Timestamp) {
        let before = list.count
        let limit = configuration.silenceSeconds
        keep { time.seconds(since: $0.lastHeard) <= limit }
        statistics.tracksExpired += before - list.count
        forgetNewcomers(at: time)
    }

    /// Forgets everything heard; counters stay.
    public mutating func removeAll() {
        list.removeAll()
        index.removeAll()
        newcomers.removeAll()
        uatNewcomers.removeAll()
        heard = HeardAddresses()
        sisters = SisterGuard()
    }

    private mutating func evict() {
        let quarter = list.map(\.lastHeard).sorted()[list.count / 4]
        let before = list.count
        keep { $0.lastHeard > quarter }
        if list.count == before { list.removeFirst(max(1, before / 4)) }
        statistics.tracksEvicted += before - list.count
        rebuildIndex()
    }

    private mutating func keep(_ isKept: (Track) -> Bool) {
        guard list.contains(where: { !isKept($0) }) else { return }
        list.removeAll { !isKept($0) }
        rebuildIndex()
    }

    private mutating func rebuildIndex() {
        index = Dictionary(uniqueKeysWithValues: list.enumerated().map { ($0.element.address, $0.offset) })
    }

    private mutating func forgetNewcomers(at time: Timestamp) {
        newcomers = newcomers.filter {
            time.seconds(since: $0.value.received.time).magnitude <= Self.confirmationSeconds
        }
        if newcomers.count >= Self.newcomerCapacity { newcomers.removeAll() }
        uatNewcomers = uatNewcomers.filter {
            time.seconds(since: $0.value.received.time).magnitude <= Self.confirmationSeconds
        }
        if uatNewcomers.count >= Self.newcomerCapacity { uatNewcomers.removeAll() }
    }
}
