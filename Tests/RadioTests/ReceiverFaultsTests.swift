import Aero
import ModeS
import Radio
import Testing

/// What a receiver adds of its own is taken out at any rate, in any format, and however faint the samples are.
struct ReceiverFaultsTests {
    #if DEBUG
        static let rates = [2_400_000, 3_000_000]
    #else
        static let rates = [2_000_000, 2_400_000, 6_000_000, 12_000_000]
    #endif

    /// A format, and by how much the signal is weakened before it is written.
    struct Scaling: Sendable, CustomTestStringConvertible {
        let format: SampleFormat
        let divisor: Double
        var testDescription: String { "\(format) / \(divisor)" }
    }

    static let scalings = [
        Scaling(format: .uc8, divisor: 1), Scaling(format: .sc16, divisor: 32), Scaling(format: .sc8, divisor: 1),
        Scaling(format: .sc16, divisor: 8), Scaling(format: .sc16q11, divisor: 8),
    ]

    /// Shares of full scale; 0.15 is nineteen steps of eight bits.
    static let faults: [ReceiverFaults] = [
        (0.001, -0.002, 0, 0), (0.005, 0.005, 0, 0), (0.03, 0.05, 0, 0), (0.15, -0.15, 0, 0), (-0.1, 0.1, -0.2, 0.1),
    ].map {
        var faults = ReceiverFaults()
        (faults.constantInPhase, faults.constantQuadrature) = ($0.0, $0.1)
        (faults.gainImbalance, faults.crosstalk) = ($0.2, $0.3)
        return faults
    }

    /// Frames of 14 dB over the noise, at 2.0 MS/s 20, behind 30 ms of silence in which the receiver is learnt, as pairs of parts.
    private static func clean(rate: Int) throws -> [Double] {
        let sent = TestSignal.traffic(perFormat: 20, level: rate < 2_400_000 ? -16 : -22).map {
            ReceivedFrame(frame: $0.frame, time: $0.time.advanced(bySeconds: 0.03), level: $0.level)
        }
        let bytes = try TestSignal.modulate(sent, seconds: 0.095, format: .sc16, rate: rate, noise: -36)
        return stride(from: 0, to: bytes.count, by: 2).map {
            Double(Int16(bitPattern: UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8)) / 32_768
        }
    }

    private static func write(_ parts: [Double], _ scaling: Scaling, _ faults: ReceiverFaults) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(2 * parts.count)
        for place in stride(from: 0, to: parts.count, by: 2) {
            let (i, q) = (parts[place] / scaling.divisor, parts[place + 1] / scaling.divisor)
            append(i + faults.constantInPhase, scaling.format, to: &bytes)
            let quadrature = (1 + faults.gainImbalance) * q + faults.crosstalk * i
            append(quadrature + faults.constantQuadrature, scaling.format, to: &bytes)
        }
        return bytes
    }

    private static func append(_ value: Double, _ format: SampleFormat, to bytes: inout [UInt8]) {
        switch format {
        case .uc8: bytes.append(UInt8(max(0, min(255, (value * 127.5 + 127.5).rounded()))))
        case .sc8: bytes.append(UInt8(bitPattern: Int8(max(-128, min(127, (value * 128).rounded())))))
        case .sc16, .sc16q11:
            let scale = format == .sc16 ? 32_768.0 : 2048
            let word = UInt16(bitPattern: Int16(max(-scale, min(scale - 1, (value * scale).rounded()))))
            bytes += [UInt8(word & 0xFF), UInt8(word >> 8)]
        }
    }

    @Test("a constant and an imbalance cost hardly a frame, and no noise is told of them", arguments: rates)
    func areTakenOut(rate: Int) throws {
        let parts = try Self.clean(rate: rate)
        for scaling in Self.scalings.prefix(rate > 6_000_000 ? 2 : 5) {
            let plain = try TestSignal.demodulate(
                Self.write(parts, scaling, ReceiverFaults()),
                format: scaling.format,
                rate: rate
            )
            let noise = try #require(plain.statistics.noiseLevel)
            #expect(plain.frames.count > 100)
            for faults in Self.faults {
                let bytes = Self.write(parts, scaling, faults)
                let heard = try TestSignal.demodulate(bytes, format: scaling.format, rate: rate)
                let what: Comment = "\(scaling.testDescription), \(faults)"
                #expect(heard.frames.count * 100 >= plain.frames.count * 95, what)
                #expect(abs(try #require(heard.statistics.noiseLevel) - noise) < 1, what)
            }
        }
    }
}
