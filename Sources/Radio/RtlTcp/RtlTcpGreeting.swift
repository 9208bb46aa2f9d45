/// The 12 bytes an `rtl_tcp` server sends first: `RTL0`, tuner, number of gains, both big-endian.
public struct RtlTcpGreeting: Hashable, Sendable {
    /// 12.
    public static let byteCount = 12
    private static let magic: [UInt8] = Array("RTL0".utf8)

    /// The tuner; `unknown` for a number without a name.
    public let tuner: RtlTcpTuner
    /// How many gain steps the tuner has; `RtlTcpCommand.gainIndex` takes 0 ..< this.
    public let gainCount: UInt32

    /// Reads a greeting.
    ///
    /// - Throws: `RtlTcpError.badLength` unless there are 12 bytes, `.notRtlTcp` unless they begin with `RTL0`.
    public init(_ bytes: Span<UInt8>) throws(RtlTcpError) {
        guard bytes.count == Self.byteCount else { throw .badLength(bytes: bytes.count) }
        let first = (0..<4).map { bytes[$0] }
        guard first == Self.magic else { throw .notRtlTcp(firstBytes: first) }
        var numbers: [UInt32] = [0, 0]
        for index in 0..<8 { numbers[index / 4] = numbers[index / 4] << 8 | UInt32(bytes[4 + index]) }
        tuner = RtlTcpTuner(rawValue: numbers[0]) ?? .unknown
        gainCount = numbers[1]
    }

    /// Whether the bytes that are there so far can be the beginning of a greeting.
    static func canBegin(_ bytes: [UInt8]) -> Bool {
        for (index, byte) in bytes.prefix(4).enumerated() where byte != magic[index] { return false }
        return true
    }
}
