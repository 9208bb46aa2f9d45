import Aero
import ModeS
import Testing

/// Published frames, made again from the values they are said to carry.
struct SquitterVectorTests {
    @Test func identification() throws {
        let callsign = try #require(CallsignEncoding.bits("EZY85MH"))
        let frame = FrameEncoding.extendedSquitter(
            address: AircraftAddress(icao: 0x406B90),
            field: SquitterEncoding.identification(set: 4, category: 0, callsign: callsign)
        )
        #expect(frame.hex == "8D406B902015A678D4D220AA4BDA")
    }

    @Test func velocityOverGround() {
        var velocity = VelocityEncoding()
        velocity.isIFRCapable = true
        velocity.verticalRate = -832
        velocity.rateIsBarometric = false
        velocity.geometricMinusBarometric = 550
        let frame = FrameEncoding.extendedSquitter(
            address: AircraftAddress(icao: 0x485020),
            field: velocity.overGround(east: -8, north: -159)
        )
        #expect(frame.hex == "8D485020994409940838175B284F")
    }

    @Test func velocityThroughAir() {
        var velocity = VelocityEncoding()
        velocity.verticalRate = -2304
        let frame = FrameEncoding.extendedSquitter(
            address: AircraftAddress(icao: 0xA05F21),
            field: velocity.throughAir(heading: 243.984375, speed: 375, isTrueAirspeed: true)
        )
        #expect(frame.field56.bits(6, 8) == 3)
        let published = Frame.published("8DA05F219B06B6AF189400CBC33F").field56
        #expect(frame.field56.bits(14, 35) == published.bits(14, 35))
        #expect(frame.field56.bits(36, 56) == published.bits(36, 56))
    }

    @Test("type codes 28 and 29") func statusAndTarget() throws {
        let squawk = try #require(Squawk("6513"))
        let status = SquitterEncoding.emergencyStatus(state: 0, squawk: squawk)
        #expect(
            FrameEncoding.extendedSquitter(address: AircraftAddress(icao: 0xA2C1B6), field: status).hex
                == "8DA2C1B6E112B600000000760759"
        )
        var target = TargetStateEncoding()
        target.selectedAltitude = 16_992
        target.pressureSetting = 1012.8
        target.selectedHeading = 66.797
        target.nacP = 9
        target.sil = 3
        target.nicBaro = true
        target.hasTCAS = true
        target.modes = [.autopilot, .verticalNavigation, .lateralNavigation]
        #expect(
            FrameEncoding.extendedSquitter(address: AircraftAddress(icao: 0xA05629), field: target.field).hex
                == "8DA05629EA21485CBF3F8CADAEEB"
        )
    }

    @Test func airbornePositions() throws {
        let place = try #require(Position(latitude: 52.25720, longitude: 3.91937))
        let even = SquitterEncoding.airbornePosition(
            typeCode: 11,
            altitude: 38_000,
            position: .airborne(place, odd: false)
        )
        let published = Frame.published("8D40621D58C382D690C8AC2863A7").field56
        #expect(even.bits(1, 22) == published.bits(1, 22))
        #expect(abs(Int(even.bits(23, 39)) - Int(published.bits(23, 39))) <= 1)
        #expect(abs(Int(even.bits(40, 56)) - Int(published.bits(40, 56))) <= 1)
    }

    @Test func surfacePosition() throws {
        let place = try #require(Position(latitude: -23.43032, longitude: -46.46737))
        let made = SquitterEncoding.surfacePosition(
            typeCode: 7,
            speed: 17.5,
            track: 343.125,
            position: .surface(place, odd: true)
        )
        let published = Frame.published("8FE48C033A9FA68F7C3D39B1C2F0").field56
        #expect(made.bits(1, 22) == published.bits(1, 22))
        #expect(abs(Int(made.bits(23, 39)) - Int(published.bits(23, 39))) <= 1)
        #expect(abs(Int(made.bits(40, 56)) - Int(published.bits(40, 56))) <= 1)
    }

    @Test("operational status keeps its fields apart", arguments: [UInt8(0), 1, 2])
    func operationalStatus(version: UInt8) {
        var status = OperationalStatusEncoding(version: version, onGround: false)
        status.hasTCAS = true
        status.nacP = 9
        status.sil = 3
        status.sda = 2
        status.gva = 2
        status.nicA = true
        let field = status.field
        #expect(field.bits(1, 5) == 31)
        #expect(field.bits(41, 43) == UInt32(version))
        switch version {
        case 0: #expect(!field.bit(12) && field.bits(45, 48) == 0)
        case 1: #expect(!field.bit(11) && field.bits(45, 48) == 9 && field.bits(49, 50) == 0)
        default: #expect(field.bit(11) && field.bits(31, 32) == 2 && field.bits(49, 50) == 2 && field.bits(51, 52) == 3)
        }
    }
}

extension Frame {
    /// A frame known to be well formed; a broken one is reported and replaced by the marker.
    static func published(_ hex: String) -> Frame {
        guard let frame = try? Frame(hex: hex) else {
            Issue.record("\(hex) is no frame")
            return SimulationMarker.frame
        }
        return frame
    }
}
