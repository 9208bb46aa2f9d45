public import Aero
public import Flights
public import Tracking

/// Rules over rows: makes events, has asked what has to be asked, and matches. Live, catching up after a start, preview and replay are this.
public struct WatchRun: Sendable {
    /// What came of a step.
    public struct Step: Sendable {
        /// In order of event time.
        public internal(set) var outputs: [WatchOutput] = []
        /// The alerts among them, with what is told of each.
        public internal(set) var alerts: [FoundAlert] = []
        /// What is known of the step's events beyond what rules ask.
        public internal(set) var details: [EventKey: WatchDetail] = [:]
        public internal(set) var retractions: [WatchRetraction] = []
        /// What the rules remember now, in pieces of some 100 bytes.
        public internal(set) var size = 0
        /// Events that were matched.
        public internal(set) var events: [WatchEvent] = []
    }

    public private(set) var engine: WatchEngine
    public private(set) var maker: WatchMaker
    private var memory = EventMemory()
    private let rules: [String: WatchRule]

    public init(engine: WatchEngine, context: LegContext) {
        self.engine = engine
        rules = Dictionary(engine.rules.map { ($0.id, $0) }) { first, _ in first }
        maker = WatchMaker(
            interest: WatchInterest(engine.rules),
            silences: engine.silences,
            context: context
        )
    }

    /// Of whom rules may want to know what.
    public var interest: WatchInterest { maker.interest }

    /// Matches nothing before a time; to be called before anything was added.
    public mutating func skip(to time: Timestamp) {
        if engine.watermark < time { _ = engine.advance(to: time) }
    }

    /// What is behind the watermark already was looked at, and is not late.
    public mutating func ignoreLateUpToNow() { maker.ignoreLateUpToNow() }

    /// Takes over what another run was given and has not looked at, as far as it lies ahead of this one.
    public mutating func takeWaiting(of other: WatchRun) { maker.takeWaiting(of: other.maker) }

    public mutating func add(_ batch: ObservationBatch) { maker.add(batch) }
    public mutating func add(_ trace: Trace, from start: Timestamp) { maker.add(trace, from: start) }
    public mutating func note(isListening: Bool, at time: Timestamp) { maker.note(isListening: isListening, at: time) }
    public mutating func takeLateSpan() -> Span? { maker.takeLateSpan() }

    /// Matches everything before a watermark.
    ///
    /// - Parameter keepsEvents: whether the events are given back too.
    public mutating func advance(
        to watermark: Timestamp,
        _ facts: some WatchFacts,
        keepsEvents: Bool = false
    ) async -> Step {
        var made = maker.advance(to: watermark, facts)
        for question in made.pasts { await answer(question, facts, &made) }
        for question in made.silences {
            let label = await facts.judgement(question)
            made.add(
                WatchMaker.silence(
                    of: question.aircraft.address,
                    since: question.since,
                    at: question.time,
                    label?.gapClass ?? .undetermined
                ),
                .silence(since: question.since, label)
            )
        }
        for event in made.events {
            memory.add(RememberedEvent(event, made.details[event.key]))
            if !engine.add(event) { engine.recall(event) }
        }
        let outputs = engine.advance(to: watermark)
        return Step(
            outputs: outputs,
            alerts: found(outputs),
            details: made.details,
            retractions: made.retractions,
            size: engine.sizes.reduce(0, +),
            events: keepsEvents ? made.events : []
        )
    }

    private mutating func found(_ outputs: [WatchOutput]) -> [FoundAlert] {
        let snapshots = engine.takeSnapshots()
        return outputs.compactMap { output in
            guard case .alert(let alert) = output, let rule = rules[alert.ruleID] else { return nil }
            let known = snapshots[alert.id] ?? [:]
            return FoundAlert(
                alert: alert,
                rule: rule,
                snapshots: known,
                events: alert.events.map { memory[$0] },
                paths: Dictionary(uniqueKeysWithValues: known.keys.map { ($0, maker.path(of: $0, until: alert.time)) }),
                heard: Dictionary(
                    uniqueKeysWithValues: known.keys.map { ($0, maker.hearing(of: $0).minutes(until: alert.time)) }
                ),
                isRestricted: known.keys.contains { isRestricted($0, in: alert) }
            )
        }
    }

    /// Whether data that must not be handed on may have had a part in an alert: from an hour before its first event on.
    private func isRestricted(_ address: AircraftAddress, in alert: WatchAlert) -> Bool {
        guard let last = maker.hearing(of: address).lastRestricted else { return false }
        let first = alert.events.map(\.time).min() ?? alert.time
        return last >= first.advanced(bySeconds: -Self.restrictedSeconds)
    }

    /// Longer than what legs, silences and levels are judged by before an event. Ours.
    private static let restrictedSeconds = 3_600.0

    private func answer(_ question: PastQuestion, _ facts: some WatchFacts, _ made: inout WatchMade) async {
        let past = await facts.past(question)
        let address = question.aircraft.address
        switch past {
        case .never: made.add(WatchEvent(time: question.time, aircraft: address, id: 0, .firstEver), .reappeared(past))
        case .last(let heard) where heard < question.time:
            let id = UInt64(bitPattern: heard.nanoseconds)
            made.add(
                WatchEvent(time: question.time, aircraft: address, id: id, .reappeared(lastHeard: heard)),
                .reappeared(past)
            )
        case .last, .unknown: break
        }
    }
}
