import Aero
import ModeS
import TestSupport
import Testing

@testable import Tracking

struct SisterGuardTests {
    private let feed = FeedID(rawValue: 1)
    /// Two Il-96 of one fleet, RA-96016 and RA-96017: one bit apart.
    private let first = AircraftAddress(icao: 0x157710)
    private let second = AircraftAddress(icao: 0x157711)

    private func received(_ frame: Frame, at seconds: Double, weak: UInt32? = nil) -> ReceivedFrame {
        ReceivedFrame(frame: frame, time: Timestamp(seconds: seconds), weakParityBits: weak)
    }

    private func altitude(_ address: AircraftAddress, _ feet: Feet) -> Frame {
        FrameEncoding.altitudeReply(address: address, flightStatus: 0, altitude: feet)
    }

    /// Half a minute of both aircraft, 10,000 ft apart; then the next instant.
    private func fly(_ table: inout TrackTable, _ feeds: [FeedID] = [FeedID(rawValue: 1)]) -> Double {
        for second in 0..<30 {
            for (number, address) in [first, self.second].enumerated() {
                let time = Double(second) + 0.4 * Double(number)
                for feed in feeds {
                    let call = FrameEncoding.allCallReply(address: address)
                    _ = table.ingest(received(call, at: time), from: feed)
                    let reply = altitude(address, number == 0 ? 30_000 : 40_000)
                    _ = table.ingest(received(reply, at: time + 0.1), from: feed)
                }
            }
        }
        return 30
    }

    @Test func aReplyThatFitsTheNeighbourChangesNeitherTrackAndIsKept() throws {
        var table = TrackTable()
        let now = fly(&table)
        let before = (table[first]?.messages, table[second]?.messages)
        let counted = table.statistics.ambiguous
        // The second aircraft's reply with its last bit wrong: it reads as the first's.
        let wrong = altitude(second, 40_000).flipping(bit: 56)
        #expect(wrong.remainder == first.bits)
        let ingested = table.ingest(received(wrong, at: now), from: feed)
        #expect(ingested.verdict == .ambiguous(with: [first, second]))
        #expect(ingested.candidates == [first, second])
        #expect(!ingested.isAttributed)
        #expect(table[first]?.messages == before.0 && table[second]?.messages == before.1)
        #expect(table[first]?.barometricAltitude?.value == 30_000)
        #expect(table.statistics.ambiguous == counted + 1)
        let kept = try #require(table.ambiguousReplies.last)
        #expect(kept.received.frame == wrong && kept.candidates == [first, second] && kept.logOdds < 5)
        #expect(table.ingest(received(altitude(first, 30_000), at: now + 0.1), from: feed).verdict == .believed)
    }

    @Test func aReplyOfASilentAddressIsNeverMovedToTheNeighbour() {
        var table = TrackTable()
        for second in 0..<5 {
            _ = table.ingest(received(FrameEncoding.allCallReply(address: first), at: Double(second)), from: feed)
        }
        let verdict = table.ingest(received(altitude(second, 30_000), at: 6), from: feed).verdict
        #expect(verdict == .unattributed)
        #expect(table.statistics.ambiguous == 0)
    }

    @Test func aNeighbourThatFellSilentNoLongerCounts() {
        var table = TrackTable()
        let now = fly(&table)
        for second in stride(from: now, to: now + 70, by: 1) {
            _ = table.ingest(received(FrameEncoding.allCallReply(address: first), at: second), from: feed)
        }
        #expect(table.ingest(received(altitude(first, 40_000), at: now + 70), from: feed).verdict == .believed)
    }

    @Test func anAircraftThatReallyTakesItsNeighboursAltitudeIsBelievedSoon() {
        var table = TrackTable()
        let now = fly(&table)
        let verdicts = (0..<20).map { number in
            table.ingest(received(altitude(first, 40_000), at: now + Double(number)), from: feed).isAttributed
        }
        #expect(verdicts.first == false)
        #expect(verdicts.suffix(8).allSatisfy { $0 })
    }

    @Test func sureBitsSpeakForTheAddressAndWeakOnesAgainstIt() {
        // One level, so that only the bits tell.
        func logOdds(_ weak: UInt32?) -> Bool {
            var table = TrackTable()
            for second in 0..<30 {
                for address in [first, self.second] {
                    let call = FrameEncoding.allCallReply(address: address)
                    _ = table.ingest(received(call, at: Double(second)), from: feed)
                    _ = table.ingest(received(altitude(address, 30_000), at: Double(second) + 0.1), from: feed)
                }
            }
            return table.ingest(received(altitude(first, 30_000), at: 30, weak: weak), from: feed).isAttributed
        }
        #expect(logOdds(nil))
        #expect(logOdds(0))
        #expect(logOdds(2))
        #expect(!logOdds(1))
    }

