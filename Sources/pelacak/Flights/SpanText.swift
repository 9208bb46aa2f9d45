import Aero
import Flights

/// Intervals of time as ISO 8601 writes them, in UTC to the second: widened to whole seconds, never narrowed, and never one instant.
enum SpanText {
    /// `2026-11-25T01:02:03Z/01:02:09Z`; the day of the end is left out where it is that of the beginning.
    static func text(_ span: Span) -> String { text(span.earliest, span.latest) }

    static func text(_ start: Timestamp, _ end: Timestamp) -> String {
        let (first, last) = (TimeText.iso(floor(start)), TimeText.iso(ceiling(end)))
        return "\(first)/\(first.prefix(11) == last.prefix(11) ? last.dropFirst(11) : last[...])"
    }

    /// The last whole second that is not later.
    static func floor(_ time: Timestamp) -> Timestamp {
        let rest = time.nanoseconds % second
        return Timestamp(nanoseconds: time.nanoseconds - (rest < 0 ? rest + second : rest))
    }

    /// The first that is not earlier.
    static func ceiling(_ time: Timestamp) -> Timestamp {
        let down = floor(time)
        return down == time ? down : Timestamp(nanoseconds: down.nanoseconds + second)
    }

    private static let second: Int64 = 1_000_000_000
}
