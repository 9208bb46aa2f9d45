public import Aero
public import ModeS

/// Writes AVR text, one frame a line.
public struct AVREncoder: StreamEncoder {
    /// Which of the forms is written.
    public enum Form: Hashable, Sendable {
        /// `*hex;`
        case plain
        /// `@`, time stamp, `hex;`
        case timed
        /// `<`, time stamp, signal, `hex;`
        case timedWithSignal
    }

    private let form: Form

    /// - Parameter form: `plain` is what most readers expect.
    public init(form: Form = .plain) { self.form = form }

    public mutating func encode(_ batch: OutputBatch, into output: inout [UInt8]) {
        for frame in batch.frames {
            guard let stamp = BeastStamp.stamp(for: frame) else { continue }
            begin(stamp, frame.level, &output)
            Self.appendDigits(of: frame.frame, to: &output)
            output.append(UInt8(ascii: ";"))
            output.append(UInt8(ascii: "\n"))
        }
        for received in batch.modeAC {
            guard let stamp = BeastStamp.stamp(ticks: received.ticks, time: received.time) else { continue }
            begin(stamp, received.level, &output)
            Self.append(UInt64(received.reply.rawValue), digits: 4, to: &output)
            output.append(UInt8(ascii: ";"))
            output.append(UInt8(ascii: "\n"))
        }
    }

    /// Adds one line of the plain form, whatever the frame's origin.
    public static func append(_ frame: Frame, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "*"))
        appendDigits(of: frame, to: &output)
        output.append(UInt8(ascii: ";"))
        output.append(UInt8(ascii: "\n"))
    }

    private static func appendDigits(of frame: Frame, to output: inout [UInt8]) {
        if frame.isLong {
            append(frame.high, digits: 16, to: &output)
            append(frame.low >> 16, digits: 12, to: &output)
        } else {
            append(frame.high >> 8, digits: 14, to: &output)
        }
    }

    /// What stands before the digits.
    private func begin(_ stamp: UInt64, _ level: Float?, _ output: inout [UInt8]) {
        switch form {
        case .plain: output.append(UInt8(ascii: "*"))
        case .timed:
            output.append(UInt8(ascii: "@"))
            Self.append(stamp, digits: 12, to: &output)
        case .timedWithSignal:
            output.append(UInt8(ascii: "<"))
            Self.append(stamp, digits: 12, to: &output)
            Self.append(UInt64(SignalLevel.byte(level)), digits: 2, to: &output)
        }
    }

    public var heartbeat: [UInt8] { Array("*0000;\n".utf8) }

    public mutating func simulationMark(at time: Timestamp) -> [UInt8] {
        var output: [UInt8] = []
        encode(OutputBatch(frames: [ReceivedFrame(frame: SimulationMarker.frame, time: time)]), into: &output)
        return output
    }

    private static func append(_ value: UInt64, digits: Int, to output: inout [UInt8]) {
        for index in stride(from: digits - 1, through: 0, by: -1) {
            output.append(Hexadecimal.upperDigit(UInt8(truncatingIfNeeded: value >> UInt64(4 * index))))
        }
    }
}
