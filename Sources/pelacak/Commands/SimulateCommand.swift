import Aero
import ArgumentParser
import Feeds
import Foundation
import ModeS
import Radio
import Simulation

/// Writes the synthetic sky, labelled as such.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Write a simulated sky as frames or samples, labelled SIMULATED.",
        discussion: """
            Examples:
              pelacak simulate state-visit --hours 1 --output beast --truth truth.jsonl --out visit.beast
              pelacak simulate "traffic?aircraft=100" --hours 0.01 --output uc8 --out traffic.uc8
              pelacak simulate "mixed?rate=1500&fruit=2000" --seconds 20 --output uc8 --truth scene.truth --out scene.uc8
              pelacak simulate visits --seed 7 --truth truth.jsonl --out scenario.jsonl

            Scenes: state-visit, traffic. All addresses lie in blocks that no state owns, and a marker stands in the
            file at least once a second; every reader of ours labels what follows. "visits" is a scenario for judging candidates of an
            announced visit, as JSON lines (docs/visits-evaluation.md); its truth goes where --truth says, and nowhere without.

            sweep, mixed and noise are bands for judging demodulators (docs/radio.md): sweep?snr=DB, mixed?rate=N&aircraft=N&low=DB&high=DB, and of
            all of them fruit=N, dc-i=, dc-q=, imbalance=, crosstalk= (shares) and ppm=. Their truth has a line for each
            frame and each reply of Mode A or C.
            """
    )

    enum Output: String, ExpressibleByArgument, CaseIterable {
        case beast, avr, uc8, sc8, sc16, sc16q11

        /// How samples are written; `nil` for frames.
        var samples: SampleFormat? { SampleFormat(rawValue: rawValue) }
    }

    @Option(help: ArgumentHelp("The same seed gives the same sky.", valueName: "N")) var seed: UInt64 = 1
    @Option(help: ArgumentHelp("How long; the whole scene without, or one hour.", valueName: "H")) var hours: Double?
    @Option(help: ArgumentHelp("The same in seconds.", valueName: "S")) var seconds: Double?
    @Option(help: ArgumentHelp("Samples a second, 2000000 to 12000000; 2400000 without.", valueName: "HZ")) var rate:
        String?
    @Option(help: "Form of the result.") var output = Output.beast
    @Option(help: ArgumentHelp("Write what really happened, as JSON lines.", valueName: "FILE")) var truth: String?
    @Option(help: ArgumentHelp("Write there instead of standard output.", valueName: "FILE")) var out: String?
    @Argument(help: "state-visit, traffic, traffic?aircraft=N, sweep, mixed, noise, or visits.") var scene: String

    /// Writes a scenario of an announced visit, as lines of JSON.
    private func scenario() throws {
        let (target, truthFile) = (try OutputFile(out), try truth.map { try OutputFile($0) })
        var (lines, failure) = (0, Failure?.none)
        func write(_ line: String, to file: OutputFile?) {
            guard failure == nil, let file else { return }
            do { try file.write(Array((line + "\n").utf8)) } catch { failure = Failure("\(error)") }
        }
        VisitScenario(seed: seed).writeLines { line in
            lines += 1
            write(line, to: line.hasPrefix("{\"kind\": \"truth\"") ? truthFile : target)
        }
        if let failure { throw failure }
        StandardError.line("pelacak: scenario \(seed), SIMULATED; \(lines) lines")
    }

    func run() async throws {
        if self.scene == "visits" { return try scenario() }
        let sampleRate = try SourceSpecification.rate(rate) ?? 2_400_000
        guard hours == nil || seconds == nil else { throw UsageError("write --hours or --seconds, not both") }
        let wanted = seconds ?? hours.map { $0 * 3600 }
        if let wanted, !(wanted > 0 && wanted <= 3_600_000) {
            throw UsageError("how long: write more than 0, at most 1000 hours")
        }
        do {
            if let band = try BandScene(name: self.scene) {
                return try writeBand(band, rate: sampleRate, seconds: wanted ?? Self.usualBandSeconds)
            }
        } catch let error as BandSceneError { throw UsageError(error.description) }
        let scene: Scene
        do { scene = try Scene(name: self.scene) } catch { throw UsageError(error.description) }
        var sky = SyntheticSky(scene: scene, seed: seed)
        sky.recordsTruth = truth != nil
        let sceneSeconds = sky.end.map { $0.seconds(since: sky.start) }
        let length = min(wanted ?? sceneSeconds ?? 3600, sceneSeconds ?? .infinity)
        let target = try OutputFile(out)
        let truthFile = try truth.map { try OutputFile($0) }
        var writer = try SimulatedWriter(output: output, start: sky.start, seed: seed, rate: sampleRate)
        let step = output.samples == nil ? 10.0 : 0.1
        var elapsed = 0.0
        while elapsed < length {
            elapsed = min(length, elapsed + step)
            let now = sky.start.advanced(bySeconds: elapsed)
            var frames: [ReceivedFrame] = []
            sky.advance(to: now, into: &frames)
            try target.write(writer.bytes(of: frames, until: now))
            let lines = sky.takeTruth().map { $0.jsonLine + "\n" }.joined()
            if !lines.isEmpty { try truthFile?.write(Array(lines.utf8)) }
        }
        StandardError.line("pelacak: \(Int(length)) s of \(scene), SIMULATED; \(writer.frames) frames")
    }
}

/// Turns simulated frames into bytes of one output form.
struct SimulatedWriter {
    private(set) var frames = 0
    private let output: SimulateCommand.Output
    private var beast = BeastEncoder()
    private var modulator: Modulator?

    init(output: SimulateCommand.Output, start: Timestamp, seed: UInt64, rate: Int = 2_400_000) throws {
        self.output = output
        guard let format = output.samples else { return }
        // The preamble of the marker that stands first lies before its time: the samples begin a little earlier.
        let begin = start.advanced(bySeconds: -0.001)
        modulator = try Modulator(format: format, sampleRate: rate, start: begin, seed: seed)
    }

    /// The bytes of frames, all before `end`.
    mutating func bytes(of batch: [ReceivedFrame], until end: Timestamp) -> [UInt8] {
        frames += batch.count
        var bytes: [UInt8] = []
        switch output {
        case .beast: for frame in batch { beast.encode(frame, into: &bytes) }
        case .avr: for frame in batch { bytes.append(contentsOf: "*\(frame.frame.hex);\n".utf8) }
        case .uc8, .sc8, .sc16, .sc16q11: modulator?.render(batch, until: end, into: &bytes)
        }
        return bytes
    }
}

/// A file that is written from its beginning, or standard output.
struct OutputFile {
    private let handle: FileHandle
    private let name: String

    /// Opens; `nil` or `-` is standard output.
    ///
    /// - Throws: `Failure` when the file cannot be made.
    init(_ path: String?) throws(Failure) {
        guard let path, path != "-" else {
            handle = .standardOutput
            name = "standard output"
            return
        }
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let opened = FileHandle(forWritingAtPath: path)
        else {
            throw Failure("cannot write \(path); check that the folder is there and may be written")
        }
        handle = opened
        name = path
    }

    func write(_ bytes: [UInt8]) throws(Failure) {
        do { try handle.write(contentsOf: bytes) } catch { throw Failure("cannot write to \(name); is the disk full?") }
    }
}
