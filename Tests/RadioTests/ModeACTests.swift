import Aero
import ModeS
import Testing

@testable import Radio

struct ModeACTests {
    #if DEBUG
        static let seconds = 0.3
    #else
        static let seconds = 5.0
    #endif

    /// What is found in fruit of some level, and what was sent.
    private func scene(
        fruit: Double,
        levels: ClosedRange<Float>,
        noise: Float = -36,
        frames: [ReceivedFrame] = [],
        seconds: Double = Self.seconds,
        format: SampleFormat = .uc8,
        rate: Int = 2_400_000,
        effort: Effort = .normal,
        seed: UInt64 = 77
    ) throws -> (found: [ReceivedModeAC], sent: [ReceivedModeAC], frames: Int, statistics: DemodulatorStatistics) {
        var modulator = try Modulator(
            format: format,
            sampleRate: rate,
            start: TestSignal.start,
            seed: seed,
            noiseLevel: noise,
            fruit: Fruit(perSecond: fruit, levels: levels)
        )
        var demodulator = try Demodulator(
            format: format,
            sampleRate: rate,
            effort: effort,
            findsModeAC: true,
            start: TestSignal.start
        )
        var (found, sent, heard): ([ReceivedModeAC], [ReceivedModeAC], [ReceivedFrame]) = ([], [], [])
        var next = frames[...]
        let steps = max(1, Int(seconds * 10))
        for step in 1...steps {
            let end = TestSignal.start.advanced(bySeconds: seconds * Double(step) / Double(steps))
            let now = next.prefix { $0.time < end }
            next = next.dropFirst(now.count)
            var bytes: [UInt8] = []
            modulator.render(Array(now), until: end, into: &bytes)
            sent += modulator.replies
            demodulator.scan(bytes.span, into: &heard)
            found += demodulator.takeModeAC()
        }
        demodulator.finish(into: &heard)
        found += demodulator.takeModeAC()
        #expect(demodulator.takeModeAC().isEmpty)
        #expect(demodulator.statistics.modeACReplies == found.count)
        return (found, sent, heard.count, demodulator.statistics)
    }

    /// The replies that were sent at the time of one that was found.
    private func near(_ found: ReceivedModeAC, _ sent: [ReceivedModeAC]) -> ReceivedModeAC? {
        sent.first { abs($0.time.seconds(since: found.time)) < 0.7e-6 }
    }

    @Test("replies are found with their code, time and level", arguments: Effort.allCases, [SampleFormat.uc8, .sc16])
    func found(effort: Effort, format: SampleFormat) throws {
        let scene = try scene(fruit: 100, levels: -16 ... -8, seconds: 1, format: format, effort: effort)
        #expect(scene.sent.count > 70)
        var right = 0
        for found in scene.found {
            let original = try #require(near(found, scene.sent))
            guard original.reply == found.reply else { continue }
            right += 1
            // Pulses of 0.45 µs come through the band a decibel lower.
            let level = try #require(found.level) - (original.level ?? 0)
            #expect((-3...1).contains(level), "\(level)")
            let ticks = try #require(found.ticks)
            #expect(abs(Double(ticks) / 12e6 - original.time.seconds(since: TestSignal.start)) < 0.3e-6)
        }
        #expect(right * 100 >= scene.sent.count * 95, "\(right) of \(scene.sent.count)")
        #expect(scene.found.count - right <= 1)
        #expect(zip(scene.found, scene.found.dropFirst()).allSatisfy { $0.time <= $1.time })
    }

    @Test("of weaker replies fewer are found, and hardly one wrong")
    func weak() throws {
        for (ratio, least) in [(16, 80), (14, 45)] as [(Float, Int)] {
            let scene = try scene(fruit: 300, levels: -36 + ratio ... -36 + ratio)
            let right = scene.found.filter { near($0, scene.sent)?.reply == $0.reply }.count
            #expect(right * 100 >= scene.sent.count * least, "\(ratio) dB: \(right) of \(scene.sent.count)")
            #expect((scene.found.count - right) * 50 <= scene.sent.count, "\(scene.found.count - right) wrong")
        }
    }

    @Test("noise makes no replies", arguments: Effort.allCases)
    func noise(effort: Effort) throws {
        let scene = try scene(fruit: 0, levels: -10 ... -10, noise: -30, effort: effort)
        #expect(scene.found.isEmpty)
    }

