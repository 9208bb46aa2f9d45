/// An instant in UTC, counted in nanoseconds since 1970-01-01T00:00:00Z without leap seconds.
///
/// Range: the years 1678 to 2262. Time is always an argument in the domain rooms; only `pelacak` and the sockets read a clock.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Nanoseconds since the Unix epoch.
    public let nanoseconds: Int64

    /// An instant by its nanoseconds since the Unix epoch.
    public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    /// An instant by its seconds since the Unix epoch; a value out of range, or not a number, is clamped.
    public init(seconds: Double) {
        let wanted = seconds * 1e9
        if wanted.isNaN {
            self.init(nanoseconds: 0)
        } else if wanted >= 9.2e18 {
            self.init(nanoseconds: .max)
        } else if wanted <= -9.2e18 {
            self.init(nanoseconds: .min)
        } else {
            self.init(nanoseconds: Int64(wanted.rounded()))
        }
    }

    /// Seconds since the Unix epoch; exact to about 0.2 microseconds in this century.
    public var seconds: Double { Double(nanoseconds / 1_000_000_000) + Double(nanoseconds % 1_000_000_000) / 1e9 }

    /// Whole milliseconds since the Unix epoch, rounded towards the past.
    public var milliseconds: Int64 { nanoseconds / 1_000_000 - (nanoseconds % 1_000_000 < 0 ? 1 : 0) }

    /// Seconds from `earlier` to this instant; negative when `earlier` is later.
    public func seconds(since earlier: Timestamp) -> Double {
        let (difference, overflow) = nanoseconds.subtractingReportingOverflow(earlier.nanoseconds)
        return overflow ? seconds - earlier.seconds : Double(difference) / 1e9
    }

    /// The instant that many seconds later, clamped to the range.
    public func advanced(bySeconds seconds: Double) -> Timestamp {
        let step = Timestamp(seconds: seconds).nanoseconds
        let (sum, overflow) = nanoseconds.addingReportingOverflow(step)
        return Timestamp(nanoseconds: overflow ? (step > 0 ? .max : .min) : sum)
    }

    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.nanoseconds < right.nanoseconds }
}
