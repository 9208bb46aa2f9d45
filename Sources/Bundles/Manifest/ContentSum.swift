import Aero

/// SHA-256 of a content: 64 hexadecimal digits in lower case.
public struct ContentSum: Hashable, Sendable, CustomStringConvertible {
    public let hex: String

    public init(of bytes: [UInt8]) { hex = ContentDigest.hex(bytes) }

    /// - Returns: `nil` unless it is written as `description` writes it.
    public init?(_ text: String) {
        let isHex = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
        }
        guard text.utf8.count == 64, isHex else { return nil }
        hex = text
    }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        let digits = hex.utf8.map { $0 <= UInt8(ascii: "9") ? $0 - UInt8(ascii: "0") : $0 - UInt8(ascii: "a") + 10 }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    public var description: String { hex }
}
