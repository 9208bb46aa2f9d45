public import Aero

/// A UAT downlink frame together with what its receiver knows of it.
public struct ReceivedUAT: Hashable, Sendable {
    public var frame: UATFrame
    /// When it was received, UTC, as well as the source can tell.
    public var time: Timestamp
    /// Power relative to full scale, in dB, below 0. `nil` when the receiver does not tell.
    public var level: Float?
    /// How many bytes the demodulator's error correction changed: at most 6 in the short form and 7 in the long one.
    public var correctedBytes: UInt8

    /// A frame with its reception; level in dBFS.
    public init(frame: UATFrame, time: Timestamp, level: Float? = nil, correctedBytes: UInt8 = 0) {
        self.frame = frame
        self.time = time
        self.level = level
        self.correctedBytes = correctedBytes
    }
}
