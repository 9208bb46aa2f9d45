public import Aero
public import ModeS

/// The frames of a `BandScene`, and the truth about them. Same scene, same seed, same frames, however the calls are cut.
public struct BandTraffic: Sendable {
    /// Frames given out so far.
    public private(set) var count = 0

    private let scene: BandScene
    private let start: Timestamp
    private let sampleRate: Double
    private var generator: SeededGenerator
    private let addresses: [UInt32]
    private let ratios: [Double]
    /// Seconds from the start to the preamble of the next frame and of the next marker.
    private var nextFrame: Double
    private var nextMarker = 1e-3
    /// Truth that may still be found overlapped, and when the frame that lasts longest of it ends.
    private var open: [Row] = []
    private var openEnd = -Double.infinity
    private var longest = 0
    private var closed: [Row] = []

    /// What was sent.
    private struct Row {
        let seconds: Double
        let ratio: Double
        let frame: Frame
        var isOverlapped = false
    }

    /// Between two frames of `sweep` there is at least one longest frame, and on average so much silence.
    private static let longestFrame = 130e-6
    private static let silence = 900e-6
    private static let markerPause = 0.5
    private static let markerRatio = 30.0
    /// By how much frames of one aircraft differ, dB.
    private static let fading = 1.5

    /// The beginning of a scene.
    ///
    /// - Parameters:
    ///   - start: time of the first sample.
    ///   - sampleRate: samples a second, for the truth.
    public init(_ scene: BandScene, seed: UInt64, start: Timestamp, sampleRate: Int) {
        self.scene = scene
        self.start = start
        self.sampleRate = Double(sampleRate)
        generator = SeededGenerator(seed: seed, stream: 0xBA)
        var (addresses, ratios) = ([UInt32](), [Double]())
        for number in 0..<scene.aircraft {
            // Spread over the block, and no two the same.
            addresses.append(SceneCast.block | UInt32(number) * 199 | 1)
            ratios.append(generator.number(scene.lowestRatio, scene.highestRatio))
        }
        (self.addresses, self.ratios) = (addresses, ratios)
        nextFrame = 2e-3
    }

    /// The frames whose preambles start before a time, with their levels.
    public mutating func advance(to end: Timestamp) -> [ReceivedFrame] {
        let seconds = end.seconds(since: start)
        var frames: [ReceivedFrame] = []
        while nextTime < seconds {
            let time = nextTime
            // In a sweep the marker stands where a frame would have stood: nothing overlaps there.
            if scene.kind == .sweep ? nextMarker <= time : nextMarker == time {
                nextMarker += Self.markerPause
                frames.append(send(SimulationMarker.frame, at: time, ratio: Self.markerRatio))
                if scene.kind == .sweep { wait() }
            } else {
                let who = generator.index(below: addresses.count)
                let ratio = scene.kind == .sweep ? scene.ratio : generator.normal(ratios[who], Self.fading)
                frames.append(send(draw(addresses[who]), at: time, ratio: ratio))
                wait()
            }
        }
        return frames
    }

    private var nextTime: Double {
        switch scene.kind {
        case .sweep: nextFrame
        case .mixed: min(nextFrame, nextMarker)
        case .noise: nextMarker
        }
    }

    /// Draws when the next frame comes.
    private mutating func wait() {
        let pause = -Trigonometry.naturalLogarithm(1 - generator.unit())
        nextFrame += scene.kind == .sweep ? Self.longestFrame + Self.silence * pause : pause / scene.rate
    }

    /// What is known of frames that nothing later can overlap: sample, seconds, ratio in dB, whether another overlaps it, format, address,
    /// frame. Empties the list.
    ///
    /// - Parameter isLast: whether nothing more is sent.
    public mutating func takeTruth(isLast: Bool) -> [String] {
        if isLast { close() }
        defer { closed = [] }
        return closed.map { row in
            let format = Int(min(24, row.frame.high >> 59))
            let address = [11, 17, 18].contains(format) ? row.frame.bits(9, 32) : row.frame.remainder
            let words = [
                Decimals.text(row.seconds * sampleRate, places: 2), Decimals.text(row.seconds, places: 6),
                Decimals.text(row.ratio, places: 1), row.isOverlapped ? "1" : "0", "\(format)",
                Self.hexadecimal(address), row.frame.hex,
            ]
            return words.joined(separator: " ")
        }
    }

    private mutating func send(_ frame: Frame, at seconds: Double, ratio: Double) -> ReceivedFrame {
        count += 1
        var row = Row(seconds: seconds, ratio: ratio, frame: frame)
        if seconds < openEnd {
            row.isOverlapped = true
            open[longest].isOverlapped = true
        } else {
            close()
        }
        open.append(row)
        let end = seconds + Double(8 + frame.bitCount) * 1e-6
        if end > openEnd { (openEnd, longest) = (end, open.count - 1) }
        // A frame is stamped at the end of its bit 56.
        return ReceivedFrame(
            frame: frame,
            time: start.advanced(bySeconds: seconds + 64e-6),
            level: scene.noiseLevel + Float(ratio)
        )
    }

    private mutating func close() {
        closed += open
        open = []
        openEnd = -Double.infinity
    }

    /// A frame: of `sweep` an extended squitter, of `mixed` half of them, a fifth all-call replies, else replies to radars.
    private mutating func draw(_ address: UInt32) -> Frame {
        let kind = scene.kind == .sweep ? 0 : generator.unit()
        let content = generator.next()
        if kind < 0.5 {
            // Positions, velocities, now and then a name.
            let type = [11, 11, 11, 11, 19, 19, 19, 19, 4][generator.index(below: 9)]
            let field = UInt64(type) << 51 | (type == 19 ? 1 << 48 : 0) | content & 0xFFFF_FFFF_FFFF
            let high = UInt64(17 << 3 | 5) << 56 | UInt64(address) << 32 | field >> 24
            return FrameEncoding.sealed(Frame(high: high, low: field << 40), with: 0)
        }
        if kind < 0.7 {
            let high = UInt64(11 << 3 | 5) << 56 | UInt64(address) << 32
            return FrameEncoding.sealed(Frame(high: high, low: 0), with: 0)
        }
        let format: UInt64 = [0, 4, 5, 20, 21][generator.index(below: 5)]
        let high = format << 59 | content & 0x07FF_FFFF_FFFF_FFFF
        return FrameEncoding.sealed(Frame(high: high, low: generator.next()), with: address)
    }

    private static func hexadecimal(_ address: UInt32) -> String {
        let text = String(address, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 6 - text.utf8.count)) + text
    }
}
