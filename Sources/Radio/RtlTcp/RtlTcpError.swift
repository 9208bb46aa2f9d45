/// Why a stream is not one of an `rtl_tcp` server.
public enum RtlTcpError: Error, Hashable, Sendable, CustomStringConvertible {
    /// It does not begin with `RTL0`; the first four bytes that came instead.
    case notRtlTcp(firstBytes: [UInt8])
    /// A greeting has 12 bytes.
    case badLength(bytes: Int)

    public var description: String {
        switch self {
        case .notRtlTcp(let bytes): "no rtl_tcp server answers there: it sends \(Self.kind(of: bytes))"
        case .badLength(let bytes): "a greeting of rtl_tcp has 12 bytes, this one \(bytes)"
        }
    }

    /// What a stream that begins so is likely to be, for people who have written the wrong port.
    private static func kind(of bytes: [UInt8]) -> String {
        switch bytes.first {
        case UInt8(ascii: "H") where bytes.starts(with: Array("HTTP".utf8)): return "HTTP"
        case 0x1A: return "Beast"
        case UInt8(ascii: "*"), UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "<"): return "AVR"
        case UInt8(ascii: "-"), UInt8(ascii: "+"): return "UAT"
        case _ where ["MSG,", "STA,", "AIR,", "ID,", "SEL,", "CLK,"].contains { bytes.starts(with: Array($0.utf8)) }:
            return "SBS"
        default:
            let digits = Array("0123456789abcdef")
            let pairs = bytes.prefix(4).map { "\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }
            return "something that begins with " + pairs.joined(separator: " ")
        }
    }
}
