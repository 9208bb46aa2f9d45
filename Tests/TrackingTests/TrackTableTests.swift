import Aero
import ModeS
import TestSupport
import Testing

@testable import Tracking

struct TrackTableTests {
    private let feed = FeedID(rawValue: 1)

    private func received(_ hex: String, at seconds: Double, repaired: UInt8 = 0) throws -> ReceivedFrame {
        ReceivedFrame(frame: try Frame(hex: hex), time: Timestamp(seconds: seconds), repairedBits: repaired)
    }

    private let even = "8D40621D58C382D690C8AC2863A7"
    private let odd = "8D40621D58C386435CC412692AD6"
    private let address = AircraftAddress(icao: 0x40621D)

    @Test func firstCleanFrameWaitsAndIsNotLost() throws {
        var table = TrackTable()
        #expect(table.ingest(try received(even, at: 1), from: feed).verdict == .awaitingSecond)
        #expect(table.count == 0)
        #expect(table.ingest(try received(odd, at: 2), from: feed).verdict == .believed)
        let track = try #require(table[address])
        #expect(track.messages == 2)
        #expect(track.firstHeard == Timestamp(seconds: 1))
        #expect(track.barometricAltitude?.value == 38_000)
        #expect(track.barometricAltitude?.source == .frame(.extendedSquitter, typeCode: 11))
    }

    @Test func twoFramesFarApartMakeNoAircraft() throws {
        var table = TrackTable()
        _ = table.ingest(try received(even, at: 1), from: feed)
        #expect(table.ingest(try received(odd, at: 100), from: feed).verdict == .awaitingSecond)
        #expect(table.count == 0)
    }

    @Test func firstPositionNeedsASecondThatAgrees() throws {
        var table = TrackTable()
        _ = table.ingest(try received(even, at: 1), from: feed)
        let first = table.ingest(try received(odd, at: 1.5), from: feed)
        #expect(first.fix == nil)
        #expect(first.refusal == .unconfirmed)
        let second = table.ingest(try received(even, at: 2), from: feed)
        let fix = try #require(second.fix)
        #expect(abs(fix.position.latitude - 52.25720) < 1e-5)
        #expect(abs(fix.position.longitude - 3.91937) < 1e-5)
        #expect(fix.method == .global)
        #expect(fix.nic == 8)
        #expect(table.statistics.globalPositions == 1)
        #expect(table[address]?.refusals[.unconfirmed] == 2)
    }

    @Test func repairedFramesMakeNeitherAircraftNorFirstPosition() throws {
        var table = TrackTable()
        #expect(table.ingest(try received(even, at: 1, repaired: 1), from: feed).verdict == .repairedStranger)
        _ = table.ingest(try received(even, at: 1), from: feed)
        for second in 2..<8 {
            _ = table.ingest(try received(second % 2 == 0 ? odd : even, at: Double(second), repaired: 1), from: feed)
        }
        #expect(table[address]?.fix == nil)
        #expect(table.statistics.repairedStrangers > 0)
    }

    @Test func repliesAreBelievedOnlyOfAircraftHeardClean() throws {
        var table = TrackTable()
        let reply = try received("20001718029FCD", at: 1)
        #expect(table.ingest(reply, from: feed).verdict == .unattributed)
        #expect(table.count == 0)
        #expect(table.statistics.unattributed == 1)
    }

    @Test func aJumpIsRefusedAndAConfirmedJumpIsTaken() throws {
        var table = TrackTable()
        let far = try #require(Position(latitude: 40, longitude: 10))
        let near = try #require(Position(latitude: 52, longitude: 4))
        var report = ClaimedReport(address: address, time: Timestamp(seconds: 0))
        report.position = near
        #expect(table.ingest(report, from: feed).fix != nil)
        report.position = far
        for second in 1...2 {
            report.time = Timestamp(seconds: Double(second))
            #expect(table.ingest(report, from: feed).refusal == .tooFast)
        }
        #expect(table[address]?.isDoubtful == true)
        #expect(table[address]?.fix?.position == near)
        report.time = Timestamp(seconds: 3)
        #expect(table.ingest(report, from: feed).fix?.position == far)
        #expect(table[address]?.isDoubtful == false)
        #expect(table.statistics.refused(.tooFast) == 2)
    }

    @Test func theBetterSourceStandsAndTheWorseIsCounted() throws {
        var table = TrackTable()
        for (second, hex) in [even, odd, even].enumerated() {
            _ = table.ingest(try received(hex, at: Double(second)), from: feed)
        }
        var report = ClaimedReport(address: address, time: Timestamp(seconds: 3))
        report.position = Position(latitude: 52.3, longitude: 3.9)
        report.barometricAltitude = 1_000
        let claimed = table.ingest(report, from: FeedID(rawValue: 2))
        #expect(claimed.refusal == .outranked)
        #expect(table[address]?.barometricAltitude?.value == 38_000)
        #expect(table.statistics.outrankedValues == 1)
        #expect(table[address]?.feeds.count == 2)
        report.time = Timestamp(seconds: 60)
        #expect(table.ingest(report, from: FeedID(rawValue: 2)).fix?.method == .claimed)
        #expect(table[address]?.barometricAltitude?.value == 1_000)
        #expect(table[address]?.barometricAltitude?.source.isObserved == false)
    }

