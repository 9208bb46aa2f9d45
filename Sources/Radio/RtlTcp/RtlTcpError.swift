/// Why a stream is not one of an `rtl_tcp` server.
public enum RtlTcpError: Error, Hashable, Sendable {
    /// It does not begin with `RTL0`; the first four bytes that came instead.
    case notRtlTcp(firstBytes: [UInt8])
    /// A greeting has 12 bytes.
    case badLength(bytes: Int)
}
