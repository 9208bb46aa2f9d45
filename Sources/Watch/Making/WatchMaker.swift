public import Aero
public import Flights
public import Tracking

/// Makes the events that rules are matched over, out of the rows the archive keeps: the same for what the sky hands on now and for what is
/// read again years later.
///
/// A plain value without a clock. Rows may come in any order and any number of times; what is made of them is made in their one order, once
/// the watermark has passed them. What happened is told at the time at which it became known: a landing when it is sure to be more than a
/// touch, a stop of which nothing was heard when the aircraft is heard again, a silence when it has lasted so long.
public struct WatchMaker: Sendable {
    /// What was left out.
    public struct Statistics: Hashable, Sendable {
        /// Rows that came behind the watermark.
        public internal(set) var late = 0
        /// The times of the earliest and the latest of these since they were asked for last.
        public internal(set) var lateSpan: Span?
        /// Aircraft forgotten before their time, because there were too many.
        public internal(set) var forgotten = 0
    }

    let interest: WatchInterest
    let context: LegContext
    let looks: [SilenceLook]
    public internal(set) var statistics = Statistics()
    /// Everything before this was taken.
    public private(set) var watermark = Timestamp(nanoseconds: .min)
    private var waiting: [(place: WatchInput.Place, input: WatchInput)] = []
    var fleet = WatchedFleet()
    /// Those nobody asks for, and the edition of the register by which that is so.
    private var unasked: [AircraftAddress: Int] = [:]
    var wakes = WakeList()
    var listened = ListenedTime()
    private var ignored = Timestamp(nanoseconds: .min)
    private var swept = Timestamp(nanoseconds: .min)

    /// Aircraft remembered at most; beyond, the longer silent half is forgotten. Ours.
    static let mostAircraft = 60_000
    /// Flights of somebody silent for longer are told anew. Seconds; ours, two of the margins that flights are told with.
    static let builderSeconds = 172_800.0
    private static let mostUnasked = 400_000

    /// - Parameters:
    ///   - interest: whom events are made of.
    ///   - silences: the lengths at which silences are looked at (`WatchEngine.silences`).
    ///   - context: places and rules of flights. Where receivers stand is not asked.
    public init(interest: WatchInterest, silences: [RuleDuration], context: LegContext) {
        self.interest = interest
        self.context = context
        looks = SilenceLook.all(silences)
    }

    /// How many aircraft are remembered.
    public var aircraftCount: Int { fleet.count }
    /// Where an aircraft was before a time.
    func path(of address: AircraftAddress, until time: Timestamp) -> [PathPoint] {
        fleet[address]?.path.points(until: time) ?? []
    }
    /// Who heard an aircraft lately.
    func hearing(of address: AircraftAddress) -> RecentHearing { fleet[address]?.hearing ?? RecentHearing() }

    /// How many rows wait for the watermark.
    public var waitingCount: Int { waiting.count }

    // MARK: - Taking in

    public mutating func add(_ batch: ObservationBatch) {
        for name in batch.names { add(.name(name), at: name.milliseconds) }
        for row in batch.rows {
            let reception = WatchReception(row.observation, batch.receiverSets, isOpen: batch.licence.isRedistributable)
            add(.row(row.aircraft, row.observation, reception), at: row.observation.milliseconds)
        }
    }

    /// A piece of the archive that begins at a time: what it was called before counts from the first row on.
    public mutating func add(_ trace: Trace, from start: Timestamp) {
        guard let first = trace.observations.first?.milliseconds else { return }
        for name in trace.names {
            let isCarried = name.milliseconds < start.milliseconds
            add(isCarried ? .carried(name) : .name(name), at: isCarried ? first : name.milliseconds)
        }
        // Which of its rows came under which terms is not told.
        let isOpen = trace.evidence.licences.allSatisfy(\.isRedistributable)
        for row in trace.observations {
            let reception = WatchReception(row, trace.receiverSets, isOpen: isOpen)
            add(.row(trace.aircraft, row, reception), at: row.milliseconds)
        }
    }

    /// From now on somebody listens, or nobody.
    public mutating func note(isListening: Bool, at time: Timestamp) {
        add(.listening(isListening), nanoseconds: time.nanoseconds)
    }

    /// Takes the times of late rows, for who looks for what they would have told.
    public mutating func takeLateSpan() -> Span? {
        defer { statistics.lateSpan = nil }
        return statistics.lateSpan
    }

    /// Rows before the watermark of now are not counted as late: the archive had them.
    mutating func ignoreLateUpToNow() { ignored = watermark }

    /// The same row twice is one: what the archive gave already may be among them.
    mutating func takeWaiting(of other: WatchMaker) {
        waiting += other.waiting.filter { $0.place.time >= watermark.nanoseconds }
    }

    private mutating func add(_ input: WatchInput, at milliseconds: Int64) {
        let (nanoseconds, isBeyond) = milliseconds.multipliedReportingOverflow(by: 1_000_000)
        if !isBeyond { add(input, nanoseconds: nanoseconds) }
    }

