import Aero
import Feeds
import Foundation
import ModeS
import Radio
import Tracking

/// One run of `decode`: a recording in, lines or frames out.
struct Decoding: Sendable {
    let path: String
    let format: InputFormat
    let rate: Int
    /// `nil` when nothing was said: samples are then repaired as far as they allow, frames not at all.
    let repair: BitRepair?
    let effort: Effort
    let findsModeAC: Bool
    let receiver: Position?
    let start: Timestamp?
    /// Times are those of this machine's clock, at which input arrives.
    let isLive: Bool
    let clock: ClockKind?
    let output: DecodeCommand.Output
    let isQuiet: Bool

    private static let feed = FeedID(rawValue: 1)

    /// Reads to the end.
    ///
    /// - Returns: the counters as a JSON object.
    /// - Throws: `FeedError` when the input cannot be read.
    func run() async throws -> String {
        let writer = DecodedWriter(output: output, receiver: receiver, repair: frameRepair, sampleRate: rate)
        if start == nil, !isLive, !isQuiet, format != .sbs, format != .jsonl {
            StandardError.line(
                "pelacak: no --start given: times count from \(TimeText.iso(SourceSpecification.undated))"
            )
        }
        let feed = FileFeed(
            path: path,
            makeDecoder: { makeDecoder { writer.note($0) } },
            onStatus: { status in
                writer.note(status)
            },
            onBatch: { batch in
                // Nobody reads on: the task that reads is told to end.
                // safe: the handle is used inside the closure only.
                if !writer.write(batch) { unsafe withUnsafeCurrentTask { task in unsafe task?.cancel() } }
            }
        )
        do { try await feed.run() } catch { throw error as FeedError }
        try writer.finish()
        if !isQuiet { StandardError.line("pelacak: \(writer.summaryLine)") }
        return writer.statisticsJSON
    }

    /// Repair of input that comes as frames.
    private var frameRepair: FrameRepair? {
        switch format {
        case .beast, .avr: repair.map(FrameRepair.init)
        case .uc8, .sc8, .sc16, .sc16q11, .sbs, .uat, .jsonl: nil
        }
    }

    private func makeDecoder(onStatistics: @escaping @Sendable (DemodulatorStatistics) -> Void) -> any StreamDecoder {
        let base = isLive ? TimeBase.arrival : .recording(start: start ?? SourceSpecification.undated)
        switch format {
        case .uc8, .sc8, .sc16, .sc16q11:
            return RadioStream(
                RadioStream.Settings(
                    format: format.samples ?? .uc8,
                    rate: rate,
                    repair: repair ?? .soft,
                    effort: effort,
                    findsModeAC: findsModeAC,
                    start: isLive ? nil : start ?? SourceSpecification.undated,
                    onStatistics: onStatistics
                )
            )
        case .beast: return BeastDecoder(time: base, clock: clock)
        case .avr: return AVRDecoder(time: base, clock: clock)
        case .sbs: return SBSDecoder(time: base)
        case .uat: return UATDecoder(time: base)
        case .jsonl: return JSONLinesDecoder(time: base)
        }
    }
}