    @Test func surfacePositionsNeedAReferenceAndTakeTheReceiver() throws {
        let frames = ["903A23FF426A38565950432EBF95", "903A23FF426A4E65F7487A775D17", "903A23FF426A38565950432EBF95"]
        var blind = TrackTable()
        var table = TrackTable()
        table.configuration.receivers[feed] = Position(latitude: 43.63, longitude: 1.37)
        var fix: Fix?
        for (second, hex) in frames.enumerated() {
            let frame = try received(hex, at: Double(second))
            if second == 1 { #expect(blind.ingest(frame, from: feed).refusal == .noReference) }
            _ = blind.ingest(frame, from: feed)
            fix = table.ingest(frame, from: feed).fix ?? fix
        }
        let position = try #require(fix?.position)
        #expect(abs(position.latitude - 43.62648) < 1e-4)
        #expect(fix?.isOnGround == true)
        #expect(blind.tracks.allSatisfy { $0.fix == nil })
    }

    @Test func silentAircraftAreForgottenAndTheTableIsBounded() {
        var table = TrackTable()
        table.configuration.capacity = 100
        for number in UInt32(1)...1_000 {
            let time = Timestamp(seconds: Double(number))
            _ = table.ingest(ClaimedReport(address: AircraftAddress(icao: number), time: time), from: feed)
        }
        #expect(table.count <= 100)
        #expect(table.statistics.tracksEvicted == 1_000 - table.count)
        #expect(table[AircraftAddress(icao: 1_000)] != nil)
        table.expire(at: Timestamp(seconds: 10_000))
        #expect(table.count == 0)
    }

    @Test func aClockThatIsSetBackBeginsAnew() {
        var table = TrackTable()
        let address = AircraftAddress(icao: 0x4CA1FA)
        _ = table.ingest(ClaimedReport(address: address, time: Timestamp(seconds: 10_000)), from: feed)
        // A little of the future is another receiver's clock.
        table.expire(at: Timestamp(seconds: 9_980))
        #expect(table.count == 1)
        table.expire(at: Timestamp(seconds: 2_800))
        #expect(table.count == 0)
        _ = table.ingest(ClaimedReport(address: address, time: Timestamp(seconds: 2_801)), from: feed)
        #expect(table[address]?.lastHeard == Timestamp(seconds: 2_801))
    }

    @Test func randomFramesNeverTrapAndAlwaysGiveTheSameTable() {
        func run() -> TableStatistics {
            var random = SeededGenerator(seed: 6)
            var table = TrackTable()
            let formats: [UInt64] = [0, 4, 5, 11, 16, 17, 18, 20, 21]
            for step in 0..<200_000 {
                let bits = random.next()
                let format = formats[Int(bits % 9)]
                let high = format << 59 | (bits >> 5 & 7) << 56 | (bits >> 8 & 15) << 32 | random.next() & 0xFFFF_FFFF
                let low = random.next() & ~0xFF_FFFF_0000
                let bare = Frame(high: high & (format < 16 ? ~0xFFFF_FF00 : ~0), low: low)
                let parity = UInt64(bare.remainder)
                let frame =
                    bare.isLong
                    ? Frame(high: bare.high, low: low | parity << 16) : Frame(high: bare.high | parity << 8, low: 0)
                let time = Timestamp(seconds: Double(step) / 500)
                _ = table.ingest(ReceivedFrame(frame: frame, time: time), from: feed)
            }
            return table.statistics
        }
        let first = run()
        #expect(first == run())
        #expect(first.believed > 10_000)
    }

    @Test(.enabled(if: TestSupport.hasRecordings, "needs recordings"))
    func theLongRecordingIsFollowedToItsEnd() throws {
        var table = TrackTable()
        table.configuration.receivers[feed] = Position(latitude: 43.6, longitude: 1.4)
        var senders: Set<AircraftAddress> = []
        for line in try TestSupport.lines("modes/long_flight_first_half.csv") {
            let parts = line.split(separator: ",")
            guard parts.count == 2, let time = Double(parts[0]) else { continue }
            let ingested = table.ingest(try received(String(parts[1].dropFirst(18)), at: time), from: feed)
            switch ingested.message?.squitter?.content {
            case .airbornePosition?, .surfacePosition?:
                if ingested.message?.format == .extendedSquitter, let address = ingested.message?.address {
                    senders.insert(address)
                }
            default: break
            }
        }
        #expect(table.statistics.frames == 86_216)
        let main = try #require(table[AircraftAddress(icao: 0x486257)])
        let fix = try #require(main.fix)
        #expect(abs(fix.position.latitude - 48.1178) < 1e-3)
        #expect(abs(fix.position.longitude - 1.2578) < 1e-3)
        #expect(main.callsign?.value == "KLM1302")
        let unplaced = senders.filter { table[$0]?.fix == nil }
        // Two sent one half only; 38a0db's only even half comes 35 s after its last odd one, and 25 s is the limit on the ground.
        #expect(unplaced == Set([0x389E9B, 0x424729, 0x38A0DB].map { AircraftAddress(icao: $0) }))
        #expect(table.statistics.positions > 6_000)
        #expect(table.statistics.refused(.tooFast) + table.statistics.refused(.contradictory) < 5)
    }
}
