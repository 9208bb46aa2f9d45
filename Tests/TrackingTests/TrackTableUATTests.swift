import Aero
import ModeS
import TestSupport
import Testing

@testable import Tracking

struct TrackTableUATTests {
    private let feed = FeedID(rawValue: 1)

    private func message(
        _ address: UInt32 = 0x8A0123,
        _ qualifier: UATAddressQualifier = .aircraft,
        latitude: Double = -6.125,
        type: UInt8 = 1,
        status: UATModeStatus? = nil
    ) -> UATMessage {
        UATMessage(
            payloadType: type,
            qualifier: qualifier,
            address: AircraftAddress(icao: address),
            stateVector: UATStateVector(
                position: Position(latitude: latitude, longitude: 106.65),
                altitude: 3500,
                isAltitudeGeometric: false,
                nic: 8,
                motion: .airborne(north: -120, east: 160, isSupersonic: false),
                verticalRate: UATStateVector.Rate(-640, isBarometric: true)
            ),
            modeStatus: status,
            secondAltitude: 3600
        )
    }

    private func received(_ message: UATMessage, at seconds: Double) throws -> ReceivedUAT {
        let frame = try #require(UATEncoding.frame(message))
        return ReceivedUAT(frame: frame, time: Timestamp(seconds: seconds), level: -20)
    }

    @Test func twoFramesMakeATrackAndNothingOfTheFirstIsLost() throws {
        var table = TrackTable()
        let first = table.ingest(try received(message(), at: 10), from: feed)
        #expect(first.verdict == .awaitingSecond)
        #expect(first.address == AircraftAddress(icao: 0x8A0123))
        #expect(table.count == 0)
        let second = table.ingest(try received(message(), at: 11), from: feed)
        #expect(second.verdict == .believed)
        let track = try #require(table[AircraftAddress(icao: 0x8A0123)])
        #expect(track.firstHeard == Timestamp(seconds: 10))
        #expect(track.messages == 2)
        #expect(table.statistics.statedPositions == 2)
        #expect(table.statistics.uatFrames == 2)
        #expect(track.sourceClass == .adsbICAO)
        #expect(track.sourceClass.readsbName == "adsb_icao")
        #expect(track.groundSpeed?.value == 200)
        #expect(track.groundSpeed?.source.description == "UAT type 1")
        #expect(track.groundSpeed?.source.isObserved == true)
        #expect(track.barometricAltitude?.value == 3500)
        #expect(track.geometricAltitude?.value == 3600)
        #expect(track.barometricRate?.value == -640)
        #expect(track.geometricRate == nil)
        #expect(track.isOnGround?.value == false)
        #expect(track.level == -20)
        let fix = try #require(track.fix)
        #expect(fix.method == .stated)
        #expect(fix.source == .uat(payloadType: 1))
        #expect(fix.nic == 8)
        #expect(fix.containmentRadius == 185.2)
        #expect((fix.position.latitude + 6.125).magnitude < 1.1e-5)
        #expect(track.adsbVersion == nil)
    }

    @Test func framesFarApartInTimeMakeNoTrack() throws {
        var table = TrackTable()
        _ = table.ingest(try received(message(), at: 0), from: feed)
        #expect(table.ingest(try received(message(), at: 61), from: feed).verdict == .awaitingSecond)
        #expect(table.count == 0)
    }

