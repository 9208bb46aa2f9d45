import Aero
import ModeS
import TestSupport
import Testing

@testable import Tracking

/// Whatever comes in, the table stays whole: no trap, no growth beyond its bounds, the same result for the same bytes.
struct TableFuzzTests {
    private static let rounds = 300_000
    private let feed = FeedID(rawValue: 1)

    /// Frames of few aircraft, many of them neighbours, each with some bits turned over and times that jump.
    private func table(seed: UInt64, isAnticipating: Bool = false) -> TrackTable {
        var random = SeededGenerator(seed: seed)
        var configuration = TrackTable.Configuration()
        configuration.capacity = 64
        configuration.receivers[feed] = Position(latitude: 52, longitude: 5)
        var table = TrackTable(configuration: configuration)
        var time = 1_700_000_000.0
        for _ in 0..<Self.rounds {
            time += Double(random.next() % 1000) / 2000
            if random.next() % 5000 == 0 { time += Double(random.next() % 100_000) - 50_000 }
            let address = AircraftAddress(icao: 0x15_7700 + UInt32(random.next() % 24))
            var frame = frame(of: address, &random)
            for _ in 0..<Int(random.next() % 3) where random.next() % 4 == 0 {
                frame = frame.flipping(bit: 6 + Int(random.next() % UInt64(frame.bitCount - 5)))
            }
            let received = ReceivedFrame(
                frame: frame,
                time: Timestamp(seconds: time),
                level: random.next() % 3 == 0 ? nil : -Float(random.next() % 40),
                repairedBits: UInt8(random.next() % 8 == 0 ? 1 : 0)
            )
            if isAnticipating { table.anticipate(received) }
            _ = table.ingest(received, from: FeedID(rawValue: UInt16(1 + random.next() % 3)))
            if random.next() % 20_000 == 0 { table.expire(at: Timestamp(seconds: time)) }
        }
        return table
    }

    private func frame(of address: AircraftAddress, _ random: inout SeededGenerator) -> Frame {
        let field = Field56(rawValue: random.next())
        let altitude = Feet(Int(random.next() % 2000) * 25 - 1000)
        switch random.next() % 8 {
        case 0: return FrameEncoding.allCallReply(address: address)
        case 1: return FrameEncoding.extendedSquitter(address: address, field: field)
        case 2: return FrameEncoding.nonTransponder(address: address, control: UInt8(random.next() % 8), field: field)
        case 3: return FrameEncoding.altitudeReply(address: address, flightStatus: 0, altitude: altitude)
        case 4:
            return FrameEncoding.altitudeReply(
                address: address,
                flightStatus: UInt8(random.next() % 8),
                altitude: altitude,
                register: field
            )
        case 5:
            return FrameEncoding.identityReply(
                address: address,
                flightStatus: UInt8(random.next() % 8),
                squawk: Squawk(rawValue: UInt16(random.next() % 4096)),
                register: Field56(rawValue: random.next() & random.next())
            )
        case 6:
            return FrameEncoding.longAirAir(address: address, onGround: false, altitude: altitude, field: field)
        default: return Frame(high: random.next(), low: random.next())
        }
    }

    @Test func anyFramesAtAnyTimesLeaveTheTableWhole() {
        let table = table(seed: 50)
        #expect(table.statistics.frames + table.statistics.copies == Self.rounds)
        #expect(table.count <= 64)
        let verdicts = table.statistics
        #expect(verdicts.believed > 0 && verdicts.unattributed > 0 && verdicts.ambiguous > 0)
        for track in table.tracks {
            if let position = track.fix?.position {
                #expect((-90.0...90).contains(position.latitude) && (-180.0...180).contains(position.longitude))
            }
            for direction in [track.track?.value, track.trueHeading?.value, track.magneticHeading?.value] {
                if let direction { #expect((0.0..<360).contains(direction.rawValue)) }
            }
            #expect(track.advisories.count <= 16)
        }
    }

    @Test("what is anticipated changes nothing", arguments: [false, true])
    func sameBytesGiveTheSameTable(isAnticipating: Bool) {
        let first = table(seed: 51)
        let second = table(seed: 51, isAnticipating: isAnticipating)
        #expect(first.statistics == second.statistics)
        #expect(first.tracks.map(\.address) == second.tracks.map(\.address))
        #expect(first.tracks.map(\.messages) == second.tracks.map(\.messages))
    }
}
