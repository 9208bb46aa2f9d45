/// Why some bytes are not a UAT downlink frame.
public enum UATError: Error, Hashable, Sendable {
    /// Neither 18 nor 34 bytes.
    case badLength(bytes: Int)
    /// Payload type 0 is sent in 18 bytes, every other in 34.
    case lengthContradictsType(bytes: Int, payloadType: UInt8)
    /// A character that is no hexadecimal digit.
    case notHexadecimal(byte: UInt8)
}
