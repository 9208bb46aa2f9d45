import Aero
import Testing

@testable import Site

struct AddressLimiterTests {
    private static let address = InternetAddress(high: 0, low: 0xFFFF_C000_0207)

    @Test("an allowance is used up, said how long to wait, and fills up again to its bound")
    func allowance() {
        let limiter = AddressLimiter(burst: 3, perSecond: 2)
        for _ in 0..<3 { #expect(limiter.take(Self.address, now: 10) == nil) }
        #expect(limiter.take(Self.address, now: 10) == 0.5)
        #expect(limiter.take(Self.address, now: 10.4) != nil)
        #expect(limiter.take(Self.address, now: 10.5) == nil)
        for _ in 0..<3 { #expect(limiter.take(Self.address, now: 1000) == nil) }
        #expect(limiter.take(Self.address, now: 1000) != nil)
        #expect(limiter.refused == 3)
    }

    @Test("one address does not use up another's allowance, but addresses of one /64 share theirs")
    func others() {
        let limiter = AddressLimiter(burst: 1, perSecond: 0.001)
        #expect(limiter.take(InternetAddress(high: 1, low: 1), now: 0) == nil)
        #expect(limiter.take(InternetAddress(high: 1, low: 2), now: 0) != nil)
        #expect(limiter.take(InternetAddress(high: 2, low: 1), now: 0) == nil)
    }

    @Test("a clock that goes back gives nothing away")
    func clockBack() {
        let limiter = AddressLimiter(burst: 1, perSecond: 1)
        #expect(limiter.take(Self.address, now: 100) == nil)
        #expect(limiter.take(Self.address, now: 0) == 1)
        #expect(limiter.take(Self.address, now: 100.5) == 0.5)
    }

    @Test(
        "100,000 addresses leave a table of the size it may have, and who asks too often is not forgotten for newcomers"
    )
    func bounded() {
        let limiter = AddressLimiter(burst: 2, perSecond: 0.01, capacity: 1000)
        var wasFree = 0
        for index in 0..<100_000 {
            _ = limiter.take(InternetAddress(high: UInt64(index) + 10, low: 0), now: Double(index) / 1000)
            #expect(limiter.count <= 1000)
            // It asks all the time, so that it is never among those not seen for longest.
            if index % 50 == 0, limiter.take(Self.address, now: Double(index) / 1000) == nil { wasFree += 1 }
        }
        #expect(wasFree <= 4)
    }
}
