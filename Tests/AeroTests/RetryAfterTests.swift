import Aero
import Testing

@Suite struct RetryAfterTests {
    private let now = Timestamp(seconds: 784_111_777)

    @Test func secondsAndDatesAreRead() {
        #expect(RetryAfter.seconds("120", now: now) == 120)
        // The example of RFC 9110, 5.6.7.
        #expect(RetryAfter.seconds("Sun, 06 Nov 1994 08:49:37 GMT", now: now) == 0)
        #expect(RetryAfter.seconds("Sun, 06 Nov 1994 08:50:37 GMT", now: now) == 60)
        #expect(RetryAfter.seconds("Sun, 06 Nov 1994 07:50:37 GMT", now: now) == 0)
    }

    @Test(arguments: [
        nil, "", "soon", "-5", "1e3", "Sun, 99 Nov 1994 08:50:37 GMT", "Sun, 06 Nov 1994 08:50:37 UTC",
        String(repeating: "9", count: 65),
    ])
    func anythingElseIsNothing(text: String?) {
        #expect(RetryAfter.seconds(text, now: now) == nil)
    }

    @Test func aNumberWithoutEndIsANumber() {
        #expect(RetryAfter.seconds(String(repeating: "9", count: 64), now: now).map { $0 > 1e60 } == true)
    }
}
