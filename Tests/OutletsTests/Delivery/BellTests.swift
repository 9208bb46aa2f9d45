import Aero
import Testing

@testable import Outlets

@Suite(.timeLimit(.minutes(1)))
struct BellTests {
    @Test func whatRangBeforeIsHeard() async {
        let bell = Bell()
        bell.ring()
        bell.ring()
        await bell.wait(upTo: 1e6, SystemDeliveryClock())
    }

    @Test func itReturnsWhenTheTimeIsOver() async {
        await Bell().wait(upTo: 0.01, SystemDeliveryClock())
    }

    @Test func itReturnsWhenCancelled() async {
        let task = Task { await Bell().wait(upTo: 1e6, SystemDeliveryClock()) }
        task.cancel()
        await task.value
    }

    @Test func oneWhoWaitsIsWoken() async {
        let bell = Bell()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await bell.wait(upTo: 1e6, SystemDeliveryClock()) }
            group.addTask { bell.ring() }
        }
    }
}
