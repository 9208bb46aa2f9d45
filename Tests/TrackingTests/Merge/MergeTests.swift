import Aero
import ModeS
import TestSupport
import Testing

@testable import Tracking

/// One message, however many receivers heard it.
struct MergeTests {
    private let feeds = (1...4).map { FeedID(rawValue: $0) }
    private let address = AircraftAddress(icao: 0x40621D)
    private let even = "8D40621D58C382D690C8AC2863A7"
    private let odd = "8D40621D58C386435CC412692AD6"

    private func received(_ hex: String, at seconds: Double, receiver: UInt64? = nil) throws -> ReceivedFrame {
        let frame = try Frame(hex: hex)
        return ReceivedFrame(frame: frame, time: Timestamp(seconds: seconds), level: -10, receiver: receiver)
    }

    private func table() -> TrackTable {
        var table = TrackTable()
        table.configuration.expectsCopies = true
        return table
    }

    @Test func aCopyIsJoinedToTheTrackAndToThePoint() throws {
        var table = table()
        for (second, hex) in [even, odd, even].enumerated() {
            for feed in feeds[..<3] {
                // The first two seconds are heard by the first only.
                guard second == 2 || feed == feeds[0] else { continue }
                let frame = try received(hex, at: Double(second) * 3 + Double(feed.rawValue) / 1_000)
                let verdict = table.ingest(frame, from: feed).verdict
                #expect((verdict == .copy) == (feed != feeds[0]))
            }
        }
        let track = try #require(table[address])
        #expect(track.messages == 3 && track.copies == 2)
        #expect(track.receivers.map(\.feed) == Array(feeds[..<3]))
        #expect(track.receivers.map(\.messages) == [3, 0, 0] && track.receivers.map(\.copies) == [0, 1, 1])
        #expect(track.feeds.map(\.messages) == [3, 1, 1])
        let point = try #require(track.trail.points.last)
        #expect(track.receivers(of: point).map(\.feed) == Array(feeds[..<3]))
        #expect(table.statistics.frames == 3 && table.statistics.copies == 2)
        let hearings = try #require(table.hearings(of: try received(even, at: 6.002), from: feeds[1]))
        #expect(hearings.all.map(\.feed) == Array(feeds[..<3]) && hearings.beyond == 0)
        #expect(hearings.all.allSatisfy { $0.level == -10 })
    }

    /// A feeder may be taken out while a row of its frame waits to be written.
    @Test func aFrameOfAReceiverThatIsNotKnownAnyMoreIsAskedForWithoutHarm() throws {
        var table = table()
        _ = table.ingest(try received(even, at: 1), from: feeds[0])
        for receiver: UInt64? in [nil, 77] {
            let hearings = table.hearings(
                of: try received(even, at: 1.2, receiver: receiver),
                from: FeedID(rawValue: 9)
            )
            #expect(hearings?.all.map(\.feed) == [feeds[0]])
        }
        table.forget([feeds[0]: feeds[1]])
        #expect(table.hearings(of: try received(even, at: 1.2), from: feeds[0]) == nil)
    }

    @Test func theSupportOfATrackIsWhoHeardItInItsLastMinute() throws {
        var table = table()
        for second in 0..<100 {
            let hex = second % 2 == 0 ? even : odd
            _ = table.ingest(try received(hex, at: Double(second) * 3), from: feeds[0])
            if second < 50 { _ = table.ingest(try received(hex, at: Double(second) * 3, receiver: 7), from: feeds[1]) }
            if second == 49 {
                let support = try #require(table[address]?.support)
                #expect(support.feeders == 2 && support.receivers == 2 && support.soleFeeder == nil)
            }
        }
        let support = try #require(table[address]?.support)
        #expect(support.feeders == 1 && support.soleFeeder == feeds[0] && !support.isQuarantinedOnly)
    }

    @Test func receiversBehindOneFeedAreToldApartAndAreOneFeeder() throws {
        var table = table()
        for (second, hex) in [even, odd, even].enumerated() {
            for receiver: UInt64 in [5, 6] {
                _ = table.ingest(try received(hex, at: Double(second), receiver: receiver), from: feeds[0])
            }
        }
        let support = try #require(table[address]?.support)
        #expect(support.feeders == 1 && support.receivers == 2 && support.soleFeeder == feeds[0])
        #expect(table[address]?.messages == 3)
    }

    @Test func aFeedThatNamesCountlessReceiversStaysBounded() throws {
        var table = table()
        for number in 0..<20_000 {
            let frame = try received(number % 2 == 0 ? even : odd, at: Double(number) / 10, receiver: UInt64(number))
            _ = table.ingest(frame, from: feeds[0])
        }
        let track = try #require(table[address])
        #expect(track.receivers.count == 32)
        #expect(table.receivers.receivers.count == 1_025)
        #expect(track.trail.points.allSatisfy { track.receivers(of: $0).count <= 32 })
    }

    @Test func whatWasNobodysIsTakenWhenACopyComesAfterTheAircraftShowedItself() throws {
        var table = table()
        let reply = FrameEncoding.identityReply(address: address, flightStatus: 0, squawk: Squawk(rawValue: 0o4321))
        let early = ReceivedFrame(frame: reply, time: Timestamp(seconds: 10))
        #expect(table.ingest(early, from: feeds[0]).verdict == .unattributed)
        _ = table.ingest(try received(even, at: 9.8), from: feeds[1])
        _ = table.ingest(try received(odd, at: 10.1), from: feeds[1])
        #expect(table.ingest(early, from: feeds[1]).verdict == .believed)
        #expect(table.ingest(early, from: feeds[2]).verdict == .copy)
        #expect(table[address]?.squawk?.value == Squawk(rawValue: 0o4321))
    }

