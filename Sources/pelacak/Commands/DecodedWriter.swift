import Aero
import Feeds
import Foundation
import ModeS
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
        var counters = WireCounters()
    }

    private let output: DecodeCommand.Output
    private let state: Mutex<State>
    private static let feed = FeedID(rawValue: 1)

    init(output: DecodeCommand.Output, receiver: Position?) {
        self.output = output
        var first = State()
        first.table.configuration.receivers[Self.feed] = receiver
        state = Mutex(first)
    }

    /// Keeps the counters of the decoder.
    func note(_ status: FeedStatus) { state.withLock { $0.counters = status.counters } }

    /// Writes a batch.
    func write(_ batch: FeedBatch) {
        state.withLock { state in
            if batch.sawSimulationMark { state.isSimulated = true }
            for frame in batch.frames { write(frame, &state) }
            for report in batch.reports { write(report, &state) }
            if state.buffer.count >= 1 << 16 { flush(&state) }
        }
    }

    /// Writes what is still waiting.
    func flush() { state.withLock { flush(&$0) } }

    private func flush(_ state: inout State) {
        guard !state.buffer.isEmpty else { return }
        FileHandle.standardOutput.write(Data(state.buffer))
        state.buffer.removeAll(keepingCapacity: true)
    }

    private func write(_ received: ReceivedFrame, _ state: inout State) {
        state.messages += 1
        switch output {
        case .avr: state.buffer.append(contentsOf: "*\(received.frame.hex);\n".utf8)
        case .beast: state.beast.encode(received, into: &state.buffer)
        case .jsonl:
            let ingested = state.table.ingest(received, from: Self.feed)
            guard let message = ingested.message else { return }
            var line = message.jsonLine(
                received,
                position: ingested.fix?.position,
                isAttributed: ingested.verdict != .unattributed
            )
            if state.isSimulated { line = "{\"simulated\": true, " + line.dropFirst() }
            state.buffer.append(contentsOf: line.utf8)
            state.buffer.append(UInt8(ascii: "\n"))
        case .sbs:
            let ingested = state.table.ingest(received, from: Self.feed)
            if state.isSimulated, state.messages == 1 {
                state.buffer.append(contentsOf: state.sbs.simulationMark(at: received.time))
            }
            guard let line = SBSMessage(ingested, received, state.table) else { return }
            state.sbs.encode(line, into: &state.buffer)
        }
    }

    private func write(_ report: ClaimedReport, _ state: inout State) {
        state.messages += 1
        _ = state.table.ingest(report, from: Self.feed)
        guard output == .jsonl else { return }
        var object = JSONObject()
        if state.isSimulated { object.set("simulated", true) }
        object.set("time", report.time.seconds)
        object.set("icao", report.address.hex.uppercased())
        object.set("source", report.kind == .multilateration ? "mlat" : "claim")
        object.set("callsign", report.callsign)
        object.set("altitude", report.barometricAltitude?.rawValue)
        object.set("groundspeed", report.groundSpeed?.rawValue)
        object.set("track", report.track?.rawValue)
        object.set("latitude", report.position?.latitude)
        object.set("longitude", report.position?.longitude)
        object.set("vertical_rate", report.verticalRate?.rawValue)
        object.set("squawk", report.squawk?.description)
        state.buffer.append(contentsOf: (object.text + "\n").utf8)
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
            let table = state.table.statistics
            if table.frames > 0 {
                object.set("aircraft", state.table.count)
                object.set("believed", table.believed)
                object.set("unattributed", table.unattributed)
                object.set("parity_failures", table.parityFailures)
                object.set("positions", table.positions)
                var formats = JSONObject()
                for (number, count) in table.framesByFormat.enumerated() where count > 0 {
                    formats.set("\(number)", count)
                }
                object.set("df", raw: formats.text)
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
