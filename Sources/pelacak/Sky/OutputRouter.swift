import Aero
import Feeds
import ModeS
import Site
import Tracking

/// What goes out of the sky, and to which output: each gets what its options ask for, put into words once it is known what it is.
///
/// A batch is announced by `begin`, its parts are noted in the order they came, and `flush` sends them. An output nobody reads costs
/// nothing.
struct OutputRouter: Sendable {
    private struct Outlet: Sendable {
        let specification: SinkSpecification
        let sink: FeedSink
        var thinner: MessageThinner?
        var batch = OutputBatch()
        /// Whether the batch that was announced is for it at all.
        var isOpen = false
        var wantsModeAC = false
        var latest: Timestamp?

        var audience: Audience { specification.isPublic ? .strangers : .operators }
    }

    private var outlets: [Outlet]
    private var blinding: ReceiverBlinding?
    private var source = ""
    private var feeder = ""
    private var isSimulated = false
    private var isOpen = false
    private let discretion: Discretion
    /// What holds for this batch.
    private var rules = SuppressionRules.none

    /// - Parameters:
    ///   - blinding: wanted where an output shows receivers.
    ///   - discretion: what is kept from whom.
    init(_ outlets: [SinkOutlet] = [], blinding: ReceiverBlinding? = nil, discretion: Discretion = Discretion()) {
        self.outlets = []
        self.discretion = discretion
        replace(outlets, blinding: blinding)
    }

    /// Takes another list; an output that stays keeps what it remembers of its aircraft.
    mutating func replace(_ outlets: [SinkOutlet], blinding: ReceiverBlinding?) {
        let before = self.outlets
        self.outlets = outlets.map { outlet in
            if let known = before.first(where: { $0.sink === outlet.sink }) { return known }
            return Outlet(
                specification: outlet.specification,
                sink: outlet.sink,
                thinner: outlet.specification.interval.map { MessageThinner(interval: $0) }
            )
        }
        self.blinding = blinding
    }

    // MARK: - Taking

    /// What follows is of this batch.
    ///
    /// - Parameters:
    ///   - source: the name of the source.
    ///   - mayGoOut: whether its licence lets it leave; nothing of it goes out else.
    mutating func begin(_ batch: FeedBatch, of source: String, isSimulated: Bool, mayGoOut: Bool = true) {
        rules = discretion.rules
        self.source = source
        self.isSimulated = isSimulated
        feeder = batch.feeder ?? "#\(batch.connection)"
        isOpen = false
        // A frame cannot wait, and nobody knows of most where their sender was: such an output stands still, rather than be ahead.
        let mayBePublic = discretion.isWholeAndPrompt(for: .strangers)
        for index in outlets.indices {
            let outlet = outlets[index]
            let mayGoOut = mayGoOut && (mayBePublic || !outlet.specification.isPublic)
            let wanted = outlet.specification.source
            let isMeant = wanted == nil || wanted == source || wanted == batch.feeder
            outlets[index].isOpen = mayGoOut && isMeant && outlet.sink.clientCount > 0
            outlets[index].wantsModeAC = outlets[index].isOpen && !batch.modeAC.isEmpty && outlet.sink.takesModeAC
            if outlets[index].isOpen { isOpen = true }
        }
    }

    /// A frame that is the first of its transmission, and what the tracks made of it.
    mutating func note(_ received: ReceivedFrame, _ ingested: Ingested) {
        guard isOpen else { return }
        for index in outlets.indices where outlets[index].isOpen {
            let specification = outlets[index].specification
            if received.origin == .multilateration, !specification.sendsComputed { continue }
            if case .unreadable = ingested.verdict, !specification.isVerbatim, specification.source == nil { continue }
            // What a quarantined feeder says of aircraft that others support is kept, not handed on.
            if case .withheld = ingested.verdict, specification.source == nil { continue }
            guard mayShow(received.frame, ingested, at: received.time, index), passes(index, received, ingested) else {
                continue
            }
            give(received, ingested, to: index)
        }
    }

    /// A frame another receiver had already given: only outputs of a single source want it.
    mutating func note(copy received: ReceivedFrame) {
        guard isOpen else { return }
        for index in outlets.indices where outlets[index].isOpen {
            let specification = outlets[index].specification
            guard specification.source != nil, specification.interval == nil else { continue }
            guard specification.format == .beast || specification.format == .avr else { continue }
            if received.origin == .multilateration, !specification.sendsComputed { continue }
            // Whose it is was not looked at.
            if rules.hidesAnything(from: outlets[index].audience) { continue }
            giveFrame(received, to: index)
        }
    }

    mutating func note(_ received: ReceivedModeAC) {
        guard isOpen else { return }
        // Nobody knows whose they are.
        for index in outlets.indices
        where outlets[index].wantsModeAC && !rules.hidesAnything(from: outlets[index].audience) {
            var received = received
            let number = number(of: received.receiver, for: index)
            received.receiver = number
            note(received.time, index)
            if outlets[index].specification.format == .jsonl {
                JSONLines.write(received, context(number), to: &outlets[index].batch.lines)
            } else {
                outlets[index].batch.modeAC.append(received)
            }
        }
    }

