/// Why some bytes are not a Mode S frame.
public enum FrameError: Error, Hashable, Sendable {
    /// Neither 7 nor 14 bytes, or not the count that bit 1 announces.
    case badLength(bytes: Int)
    /// A character that is no hexadecimal digit.
    case notHexadecimal(byte: UInt8)
}
