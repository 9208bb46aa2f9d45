public import Aero
public import ModeS

/// Writes Beast binary, one message a frame.
///
/// Frames with a count of their own keep it; the others get the 12 MHz count since 1970. Frames that must not be handed on are
/// left out.
public struct BeastEncoder: StreamEncoder {
    /// Gives a receiver's number another one before it leaves the house; without it no number is sent.
    ///
    /// The owner of the site's key supplies a keyed hash; receiver numbers as they came are never sent.
    public typealias Blinding = @Sendable (UInt64) -> UInt64

    private let blinding: Blinding?
    private var lastReceiver: UInt64?

    /// - Parameter blinding: how receiver numbers are blinded for `e3`; `nil` to send none.
    public init(blinding: Blinding? = nil) { self.blinding = blinding }

    public mutating func encode(_ batch: OutputBatch, into output: inout [UInt8]) {
        // A client may have come since the last batch: the number is said again.
        lastReceiver = nil
        for frame in batch.frames { encode(frame, into: &output) }
        for reply in batch.modeAC { encode(reply, into: &output) }
    }

    /// Adds one frame, with its receiver's blinded number in front if that has changed.
    public mutating func encode(_ frame: ReceivedFrame, into output: inout [UInt8]) {
        guard let stamp = BeastStamp.stamp(for: frame) else { return }
        name(frame.receiver, into: &output)
        output.append(0x1A)
        output.append(frame.frame.isLong ? 0x33 : 0x32)
        Self.append(stamp, bytes: 6, to: &output)
        Self.append(UInt64(SignalLevel.byte(frame.level)), bytes: 1, to: &output)
        if frame.frame.isLong {
            Self.append(frame.frame.high, bytes: 8, to: &output)
            Self.append(frame.frame.low >> 16, bytes: 6, to: &output)
        } else {
            Self.append(frame.frame.high >> 8, bytes: 7, to: &output)
        }
    }

    /// Adds one Mode A/C reply, with its receiver's blinded number in front if that has changed.
    public mutating func encode(_ received: ReceivedModeAC, into output: inout [UInt8]) {
        guard let stamp = BeastStamp.stamp(ticks: received.ticks, time: received.time) else { return }
        name(received.receiver, into: &output)
        output.append(0x1A)
        output.append(0x31)
        Self.append(stamp, bytes: 6, to: &output)
        Self.append(UInt64(SignalLevel.byte(received.level)), bytes: 1, to: &output)
        Self.append(UInt64(received.reply.rawValue), bytes: 2, to: &output)
    }

    /// Says the receiver's blinded number if it has changed.
    private mutating func name(_ receiver: UInt64?, into output: inout [UInt8]) {
        guard let blinding else { return }
        let number = receiver.map(blinding) ?? 0
        guard number != lastReceiver else { return }
        lastReceiver = number
        output.append(0x1A)
        output.append(0xE3)
        Self.append(number, bytes: 8, to: &output)
    }

    public var heartbeat: [UInt8] { [0x1A, 0x31] + [UInt8](repeating: 0, count: 9) }

    public mutating func simulationMark(at time: Timestamp) -> [UInt8] {
        var output: [UInt8] = []
        encode(OutputBatch(frames: [ReceivedFrame(frame: SimulationMarker.frame, time: time)]), into: &output)
        return output
    }

    /// The lowest bytes of a number, most significant first, `1a` doubled.
    private static func append(_ value: UInt64, bytes: Int, to output: inout [UInt8]) {
        for index in stride(from: bytes - 1, through: 0, by: -1) {
            let byte = UInt8(truncatingIfNeeded: value >> UInt64(8 * index))
            output.append(byte)
            if byte == 0x1A { output.append(byte) }
        }
    }
}
