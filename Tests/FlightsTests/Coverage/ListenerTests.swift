import Testing

@testable import Flights

@Suite struct ListenerTests {
    @Test("what is polled by address or imported cannot become a listener", arguments: SourceKind.allCases)
    func onlyWhatListensToAll(kind: SourceKind) {
        let isListener = Listener(number: 1, kind: kind) != nil
        #expect(isListener == [.receiver, .feed, .polledByArea].contains(kind))
    }

    @Test func independentOnlyWhereKnownToDiffer() throws {
        let antenna = try #require(Listener(number: 1, kind: .receiver))
        let second = try #require(Listener(number: 2, kind: .receiver))
        let provider = try #require(Listener(number: 3, kind: .polledByArea))
        let feed = try #require(Listener(number: 4, kind: .feed))
        var roster = ListenerRoster()
        #expect(roster.areIndependent(antenna, second))
        #expect(!roster.areIndependent(antenna, antenna))
        #expect(!roster.areIndependent(antenna, provider))
        #expect(!roster.areIndependent(feed, provider))
        roster.set([1, 900], of: feed)
        #expect(!roster.areIndependent(antenna, feed))
        #expect(roster.areIndependent(second, feed))
        roster.set([], of: provider)
        #expect(!roster.areIndependent(second, provider))
        roster.set([77], of: provider)
        #expect(roster.areIndependent(provider, feed))
    }

    @Test("gathered one by one they are those of whom each pair is independent")
    func gathered() throws {
        var random = SplitMix(state: 3)
        for _ in 0..<300 {
            var roster = ListenerRoster()
            let all = try (1...8).map { try #require(Listener(number: UInt32($0), kind: .feed)) }
            for listener in all where random.number(0, 8) > 1 {
                roster.set(Set((0..<2).map { _ in UInt64(random.number(0, 9)) }), of: listener)
            }
            var gathered = IndependentListeners(roster)
            var plain: [Listener] = []
            for listener in all {
                let isIndependent = plain.allSatisfy { roster.areIndependent($0, listener) }
                if isIndependent { plain.append(listener) }
                #expect(gathered.add(listener) == isIndependent)
            }
        }
    }

    @Test("who is near is the same however many are")
    func reached() throws {
        var random = SplitMix(state: 4)
        var reach = ListenerReach()
        var heard: [UInt32: Set<UInt32>] = [:]
        for _ in 0..<4_000 {
            let cell = try #require(
                CoverageCell(row: Int(random.number(0, 4)), column: Int(random.number(0, 3)), band: 2, block: 1)
            )
            let listener = UInt32(random.number(1, 200))
            reach.note(listener, at: cell)
            for ground in cell.surroundings { heard[ground, default: []].insert(listener) }
        }
        for row in 0..<6 {
            for column in [719, 0, 1, 2, 3] {
                let cell = try #require(CoverageCell(row: row, column: column, band: 2, block: 1))
                let found = reach.listeners(at: cell)
                #expect(Set(found) == heard[cell.ground] ?? [] && Set(found).count == found.count)
            }
        }
    }
}
