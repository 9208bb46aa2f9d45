/// The first half of a SHA-256: which of some million files it is.
struct FileSum: Hashable {
    private let high: UInt64
    private let low: UInt64

    /// - Parameter hex: 64 hexadecimal digits.
    init?(_ hex: String) {
        let digits = hex.utf8
        guard digits.count == 64, let high = UInt64(hex.prefix(16), radix: 16),
            let low = UInt64(hex.dropFirst(16).prefix(16), radix: 16)
        else { return nil }
        (self.high, self.low) = (high, low)
    }
}
