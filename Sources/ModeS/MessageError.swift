/// Why a frame gives no message.
public enum MessageError: Error, Hashable, Sendable {
    /// Its downlink format, 0…23, has no meaning in any standard.
    case unknownFormat(UInt8)
    /// It states its sender, and the parity does not fit; what is left after division.
    case parity(remainder: UInt32)
}
