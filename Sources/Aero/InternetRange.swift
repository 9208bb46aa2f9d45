/// Addresses that begin alike: `192.0.2.7`, `10.0.0.0/8`, `2001:db8::/32`.
public struct InternetRange: Hashable, Sendable {
    private let address: InternetAddress
    /// Bits that count, of 128.
    private let bits: Int

    /// Reads an address or a range; `nil` for what is neither.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let address = InternetAddress(parts[0]) else { return nil }
        self.address = address
        let longest = address.isFour ? 32 : 128
        guard parts.count == 2 else {
            bits = 128
            return
        }
        guard let count = Int(parts[1]), (0...longest).contains(count) else { return nil }
        bits = count + 128 - longest
    }

    public func contains(_ other: InternetAddress) -> Bool {
        let high = min(bits, 64)
        let low = bits - high
        return (other.high ^ address.high) >> (64 - high) == 0 && (other.low ^ address.low) >> (64 - low) == 0
    }
}
