import Aero
import ModeS

/// Reads JSON lines, one object a line of at most 8,192 bytes.
///
/// | line | gives |
/// |---|---|
/// | ours (`decode --output jsonl`, sinks): `raw` holds the frame | the frame, Mode A/C reply or UAT frame with `time`, `rssi`, `receiver` |
/// | ours, without `raw`: `source` is `claim` or `mlat` | a report |
/// | readsb's JSON port: an aircraft object with `hex` and `now` | a report with all an `AircraftObjectReader` reads |
/// | `"simulated": true` in any of them, or alone | the label of made-up data |
/// | `key KEY`, the first line | the key of a registered feeder |
///
/// Live, a time more than 2 s off its arrival is not believed, and counted in `clockDisagreements`.
public struct JSONLinesDecoder: LineDecoder {
    public internal(set) var counters = WireCounters()

    /// Bytes of a line: an aircraft object with everything in it has 1,300.
    static let longestLine = 8_192

    var lines: LineStream
    private var objects: AircraftObjectReader

    /// A decoder for one connection or file.
    ///
    /// - Parameter time: where dates come from: a recording's lines keep their own; one without a time gets that of the line before it.
    public init(time: TimeBase = .arrival) {
        lines = LineStream(base: time, limit: Self.longestLine, hasSignsOfLife: true)
        objects = AircraftObjectReader(time: time)
    }

    mutating func settle(_ batch: inout FeedBatch) {
        if objects.sawSimulationMark { batch.sawSimulationMark = true }
    }

    mutating func read(line: Span<UInt8>, arrival: Timestamp, into batch: inout FeedBatch) {
        guard let object = MessageLine(line) else {
            counters.garbageLines &+= 1
            return
        }
        if object.isSimulated { lines.isSimulated = true }
        if let raw = object.raw {
            give(object, line.extracting(raw), line, arrival: arrival, into: &batch)
        } else if object.hasHex {
            readAircraft(line, arrival: arrival, into: &batch)
        } else if let claim = ClaimLine(line) {
            give(claim, arrival: arrival, into: &batch)
        } else if object.isSimulated {
            // The label alone.
            counters.ignored &+= 1
        } else {
            counters.garbageLines &+= 1
        }
    }

    // MARK: - Ours

    private mutating func give(
        _ object: MessageLine,
        _ raw: Span<UInt8>,
        _ line: Span<UInt8>,
        arrival: Timestamp,
        into batch: inout FeedBatch
    ) {
        counters.badFields &+= object.badFields
        let receiver = object.receiver.flatMap { JSONText.receiver(line, $0) }
        if object.isUAT {
            guard let frame = try? UATFrame(hex: raw) else { return refuse(raw) }
            counters.frames &+= 1
            let time = time(object.time, arrival: arrival)
            batch.uat.append(
                ReceivedUAT(frame: frame, time: time, level: object.level, correctedBytes: object.correctedBytes)
            )
        } else if object.isModeAC {
            guard raw.count == 4, let bits = JSONText.hexadecimal(raw, 0..<4) else { return refuse(raw) }
            counters.modeAC &+= 1
            batch.modeAC.append(
                ReceivedModeAC(
                    reply: ModeACReply(rawValue: UInt16(bits)),
                    time: time(object.time, arrival: arrival),
                    level: object.level,
                    receiver: receiver
                )
            )
        } else {
            guard let frame = try? Frame(hexDigits: raw) else { return refuse(raw) }
            if frame == SimulationMarker.frame { lines.isSimulated = true }
            counters.frames &+= 1
            batch.frames.append(
                ReceivedFrame(
                    frame: frame,
                    time: time(object.time, arrival: arrival),
                    level: object.level,
                    repairedBits: object.repairedBits,
                    origin: object.isComputed ? .multilateration : .received,
                    receiver: receiver
                )
            )
        }
    }

    private mutating func refuse(_ raw: Span<UInt8>) {
        var isHexadecimal = true
        for index in 0..<raw.count where Hexadecimal.value(of: raw[index]) == nil { isHexadecimal = false }
        if isHexadecimal { counters.badLengths &+= 1 } else { counters.garbageLines &+= 1 }
    }

    private mutating func give(_ claim: ClaimLine, arrival: Timestamp, into batch: inout FeedBatch) {
        var report = claim.report
        report.time = time(claim.time, arrival: arrival)
        counters.badFields &+= claim.badFields
        counters.reports &+= 1
        batch.reports.append(report)
    }

    // MARK: - readsb's

    private mutating func readAircraft(_ line: Span<UInt8>, arrival: Timestamp, into batch: inout FeedBatch) {
        let before = objects.counters
        guard objects.read(line: line, arrival: arrival, into: &batch.reports) else {
            counters.garbageLines &+= 1
            return
        }
        let after = objects.counters
        counters.reports &+= after.reports &- before.reports
        counters.ignored &+= after.notNewer &- before.notNewer
        counters.badFields &+= after.badFields &- before.badFields
        counters.garbageLines &+= after.badObjects &- before.badObjects
        counters.clockDisagreements &+= after.clockDisagreements &- before.clockDisagreements
    }
}
