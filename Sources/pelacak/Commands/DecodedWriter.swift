import Aero
import Feeds
import Foundation
import ModeS
import Radio
import Synchronization
import Tracking

/// Writes what `decode` finds to standard output.
final class DecodedWriter: Sendable {
    private struct State {
        var table = TrackTable()
        var buffer: [UInt8] = []
        var beast = BeastEncoder()
        var sbs = SBSEncoder()
        var isSimulated = false
        var messages = 0
        var repaired = 0
        var heard = HeardAddresses()
        var counters = WireCounters()
        var radio: DemodulatorStatistics?
        var digest = RecordDigest()
        /// Batches that wait until it is clear whether the data are simulated; `nil` once it is.
        var held: [FeedBatch]?
        var heldItems = 0
        /// When the label was written last, in forms that repeat it.
        var lastMark: Timestamp?
        /// Why standard output takes no more.
        var problem: Failure?
        var isBroken = false
    }

    private let output: DecodeCommand.Output
    /// Repairs frames that come as frames; those made from samples are repaired where they are made.
    private let repair: FrameRepair?
    private let sampleRate: Int
    private let state: Mutex<State>
    private static let feed = FeedID(rawValue: 1)

    /// - Parameters:
    ///   - repair: how far frames that fail their parity are repaired here; `nil` not at all.
    ///   - sampleRate: samples a second, where the input is samples.
    init(output: DecodeCommand.Output, receiver: Position?, repair: FrameRepair? = nil, sampleRate: Int = 2_400_000) {
        self.sampleRate = sampleRate
        self.output = output
        self.repair = repair
        var first = State()
        first.table.configuration.receivers[Self.feed] = receiver
        // Frames carry their marker with them; lines must be labelled from the first one on.
        if output == .jsonl || output == .sbs { first.held = [] }
        state = Mutex(first)
    }

    /// Keeps the counters of the decoder.
    func note(_ status: FeedStatus) { state.withLock { $0.counters = status.counters } }

    /// Keeps the counters of the demodulator.
    func note(_ statistics: DemodulatorStatistics) { state.withLock { $0.radio = statistics } }

    /// Writes a batch.
    ///
    /// - Returns: false when standard output takes no more.
    func write(_ batch: FeedBatch) -> Bool {
        state.withLock { state in
            if batch.sawSimulationMark { state.isSimulated = true }
            if state.held != nil {
                state.held?.append(batch)
                state.heldItems += batch.count
                if state.isSimulated || isDecided(state) { release(&state) }
            } else {
                write(batch, &state)
            }
            flush(&state)
            return !state.isBroken
        }
    }

    /// Writes what is still waiting.
    ///
    /// - Throws: `Failure` when standard output could not take everything, other than by being closed.
    func finish() throws(Failure) {
        let problem = state.withLock { state in
            release(&state)
            flush(&state)
            return state.problem
        }
        if let problem { throw problem }
    }

    /// A marker comes at least once a second, so that longer data without one are real.
    private func isDecided(_ state: State) -> Bool {
        guard state.heldItems < FeedLedger.heldCapacity else { return true }
        let times = (state.held ?? []).flatMap {
            $0.frames.map(\.time) + $0.reports.map(\.time) + $0.modeAC.map(\.time) + $0.uat.map(\.time)
        }
        guard let first = times.first, let last = times.last else { return false }
        return last.seconds(since: first) > FeedLedger.decisionSeconds
    }

    private func release(_ state: inout State) {
        let held = state.held ?? []
        state.held = nil
        for batch in held { write(batch, &state) }
    }

    private func write(_ batch: FeedBatch, _ state: inout State) {
        var replies = batch.modeAC[...]
        for frame in batch.frames {
            // Mode A/C replies stand where their time is, as in the recording.
            while let reply = replies.first, reply.time <= frame.time {
                write(reply, &state)
                replies.removeFirst()
            }
            write(mended(frame, &state), &state)
        }
        for reply in replies { write(reply, &state) }
        for report in batch.reports { write(report, &state) }
        for frame in batch.uat { write(frame, &state) }
    }

    /// The frame, repaired if that is wanted and possible.
    private func mended(_ received: ReceivedFrame, _ state: inout State) -> ReceivedFrame {
        guard let repair else { return received }
        if let address = FrameRepair.certainAddress(of: received.frame) {
            state.heard.hear(address, at: received.time)
            return received
        }
        guard let (frame, bits) = repair.mend(received.frame, heard: state.heard, at: received.time) else {
            return received
        }
        // AVR and Beast cannot say "repaired": whoever reads them must not take a stranger made by repair for heard.
        let isMarked = output == .jsonl || output == .sbs
        guard isMarked || state.heard.contains(frame.bits(9, 32), at: received.time) else { return received }
        state.repaired += 1
        var mended = received
        mended.repair(to: frame, bits: bits)
        return mended
    }

