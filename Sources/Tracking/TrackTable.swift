public import Aero
public import ModeS

/// All aircraft that are heard: takes frames in, keeps tracks, forgets what fell silent.
///
/// A plain value without a clock: the same input in the same order always gives the same tracks, live or replayed. What several
/// receivers heard is one message, whichever of them came first (`Merge/`); what their feeders send is weighed (`FeederTrust`).
public struct TrackTable: Sendable {
    /// Bounds and places that a table works with.
    public struct Configuration: Sendable {
        /// Where the receiver of a feed stands; feeds that many receivers share have none.
        public var receivers: [FeedID: Position] = [:]
        /// Feeds whose place above is that of the source they came through, and perhaps not theirs: nobody is blamed by it.
        public var placedBySource: Set<FeedID> = []
        /// Feeds of those who came to a listener without a key, with the listener they came to: all of one listener are one party.
        public var strangers: [FeedID: FeedID] = [:]
        /// Tracks silent for longer are forgotten. Seconds.
        public var silenceSeconds = 3_600.0
        /// Tracks kept; the longest silent go first.
        public var capacity = 100_000
        /// Whether a reply that may as well be of a neighbour in address is kept out of the tracks.
        public var guardsSisters = true
        /// Whether copies are looked for from the first frame on; else from when a second receiver shows itself.
        public var expectsCopies = false
        public init() {}
    }

    public var configuration: Configuration
    public internal(set) var statistics = TableStatistics()
    /// How far each feeder is believed.
    public internal(set) var trust = FeederTrust()

    var index = AddressIndex()
    var list: ContiguousArray<Track> = []
    var heard = HeardAddresses()
    var sisters = SisterGuard()
    var newcomers: [AircraftAddress: Newcomer] = [:]
    var uatNewcomers: [AircraftAddress: (received: ReceivedUAT, feed: FeedID)] = [:]
    var receivers = ReceiverRegister()
    /// Made when it is needed first.
    var deduplicator: Deduplicator?
    var withheld = WithheldMessages()
    /// The whole second up to which time has passed.
    var advanced: Int64?
    /// Positions of one feed that are not yet written down in `trust`.
    var tally: (feed: FeedID, count: Int, time: Timestamp)?

    /// The one clean frame so far of an address.
    struct Newcomer {
        var received: ReceivedFrame
        var feed: FeedID
        var receiver: ReceiverNumber
    }

    /// A second clean frame must come within this of the first. Seconds.
    static let confirmationSeconds = 60.0
    static let newcomerCapacity = 16_384

    public init(configuration: Configuration = Configuration()) { self.configuration = configuration }

    /// All tracks, in no particular order.
    public var tracks: some RandomAccessCollection<Track> { list }
    /// How many there are.
    public var count: Int { list.count }
    /// One aircraft's track.
    public subscript(address: AircraftAddress) -> Track? { index[address].map { list[$0] } }

    /// The last replies that may be of several aircraft, oldest first; at most 1,024.
    public var ambiguousReplies: [AmbiguousReply] { sisters.ambiguousReplies }
    /// The last messages that were held back because their feeder was quarantined, oldest first; at most 1,024.
    public var withheldMessages: [WithheldMessage] { withheld.all }

    /// Summaries of the tracks that were heard at or after an instant.
    public func summaries(heardSince instant: Timestamp) -> [TrackSummary] {
        var result: [TrackSummary] = []
        result.reserveCapacity(list.count)
        for track in list where track.lastHeard >= instant { result.append(TrackSummary(track)) }
        return result
    }

    // MARK: - Frames

    /// Takes a frame: joins it to its transmission if that was heard before, else reads it, decides whose it is, and updates that track.
    public mutating func ingest(_ received: ReceivedFrame, from feed: FeedID) -> Ingested {
        let receiver = receivers.number(feed, received.receiver)
        guard receivers.isShared || configuration.expectsCopies, received.origin == .received else {
            return take(received, feed, receiver)
        }
        return merge(received, feed, receiver)
    }

