import Aero
import ModeS
import Radio
import Simulation

extension SimulateCommand {
    /// How long a band is when nothing is said.
    static let usualBandSeconds = 10.0

    /// Writes a band for judging demodulators: samples and, line by line, what was sent.
    func writeBand(_ scene: BandScene, rate: Int, seconds: Double) throws {
        guard let format = output.samples else {
            throw UsageError("\(scene.kind.rawValue) is a band of samples: add --output uc8, sc8, sc16 or sc16q11")
        }
        let start = Timestamp(seconds: 0)
        var traffic = BandTraffic(scene, seed: seed, start: start, sampleRate: rate)
        var modulator = try Modulator(
            format: format,
            sampleRate: rate,
            start: start,
            seed: seed,
            noiseLevel: scene.noiseLevel,
            fruit: scene.fruit > 0 ? Fruit(perSecond: scene.fruit, levels: scene.noiseLevel ... -3) : nil,
            faults: scene.faults
        )
        let target = try OutputFile(out)
        let truthFile = try truth.map { try OutputFile($0) }
        try truthFile?.write(
            Array("# SIMULATED scene=\(scene.kind.rawValue) rate=\(rate) seconds=\(seconds) seed=\(seed)\n".utf8)
        )
        var elapsed = 0.0
        while elapsed < seconds {
            elapsed = min(seconds, elapsed + 0.1)
            let now = start.advanced(bySeconds: elapsed)
            var bytes: [UInt8] = []
            // A frame that begins before then is stamped 64 µs later.
            modulator.render(traffic.advance(to: now), until: now, into: &bytes)
            try target.write(bytes)
            let replies = modulator.replies.map { scene.truth(of: $0, from: start, sampleRate: rate) }
            let lines = (replies + traffic.takeTruth(isLast: elapsed >= seconds)).map { $0 + "\n" }.joined()
            if !lines.isEmpty { try truthFile?.write(Array(lines.utf8)) }
        }
        StandardError.line("pelacak: \(seconds) s of \(scene.kind.rawValue), SIMULATED; \(traffic.count) frames")
    }
}