    @Test func onlyZerosAreNobody() throws {
        var table = TrackTable()
        let zeros = ReceivedUAT(
            frame: try UATFrame(bytes: [UInt8](repeating: 0, count: 18)),
            time: Timestamp(seconds: 0)
        )
        for _ in 0..<3 { #expect(table.ingest(zeros, from: feed).verdict == .unattributed) }
        #expect(table.count == 0)
        #expect(table.statistics.unattributed == 3)
    }

    @Test(
        "each kind of sender has its class and its key",
        arguments: [
            (.aircraft, "8a0123", "adsb_icao"), (.selfAssigned, "~8a0123", "adsb_other"),
            (.trafficInformation, "8a0123", "tisb_icao"), (.trafficInformationTrack, "~8a0123", "tisb_trackfile"),
            (.surfaceVehicle, "~8a0123", "adsb_other"), (.rebroadcastOther, "~8a0123", "adsr_other"),
        ] as [(UATAddressQualifier, String, String)]
    )
    func classes(qualifier: UATAddressQualifier, key: String, name: String) throws {
        var table = TrackTable()
        for second in 0..<2 {
            _ = table.ingest(try received(message(0x8A0123, qualifier), at: Double(second)), from: feed)
        }
        let track = try #require(table.tracks.first)
        #expect(track.address.hex == key)
        #expect(track.sourceClass.readsbName == name)
    }

    @Test func anImpossibleJumpIsRefusedLikeAnyOther() throws {
        var table = TrackTable()
        for second in 0..<3 { _ = table.ingest(try received(message(), at: Double(second)), from: feed) }
        let jump = table.ingest(try received(message(latitude: 40), at: 3), from: feed)
        #expect(jump.refusal == .tooFast)
        #expect(jump.fix == nil)
        let track = try #require(table.tracks.first)
        #expect(track.isDoubtful)
        #expect((track.fix?.position.latitude ?? 0) < 0)
    }

    @Test func whatNoReceiverCanHearIsRefusedOfTheAircraftItself() throws {
        var table = TrackTable()
        table.configuration.receivers[feed] = Position(latitude: 52, longitude: 5)
        for second in 0..<2 { _ = table.ingest(try received(message(), at: Double(second)), from: feed) }
        #expect(table.tracks.first?.refusals[.beyondHorizon] == 2)
        #expect(table.tracks.first?.fix == nil)
        for second in 0..<2 {
            _ = table.ingest(try received(message(1, .trafficInformation), at: Double(second)), from: feed)
        }
        #expect(table[AircraftAddress(icao: 1)]?.fix != nil)
    }

    @Test func bothLinksFeedOneTrackAndTheBetterSourceStands() throws {
        var table = TrackTable()
        let address = AircraftAddress(icao: 0x40621D)
        for (hex, second) in [("8D40621D58C382D690C8AC2863A7", 1.0), ("8D40621D58C386435CC412692AD6", 1.5)] {
            let frame = ReceivedFrame(frame: try Frame(hex: hex), time: Timestamp(seconds: second))
            _ = table.ingest(frame, from: feed)
        }
        _ = table.ingest(try received(message(address.bits, .trafficInformation), at: 2), from: feed)
        #expect(table.count == 1)
        #expect(table[address]?.messages == 3)
        #expect(table[address]?.barometricAltitude?.value == 38_000)
        #expect(table[address]?.groundSpeed?.value == 200)
        #expect(table.statistics.outrankedValues == 2)
    }

    @Test func modeStatusFillsTheTrack() throws {
        let status = UATModeStatus(
            category: EmitterCategory(typeCode: 4, number: 3),
            identity: .squawk(Squawk(rawValue: 0o7700)),
            emergency: .general,
            version: 2,
            sil: 3,
            nacP: 10,
            nacV: 2,
            nicBaro: true,
            version2: UATModeStatus.Version2(
                sda: 2,
                gva: 2,
                silSupplement: false,
                isTCASOperational: true,
                isAdvisoryActive: false,
                isIdent: true
            )
        )
        var table = TrackTable()
        for second in 0..<2 { _ = table.ingest(try received(message(status: status), at: Double(second)), from: feed) }
        let track = try #require(table.tracks.first)
        #expect(track.category?.value.description == "A3")
        #expect(track.squawk?.value.description == "7700")
        #expect(track.isInEmergency)
        #expect(track.nacP?.value == 10 && track.nacV?.value == 2 && track.sil?.value == 3)
        #expect(track.sda?.value == 2 && track.gva?.value == 2 && track.nicBaro?.value == true)
        #expect(track.isSILPerSample?.value == false)
        #expect(track.isIdent?.value == true)
    }

    @Test func randomFramesNeverTrapAndStrangersStayBounded() throws {
        var table = TrackTable()
        var generator = SeededGenerator(seed: 8)
        for round in 0..<60_000 {
            var bytes = (0..<(round % 2 == 0 ? 18 : 34)).map { _ in UInt8.random(in: 0...255, using: &generator) }
            bytes[0] = round % 2 == 0 ? bytes[0] & 7 : bytes[0] | 8
            if round % 3 == 0 { (bytes[1], bytes[2], bytes[3]) = (1, 2, UInt8(round % 4)) }
            let frame = ReceivedUAT(frame: try UATFrame(bytes: bytes), time: Timestamp(seconds: Double(round) / 100))
            _ = table.ingest(frame, from: feed)
        }
        let statistics = table.statistics
        #expect(statistics.uatFrames == 60_000)
        // A first frame is counted when it comes, and once more among the believed when the second confirms it.
        let counted = statistics.believed + statistics.awaitingSecond + statistics.unattributed
        #expect(counted == 60_000 + statistics.tracksMade)
    }

    /// The recording has no times: it is played back with one frame every two seconds.
    @Test(.enabled(if: UATRecording.isThere, "needs recordings"))
    func theRecordingMakesItsTracks() throws {
        var table = TrackTable()
        var second = 0.0
        for line in try UATRecording.lines() {
            guard line.first == "-", let end = line.firstIndex(of: ";") else { continue }
            let frame = try UATFrame(hex: String(line.dropFirst()[..<end]))
            _ = table.ingest(ReceivedUAT(frame: frame, time: Timestamp(seconds: second)), from: feed)
            second += 2
        }
        #expect(table.statistics.uatFrames == 441)
        let track = try #require(table.tracks.first { $0.callsign?.value == "N70FC" })
        #expect(track.fix?.method == .stated)
        #expect(table.statistics.statedPositions > 400)
    }
}