    /// Takes the first copy of a frame.
    mutating func take(_ received: ReceivedFrame, _ feed: FeedID, _ receiver: ReceiverNumber) -> Ingested {
        statistics.frames += 1
        let message: Message
        do { message = try Message(received.frame) } catch {
            statistics.note(error)
            if case .parity = error { sisters.noteDamaged(received, feed, heard) }
            return Ingested(.unreadable(error))
        }
        statistics.framesByFormat[Int(message.format.rawValue)] += 1
        if received.repairedBits > 0 { statistics.repairedByFormat[Int(message.format.rawValue)] += 1 }
        var ingested = Ingested(.unattributed, message: message)
        settle(message, received, feed, receiver, into: &ingested)
        if ingested.verdict != .believed { ingested.register = TrackTable.register(of: message) }
        switch ingested.verdict {
        case .believed: statistics.believed += 1
        case .awaitingSecond: statistics.awaitingSecond += 1
        case .unattributed: statistics.unattributed += 1
        case .ambiguous: statistics.ambiguous += 1
        case .repairedStranger: statistics.repairedStrangers += 1
        case .withheld: statistics.withheld += 1
        case .unreadable, .copy: break
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

    private mutating func settle(
        _ message: Message,
        _ received: ReceivedFrame,
        _ feed: FeedID,
        _ receiver: ReceiverNumber,
        into ingested: inout Ingested
    ) {
        let address = message.address
        switch message.addressing {
        case .overParity, .interrogator:
            let place = index[address]
            guard isHeard(address, place, at: received.time) else {
                if message.addressing == .overParity { sisters.noteNobodys(message, received, feed, heard) }
                return
            }
            if configuration.guardsSisters, message.addressing == .overParity,
                let candidates = sisters.doubt(message, received, feed, heard)
            {
                ingested.verdict = .ambiguous(with: candidates)
                return
            }
            guard let place else {
                ingested.verdict = .awaitingSecond
                return
            }
            update(place, message, received, feed, receiver, into: &ingested)
        case .secret: return
        case .stated:
            if case .squitter(let squitter) = message.content,
                squitter.source == .management || squitter.source == .reserved
            {
                return
            }
            let place = index[address]
            if received.origin == .received, message.isOwnSquitter, !trust.isQuarantined(feed) {
                hear(message, received, feed, place)
            }
            if let place {
                update(place, message, received, feed, receiver, into: &ingested)
            } else {
                meet(message, received, feed, receiver, into: &ingested)
            }
        }
    }

    /// Takes a frame of an aircraft that has no track: the second clean one makes it.
    private mutating func meet(
        _ message: Message,
        _ received: ReceivedFrame,
        _ feed: FeedID,
        _ receiver: ReceiverNumber,
        into ingested: inout Ingested
    ) {
        let address = message.address
        guard received.repairedBits == 0 else {
            ingested.verdict = .repairedStranger
            return
        }
        guard let first = newcomers.removeValue(forKey: address),
            received.time.seconds(since: first.received.time).magnitude <= Self.confirmationSeconds
        else {
            if newcomers.count >= Self.newcomerCapacity { forgetNewcomers(at: received.time) }
            newcomers[address] = Newcomer(received: received, feed: feed, receiver: receiver)
            ingested.verdict = .awaitingSecond
            return
        }
        let began = min(first.received.time, received.time)
        let place = add(Track(address: address, time: began, sourceClass: .modeS))
        if let earlier = try? Message(first.received.frame) {
            var before = Ingested(.unattributed, message: earlier)
            update(place, earlier, first.received, first.feed, first.receiver, into: &before)
        }
        update(place, message, received, feed, receiver, into: &ingested)
    }

    /// Whether an address was heard clean in the last minute; its track knows, if it was heard lately.
    private func isHeard(_ address: AircraftAddress, _ place: Int?, at time: Timestamp) -> Bool {
        if let clean = place.flatMap({ list[$0].cleanHeard }), time.seconds(since: clean) <= heard.memorySeconds {
            return true
        }
        return heard.contains(address.bits, at: time)
    }

    /// Notes a squitter of an ICAO address for judging replies. Which addresses are active is written down once a second for each.
    private mutating func hear(_ message: Message, _ received: ReceivedFrame, _ feed: FeedID, _ place: Int?) {
        let address = message.address
        if received.repairedBits == 0, !isFresh(place, at: received.time) {
            if let place { list[place].cleanHeard = max(received.time, list[place].cleanHeard ?? received.time) }
            if heard.hear(address.bits, at: received.time) {
                for fresh in sisters.activate(address.bits, heard, at: received.time) {
                    if let place = index[AircraftAddress(icao: fresh)] { sisters.seed(fresh, from: list[place]) }
                }
            }
        }
        sisters.noteSquitter(message, received, feed)
    }

    private func isFresh(_ place: Int?, at time: Timestamp) -> Bool {
        guard let clean = place.flatMap({ list[$0].cleanHeard }) else { return false }
        let elapsed = time.nanoseconds.subtractingReportingOverflow(clean.nanoseconds)
        return !elapsed.overflow && (0..<1_000_000_000).contains(elapsed.partialValue)
    }

    /// Updates a track with a message that is its own.
    mutating func update(
        _ place: Int,
        _ message: Message,
        _ received: ReceivedFrame,
        _ feed: FeedID,
        _ receiver: ReceiverNumber,
        into ingested: inout Ingested
    ) {
        let squitter = message.squitter
        let sourceClass = TrackTable.sourceClass(of: message, received)
        let penalty = penalty(of: feed, receiver, place, at: received.time)
        if penalty > 0, list[place].hasTrustedSupport(besides: party(of: feed), at: received.time) {
            ingested.verdict = .withheld(withhold(message, received, feed, receiver, place))
            return
        }
        var reception = Reception(
            time: received.time,
            source: .frame(message.format, typeCode: squitter?.typeCode),
            sourceClass: sourceClass,
            rank: sourceClass.rank + penalty,
            feed: feed,
            receiver: receiver,
            party: party(of: feed),
            isRepaired: received.repairedBits > 0
        )
        ingested.verdict = .believed
        ingested.isOfQuarantined = penalty > 0
        let slot = list[place].hear(reception, level: received.level)
        ingested.isFirstOfReceiver = list[place].receivers[slot].messages == 1
        ingested.register = list[place].take(message, &reception)
        list[place].confirmAdvisory(at: received.time)
        ingested.adsbVersion = list[place].adsbVersion ?? 0
        statistics.outrankedValues += reception.outranked
        guard let squitter else { return }
        list[place].see(squitter, slot: slot, at: received.time)
        if ImpossibleValues.isIn(squitter), received.repairedBits == 0 {
            trust.note(.impossibleValue, of: feed, at: received.time)
        }
        if let result = list[place].locate(squitter, reception, receiver: configuration.receivers[feed]) {
            note(result, place, slot, received.time, into: &ingested)
        }
    }

    private static func sourceClass(of message: Message, _ received: ReceivedFrame) -> SourceClass {
        if received.origin == .multilateration { return .multilateration }
        if received.origin == .otherLink { return .adsrICAO }
        return message.squitter.map { SourceClass($0.source) } ?? .modeS
    }

    /// Writes down what became of a position.
    ///
    /// - Parameter slot: the place of its receiver in the track's list.
    mutating func note(
        _ result: Result<Fix, Refusal>,
        _ place: Int,
        _ slot: Int,
        _ time: Timestamp,
        into ingested: inout Ingested
    ) {
        list[place].settle(result, at: time, slot: slot)
        switch result {
        case .success(let fix):
            ingested.fix = fix
            switch fix.method {
            case .global: statistics.globalPositions += 1
            case .local: statistics.localPositions += 1
            case .stated: statistics.statedPositions += 1
            case .claimed: statistics.claimedPositions += 1
            }
            notePosition(fix, place, slot)
        case .failure(let refusal):
            ingested.refusal = refusal
            statistics.refusals[Int(refusal.rawValue)] += 1
            blame(refusal, place, slot, at: time)
        }
    }
}
