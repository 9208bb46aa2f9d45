import Foundation

/// The signal byte of Beast and of the `<` form of AVR: amplitude over full scale times 255, 0 when unknown.
enum SignalLevel {
    /// dB relative to full scale for each byte; entry 0 is not used.
    static let decibels: [Float] = (0..<256).map { $0 == 0 ? 0 : Float(20 * log10(Double($0) / 255)) }

    /// The level in dBFS; `nil` for 0.
    static func level(_ byte: UInt8) -> Float? { byte == 0 ? nil : decibels[Int(byte)] }

    /// The nearest byte, at least 1; 0 for an unknown level.
    static func byte(_ level: Float?) -> UInt8 {
        guard let level, level.isFinite else { return 0 }
        return UInt8(min(255, max(1, (255 * pow(10, Double(level) / 20)).rounded())))
    }
}
