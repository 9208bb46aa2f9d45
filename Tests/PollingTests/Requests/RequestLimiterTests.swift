import Aero
import Testing

@testable import Polling

@Suite struct RequestLimiterTests {
    private let noon = Timestamp(seconds: 1_700_049_600)

    private func limiter(_ interval: Double = 10, random: Double = 0.5) -> RequestLimiter {
        RequestLimiter(LimiterRules(interval: interval), random: { random })
    }

    @Test func twoSourcesShareTheDistanceOfTheirProvider() async {
        let limiter = limiter()
        let (first, second) = (await limiter.register(), await limiter.register())
        #expect(await limiter.ask(first, now: 0, wall: noon) == .go)
        await limiter.finish(first, .good, now: 1, wall: noon)
        #expect(await limiter.ask(second, now: 1, wall: noon) == .wait(seconds: 9))
        // The first wants to go again and stands behind the second.
        #expect(await limiter.ask(first, now: 2, wall: noon) == .wait(seconds: 18))
        #expect(await limiter.ask(second, now: 10, wall: noon) == .go)
        await limiter.finish(second, .good, now: 10.5, wall: noon)
        #expect(await limiter.ask(first, now: 19.5, wall: noon) == .wait(seconds: 0.5))
        #expect(await limiter.ask(first, now: 20, wall: noon) == .go)
    }

    @Test func onlyOneRequestIsUnderWay() async {
        let limiter = limiter(1)
        let (first, second) = (await limiter.register(), await limiter.register())
        #expect(await limiter.ask(first, now: 0, wall: noon) == .go)
        #expect(await limiter.ask(second, now: 30, wall: noon) == .wait(seconds: 0.2))
        // One that never comes back does not hold the others for ever.
        #expect(await limiter.ask(second, now: 301, wall: noon) == .go)
    }

    @Test func whoWithdrawsHoldsNobody() async {
        let limiter = limiter()
        let (first, second) = (await limiter.register(), await limiter.register())
        #expect(await limiter.ask(first, now: 0, wall: noon) == .go)
        await limiter.withdraw(first)
        #expect(await limiter.ask(second, now: 10, wall: noon) == .go)
    }

    @Test func aWaitThatWasAskedForIsKeptAndOnlyEverLengthened() async {
        for random in [0.0, 0.5, 0.999] {
            let limiter = limiter(random: random)
            let id = await limiter.register()
            #expect(await limiter.ask(id, now: 0, wall: noon) == .go)
            await limiter.finish(id, .throttled(retryAfter: 100), now: 0, wall: noon)
            guard case .wait(let seconds) = await limiter.ask(id, now: 0, wall: noon) else {
                Issue.record("it may go")
                return
            }
            #expect((100...105).contains(seconds))
        }
    }

    @Test(arguments: [1e30, .infinity, .nan])
    func anEndlessWaitIsADay(asked: Double) async {
        let limiter = limiter(random: 0)
        let id = await limiter.register()
        _ = await limiter.ask(id, now: 0, wall: noon)
        await limiter.finish(id, .throttled(retryAfter: asked), now: 0, wall: noon)
        #expect(await limiter.ask(id, now: 0, wall: noon) == .wait(seconds: 86_400))
    }

    @Test func backOffDoublesWithJitterAndEndsWithAGoodAnswer() async {
        let limiter = limiter(10, random: 0.75)
        let id = await limiter.register()
        var now = 0.0
        var waits: [Double] = []
        for _ in 0..<8 {
            while case .wait(let seconds) = await limiter.ask(id, now: now, wall: noon) { now += seconds }
            await limiter.finish(id, .throttled(retryAfter: nil), now: now, wall: noon)
            waits.append(await limiter.state(now: now, wall: noon).readyIn)
        }
        // A tenth longer each, at most 900 s before that.
        #expect(waits.map { ($0 * 10).rounded() / 10 } == [11, 22, 44, 88, 176, 352, 704, 990])
        while case .wait(let seconds) = await limiter.ask(id, now: now, wall: noon) { now += seconds }
        await limiter.finish(id, .good, now: now, wall: noon)
        while case .wait(let seconds) = await limiter.ask(id, now: now, wall: noon) { now += seconds }
        await limiter.finish(id, .failed, now: now, wall: noon)
        #expect(await limiter.state(now: now, wall: noon).readyIn.rounded() == 11)
    }

    @Test func withoutCreditsItWaitsForTheNextDay() async {
        let limiter = limiter(1)
        let id = await limiter.register()
        var now = 0.0
        for _ in 0..<3 {
            while case .wait(let seconds) = await limiter.ask(id, cost: 3, perDay: 10, now: now, wall: noon) {
                now += seconds
            }
            await limiter.finish(id, .good, now: now, wall: noon)
        }
        #expect(await limiter.state(now: now, wall: noon).creditsLeft == 1)
        // 12 h until midnight.
        #expect(await limiter.ask(id, cost: 3, perDay: 10, now: now + 1, wall: noon) == .wait(seconds: 43_200))
        let morning = noon.advanced(bySeconds: 43_201)
        #expect(await limiter.ask(id, cost: 3, perDay: 10, now: now + 43_202, wall: morning) == .go)
        #expect(await limiter.state(now: now, wall: morning).creditsLeft == 7)
    }

    @Test func theProvidersOwnFigureCounts() async {
        let limiter = limiter(1)
        let id = await limiter.register()
        #expect(await limiter.ask(id, cost: 1, perDay: 400, now: 0, wall: noon) == .go)
        await limiter.finish(id, .good, creditsLeft: 12, now: 0, wall: noon)
        #expect(await limiter.state(now: 0, wall: noon).creditsLeft == 12)
        #expect(await limiter.ask(id, cost: 1, perDay: 400, now: 1, wall: noon) == .go)
        await limiter.finish(
            id,
            .throttled(retryAfter: 3600),
            creditsLeft: 0,
            creditsIn: 3600,
            now: 1,
            wall: noon
        )
        guard case .wait(let seconds) = await limiter.ask(id, cost: 1, perDay: 400, now: 1, wall: noon) else {
            Issue.record("it may go")
            return
        }
        #expect((3600...3780).contains(seconds))
        let later = noon.advanced(bySeconds: 3800)
        #expect(await limiter.ask(id, cost: 1, perDay: 400, now: 3801, wall: later) == .go)
    }

    @Test func sourcesOfOneProviderGetTheSameLimiterAndOthersDoNot() async throws {
        let limiters = RequestLimiters()
        let first = try Poll.source(1)
        let second = try Poll.source(2)
        let profile = Poll.profile()
        let one = await limiters.limiter(for: first.target, profile)
        #expect(await limiters.limiter(for: second.target, profile) === one)
        let own = try Poll.source(1, .readsb, "")
        let other = try Poll.source(2, .readsb, "")
        let mine = await limiters.limiter(for: own.target, .own(own.target))
        #expect(mine !== one)
        #expect(await limiters.limiter(for: other.target, .own(other.target)) !== mine)
    }
}
