import Aero
import ModeS
import Radio
import Simulation
import Testing

struct BandTrafficTests {
    private static let start = Timestamp(seconds: 1_700_000_000)

    private func traffic(
        _ name: String,
        seconds: Double,
        steps: Int = 10
    ) throws -> (frames: [ReceivedFrame], truth: [[Substring]]) {
        let scene = try #require(try BandScene(name: name))
        var traffic = BandTraffic(scene, seed: 4, start: Self.start, sampleRate: 2_400_000)
        var frames: [ReceivedFrame] = []
        var truth: [String] = []
        for step in 1...steps {
            frames += traffic.advance(to: Self.start.advanced(bySeconds: seconds * Double(step) / Double(steps)))
            truth += traffic.takeTruth(isLast: step == steps)
        }
        #expect(traffic.count == frames.count)
        return (frames, truth.map { $0.split(separator: " ") })
    }

    @Test("the calls may be cut anywhere", arguments: ["sweep", "mixed?rate=2000", "noise"])
    func cuts(name: String) throws {
        let whole = try traffic(name, seconds: 1, steps: 1)
        let pieces = try traffic(name, seconds: 1, steps: 97)
        #expect(whole.frames == pieces.frames && whole.truth == pieces.truth)
    }

    @Test("the truth tells each frame with its place, and which overlap")
    func truth() throws {
        let (frames, truth) = try traffic("mixed?rate=3000", seconds: 2)
        #expect((5600...6400).contains(frames.count))
        try #require(truth.count == frames.count)
        var begins: [Double] = []
        var ends: [Double] = []
        for (frame, row) in zip(frames, truth) {
            #expect(row[6] == frame.frame.hex)
            let begin = frame.time.seconds(since: Self.start) - 64e-6
            #expect(abs((Double(row[0]) ?? 0) / 2.4e6 - begin) < 1e-8)
            begins.append(begin)
            ends.append(begin + Double(8 + frame.frame.bitCount) * 1e-6)
            #expect(frame.frame.isLong == (frame.frame.high >> 63 == 1))
        }
        for index in begins.indices {
            let others = begins.indices.dropFirst(max(0, index - 20)).prefix(41).filter { $0 != index }
            let overlaps = others.contains { begins[$0] < ends[index] && begins[index] < ends[$0] }
            #expect((truth[index][3] == "1") == overlaps, "frame \(index)")
        }
    }

    @Test("a sweep never overlaps, and has one ratio but for the marker")
    func sweep() throws {
        let (frames, truth) = try traffic("sweep?snr=12", seconds: 3)
        #expect(truth.allSatisfy { $0[3] == "0" })
        #expect(truth.filter { $0[2] != "12.0" }.count == 6)
        #expect(frames.allSatisfy { $0.frame.remainder == 0 })
    }

    @Test("every scene says that it is simulated, twice a second", arguments: ["sweep", "mixed", "noise"])
    func marked(name: String) throws {
        let (frames, _) = try traffic(name, seconds: 5)
        let markers = frames.filter { SimulationMarker.matches($0.frame) }
        #expect(markers.count == 10)
        #expect(try #require(markers.first).time.seconds(since: Self.start) < 5e-3)
        #expect(name != "noise" || frames.count == 10)
    }

    @Test("what a demodulator finds in a band is what the truth tells")
    func roundTrip() throws {
        let scene = try #require(try BandScene(name: "mixed?rate=300&low=20&fruit=300&dc-i=0.02&ppm=5"))
        var traffic = BandTraffic(scene, seed: 9, start: Self.start, sampleRate: 2_400_000)
        let end = Self.start.advanced(bySeconds: 1)
        var modulator = try Modulator(
            format: .uc8,
            sampleRate: 2_400_000,
            start: Self.start,
            seed: 9,
            noiseLevel: scene.noiseLevel,
            fruit: Fruit(perSecond: scene.fruit),
            faults: scene.faults
        )
        var bytes: [UInt8] = []
        let sent = traffic.advance(to: end)
        modulator.render(sent, until: end, into: &bytes)
        var demodulator = try Demodulator(format: .uc8, sampleRate: 2_400_000, start: Self.start)
        var heard: [ReceivedFrame] = []
        demodulator.scan(bytes.span, into: &heard)
        demodulator.finish(into: &heard)
        let frames = Set(sent.map(\.frame))
        let right = heard.filter { frames.contains($0.frame) }
        #expect(right.count * 100 >= sent.count * 80, "\(right.count) of \(sent.count)")
        #expect(heard.count - right.count <= 2)
    }

    @Test(
        "settings that cannot be are refused",
        arguments: [
            "mixed?rate=0", "mixed?rate=x", "sweep?snr=41", "noise?dc-i=nan", "mixed?colour=red", "mixed?rate",
            "mixed?low=20&high=10",
        ]
    )
    func refuses(name: String) { #expect(throws: BandSceneError.self) { try BandScene(name: name) } }

    @Test("other names are not ours", arguments: ["traffic", "state-visit", "", "mixe", "Mixed"])
    func otherNames(name: String) throws { #expect(try BandScene(name: name) == nil) }
}
