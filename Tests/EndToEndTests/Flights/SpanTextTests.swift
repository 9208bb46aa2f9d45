import Aero
import Flights
import Testing

@testable import pelacak

@Suite struct SpanTextTests {
    @Test(
        "an interval is widened to whole seconds, never narrowed, and stays an interval",
        arguments: [
            (1_767_225_600.0, 1_767_225_605.0, "2026-01-01T00:00:00Z/00:00:05Z"),
            (1_767_225_600.7, 1_767_225_605.2, "2026-01-01T00:00:00Z/00:00:06Z"),
            (1_767_225_600.0, 1_767_225_600.0, "2026-01-01T00:00:00Z/00:00:00Z"),
            (1_767_225_599.5, 1_767_225_600.0, "2025-12-31T23:59:59Z/2026-01-01T00:00:00Z"),
            (-0.5, 0.25, "1969-12-31T23:59:59Z/1970-01-01T00:00:01Z"),
        ]
    )
    func text(start: Double, end: Double, expected: String) throws {
        let span = try #require(Span(earliest: Timestamp(seconds: start), latest: Timestamp(seconds: end)))
        #expect(SpanText.text(span) == expected)
    }

    @Test(
        "a probability that is not 0 or 1 is never printed as one",
        arguments: [
            (0, "0.00"), (1, "1.00"), (0.5, "0.50"), (0.994, "0.99"), (0.997, "0.9970"), (0.999_99, ">0.9999"),
            (0.009, "0.0090"), (1e-9, "<0.0001"), (0.010_1, "0.01"),
        ]
    )
    func share(value: Double, expected: String) { #expect(FlightText.share(value) == expected) }
}