    @Test("the pulses of Mode S make no replies", arguments: Effort.allCases)
    func modeS(effort: Effort) throws {
        // Half of the frames name nobody who is known, so that they are not given out.
        var frames = TestSignal.traffic(perFormat: 100)
        for index in frames.indices where index % 2 == 0 { frames[index].level = -20 }
        let seconds = 0.32
        let scene = try scene(
            fruit: 0,
            levels: -10 ... -10,
            noise: -40,
            frames: frames,
            seconds: seconds,
            effort: effort
        )
        #expect(scene.frames > 900)
        #expect(scene.found.isEmpty)
        let strangers = frames.filter { [0, 4, 5, 16, 20, 21].contains($0.frame.high >> 59) }
        let unknown = try self.scene(
            fruit: 0,
            levels: -10 ... -10,
            noise: -40,
            frames: strangers,
            seconds: seconds,
            effort: effort
        )
        #expect(unknown.frames == 0)
        #expect(unknown.found.count <= 1, "\(unknown.found.count)")
    }

    @Test("frames are the same whether replies are looked for or not, and replies whatever the cuts")
    func cuts() throws {
        var modulator = try Modulator(
            format: .uc8,
            sampleRate: 2_400_000,
            start: TestSignal.start,
            seed: 5,
            fruit: Fruit(perSecond: 3000, levels: -20 ... -8)
        )
        var bytes: [UInt8] = []
        modulator.render(TestSignal.traffic(), until: TestSignal.start.advanced(bySeconds: 0.08), into: &bytes)
        func run(_ finds: Bool, piece: Int) throws -> (frames: [ReceivedFrame], replies: [ReceivedModeAC]) {
            var demodulator = try Demodulator(
                format: .uc8,
                sampleRate: 2_400_000,
                findsModeAC: finds,
                start: TestSignal.start
            )
            var frames: [ReceivedFrame] = []
            var replies: [ReceivedModeAC] = []
            var place = 0
            while place < bytes.count {
                let end = min(bytes.count, place + piece)
                demodulator.scan(Array(bytes[place..<end]).span, into: &frames)
                replies += demodulator.takeModeAC()
                place = end
            }
            demodulator.finish(into: &frames)
            return (frames, replies + demodulator.takeModeAC())
        }
        let whole = try run(true, piece: bytes.count)
        #expect(whole.replies.count > 50 && whole.frames.count > 50)
        #expect(try run(false, piece: bytes.count).frames == whole.frames)
        #expect(try run(false, piece: bytes.count).replies.isEmpty)
        for piece in [777, 16_384] {
            let pieces = try run(true, piece: piece)
            #expect(pieces.replies == whole.replies && pieces.frames == whole.frames)
        }
    }

    @Test("random and extreme bytes never trap", arguments: SampleFormat.allCases, [2_000_000, 2_400_000, 3_200_000])
    func anything(format: SampleFormat, rate: Int) throws {
        var random = Numbers(state: 12)
        let patterns: [[UInt8]] = [[0], [255], [0, 255], [0x80, 0x7F], [0, 0, 255, 255], []]
        for pattern in patterns {
            var demodulator = try Demodulator(
                format: format,
                sampleRate: rate,
                findsModeAC: true,
                start: TestSignal.start
            )
            var frames: [ReceivedFrame] = []
            for length in [0, 1, 33, 20_001, 60_003] {
                let bytes = (0..<length).map {
                    pattern.isEmpty ? UInt8(truncatingIfNeeded: random.next()) : pattern[$0 % pattern.count]
                }
                demodulator.scan(bytes.span, into: &frames)
                if length == 33 { demodulator.finish(into: &frames) }
            }
            demodulator.finish(into: &frames)
            let replies = demodulator.takeModeAC()
            #expect(replies.allSatisfy { $0.reply.rawValue & 0x8808 == 0 && ($0.level ?? 1) < 0 })
        }
    }

    @Test("any envelope may be looked through")
    func anyEnvelope() {
        var random = Numbers(state: 8)
        var detector = ModeACDetector()
        for most in [0, 1, 30, 724] as [Int16] {
            let envelope = (0..<FrontEnd.row).map { _ in Int16.random(in: 0...most, using: &random) }
            var peaks = [Int16](repeating: 0, count: FrontEnd.tile / Envelope.block + 1)
            Envelope.peaks(envelope, from: FrontEnd.origin, into: &peaks, blocks: peaks.count)
            var found: [ModeACDetector.Found] = []
            for noise in [0, 1, 200, 724] as [Float] {
                detector.scan(envelope, peaks: peaks, noise: noise, into: &found)
            }
            #expect(found.allSatisfy { $0.amplitude > 0 && $0.reply.rawValue & 0x8808 == 0 })
        }
    }
}