    private mutating func add(_ input: WatchInput, nanoseconds: Int64) {
        guard nanoseconds >= watermark.nanoseconds else {
            // Of whom nobody asks, nothing is told late either.
            guard nanoseconds >= ignored.nanoseconds, input.aircraft.map({ unasked[$0] == nil }) ?? true else { return }
            let time = Timestamp(nanoseconds: nanoseconds)
            let span = statistics.lateSpan
            statistics.late += 1
            statistics.lateSpan = Span(
                earliest: min(time, span?.earliest ?? time),
                latest: max(time, span?.latest ?? time)
            )
            return
        }
        waiting.append((input.place(at: nanoseconds), input))
    }

    // MARK: - Making

    /// Makes events of everything before a watermark. Going back does nothing.
    public mutating func advance(to watermark: Timestamp, _ facts: some WatchFacts) -> WatchMade {
        var made = WatchMade()
        guard watermark > self.watermark else { return made }
        self.watermark = watermark
        let edition = facts.edition
        var last: WatchInput.Place?
        for (place, input) in takeReady(before: watermark.nanoseconds) where place != last {
            last = place
            let time = Timestamp(nanoseconds: place.time)
            wake(before: time, &made)
            switch input {
            case .listening(let isListening):
                listened.set(isListening, at: time)
                made.add(
                    WatchEvent(
                        time: time,
                        aircraft: AircraftAddress(icao: 0),
                        id: isListening ? 1 : 0,
                        .listening(isListening)
                    )
                )
            case .carried(let name): take(name, isCarried: true, time, edition, facts, &made)
            case .name(let name): take(name, isCarried: false, time, edition, facts, &made)
            case .row(let aircraft, let row, let reception):
                take(row, of: aircraft, reception, time, place.content, edition, facts, &made)
            }
        }
        wake(before: watermark, &made)
        sweep(watermark)
        return made
    }

    private mutating func takeReady(before nanoseconds: Int64) -> [(place: WatchInput.Place, input: WatchInput)] {
        var ready: [(place: WatchInput.Place, input: WatchInput)] = []
        waiting.removeAll { one in
            guard one.place.time < nanoseconds else { return false }
            ready.append(one)
            return true
        }
        var order = ready.indices.map { (place: ready[$0].place, index: $0) }
        order.sort { $0.place < $1.place }
        return order.map { ready[$0.index] }
    }

    /// Takes out, or begins, what is remembered of an aircraft; `nil` where nobody asks for it.
    private mutating func known(
        _ archived: ArchivedAircraft,
        _ time: Timestamp,
        _ edition: Int,
        _ facts: some WatchFacts,
        _ made: inout WatchMade
    ) -> WatchedAircraft? {
        let address = archived.address
        if var one = fleet.take(address) {
            if one.edition != edition { ask(&one, time, edition, facts, &made) }
            return one
        }
        guard unasked[address] != edition else { return nil }
        let identity = facts.identity(of: address)
        let needs = interest.needs(of: address, identity)
        guard !needs.isEmpty else {
            if unasked.count >= Self.mostUnasked { unasked.removeAll() }
            unasked[address] = edition
            return nil
        }
        unasked[address] = nil
        var one = WatchedAircraft(archived, identity, needs, edition: edition, at: time)
        if needs.contains(.legs) { one.builder = LegBuilder(context, limits: facts.limits(ofType: identity.type)) }
        made.add(WatchEvent(time: time, aircraft: address, id: Self.number(of: identity), .identified(identity)))
        if needs.contains(.past) { made.pasts.append(PastQuestion(aircraft: archived, time: time)) }
        one.listenedAt = listened.reading(at: time)
        return one
    }

    /// The register may say something else by now.
    private func ask(
        _ one: inout WatchedAircraft,
        _ time: Timestamp,
        _ edition: Int,
        _ facts: some WatchFacts,
        _ made: inout WatchMade
    ) {
        one.edition = edition
        let identity = facts.identity(of: one.aircraft.address)
        guard identity != one.identity else { return }
        one.identity = identity
        one.needs.formUnion(interest.needs(of: one.aircraft.address, identity))
        if one.needs.contains(.legs), one.builder == nil {
            one.builder = LegBuilder(context, limits: facts.limits(ofType: identity.type))
        }
        made.add(
            WatchEvent(time: time, aircraft: one.aircraft.address, id: Self.number(of: identity), .identified(identity))
        )
    }

    private static func number(of identity: WatchIdentity) -> UInt64 {
        var number = ContentNumber()
        let texts = [
            identity.registration, identity.type, identity.operatorCode, identity.country, identity.category,
            identity.fleet,
        ]
        for text in texts { number.add(text ?? "") }
        for list in identity.lists { number.add(list) }
        return number.value
    }

    // MARK: - Names and rows

