/// A part of a long message, DF24 (Comm-D). What it says is the radar's business: the bytes are kept.
///
/// - Source: ICAO Annex 10 Vol IV, 3.1.2.7.3.
public struct ExtendedLengthSegment: Hashable, Sendable {
    /// KE: the segment acknowledges what was sent up; else it is part of a message sent down.
    public let isAcknowledgement: Bool
    /// ND: the segment's number, 0…15.
    public let number: UInt8
    /// MD, bits 9…24 of the frame.
    public let high: UInt16
    /// MD, bits 25…88 of the frame.
    public let low: UInt64

    init(_ frame: Frame) {
        isAcknowledgement = frame.bits(4, 4) == 1
        number = UInt8(frame.bits(5, 8))
        high = UInt16(frame.bits(9, 24))
        low = frame.high << 24 | frame.low >> 40
    }
}