    @Test func theSameBitsAtAnotherReceiverNameTheSender() {
        let other = FeedID(rawValue: 2)
        // Just heard for the first time, so that nothing else tells.
        var table = TrackTable()
        for second in 0..<3 {
            for address in [first, self.second] {
                for feed in [feed, other] {
                    let call = FrameEncoding.allCallReply(address: address)
                    _ = table.ingest(received(call, at: Double(second)), from: feed)
                }
            }
        }
        let register = CommBEncoding.identification(callsign: CallsignEncoding.bits("RSD010") ?? 0)
        let reply = FrameEncoding.altitudeReply(address: second, flightStatus: 0, altitude: 30_000, register: register)
        _ = table.ingest(received(reply, at: 3), from: other)
        let verdict = table.ingest(received(reply.flipping(bit: 112), at: 3.0002), from: feed).verdict
        #expect(verdict == .ambiguous(with: [first, second]))
    }

    @Test("with no neighbour the result is that of the plain rule, bit for bit", arguments: [1, 2, 13])
    func aloneNothingChanges(size: Int) {
        var settings = SisterFleet.Settings()
        settings.size = size
        settings.distance = 0
        settings.bitErrors = 3e-3
        settings.seed = 40
        expectSame(SisterFleet.frames(settings).map(\.received))
    }

    @Test("a recording without neighbours loses nothing", .enabled(if: TestSupport.hasRecordings, "needs recordings"))
    func recordingIsUnchanged() throws {
        var frames: [ReceivedFrame] = []
        for line in try TestSupport.lines("modes/long_flight_first_half.csv") {
            let parts = line.split(separator: ",")
            guard parts.count == 2, let time = Double(parts[0]) else { continue }
            frames.append(received(try Frame(hex: String(parts[1].dropFirst(18))), at: time))
        }
        #expect(frames.count == 86_216)
        expectSame(frames)
    }

    private func expectSame(_ frames: [ReceivedFrame]) {
        var configuration = TrackTable.Configuration()
        configuration.guardsSisters = false
        var plain = TrackTable(configuration: configuration)
        var guarding = TrackTable()
        var believed = 0
        for frame in frames {
            let one = plain.ingest(frame, from: feed)
            let other = guarding.ingest(frame, from: feed)
            #expect(one.verdict == other.verdict && one.fix == other.fix && one.refusal == other.refusal)
            if one.verdict == .believed { believed += 1 }
        }
        #expect(believed > 100)
        #expect(plain.statistics == guarding.statistics)
        #expect(plain.ambiguousReplies.isEmpty && guarding.ambiguousReplies.isEmpty)
        #expect(plain.tracks.map(state) == guarding.tracks.map(state))
    }

    /// All of a track that replies touch, in words.
    private func state(_ track: Track) -> String {
        """
        \(TrackSummary(track)) \(track.messages) \(track.firstHeard) \(track.feeds) \(track.level ?? 0) \(track.refusals.all)
        \(track.barometricAltitude.debugDescription) \(track.squawk.debugDescription) \(track.isOnGround.debugDescription)
        \(track.isAlert.debugDescription) \(track.isIdent.debugDescription) \(track.trail.points.count)
        """
    }

    @Test func framesWithoutTimesDoNotStopTheGuard() {
        var settings = SisterFleet.Settings()
        settings.size = 2
        settings.bitErrors = 1e-2
        settings.tellsTime = false
        settings.tellsLevel = false
        settings.seed = 3
        let tally = GuardTally(SisterFleet.frames(settings))
        #expect(tally.good > 100 && tally.lostShare < 0.1)
        #expect(tally.guarded <= tally.naive)
    }

    @Test func aCrowdOfNeighboursNeitherTrapsNorGrowsWithoutBound() {
        func run() -> (TableStatistics, Int) {
            var random = SeededGenerator(seed: 5)
            var table = TrackTable()
            for step in 0..<60_000 {
                // 8,192 neighbouring addresses, times that jump.
                let address = AircraftAddress(icao: 0x157000 + UInt32(random.next() % 8_192))
                let time = Double(step) / 200 + Double(random.next() % 7)
                let content = Field56(rawValue: random.next())
                let frame =
                    switch random.next() % 4 {
                    case 0: FrameEncoding.allCallReply(address: address)
                    case 1: FrameEncoding.extendedSquitter(address: address, field: content)
                    case 2:
                        FrameEncoding.altitudeReply(address: address, flightStatus: 7, altitude: nil, register: content)
                    default:
                        FrameEncoding.longAirAir(address: address, onGround: true, altitude: 126_000, field: content)
                    }
                let level = Float(bitPattern: UInt32(truncatingIfNeeded: random.next()))
                var frame2 = received(frame, at: time, weak: UInt32(truncatingIfNeeded: random.next()))
                frame2.level = level
                _ = table.ingest(frame2, from: FeedID(rawValue: UInt16(random.next() % 100)))
            }
            return (table.statistics, table.ambiguousReplies.count)
        }
        let (statistics, kept) = run()
        #expect(statistics.ambiguous > 1_024)
        #expect(kept == 1_024)
        #expect(run().0 == statistics)
    }
}
