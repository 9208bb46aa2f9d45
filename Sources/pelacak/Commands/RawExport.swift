import Aero
import ArgumentParser
import Feeds
import Foundation
import ModeS
import Store

/// `pelacak raw export`
struct RawExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write raw messages as one Beast file, in the order in which they came.",
        discussion: """
            Example:
              pelacak raw export --from 2026-11-25T12:00Z --to 2026-11-25T13:00Z --out hour.beast

            The counts in the file are 12 MHz since --from, by when each message was received, so that it can be played again; with --counts they
            are those of the receivers. With --receiver-ids each message says the number of its receiver (e3). What Beast cannot hold, claims and
            UAT, is left out and counted.
            """
    )

    @OptionGroup var options: RawOptions
    @Option(help: ArgumentHelp("Only these, as `pelacak raw list` shows them.", valueName: "NUMBER,…"))
    var receiver: String?
    @Option(help: ArgumentHelp("Write there; standard output without.", valueName: "FILE")) var out: String?
    @Flag(help: "Keep the receivers' own counts.") var counts = false
    @Flag(help: "Say which receiver, by the archive's number.") var receiverIds = false

    /// Bytes that are gathered before they are written.
    private static let piece = 1 << 20

    func run() async throws {
        let replay = try options.shelf().replay(during: try options.during(), receivers: try receivers())
        guard !replay.slices.isEmpty else { throw Failure("no raw messages of that time are kept") }
        let target = try OutputFile(out)
        let asItIs: BeastEncoder.Blinding = { number in number }
        var encoder = BeastEncoder(blinding: receiverIds ? asItIs : nil)
        var reader = replay.makeReader()
        var bytes: [UInt8] = []
        var start = try options.from.map(TimeText.parse)
        var (messages, left) = (0, 0)
        while let arrival = reader.next() {
            left += arrival.batch.reports.count + arrival.batch.uat.count
            messages += arrival.batch.frames.count + arrival.batch.modeAC.count
            let zero = start ?? arrival.arrived
            start = zero
            write(arrival, since: zero, with: &encoder, into: &bytes)
            if bytes.count > Self.piece {
                try target.write(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        try target.write(bytes)
        tell(messages, left, start, reader.problems)
    }

    private func write(
        _ arrival: RawArrival,
        since start: Timestamp,
        with encoder: inout BeastEncoder,
        into bytes: inout [UInt8]
    ) {
        for var frame in arrival.batch.frames {
            frame.receiver = UInt64(arrival.receiver)
            if !counts { frame.ticks = Self.ticks(frame.time, since: start) }
            encoder.encode(frame, into: &bytes)
        }
        for var reply in arrival.batch.modeAC {
            reply.receiver = UInt64(arrival.receiver)
            if !counts { reply.ticks = Self.ticks(reply.time, since: start) }
            encoder.encode(reply, into: &bytes)
        }
    }

    private func tell(_ messages: Int, _ left: Int, _ start: Timestamp?, _ problems: [RawError]) {
        StandardError.line("pelacak: \(messages) messages")
        if left > 0 { StandardError.line("pelacak: \(left) claims and UAT frames have no place in Beast") }
        for problem in problems.prefix(10) { StandardError.line("pelacak: passed over: \(problem)") }
        if !counts, let start, let out, out != "-" {
            StandardError.line(
                "pelacak: play it with: pelacak serve --source \"file:\(out)?start=\(TimeText.iso(start))\""
            )
        }
    }

    private func receivers() throws(UsageError) -> Set<UInt32>? {
        guard let receiver else { return nil }
        var found: Set<UInt32> = []
        for word in receiver.split(separator: ",") {
            guard let number = UInt32(word) else {
                throw UsageError("--receiver \(word): write a number that `pelacak raw list` shows")
            }
            found.insert(number)
        }
        return found
    }

    /// 12 MHz, in the 48 bits that Beast has; what was received before the start of all is at the start.
    private static func ticks(_ time: Timestamp, since start: Timestamp) -> UInt64 {
        let (nanoseconds, isTooFar) = time.nanoseconds.subtractingReportingOverflow(start.nanoseconds)
        guard !isTooFar, nanoseconds > 0 else { return 0 }
        return UInt64(nanoseconds) / 250 * 3 & 0xFFFF_FFFF_FFFF
    }
}
