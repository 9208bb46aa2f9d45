import Aero
import ArgumentParser
import Feeds
import Foundation
import ModeS
import Radio
import Tracking

/// Reads a recording and prints what is in it.
struct DecodeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decode",
        abstract: "Read samples or frames and print messages.",
        discussion: """
            Examples:
              pelacak decode --format uc8 --rate 2400000 --output avr samples.uc8
              pelacak decode --output jsonl recording.beast
              rtl_sdr -f 1090000000 -s 2400000 - | pelacak decode --format uc8 --start now -

            Repair turns wrong bits over until the parity is right; a line tells how many (repaired_bits). \
            Samples are repaired as far as their strength allows (soft) unless --fix says otherwise. Frames, \
            whose receiver had its turn, are left as they are unless --fix asks for it; soft does then the \
            same as two. Output as avr or beast has no place for the number of bits: there only frames of \
            aircraft heard clean in the last minute are repaired.

            Times of a recording without a date count from --start, or from 1970-01-01T00:00:00Z. Of what comes \
            live on standard input write --start now: times follow this machine's clock, and samples that did not \
            come in time are counted (lost_samples of --stats).
            """
    )

    enum Output: String, ExpressibleByArgument, CaseIterable {
        case avr, beast, jsonl, sbs
        /// Nothing but counters: for measuring.
        case records
    }

    @Option(
        help: ArgumentHelp(
            "uc8, sc8, sc16, sc16q11, beast, avr, sbs, uat or jsonl; by the file's ending without.",
            valueName: "F"
        )
    )
    var format: String?
    @Option(help: ArgumentHelp("Samples a second, 2000000 to 12000000; 2400000 without.", valueName: "HZ")) var rate:
        String?
    @Option(
        help: ArgumentHelp(
            "Repair: none, one, two or soft. Without: soft for samples, none for frames.",
            valueName: "R"
        )
    )
    var fix: String?
    @Option(help: ArgumentHelp("Work spent on weak signals: low, normal or high.", valueName: "E")) var effort =
        "normal"
    @Flag(
        name: .customLong("mode-ac"),
        help: "Look for replies of Mode A and C in samples too; avr, beast and jsonl have a place for them."
    )
    var findsModeAC = false
    @Option(help: ArgumentHelp("Where the receiver stands.", valueName: "LAT,LON")) var receiver: String?
    @Option(help: ArgumentHelp("When the recording begins; now for what comes live on -.", valueName: "T")) var start:
        String?
    @Option(help: ArgumentHelp("What time stamps count: 12mhz, gps or none.", valueName: "C")) var clock: String?
    @Option(help: "Form of the result; without, avr, and jsonl for uat. records decodes and prints only counters.")
    var output: Output?
    @Option(
        help: ArgumentHelp(
            "Write counters as JSON, of samples also levels, noise and what was refused.",
            valueName: "FILE"
        )
    ) var stats: String?
    @Flag(help: "No progress, no notes.") var quiet = false
    @Argument(help: ArgumentHelp("A file, or - for standard input.", valueName: "INPUT")) var input: String

    private static let live = "now"

    func run() async throws {
        let decoding = try makeDecoding()
        if !quiet, let start, start != Self.live, let note = TimeText.zoneNote(start) {
            StandardError.line("pelacak: --start \(note)")
        }
        let result = await Task { try await decoding.run() }.result
        switch result {
        case .success(let summary):
            if let stats {
                do { try Data((summary + "\n").utf8).write(to: URL(fileURLWithPath: stats)) } catch {
                    throw Failure("cannot write \(stats); check that the folder is there and may be written")
                }
            }
        case .failure(let error as FeedError): throw Failure(error.description)
        case .failure(let error): throw error
        }
    }

    private func makeDecoding() throws -> Decoding {
        let known: InputFormat
        if let format {
            known = try InputFormat(name: format)
        } else if let byEnding = InputFormat(ending: input) {
            known = byEnding
        } else {
            throw UsageError(
                "the format of \(input) is not clear; add --format uc8, sc8, sc16, sc16q11, beast, avr, sbs, uat or jsonl"
            )
        }
        let repair = fix.flatMap(BitRepair.init(rawValue:))
        if let fix, repair == nil { throw UsageError("--fix \(fix): write none, one, two or soft") }
        guard let effort = Effort(rawValue: effort) else {
            throw UsageError("--effort \(self.effort): write low, normal or high")
        }
        guard clock == nil || clock.flatMap(ClockKind.init(rawValue:)) != nil else {
            throw UsageError("--clock \(clock ?? ""): write 12mhz, gps or none")
        }
        if findsModeAC, known.samples == nil {
            throw UsageError("--mode-ac is for samples; \(known.rawValue) brings its replies of Mode A and C with it")
        }
        if start == Self.live, input != "-" {
            throw UsageError("--start now is for what comes live on standard input; a file begins when it was recorded")
        }
        let output = output ?? (known == .uat ? .jsonl : .avr)
        if known == .uat, output != .jsonl {
            throw UsageError("--output \(output.rawValue): UAT frames have no such form; write --output jsonl")
        }
        if output == .sbs, findsModeAC {
            throw UsageError(
                "--mode-ac: lines of SBS have no place for replies of Mode A and C; write avr, beast or jsonl"
            )
        }
        if stats == "-" { throw UsageError("--stats -: name a file; messages go to standard output") }
        if output == .sbs, known == .sbs {
            throw UsageError("--output sbs of an sbs recording would print it as it is")
        }
        return Decoding(
            path: input,
            format: known,
            rate: try SourceSpecification.rate(rate) ?? 2_400_000,
            repair: repair,
            effort: effort,
            findsModeAC: findsModeAC,
            receiver: try receiver.map { try ReceiverPlace($0).position },
            start: try start.flatMap { try $0 == Self.live ? nil : TimeText.parse($0) },
            isLive: start == Self.live,
            clock: clock.flatMap(ClockKind.init(rawValue:)),
            output: output,
            isQuiet: quiet
        )
    }
}
