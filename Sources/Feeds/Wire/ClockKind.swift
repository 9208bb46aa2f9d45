/// What the time stamps of a feed count. The raw value is how `?clock=` spells it.
public enum ClockKind: String, Hashable, Sendable, CaseIterable {
    /// 48 bits of 12 MHz, wrapping after 271.5 days.
    case ticks = "12mhz"
    /// UTC second of the day in the top 18 bits, nanoseconds in the lower 30.
    case gps
    /// Nothing; arrival time counts.
    case none
}