    @Test func aBetterValueThatComesLateStandsAsIfItHadComeInTime() throws {
        var report = ClaimedReport(address: address, time: Timestamp(seconds: 10.2))
        report.barometricAltitude = 1_000
        let frames = [try received(even, at: 9), try received(odd, at: 10)]
        func altitude(_ order: [Bool]) -> Feet? {
            var table = table()
            for isFrame in order {
                if isFrame {
                    for frame in frames { _ = table.ingest(frame, from: feeds[0]) }
                } else {
                    _ = table.ingest(report, from: feeds[1])
                }
            }
            return table[address]?.barometricAltitude?.value
        }
        #expect(altitude([true, false]) == 38_000)
        #expect(altitude([false, true]) == 38_000)
    }

    @Test func twoHalvesOfTwoReceiversMakeAPlaceInWhateverOrderTheyCome() throws {
        func fix(_ order: [Int]) throws -> Fix? {
            var table = table()
            let frames = [
                (try received(even, at: 1), feeds[0]), (try received(odd, at: 1.5), feeds[1]),
                (try received(even, at: 4), feeds[1]), (try received(odd, at: 4.5), feeds[0]),
            ]
            for index in order { _ = table.ingest(frames[index].0, from: frames[index].1) }
            return table[address]?.fix
        }
        for order in [[0, 1, 2, 3], [1, 0, 2, 3], [0, 1, 3, 2], [1, 0, 3, 2]] {
            let fix = try #require(try fix(order))
            #expect(fix.time == Timestamp(seconds: 4.5))
            #expect(abs(fix.position.latitude - 52.2658) < 1e-3 && abs(fix.position.longitude - 3.9389) < 1e-3)
        }
    }

    @Test func feedersThatAreGoneAreForgottenWithoutLosingWhatTheyGave() throws {
        var table = table()
        for (second, hex) in [even, odd, even].enumerated() {
            _ = table.ingest(try received(hex, at: Double(second)), from: feeds[1])
            _ = table.ingest(try received(hex, at: Double(second)), from: feeds[2])
        }
        table.forget([feeds[1]: feeds[0]])
        let track = try #require(table[address])
        #expect(track.barometricAltitude?.feed == feeds[0] && track.fix?.feed == feeds[0])
        #expect(track.barometricAltitude?.value == 38_000)
        #expect(track.receivers.map(\.feed) == [feeds[2]])
        let point = try #require(track.trail.points.last)
        #expect(track.receivers(of: point).map(\.feed) == [feeds[2]])
        // Its number is given to the next.
        _ = table.ingest(try received(odd, at: 6), from: feeds[3])
        #expect(table[address]?.receivers.map(\.feed) == [feeds[2], feeds[3]])
    }

    @Test func anAmbiguousReplyThatAnotherReceiverHearsTooIsBelieved() throws {
        // Two Il-96 of one fleet, one bit apart, at one level: only errors and receptions tell them apart.
        let first = AircraftAddress(icao: 0x157710)
        let second = AircraftAddress(icao: 0x157711)
        var table = table()
        for turn in 0..<30 {
            for aircraft in [first, second] {
                let time = Timestamp(seconds: Double(turn) * 1.7 + (aircraft == first ? 0 : 0.6))
                let call = FrameEncoding.allCallReply(address: aircraft)
                let answer = FrameEncoding.altitudeReply(address: aircraft, flightStatus: 0, altitude: 30_000)
                for feed in feeds[..<2] {
                    for frame in [call, answer] {
                        _ = table.ingest(ReceivedFrame(frame: frame, time: time), from: feed)
                    }
                }
            }
        }
        let counted = table.statistics
        let reply = FrameEncoding.altitudeReply(address: first, flightStatus: 0, altitude: 30_000)
        let kept = table.ambiguousReplies.count
        // The bit they differ in was weak at the first receiver, and nobody's rhythm has an answer then.
        var doubtful = ReceivedFrame(frame: reply, time: Timestamp(seconds: 50.45), weakParityBits: 1)
        #expect(table.ingest(doubtful, from: feeds[0]).verdict == .ambiguous(with: [first, second]))
        #expect(table.ambiguousReplies.count == kept + 1 && table.statistics.ambiguous == counted.ambiguous + 1)
        #expect(table[first]?.barometricAltitude?.time != doubtful.time)
        doubtful.weakParityBits = 0
        doubtful.time = Timestamp(seconds: 50.450_4)
        #expect(table.ingest(doubtful, from: feeds[1]).verdict == .believed)
        #expect(table[first]?.barometricAltitude?.time == Timestamp(seconds: 50.45))
        #expect(table.ambiguousReplies.count == kept)
        #expect(table.statistics.decidedByCopies == counted.decidedByCopies + 1)
        // A third only joins.
        doubtful.time = Timestamp(seconds: 50.450_5)
        #expect(table.ingest(doubtful, from: feeds[2]).verdict == .copy)
    }
}
