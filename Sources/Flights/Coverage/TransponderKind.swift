/// By what an aircraft is heard. Coverage is learned for each by itself: replies come only where somebody asks.
public enum TransponderKind: UInt8, Hashable, Sendable, CaseIterable {
    /// Sends its position unasked, 1090 MHz (ADS-B).
    case squitter = 0
    /// Answers only (Mode S without ADS-B); its place is known from elsewhere.
    case replies = 1
    /// Sends its position unasked, 978 MHz (UAT).
    case universalAccess = 2
}
