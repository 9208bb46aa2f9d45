import Aero
import ModeS
import Testing

@testable import Tracking

struct TrackClaimsTests {
    private let feed = FeedID(rawValue: 1)
    private let address = AircraftAddress(icao: 0x4B1234)

    private func whole() -> ClaimedReport {
        var report = ClaimedReport(address: address, time: Timestamp(seconds: 100))
        report.statedClass = .adsbICAO
        report.positionTime = Timestamp(seconds: 97)
        report.position = Position(latitude: 50, longitude: 8)
        report.callsign = "DLH1"
        report.category = EmitterCategory(typeCode: 4, number: 3)
        report.emergencyState = .lifeguard
        report.barometricAltitude = 35_000
        report.geometricAltitude = 35_500
        report.verticalRate = 64
        report.geometricRate = 128
        report.groundSpeed = 450
        report.track = 90
        report.indicatedAirspeed = 270
        report.trueAirspeed = 460
        report.mach = 0.8
        report.magneticHeading = 88
        report.trueHeading = 91
        report.roll = -2
        report.trackRate = 0.5
        report.selectedAltitude = 36_000
        report.managedAltitude = 37_000
        report.pressureSetting = 1013.2
        report.selectedHeading = 92
        report.nic = 8
        report.containmentRadius = 186
        report.nacP = 9
        report.nacV = 2
        report.sil = 3
        report.sda = 2
        report.gva = 1
        report.version = 2
        report.level = -12
        return report
    }

    @Test func everyFieldIsTaken() throws {
        var table = TrackTable()
        _ = table.ingest(whole(), from: feed)
        let track = try #require(table[address])
        #expect(track.category?.value == EmitterCategory(typeCode: 4, number: 3))
        #expect(track.emergency?.value == .lifeguard)
        #expect(track.barometricAltitude?.value == 35_000 && track.geometricAltitude?.value == 35_500)
        #expect(track.barometricRate?.value == 64 && track.geometricRate?.value == 128)
        #expect(track.groundSpeed?.value == 450 && track.track?.value == 90)
        #expect(track.indicatedAirspeed?.value == 270 && track.trueAirspeed?.value == 460 && track.mach?.value == 0.8)
        #expect(track.magneticHeading?.value == 88 && track.trueHeading?.value == 91)
        #expect(track.roll?.value == -2 && track.trackRate?.value == 0.5)
        #expect(track.selectedAltitude?.value == 36_000 && track.managedAltitude?.value == 37_000)
        #expect(track.pressureSetting?.value == 1013.2 && track.selectedHeading?.value == 92)
        #expect(track.nacP?.value == 9 && track.nacV?.value == 2 && track.sil?.value == 3)
        #expect(track.sda?.value == 2 && track.gva?.value == 1)
        #expect(track.adsbVersion == 2 && track.version?.source == .claim(.unstated))
        #expect(track.level == -12)
    }

    @Test func thePositionIsAsOldAsItSaysAndRanksAsAClaimWhateverItsClass() throws {
        var table = TrackTable()
        _ = table.ingest(whole(), from: feed)
        let track = try #require(table[address])
        let fix = try #require(track.fix)
        #expect(fix.time == Timestamp(seconds: 97) && track.lastHeard == Timestamp(seconds: 100))
        #expect(fix.sourceClass == .adsbICAO && fix.rank == SourceClass.other.rank && fix.nic == 8)
        #expect(fix.containmentRadius == 186)
        #expect(track.sourceClass == .adsbICAO)
        #expect(track.barometricAltitude?.rank == SourceClass.other.rank)
        #expect(track.trail.points.first?.flags.contains(.notOwn) == true)
    }

    @Test func aStatedComputedPositionIsMarkedAsOne() throws {
        var report = whole()
        report.statedClass = .multilateration
        var table = TrackTable()
        _ = table.ingest(report, from: feed)
        let fix = try #require(table[address]?.fix)
        #expect(fix.source == .claim(.multilateration) && fix.rank == SourceClass.multilateration.rank)
    }

    @Test func theSamePositionAgainIsNoNewOneAndFramesStandBeforeClaims() throws {
        var table = TrackTable()
        _ = table.ingest(whole(), from: feed)
        var later = whole()
        later.time = Timestamp(seconds: 101)
        _ = table.ingest(later, from: feed)
        #expect(table[address]?.fix?.time == Timestamp(seconds: 97))
        #expect(table[address]?.trail.points.count == 1)
        let reply = FrameEncoding.allCallReply(address: address)
        for second in [101.0, 102] {
            _ = table.ingest(ReceivedFrame(frame: reply, time: Timestamp(seconds: second), level: -30), from: feed)
        }
        let altitude = FrameEncoding.altitudeReply(address: address, flightStatus: 0, altitude: 34_000)
        _ = table.ingest(ReceivedFrame(frame: altitude, time: Timestamp(seconds: 103), level: -30), from: feed)
        later.time = Timestamp(seconds: 104)
        _ = table.ingest(later, from: feed)
        #expect(table[address]?.barometricAltitude?.value == 34_000)
    }
}
