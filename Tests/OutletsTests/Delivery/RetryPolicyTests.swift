import Aero
import Testing
import Watch

@testable import Outlets

struct RetryPolicyTests {
    private let policy = RetryPolicy()

    private static func delivery(tries: Int = 0, refusals: Int = 0, age: Double = 0) -> Delivery {
        Delivery(
            number: 1,
            outlet: "out",
            key: "k",
            payload: [],
            made: Alerts.time.advanced(bySeconds: -age),
            tries: tries,
            refusals: refusals,
            due: Alerts.time
        )
    }

    @Test func waitsDoubleUpToAnHour() {
        #expect(
            (1...14).map { policy.wait(after: $0, random: 0) } == [
                1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 3600, 3600,
            ]
        )
        #expect(policy.wait(after: Int.max, random: 0) == 3600)
        for tries in 1...20 {
            let waits = [0, 0.5, 0.999].map { policy.wait(after: tries, random: $0) }
            #expect(waits == waits.sorted(by: >))
            #expect(waits[2] >= waits[0] * 0.75)
        }
    }

    @Test(
        "a wait that was asked for is kept, never shortened, never beyond a day",
        arguments: [(0.5, 1.0), (17, 17), (7200, 7200), (1e9, 86_400), (-5, 1)]
    )
    func retryAfter(asked: Double, waited: Double) {
        let settlement = policy.settlement(
            of: Self.delivery(),
            .failed(reason: .reason(.closed), retryAfter: asked),
            now: Alerts.time,
            random: 0
        )
        #expect(
            settlement
                == .later(due: Alerts.time.advanced(bySeconds: waited), reason: .reason(.closed), wasRefused: false)
        )
    }

    @Test func whatIsRefusedThreeTimesIsDead() {
        for refusals in 0..<2 {
            let delivery = Self.delivery(tries: refusals, refusals: refusals)
            guard
                case .later(_, _, true) = policy.settlement(
                    of: delivery,
                    .refused(reason: .reason(.closed)),
                    now: Alerts.time,
                    random: 0
                )
            else {
                Issue.record("given up after \(refusals + 1)")
                return
            }
        }
        #expect(
            policy.settlement(
                of: Self.delivery(tries: 2, refusals: 2),
                .refused(reason: .reason(.closed)),
                now: Alerts.time,
                random: 0
            ) == .dead(reason: .reason(.closed))
        )
    }

    @Test func whatFailsForADayIsDead() {
        let failed = DeliveryOutcome.failed(reason: .reason(.closed), retryAfter: nil)
        guard
            case .later = policy.settlement(
                of: Self.delivery(tries: 50, age: 86_000),
                failed,
                now: Alerts.time,
                random: 0
            )
        else {
            Issue.record("given up within a day")
            return
        }
        #expect(
            policy.settlement(of: Self.delivery(tries: 50, age: 86_401), failed, now: Alerts.time, random: 0)
                == .dead(reason: .givenUp(hours: 24, because: .reason(.closed)))
        )
        #expect(policy.settlement(of: Self.delivery(age: 1e6), .delivered, now: Alerts.time, random: 0) == .delivered)
    }
}
