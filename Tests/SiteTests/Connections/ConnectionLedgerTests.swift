import Synchronization
import Testing

@testable import Site

struct ConnectionLedgerTests {
    private final class Closed: Sendable {
        let numbers = Mutex<[Int]>([])
        func close(_ number: Int) -> @Sendable () -> Void { { self.numbers.withLock { $0.append(number) } } }
        var all: [Int] { numbers.withLock { $0 } }
    }

    @Test("of more connections than may wait the one that has waited longest is closed")
    func oldestGoes() {
        let ledger = ConnectionLedger(bound: 2)
        let closed = Closed()
        let tickets = (0..<3).map { ledger.wait(closed.close($0)) }
        #expect(ledger.waiting == 2 && ledger.closedWaiting == 1)
        #expect(closed.all == [0])
        ledger.end(tickets[1])
        _ = ledger.wait(closed.close(3))
        #expect(ledger.waiting == 2 && closed.all == [0])
        ledger.end(tickets[0])
        #expect(ledger.waiting == 2)
    }

    @Test("one that asks again and again leaves no heap of entries behind one that waits")
    func bounded() {
        let ledger = ConnectionLedger(bound: 10)
        _ = ledger.wait {}
        for _ in 0..<10_000 { ledger.end(ledger.wait {}) }
        #expect(ledger.waiting == 1 && ledger.kept < 100)
    }
}