    private mutating func take(
        _ name: IdentityChange,
        isCarried: Bool,
        _ time: Timestamp,
        _ edition: Int,
        _ facts: some WatchFacts,
        _ made: inout WatchMade
    ) {
        guard name.field == .callsign || name.field == .squawk, !name.value.isEmpty,
            var one = known(name.aircraft, time, edition, facts, &made)
        else { return }
        if !isCarried { hear(&one, at: time, &made) }
        let address = one.aircraft.address
        let id = ContentNumber(name).value
        if name.field == .callsign {
            if one.callsign != name.value {
                made.add(WatchEvent(time: time, aircraft: address, id: id, .callsign(name.value)))
            }
            one.callsign = name.value
            var events: [FlightEvent] = []
            one.builder?.take(callsign: name.value, at: time, into: &events)
            tell(events, &one, at: time, &made)
        } else if isCarried {
            one.code = one.code ?? Squawk(name.value)
        } else if let code = Squawk(name.value) {
            // A code that calls for attention is written down a second time when it was agreed on.
            let isAgreed = one.code == code
            made.add(
                WatchEvent(
                    time: time,
                    aircraft: address,
                    id: id,
                    .squawk(code, isCertain: isAgreed || !code.isAlerting)
                )
            )
            one.code = code
        }
        fleet.put(one)
    }

    private mutating func take(
        _ row: Observation,
        of archived: ArchivedAircraft,
        _ reception: WatchReception,
        _ time: Timestamp,
        _ content: UInt64,
        _ edition: Int,
        _ facts: some WatchFacts,
        _ made: inout WatchMade
    ) {
        // What a feeder under quarantine alone says starts nothing.
        guard !row.flags.contains(.doubtful), var one = known(archived, time, edition, facts, &made) else { return }
        hear(&one, at: time, &made)
        one.hearing.add(reception, at: time)
        noteSource(row, &one, time, &made)
        noteIntegrity(row, &one, time, &made)
        if let position = row.position {
            one.placed = row
            one.path.add(position, at: time)
        }
        let second = time.nanoseconds / 1_000_000_000
        if one.sampled != second {
            one.sampled = second
            let isOnGround = row.flags.contains(.onGround)
            let sample = WatchSample(
                position: row.position,
                barometricAltitude: isOnGround ? nil : row.barometricAltitude,
                groundSpeed: row.groundSpeed,
                verticalRate: row.verticalRate
            )
            made.add(WatchEvent(time: time, aircraft: one.aircraft.address, id: content, .sample(sample)))
        }
        var events: [FlightEvent] = []
        one.builder?.take(row, into: &events)
        tell(events, &one, at: time, &made)
        fleet.put(one)
    }

    /// A sign of life ends a silence.
    private mutating func hear(_ one: inout WatchedAircraft, at time: Timestamp, _ made: inout WatchMade) {
        if one.needs.contains(.past), let least = interest.reappearance,
            time.nanoseconds - one.lastHeard.nanoseconds >= least.nanoseconds
        {
            let event = WatchEvent(
                time: time,
                aircraft: one.aircraft.address,
                id: UInt64(bitPattern: one.lastHeard.nanoseconds),
                .reappeared(lastHeard: one.lastHeard)
            )
            made.add(event, .reappeared(.last(one.lastHeard)))
        }
        one.lastHeard = time
        one.listenedAt = listened.reading(at: time)
        one.looks = 0
        guard let first = looks.first else { return }
        let due = Timestamp(nanoseconds: time.nanoseconds + first.nanoseconds)
        guard one.wake == nil else { return }
        one.wake = due
        wakes.add(WakeList.Entry(time: due, aircraft: one.aircraft.address))
    }

    /// Its own places stopped, and it is heard without for as long as the archive waits before it writes rows without.
    private func noteSource(
        _ row: Observation,
        _ one: inout WatchedAircraft,
        _ time: Timestamp,
        _ made: inout WatchMade
    ) {
        if row.hasSentPlace { one.sentPlace = time }
        guard !row.hasPosition || row.hasComputedPlace else { return }
        guard let sent = one.sentPlace, time.seconds(since: sent) > Self.sourceSeconds else { return }
        one.sentPlace = nil
        // Somebody silent for long in between may have landed: then nothing was lost in flight.
        guard time.seconds(since: sent) < Self.longestLoss, !one.isOnGround else { return }
        made.add(
            WatchEvent(
                time: time,
                aircraft: one.aircraft.address,
                id: UInt64(bitPattern: sent.nanoseconds),
                .sourceLost
            )
        )
    }

    /// Seconds; ours. The archive writes rows without a place from a minute after the last one on.
    private static let sourceSeconds = 60.0
    private static let longestLoss = 600.0

    // MARK: - Forgetting

    /// Once an hour of event time, those who are silent for so long that nothing more is to be told of their silence.
    private mutating func sweep(_ now: Timestamp) {
        guard now.seconds(since: swept) >= 3_600 || fleet.count > Self.mostAircraft else { return }
        swept = now
        let longest = Double(looks.last?.nanoseconds ?? 0) / 1e9 + Self.builderSeconds
        let context = context
        fleet.keep { one in
            let silent = now.seconds(since: one.lastHeard)
            if silent > Self.builderSeconds, let old = one.builder {
                one.builder = LegBuilder(context, limits: old.limits)
            }
            return silent <= longest
        }
        guard fleet.count > Self.mostAircraft else { return }
        let (median, before) = (fleet.lastHeard.sorted()[fleet.count / 2], fleet.count)
        fleet.keep { $0.lastHeard > median }
        statistics.forgotten += before - fleet.count
    }
}
