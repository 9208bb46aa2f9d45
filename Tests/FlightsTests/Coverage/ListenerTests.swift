import Flights
import Testing

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
}
