import Aero
import ModeS
import TestSupport
import Testing

@testable import Tracking

struct FeederTrustTests {
    private let feeds = (1...4).map { FeedID(rawValue: $0) }
    private let address = AircraftAddress(icao: 0x4B1234)

    // MARK: - The value itself

    @Test func anEighthOfImpossiblePositionsIsEnoughForAQuarantine() {
        var trust = FeederTrust()
        func send(_ good: Int, _ bad: Int, from feed: FeedID) {
            for step in 0..<100 {
                let time = Timestamp(seconds: Double(step))
                trust.notePositions(good, of: feed, at: time)
                for _ in 0..<bad { trust.note(.jump, of: feed, at: time) }
            }
        }
        send(100, 0, from: feeds[0])
        send(97, 3, from: feeds[1])
        send(80, 20, from: feeds[2])
        #expect(trust[feeds[0]].standing == .good && trust[feeds[0]].score == 0)
        #expect(trust[feeds[1]].standing == .doubtful)
        #expect(trust[feeds[2]].standing == .quarantined && trust.isQuarantined(feeds[2]))
        #expect(trust[feeds[2]].count(of: .jump) == 2_000 && trust.reason(feeds[2]) == .jump)
        #expect(trust[feeds[3]].standing == .good)
    }

    @Test func aFewImpossibleThingsAtTheBeginningAreForgiven() {
        var trust = FeederTrust()
        for _ in 0..<4 { trust.note(.jump, of: feeds[0], at: Timestamp(seconds: 1)) }
        #expect(trust[feeds[0]].standing == .doubtful)
        for _ in 0..<4 { trust.note(.impossibleValue, of: feeds[0], at: Timestamp(seconds: 1)) }
        #expect(trust[feeds[0]].standing == .quarantined)
    }

    @Test func thereIsAWayBackAndItIsSlowerThanTheWayIn() {
        var trust = FeederTrust()
        for second in 0..<60 { trust.note(.contradiction, of: feeds[0], at: Timestamp(seconds: Double(second))) }
        #expect(trust[feeds[0]].standing == .quarantined)
        var seen: [FeederTrust.Standing] = []
        for minute in 1...90 {
            trust.fade(to: Timestamp(seconds: Double(minute) * 60))
            if seen.last != trust[feeds[0]].standing { seen.append(trust[feeds[0]].standing) }
            // Below the score that began the quarantine it is still in it.
            if trust[feeds[0]].score < 0.45, trust[feeds[0]].score > 0.26 {
                #expect(trust[feeds[0]].standing == .quarantined)
            }
        }
        #expect(seen == [.quarantined, .doubtful, .good])
        #expect(!trust.isQuarantined(feeds[0]))
        #expect(trust[feeds[0]].count(of: .contradiction) == 60)
    }

    // MARK: - In the table

    /// An aircraft flying east at 450 kt.
    private func place(_ second: Double, north: Double = 0) -> Position? {
        Position(latitude: 50 + north, longitude: 8 + second * 0.0033)
    }

