import Aero
import ModeS
import Testing

@testable import Tracking

/// Resolution advisories: news, so that one message alone is not enough.
struct AdvisoryTests {
    private let feed = FeedID(rawValue: 1)
    private let address = AircraftAddress(icao: 0x40621D)

    /// A table that knows the aircraft, level at 30,000 ft.
    private func table() -> TrackTable {
        var table = TrackTable()
        for second in 0..<4 {
            let frame = FrameEncoding.allCallReply(address: address)
            _ = table.ingest(ReceivedFrame(frame: frame, time: Timestamp(seconds: Double(second))), from: feed)
        }
        _ = table.ingest(altitude(30_000, at: 4), from: feed)
        return table
    }

    private func altitude(_ feet: Feet, at seconds: Double) -> ReceivedFrame {
        ReceivedFrame(
            frame: FrameEncoding.altitudeReply(address: address, flightStatus: 0, altitude: feet),
            time: Timestamp(seconds: seconds)
        )
    }

    private var field: Field56 {
        // Corrective, upward, positive ("climb"), the threat by its address.
        Field56(rawValue: 0x30 << 48 | 0b1100001 << 41 | 1 << 26 | 0x3C66A5 << 2)
    }

    private func coordination(at seconds: Double, repaired: UInt8 = 0) -> ReceivedFrame {
        let frame = FrameEncoding.longAirAir(
            address: address,
            onGround: false,
            sensitivity: 7,
            replyInformation: 3,
            altitude: 30_000,
            field: field
        )
        return ReceivedFrame(frame: frame, time: Timestamp(seconds: seconds), repairedBits: repaired)
    }

    private func squitter(at seconds: Double, repaired: UInt8 = 0) -> ReceivedFrame {
        let me = Field56(rawValue: (28 << 3 | 2) << 48 | field.rawValue & 0xFFFF_FFFF_FFFF)
        let frame = FrameEncoding.extendedSquitter(address: address, field: me)
        return ReceivedFrame(frame: frame, time: Timestamp(seconds: seconds), repairedBits: repaired)
    }

    @Test func oneMessageIsNoEvent() throws {
        var table = table()
        _ = table.ingest(coordination(at: 5), from: feed)
        _ = table.ingest(altitude(30_000, at: 12), from: feed)
        #expect(try #require(table[address]).advisories.isEmpty)
    }

    @Test func aSecondMessageMakesTheEventAndKeepsItsBytes() throws {
        var table = table()
        _ = table.ingest(coordination(at: 5), from: feed)
        _ = table.ingest(squitter(at: 5.8), from: feed)
        _ = table.ingest(coordination(at: 6.5), from: feed)
        let event = try #require(table[address]?.advisories.first)
        #expect(table[address]?.advisories.count == 1)
        #expect(event.confirmation == .secondMessage)
        #expect(event.first == Timestamp(seconds: 5))
        #expect(event.messages == 3)
        #expect(event.frames.count == 3)
        #expect(event.frames.first == coordination(at: 5).frame)
        // A coordination reply has no place for the threat; the squitter between them has.
        #expect(event.advisory.threat == .unknown)
        _ = table.ingest(squitter(at: 7.3), from: feed)
        #expect(table[address]?.advisories.first?.advisory.threat == .address(AircraftAddress(icao: 0x3C66A5)))
    }

    /// The aircraft says that it neither climbs nor descends.
    private func level(at seconds: Double) -> ReceivedFrame {
        var velocity = VelocityEncoding()
        velocity.verticalRate = 0
        return ReceivedFrame(
            frame: FrameEncoding.extendedSquitter(
                address: address,
                field: velocity.overGround(east: 400, north: 0)
            ),
            time: Timestamp(seconds: seconds)
        )
    }

    @Test func aChangeOfLevelConfirmsOneMessage() throws {
        var table = table()
        _ = table.ingest(level(at: 4.5), from: feed)
        _ = table.ingest(coordination(at: 5), from: feed)
        _ = table.ingest(altitude(30_500, at: 20), from: feed)
        #expect(table[address]?.advisories.first?.confirmation == .levelChange)
    }

    @Test func withoutAFreshAltitudeAndRateALevelConfirmsNothing() throws {
        var table = table()
        _ = table.ingest(coordination(at: 5), from: feed)
        _ = table.ingest(altitude(30_500, at: 20), from: feed)
        #expect(try #require(table[address]).advisories.isEmpty)
    }

    @Test func theSameTransmissionHeardTwiceIsOneMessage() throws {
        var table = table()
        _ = table.ingest(coordination(at: 5), from: feed)
        _ = table.ingest(coordination(at: 5.001), from: FeedID(rawValue: 2))
        #expect(try #require(table[address]).advisories.isEmpty)
    }

    @Test func aSecondMessageThatSaysAnotherThingConfirmsNothing() throws {
        var table = table()
        _ = table.ingest(coordination(at: 5), from: feed)
        let other = FrameEncoding.longAirAir(
            address: address,
            onGround: false,
            altitude: 30_000,
            field: Field56(rawValue: 0x30 << 48 | 0b1010001 << 41)
        )
        _ = table.ingest(ReceivedFrame(frame: other, time: Timestamp(seconds: 6)), from: feed)
        #expect(try #require(table[address]).advisories.isEmpty)
    }

    @Test func twoMessagesFarApartAreNoEvent() throws {
        var table = table()
        _ = table.ingest(coordination(at: 5), from: feed)
        _ = table.ingest(coordination(at: 50), from: feed)
        #expect(try #require(table[address]).advisories.isEmpty)
    }

    @Test func repairedMessagesTellNothing() throws {
        var table = table()
        _ = table.ingest(squitter(at: 5, repaired: 1), from: feed)
        _ = table.ingest(squitter(at: 6, repaired: 2), from: feed)
        #expect(try #require(table[address]).advisories.isEmpty)
    }

    @Test func withoutAnActiveAdvisoryTheFieldIsNoEvent() throws {
        var table = table()
        let quiet = FrameEncoding.longAirAir(
            address: address,
            onGround: false,
            altitude: 30_000,
            field: Field56(rawValue: 0x30 << 48)
        )
        for second in 5..<9 {
            _ = table.ingest(ReceivedFrame(frame: quiet, time: Timestamp(seconds: Double(second))), from: feed)
        }
        #expect(try #require(table[address]).advisories.isEmpty)
    }
}