    private func flush(_ state: inout State) {
        guard !state.buffer.isEmpty, !state.isBroken else { return }
        do { try FileHandle.standardOutput.write(contentsOf: Data(state.buffer)) } catch {
            state.isBroken = true
            // A reader that has seen enough and left is no fault.
            let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
            if cause?.code != Int(EPIPE), (error as NSError).code != Int(EPIPE) {
                state.problem = Failure("cannot write to standard output; is the disk full?")
            }
        }
        state.buffer.removeAll(keepingCapacity: true)
    }

    private func write(_ received: ReceivedFrame, _ state: inout State) {
        state.messages += 1
        switch output {
        case .records: state.digest.take(received.frame)
        case .avr: AVREncoder.append(received.frame, to: &state.buffer)
        case .beast: state.beast.encode(received, into: &state.buffer)
        case .jsonl:
            let ingested = state.table.ingest(received, from: Self.feed)
            JSONLines.write(received, ingested, context(state), to: &state.buffer)
        case .sbs:
            let ingested = state.table.ingest(received, from: Self.feed)
            if state.isSimulated, state.lastMark.map({ received.time.seconds(since: $0) >= 1 }) ?? true {
                state.lastMark = received.time
                state.buffer.append(contentsOf: state.sbs.simulationMark(at: received.time))
            }
            guard let line = SBSMessage(ingested, received) else { return }
            state.sbs.encode(line, into: &state.buffer)
        }
    }

    private func context(_ state: State) -> JSONLines.Context { JSONLines.Context(isSimulated: state.isSimulated) }

    private func write(_ received: ReceivedModeAC, _ state: inout State) {
        state.messages += 1
        switch output {
        case .avr: state.buffer.append(contentsOf: "*\(received.reply.hex);\n".utf8)
        case .beast: state.beast.encode(received, into: &state.buffer)
        case .jsonl: JSONLines.write(received, context(state), to: &state.buffer)
        case .sbs, .records: break
        }
    }

    private func write(_ received: ReceivedUAT, _ state: inout State) {
        state.messages += 1
        let ingested = state.table.ingest(received, from: Self.feed)
        if output == .jsonl { JSONLines.write(received, ingested, context(state), to: &state.buffer) }
    }

    private func write(_ report: ClaimedReport, _ state: inout State) {
        state.messages += 1
        _ = state.table.ingest(report, from: Self.feed)
        if output == .jsonl { JSONLines.write(report, context(state), to: &state.buffer) }
    }

    /// One line for people.
    var summaryLine: String {
        state.withLock { state in
            let aircraft = output == .jsonl || output == .sbs ? ", \(state.table.count) aircraft" : ""
            let label = state.isSimulated ? " (SIMULATED)" : ""
            return "\(state.messages) messages\(aircraft)\(label)"
        }
    }

    /// The counters as one JSON object.
    var statisticsJSON: String {
        state.withLock { state in
            var object = JSONObject()
            if state.isSimulated { object.set("simulated", true) }
            object.set("messages", state.messages)
            object.set("bytes", state.counters.bytes)
            object.set("rejected", state.counters.rejected)
            object.set("garbage_bytes", state.counters.garbageBytes)
            if let radio = state.radio { object.set("radio", raw: radio.json(sampleRate: sampleRate)) }
            if state.counters.modeAC > 0 { object.set("mode_ac", state.counters.modeAC) }
            if repair != nil { object.set("repaired", state.repaired) }
            if output == .records {
                object.set("records", state.digest.records)
                object.set("registers", state.digest.registers)
                object.set("digest", hexadecimal: state.digest.value, digits: 16)
            }
            let table = state.table.statistics
            if state.counters.uplinks > 0 { object.set("uplinks", state.counters.uplinks) }
            if table.frames > 0 || table.uatFrames > 0 {
                object.set("aircraft", state.table.count)
                object.set("believed", table.believed)
                object.set("unattributed", table.unattributed)
                object.set("parity_failures", table.parityFailures)
                object.set("positions", table.positions)
                var formats = JSONObject()
                for (number, count) in table.framesByFormat.enumerated() where count > 0 {
                    formats.set("\(number)", count)
                }
                if table.frames > 0 { object.set("df", raw: formats.text) }
                var refusals = JSONObject()
                for refusal in Refusal.allCases where table.refused(refusal) > 0 {
                    refusals.set(refusal.description, table.refused(refusal))
                }
                object.set("refused_positions", raw: refusals.text)
            }
            return object.text
        }
    }
}