    private func frames(
        _ second: Double,
        north: Double = 0,
        _ address: AircraftAddress? = nil
    ) throws -> [ReceivedFrame] {
        try [false, true].map { odd in
            let time = second + (odd ? 0.5 : 0)
            let field = SquitterEncoding.airbornePosition(
                typeCode: 11,
                altitude: 35_000,
                position: .airborne(try #require(place(time, north: north)), odd: odd)
            )
            let frame = FrameEncoding.extendedSquitter(address: address ?? self.address, field: field)
            return ReceivedFrame(frame: frame, time: Timestamp(seconds: time))
        }
    }

    /// Two honest feeders, and one that puts the aircraft 200 km north of where it is.
    private func deceive(_ table: inout TrackTable, seconds: Range<Int>) throws {
        for second in seconds {
            for frame in try frames(Double(second)) {
                for feed in feeds[..<2] { _ = table.ingest(frame, from: feed) }
            }
            for frame in try frames(Double(second) + 0.2, north: 1.8) { _ = table.ingest(frame, from: feeds[2]) }
        }
    }

    private func isTrue(_ fix: Fix?) -> Bool { fix.map { abs($0.position.latitude - 50) < 0.01 } ?? false }

    /// The first feeder is the operator's own; the others came to a listener without a key.
    private var withStrangers: TrackTable {
        var table = TrackTable()
        table.configuration.expectsCopies = true
        for feed in feeds[1...] { table.configuration.strangers[feed] = FeedID(rawValue: 9) }
        return table
    }

    @Test("however many connections lie together, they do not outvote one receiver that is known", arguments: [0, 5])
    func strangersDoNotOutvoteTheOwnReceiver(lead: Int) throws {
        var table = withStrangers
        var wrong = 0
        for second in 0..<90 {
            for frame in try frames(Double(second), north: 1.8) {
                for feed in feeds[1...] { _ = table.ingest(frame, from: feed) }
            }
            guard second >= lead else { continue }
            for frame in try frames(Double(second) + 0.2) { _ = table.ingest(frame, from: feeds[0]) }
            if second >= lead + 20, !isTrue(table[address]?.fix) { wrong += 1 }
        }
        #expect(wrong == 0)
        #expect(table.trust[feeds[0]].standing == .good)
        for feed in feeds[1...] { #expect(table.trust[feed].standing == .quarantined) }
    }

    @Test func strangersCountAsOnePartyInWhatSupportsATrack() throws {
        var table = withStrangers
        for second in 0..<5 {
            for frame in try frames(Double(second)) {
                for feed in feeds[1...] { _ = table.ingest(frame, from: feed) }
            }
        }
        let alone = try #require(table[address]?.support)
        #expect(alone.feeders == 1 && alone.soleFeeder != nil && alone.receivers == 3)
        for frame in try frames(5) { _ = table.ingest(frame, from: feeds[0]) }
        #expect(table[address]?.support.feeders == 2)
        #expect(table[address]?.support.soleFeeder == nil)
    }

    @Test func honestStrangersAreBelieved() throws {
        var table = withStrangers
        for second in 0..<60 {
            for frame in try frames(Double(second)) { for feed in feeds { _ = table.ingest(frame, from: feed) } }
        }
        #expect(isTrue(table[address]?.fix))
        for feed in feeds { #expect(table.trust[feed].standing == .good) }
    }

    @Test func aFeederThatContradictsTwoOthersIsFoundAndChangesNothing() throws {
        var table = TrackTable()
        table.configuration.expectsCopies = true
        try deceive(&table, seconds: 0..<5)
        var wrong = 0
        for second in 5..<60 {
            try deceive(&table, seconds: second..<second + 1)
            if !isTrue(table[address]?.fix) { wrong += 1 }
        }
        #expect(wrong == 0)
        #expect(table.trust[feeds[2]].standing == .quarantined)
        #expect(table.trust[feeds[2]].count(of: .contradiction) > 20)
        #expect(table.trust[feeds[0]].standing == .good && table.trust[feeds[1]].standing == .good)
        let support = try #require(table[address]?.support)
        #expect(support.feeders == 3 && !support.isQuarantinedOnly)
        let kept = try #require(table.withheldMessages.last)
        #expect(kept.feed == feeds[2] && kept.reason == .contradiction)
        #expect(table.statistics.withheld > 50)
    }

    @Test func theLiarMayComeFirst() throws {
        var table = TrackTable()
        table.configuration.expectsCopies = true
        for second in 0..<30 {
            for frame in try frames(Double(second), north: 1.8) { _ = table.ingest(frame, from: feeds[2]) }
        }
        #expect(!isTrue(table[address]?.fix))
        try deceive(&table, seconds: 30..<60)
        #expect(isTrue(table[address]?.fix))
        #expect(table.trust[feeds[2]].standing != .good)
        #expect(table.trust[feeds[0]].standing == .good && table.trust[feeds[1]].standing == .good)
    }

    @Test func aTrackOfQuarantinedFeedersOnlySaysSoAndYieldsToTheFirstTrustedWord() throws {
        var table = TrackTable()
        table.configuration.expectsCopies = true
        for _ in 0..<60 { table.trust.note(.contradiction, of: feeds[2], at: Timestamp(seconds: 0)) }
        for second in 0..<10 {
            for frame in try frames(Double(second), north: 1.8) { _ = table.ingest(frame, from: feeds[2]) }
        }
        let track = try #require(table[address])
        #expect(track.support.isQuarantinedOnly && track.support.soleFeeder == feeds[2])
        #expect(track.fix != nil && track.barometricAltitude?.rank == FeederTrust.quarantineRank)
        for second in 10..<12 {
            for frame in try frames(Double(second)) { _ = table.ingest(frame, from: feeds[0]) }
        }
        #expect(isTrue(table[address]?.fix))
        #expect(table[address]?.barometricAltitude?.rank == 0)
        #expect(table[address]?.support.isQuarantinedOnly == false)
        // What it says now is held back, and its copies are no support.
        for frame in try frames(12, north: 1.8) {
            #expect(table.ingest(frame, from: feeds[2]).verdict == .withheld(.contradiction))
        }
    }

    @Test func whatAQuarantinedFeederGivesFirstIsTakenFromTheNext() throws {
        var table = TrackTable()
        table.configuration.expectsCopies = true
        for _ in 0..<60 { table.trust.note(.contradiction, of: feeds[2], at: Timestamp(seconds: 0)) }
        for second in 0..<5 {
            for frame in try frames(Double(second)) { _ = table.ingest(frame, from: feeds[0]) }
        }
        let frame = try frames(5)[0]
        #expect(table.ingest(frame, from: feeds[2]).verdict == .withheld(.contradiction))
        #expect(table.ingest(frame, from: feeds[0]).verdict == .believed)
        #expect(table.ingest(frame, from: feeds[1]).verdict == .copy)
        #expect(table[address]?.fix?.time == frame.time)
    }

    @Test func positionsThatTheOwnReceiverCannotHearCount() throws {
        var table = TrackTable()
        table.configuration.receivers[feeds[0]] = Position(latitude: -30, longitude: 20)
        for second in 0..<60 {
            for frame in try frames(Double(second)) { _ = table.ingest(frame, from: feeds[0]) }
        }
        #expect(table.trust[feeds[0]].standing == .quarantined)
        #expect(table.trust.reason(feeds[0]) == .beyondHorizon)
        // A place that is its source's and not its own blames nobody.
        var other = TrackTable()
        other.configuration.receivers[feeds[0]] = Position(latitude: -30, longitude: 20)
        other.configuration.placedBySource = [feeds[0]]
        for second in 0..<60 {
            for frame in try frames(Double(second)) { _ = other.ingest(frame, from: feeds[0]) }
        }
        #expect(other.trust[feeds[0]].standing == .good)
    }

    @Test func copiesOfWhatOneCannotHearCountToo() throws {
        var table = TrackTable()
        table.configuration.expectsCopies = true
        table.configuration.receivers[feeds[1]] = Position(latitude: -30, longitude: 20)
        for second in 0..<60 {
            for frame in try frames(Double(second)) {
                for feed in feeds[..<2] { _ = table.ingest(frame, from: feed) }
            }
        }
        #expect(table.trust[feeds[0]].standing == .good)
        #expect(table.trust[feeds[1]].standing == .quarantined)
    }

    @Test func anAircraftThatJumpsForAllIsNobodysFault() throws {
        var table = TrackTable()
        table.configuration.expectsCopies = true
        for number in 0..<20 {
            let aircraft = AircraftAddress(icao: 0x4B2000 + UInt32(number))
            for second in 0..<60 {
                // Spoofed after half a minute: everybody hears the same.
                for frame in try frames(Double(number * 60 + second), north: second < 30 ? 0 : 2, aircraft) {
                    for feed in feeds[..<3] { _ = table.ingest(frame, from: feed) }
                }
            }
        }
        #expect(table.statistics.refused(.tooFast) + table.statistics.refused(.contradictory) > 20)
        for feed in feeds[..<3] {
            #expect(table.trust[feed].standing == .good)
            #expect(table.trust[feed].count(of: .contradiction) == 0)
        }
    }

    @Test func ghostsThatJumpAboutAreFoundInASkyOfOneFeeder() throws {
        var table = TrackTable()
        var random = SeededGenerator(seed: 3)
        for second in 0..<120 {
            let north = Double(random.next() % 80) - 40
            for frame in try frames(Double(second) * 3, north: north) { _ = table.ingest(frame, from: feeds[0]) }
        }
        #expect(table.trust[feeds[0]].count(of: .jump) > 20)
        #expect(table.trust[feeds[0]].standing == .quarantined)
    }

    @Test func valuesThatNoAircraftHasCount() {
        var table = TrackTable()
        for number in 0..<40 {
            var report = ClaimedReport(address: address, time: Timestamp(seconds: Double(number)))
            report.groundSpeed = number % 2 == 0 ? 9_000 : Knots(.nan)
            report.barometricAltitude = 30_000
            _ = table.ingest(report, from: feeds[0])
        }
        #expect(table.trust[feeds[0]].count(of: .impossibleValue) == 40)
        #expect(table.trust[feeds[0]].standing == .quarantined)
        #expect(table[address]?.groundSpeed?.value.rawValue.isNaN != true)
    }
}
