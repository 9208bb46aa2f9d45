import Aero
import Foundation
import NIOCore
import Testing

@testable import Site

struct StatisticsLedgerTests {
    private func period(_ ledger: StatisticsLedger, _ name: String) async throws -> [String: Any] {
        let bytes = await ledger.json()
        let all = try #require(try JSONSerialization.jsonObject(with: Data(bytes.readableBytesView)) as? [String: Any])
        #expect(Set(all.keys) == ["simulated", "now", "latest", "last1min", "last5min", "last15min", "total"])
        return try #require(all[name] as? [String: Any])
    }

    @Test("each period counts what came in it")
    func periods() async throws {
        let sky = FakeSky()
        let ledger = StatisticsLedger(sky: sky)
        // Twenty minutes; in the n-th, n messages.
        for minute in 1...20 {
            await ledger.sample()
            sky.set {
                $0.status.messages += minute
                $0.status.now = $0.status.now.advanced(bySeconds: 60)
            }
        }
        #expect(try await period(ledger, "latest")["messages"] as? Int == 20)
        #expect(try await period(ledger, "last1min")["messages"] as? Int == 19)
        #expect(try await period(ledger, "last5min")["messages"] as? Int == 19 + 18 + 17 + 16 + 15)
        #expect(try await period(ledger, "last15min")["messages"] as? Int == (5...19).reduce(0, +))
        #expect(try await period(ledger, "total")["messages"] as? Int == 4321 + (1...20).reduce(0, +))
        let last = try await period(ledger, "last1min")
        #expect(
            last["end"] as? Double == 1_718_700_000 + 19 * 60 && last["start"] as? Double == 1_718_700_000 + 18 * 60
        )
        #expect(Set(last.keys) == ["start", "end", "messages", "remote", "cpu", "cpr", "tracks"])
    }

    @Test("before the first minute all periods are there, and a sky that was cleared counts nothing below zero")
    func edges() async throws {
        let sky = FakeSky()
        let ledger = StatisticsLedger(sky: sky)
        for name in ["latest", "last1min", "last5min", "last15min"] {
            #expect(try await period(ledger, name)["messages"] as? Int == 0)
        }
        await ledger.sample()
        sky.set { $0.status.messages = 0 }
        #expect(try await period(ledger, "latest")["messages"] as? Int == 0)
    }
}
