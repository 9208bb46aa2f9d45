public import Aero
public import Tracking

/// Tells the flights of one aircraft out of its archive, piece by piece in the order of time: the same `LegBuilder` as for what is heard now.
///
/// Rows and callsigns of a piece are put in one order; where the places of receivers are known, what nobody can have heard there is left
/// out as doubtful. Memory grows with legs and silences, and by a few bytes a minute that was heard, not with rows.
public struct FlightTeller: Sendable {
    public let aircraft: ArchivedAircraft
    private var builder: LegBuilder
    private var log = FlightLog()
    private var events: [FlightEvent] = []
    private var profile = FlightProfile()
    private var callsigns: [ToldCallsign] = []
    private var evidence = ArchiveEvidence()
    private var heard: (first: Timestamp, last: Timestamp)?
    private var last: Observation?
    private var rows = 0
    private let place: @Sendable (_ receiver: UInt32, _ time: Timestamp) -> ReceiverPlace?

    /// - Parameters:
    ///   - context: places and rules. Its receivers are not asked: sets have other numbers in each piece.
    ///   - place: where a receiver stood at a time, by the archive's number; `nil` where that is not known.
    public init(
        _ aircraft: ArchivedAircraft,
        context: LegContext,
        limits: AirframeLimits,
        placeOfReceiver place: @escaping @Sendable (_ receiver: UInt32, _ time: Timestamp) -> ReceiverPlace? = {
            _,
            _ in nil
        }
    ) {
        self.aircraft = aircraft
        builder = LegBuilder(context, limits: limits)
        self.place = place
    }

    /// Takes the next piece. Rows that are not later than those before are left out, so that pieces may overlap.
    public mutating func take(_ trace: Trace) {
        note(trace.evidence)
        let places = trace.receiverSets.map { self.places(of: $0, trace.observations) }
        var names = trace.names.filter { $0.field == .callsign }[...]
        for row in trace.observations {
            if let last, row.milliseconds < last.milliseconds { continue }
            while let name = names.first, name.milliseconds <= row.milliseconds {
                take(name)
                names.removeFirst()
            }
            // What others computed, or send again, may be heard where the aircraft is not.
            let isOwn = row.isOwnTransmission
            take(row, heardFrom: isOwn && Int(row.heardBy) < places.count ? places[Int(row.heardBy)] : [])
        }
        for name in names { take(name) }
    }

    /// Where the receivers of a set stood all the while; empty where that is not known of one of them, which may have heard anything.
    private func places(of set: ReceiverSet, _ rows: [Observation]) -> [ReceiverPlace] {
        guard set.beyond == 0, let first = rows.first?.time, let last = rows.last?.time else { return [] }
        let known = set.ids.compactMap { id in
            place(id, first).flatMap { $0 == place(id, last) ? $0 : nil }
        }
        return known.count == set.ids.count ? known : []
    }

    /// Whether it is silent in the air, when time has passed up to a moment.
    public mutating func isLost(at time: Timestamp) -> Bool {
        builder.advance(to: time, into: &events)
        flush()
        return builder.state == .lost
    }

    /// Ends the telling: what is silent by then is lost.
    public mutating func finish(at end: Timestamp, asked: Range<Timestamp>) -> FlightAccount {
        builder.finish(at: end, into: &events)
        flush()
        return FlightAccount(
            aircraft: aircraft,
            asked: asked,
            toldUntil: end,
            log: log,
            state: builder.state,
            limits: builder.limits,
            profile: profile,
            callsigns: callsigns,
            heard: heard.flatMap { Span(earliest: $0.first, latest: $0.last) },
            last: last,
            silentSince: builder.silentSince,
            lastPlaced: builder.lastPlaced,
            firstPlaced: builder.firstPlaced,
            rows: rows,
            evidence: evidence
        )
    }

    private mutating func take(_ row: Observation, heardFrom places: [ReceiverPlace]) {
        var doubt: DoubtReason?
        if !places.isEmpty, let position = row.position {
            let altitude = row.barometricAltitude ?? row.geometricAltitude ?? (row.flags.contains(.onGround) ? 0 : nil)
            if !places.contains(where: { $0.canHear(position, altitude: altitude) }) { doubt = .beyondHorizon }
        }
        builder.take(row, doubt: doubt, heardFrom: row.position == nil ? places : [], into: &events)
        if doubt == nil, !row.flags.contains(.doubtful) { profile.note(row) }
        heard = (heard?.first ?? row.time, row.time)
        last = row
        rows += 1
        if !events.isEmpty { flush() }
    }

    private mutating func take(_ name: IdentityChange) {
        // Imported names may say any time.
        let (nanoseconds, isBeyond) = name.milliseconds.multipliedReportingOverflow(by: 1_000_000)
        guard !isBeyond else { return }
        let time = Timestamp(nanoseconds: nanoseconds)
        // Each piece begins with the last callsign before it.
        guard callsigns.last.map({ $0.time < time && $0.callsign != name.value }) ?? true else { return }
        callsigns.append(ToldCallsign(callsign: name.value, time: time))
        guard !name.value.isEmpty else { return }
        builder.take(callsign: name.value, at: time, into: &events)
    }

    private mutating func flush() {
        for event in events { log.apply(event) }
        events.removeAll(keepingCapacity: true)
    }

    private mutating func note(_ part: ArchiveEvidence) {
        evidence.licences.formUnion(part.licences)
        evidence.origins.formUnion(part.origins)
        evidence.incompleteDays.formUnion(part.incompleteDays)
        evidence.damagedChunks += part.damagedChunks
        evidence.withheld.merge(part.withheld, uniquingKeysWith: +)
    }
}