    mutating func note(_ received: ReceivedUAT, _ ingested: Ingested) {
        guard isOpen, let message = ingested.uat else { return }
        for index in outlets.indices where outlets[index].isOpen && outlets[index].specification.format == .jsonl {
            if isHidden(message.address, at: received.time, index) { continue }
            let kind = MessageKind(uatPayload: message.payloadType)
            let passes = outlets[index].thinner?.passes(kind, of: message.address, at: received.time) ?? true
            guard passes else { continue }
            note(received.time, index)
            JSONLines.write(received, ingested, context(number(of: nil, for: index)), to: &outlets[index].batch.lines)
        }
    }

    /// What another program claims; a provider's claims never go out, see `begin`.
    mutating func note(_ report: ClaimedReport) {
        guard isOpen else { return }
        for index in outlets.indices where outlets[index].isOpen && outlets[index].specification.format == .jsonl {
            if report.isComputed, !outlets[index].specification.sendsComputed { continue }
            if isHidden(report.address, at: report.time, index) { continue }
            let passes = outlets[index].thinner?.passes(.claim, of: report.address, at: report.time) ?? true
            guard passes else { continue }
            note(report.time, index)
            JSONLines.write(report, context(number(of: nil, for: index)), to: &outlets[index].batch.lines)
        }
    }

    /// Sends what was noted. An output is told that the sky is simulated even while nobody reads it.
    mutating func flush() {
        for index in outlets.indices {
            var batch = OutputBatch()
            swap(&batch, &outlets[index].batch)
            guard !batch.isEmpty || isSimulated else { continue }
            batch.isSimulated = isSimulated
            batch.time = outlets[index].latest ?? batch.time
            outlets[index].sink.send(batch)
        }
    }

    // MARK: - Giving

    private mutating func give(_ received: ReceivedFrame, _ ingested: Ingested, to index: Int) {
        switch outlets[index].specification.format {
        case .beast, .avr: giveFrame(received, to: index)
        case .sbs:
            guard let message = SBSMessage(ingested, received) else { return }
            note(received.time, index)
            outlets[index].batch.messages.append(message)
        case .jsonl:
            note(received.time, index)
            let context = context(number(of: received.receiver, for: index))
            JSONLines.write(received, ingested, context, to: &outlets[index].batch.lines)
        }
    }

    private mutating func giveFrame(_ received: ReceivedFrame, to index: Int) {
        let specification = outlets[index].specification
        var received = received
        if specification.isVerbatim { received.frame = received.frameAsReceived }
        received.receiver = number(of: received.receiver, for: index)
        // One receiver's clock must not be mixed with ours: a frame it gave no time stamp says that it has none.
        if specification.source != nil, received.ticks == nil { received.ticks = 0 }
        note(received.time, index)
        outlets[index].batch.frames.append(received)
    }

    private func isHidden(_ address: AircraftAddress, at time: Timestamp, _ index: Int) -> Bool {
        rules.hides(address, from: outlets[index].audience, during: time...time)
    }

    /// Where anything is hidden, only what is known to be of somebody who is not.
    private func mayShow(_ frame: Frame, _ ingested: Ingested, at time: Timestamp, _ index: Int) -> Bool {
        guard rules.hidesAnything(from: outlets[index].audience) else { return true }
        guard ingested.isAttributed, let address = ingested.message?.address, !Self.mayNameAnother(frame) else {
            return false
        }
        return !isHidden(address, at: time, index)
    }

    /// Whether a frame may hold a resolution advisory, which names its threat.
    ///
    /// - Source: ICAO Annex 10 Vol IV, 4.3.8.4.2.2.1.6 (threat identity); the places it is sent in: register 3,0, MV of DF16, TC 28 subtype 2.
    private static func mayNameAnother(_ frame: Frame) -> Bool {
        switch DownlinkFormat(of: frame) {
        case .longAirAir: true
        case .extendedSquitter, .nonTransponder: frame.byte(4) >> 3 == 28
        case .commBAltitude, .commBIdentity: frame.byte(4) == 0x30
        default: false
        }
    }

    private mutating func passes(_ index: Int, _ received: ReceivedFrame, _ ingested: Ingested) -> Bool {
        guard outlets[index].thinner != nil else { return true }
        // Whose it is must be known, or nobody could say how often it was heard.
        guard ingested.isAttributed, let message = ingested.message else { return false }
        var register: RegisterContent?
        if case .chosen(let content) = ingested.register { register = content }
        return outlets[index].thinner?
            .passes(
                MessageKind(message, register: register),
                of: message.address,
                alarm: MessageThinner.Alarm(message),
                at: received.time
            ) ?? true
    }

    /// The number a receiver is given outside; `nil` where the output shows none.
    private mutating func number(of receiver: UInt64?, for index: Int) -> UInt64? {
        guard outlets[index].specification.showsReceivers else { return nil }
        return blinding?.number(of: ReceiverBlinding.Receiver(source: source, feeder: feeder, number: receiver))
    }

    private func context(_ number: UInt64?) -> JSONLines.Context {
        JSONLines.Context(isSimulated: isSimulated, receiver: number.map { Hexadecimal.lower($0, digits: 16) })
    }

    private mutating func note(_ time: Timestamp, _ index: Int) {
        outlets[index].latest = max(outlets[index].latest ?? time, time)
    }
}

/// An output of the sky: a sink and how it was written.
struct SinkOutlet: Sendable {
    let specification: SinkSpecification
    let sink: FeedSink
}
