import Aero
import Testing

@testable import Outlets

struct RateLimitTests {
    @Test func noMoreGoThanMay() {
        var limit = RateLimit(perMinute: 60)
        var sent: [Double] = []
        for tenth in 0..<3000 {
            let now = Alerts.time.advanced(bySeconds: Double(tenth) / 10)
            while limit.available(at: now) > 0 {
                limit.take()
                sent.append(Double(tenth) / 10)
            }
        }
        for begin in stride(from: 0.0, to: 240, by: 1) {
            #expect(sent.count { $0 >= begin && $0 < begin + 60 } <= 60 + 5)
        }
        #expect(sent.count >= 299)
    }

    @Test func aClockThatIsSetBackGivesNothing() {
        var limit = RateLimit(perMinute: 6)
        while limit.available(at: Alerts.time) > 0 { limit.take() }
        #expect(limit.available(at: Alerts.time.advanced(bySeconds: -86_400)) == 0)
        #expect(limit.wait() > 9)
        #expect(limit.available(at: Alerts.time.advanced(bySeconds: -86_389)) == 1)
    }
}
