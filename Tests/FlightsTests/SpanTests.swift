import Aero
import Flights
import Testing

@Suite struct SpanTests {
    @Test func endsTheWrongWayRoundAreNone() {
        let early = Timestamp(nanoseconds: 1)
        let late = Timestamp(nanoseconds: 2)
        #expect(Span(earliest: late, latest: early) == nil)
        #expect(Span(earliest: early, latest: late)?.contains(late) == true)
        #expect(Span(at: early).contains(late) == false)
    }
}
