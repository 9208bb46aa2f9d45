import Aero
import ModeS
import Testing

struct ReplyVectorTests {
    @Test("altitude and identity replies carry their values and the address in the parity")
    func surveillance() throws {
        let df4 = Frame.published("20001718029FCD")
        #expect(
            FrameEncoding.altitudeReply(
                address: AircraftAddress(icao: df4.remainder),
                flightStatus: 0,
                altitude: 36_000
            ) == df4
        )
        let df5 = Frame.published("2A00516D492B80")
        let squawk = try #require(Squawk("0356"))
        let made = FrameEncoding.identityReply(
            address: AircraftAddress(icao: df5.remainder),
            flightStatus: 2,
            squawk: squawk,
            utility: 2
        )
        // The published frame has the X bit set, which the standard leaves zero.
        #expect(made.high >> 32 == df5.flipping(bit: 26).high >> 32)
        #expect(made.remainder == df5.remainder)
    }

    @Test func airAir() {
        let df0 = Frame.published("02E197B00179C3")
        #expect(
            FrameEncoding.shortAirAir(
                address: AircraftAddress(icao: df0.remainder),
                onGround: false,
                sensitivity: 7,
                replyInformation: 3,
                altitude: 37_000
            ) == df0
        )
        let df16 = Frame.published("80E1969058B5025B9850641D2974")
        #expect(
            FrameEncoding.longAirAir(
                address: AircraftAddress(icao: df16.remainder),
                onGround: false,
                sensitivity: 7,
                replyInformation: 3,
                altitude: 35_000,
                field: df16.field56
            ) == df16
        )
    }

    @Test("Comm-B registers, bit for bit as published") func registers() throws {
        let callsign = try #require(CallsignEncoding.bits("KLM1017"))
        #expect(
            CommBEncoding.identification(callsign: callsign)
                == Frame.published("A000083E202CC371C31DE0AA1CCF").field56
        )
        #expect(
            CommBEncoding.selectedVerticalIntention(panelAltitude: 3008, managedAltitude: 3008, pressureSetting: 1020)
                == Frame.published("A000029C85E42F313000007047D3").field56
        )
        #expect(
            CommBEncoding.trackAndTurn(
                roll: 2.109,
                track: 114.258,
                groundSpeed: 438,
                turnRate: 0.125,
                trueAirspeed: 424
            )
                == Frame.published("A000139381951536E024D4CCF6B5").field56
        )
        #expect(
            CommBEncoding.headingAndSpeed(
                heading: 42.715,
                indicatedAirspeed: 252,
                mach: 0.42,
                barometricRate: -1920,
                inertialRate: -1920
            ) == Frame.published("A00004128F39F91A7E27C46ADC21").field56
        )
        #expect(
            CommBEncoding.commonUsageCapability([
                0x05, 0x06, 0x07, 0x08, 0x09, 0x20, 0x40, 0x50, 0x51, 0x52, 0x60,
            ]) == Frame.published("A0000638FA81C10000000081A92F").field56
        )
    }

    @Test("an all-call reply carries the interrogator's code", arguments: [UInt8(0), 1, 15, 79])
    func allCall(code: UInt8) {
        let frame = FrameEncoding.allCallReply(address: AircraftAddress(icao: 0xD01234), interrogator: code)
        #expect(frame.remainder == UInt32(code))
        #expect(frame.bitCount == 56)
        #expect(DownlinkFormat(of: frame) == .allCallReply)
    }

    @Test("parity leaves the address for every address bit", arguments: 0..<24)
    func parity(bit: Int) {
        let address = AircraftAddress(icao: 1 << UInt32(bit))
        let short = FrameEncoding.altitudeReply(address: address, flightStatus: 1, altitude: nil)
        #expect(short.remainder == address.bits && !short.isLong)
        let long = FrameEncoding.altitudeReply(
            address: address,
            flightStatus: 1,
            altitude: 1000,
            register: Field56(rawValue: .max)
        )
        #expect(long.remainder == address.bits && long.isLong && long.field56.rawValue == 0xFF_FFFF_FFFF_FFFF)
        let squitter = FrameEncoding.nonTransponder(address: address, control: 2, field: Field56(rawValue: 77))
        #expect(squitter.remainder == 0 && squitter.field56.rawValue == 77)
    }
}
