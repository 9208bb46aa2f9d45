import Testing

@testable import Aero

struct TimestampTests {
    @Test(
        arguments: [
            (0, 0), (1, 0), (999_999, 0), (1_000_000, 1), (-1, -1), (-1_000_000, -1), (-1_000_001, -2),
            (Int64.max, 9_223_372_036_854), (Int64.min, -9_223_372_036_855),
        ] as [(Int64, Int64)]
    )
    func millisecondsAreRoundedTowardsThePast(nanoseconds: Int64, milliseconds: Int64) {
        #expect(Timestamp(nanoseconds: nanoseconds).milliseconds == milliseconds)
    }
}
