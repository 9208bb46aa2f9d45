import Aero
import Feeds
import ModeS
import Testing

struct SBSDecoderTests {
    /// 2023-11-14T22:13:20Z.
    private static let start = Timestamp(seconds: 1_700_000_000)

    private func line(_ fields: String) -> [UInt8] {
        Array("MSG,3,1,1,4CA2D6,1,2023/11/14,22:13:19.500,2023/11/14,22:13:19.600,\(fields)\r\n".utf8)
    }

    @Test func aLineIsReadWithItsOwnTime() throws {
        var decoder = SBSDecoder()
        let batch = decoder.decodeAll(
            line("RYR12AB ,37025,441.5,359.9,53.25,-6.5,-64,7700,0,-1,0,0"),
            arrival: Self.start
        )
        let report = try #require(batch.reports.first)
        #expect(report.address.hex == "4ca2d6")
        #expect(report.time == Self.start.advanced(bySeconds: -0.5))
        #expect(report.callsign == "RYR12AB")
        #expect(report.barometricAltitude == 37_025)
        #expect(report.groundSpeed == 441.5)
        #expect(report.track == 359.9)
        #expect(report.position == Position(latitude: 53.25, longitude: -6.5))
        #expect(report.verticalRate == -64)
        #expect(report.squawk == Squawk("7700"))
        #expect(report.alert == false && report.emergency == true && report.ident == false && report.onGround == false)
        #expect(decoder.counters.badFields == 0)
    }

    @Test func whatIsOutOfBoundsIsLeftOutAndCounted() throws {
        var decoder = SBSDecoder()
        let batch = decoder.decodeAll(line("ab\u{7},999999,-3,400,91,181,1e9,9999,x,,,"), arrival: Self.start)
        let report = try #require(batch.reports.first)
        #expect(report == ClaimedReport(address: report.address, time: report.time))
        #expect(decoder.counters.badFields == 8)
    }

    @Test func aClockTwoSecondsOffGivesWayToArrival() {
        var decoder = SBSDecoder()
        let later = Self.start.advanced(bySeconds: 3600)
        #expect(decoder.decodeAll(line(",,,,,,,,,,,"), arrival: later).reports.first?.time == later)
        #expect(decoder.counters.clockDisagreements == 1)
        var recording = SBSDecoder(time: .recording(start: later))
        #expect(recording.decodeAll(line(",,,,,,,,,,,")).reports.first?.time == Self.start.advanced(bySeconds: -0.5))
    }

    @Test(
        "impossible dates are refused",
        arguments: [
            "2023/02/29,10:00:00.000", "2023/13/01,10:00:00.000", "2023/01/01,24:00:00.000", "2023/01/01,10:00", "x,y",
        ]
    )
    func dates(text: String) {
        var decoder = SBSDecoder()
        let wire = Array("MSG,8,1,1,4CA2D6,1,\(text),,,,,,,,,,,,,,\r\n".utf8)
        #expect(decoder.decodeAll(wire, arrival: Self.start).reports.first?.time == Self.start)
        #expect(decoder.counters.badFields == 1)
    }

    @Test func garbageHeartbeatsAndOtherLinesAreCounted() {
        let text =
            "\r\n\r\nSTA,,5,179,400AE7,10103,2008/11/28,14:58:51.153,2008/11/28,14:58:51.153,RM\r\nMSG,9,1,1,4CA2D6\r\nrubbish\r\n"
        var decoder = SBSDecoder()
        let batch = decoder.decodeAll(Array(text.utf8), pieces: 3)
        #expect(batch.isEmpty && !batch.sawSimulationMark)
        #expect(decoder.counters.heartbeats == 2)
        #expect(decoder.counters.ignored == 1)
        #expect(decoder.counters.garbageLines == 2)
    }

    @Test func countsOfReceiversAreNoFlags() throws {
        var decoder = SBSDecoder(kind: .multilateration)
        let reportFound = decoder.decodeAll(line(",,,,,,,,1,-1,0,0"), arrival: Self.start).reports.first
        let report = try #require(reportFound)
        #expect(report.alert == nil && report.emergency == nil && report.kind == .multilateration)
    }

    @Test(
        "each transmission type writes its fields and they are read back",
        arguments: SBSMessage.Transmission.allCases
    )
    func roundTrip(transmission: SBSMessage.Transmission) throws {
        var report = ClaimedReport(
            address: AircraftAddress(icao: 0x8A00AB),
            time: Self.start.advanced(bySeconds: 0.123)
        )
        report.callsign = "GIA123"
        report.barometricAltitude = -25
        report.groundSpeed = 12.5
        report.track = 0
        report.position = Position(latitude: -6.12556, longitude: 106.65583)
        report.verticalRate = -1_024
        report.squawk = Squawk("0012")
        report.alert = true
        report.emergency = false
        report.ident = true
        report.onGround = true
        var output: [UInt8] = []
        SBSEncoder().encode(SBSMessage(transmission: transmission, report: report), into: &output)
        #expect(
            String(decoding: output, as: UTF8.self).split(separator: ",", omittingEmptySubsequences: false).count == 22
        )
        var decoder = SBSDecoder()
        let gotFound = decoder.decodeAll(output, arrival: Self.start).reports.first
        let got = try #require(gotFound)
        #expect(decoder.counters.badFields == 0)
        #expect(got.time == report.time)
        switch transmission {
        case .identification: #expect(got.callsign == "GIA123" && got.position == nil)
        case .surfacePosition:
            #expect(got.position == report.position && got.groundSpeed == 12.5 && got.onGround == true)
        case .airbornePosition:
            #expect(got.position == report.position && got.barometricAltitude == -25 && got.alert == true)
        case .airborneVelocity: #expect(got.track == 0 && got.verticalRate == -1_024 && got.barometricAltitude == nil)
        case .surveillanceAltitude: #expect(got.barometricAltitude == -25 && got.ident == true && got.squawk == nil)
        case .surveillanceIdentity: #expect(got.squawk == report.squawk && got.emergency == false)
        case .airToAir: #expect(got.barometricAltitude == -25 && got.onGround == true && got.alert == nil)
        case .allCallReply: #expect(got.onGround == true && got.barometricAltitude == nil)
        }
    }

    @Test func addressesOutsideTheICAOSpaceAreNotWritten() {
        var output: [UInt8] = []
        let report = ClaimedReport(address: AircraftAddress(other: 5), time: Self.start)
        SBSEncoder().encode(SBSMessage(transmission: .allCallReply, report: report), into: &output)
        #expect(output.isEmpty)
    }

    @Test func theMarkIsWrittenAndSeen() {
        var encoder = SBSEncoder()
        let mark = encoder.simulationMark(at: Self.start)
        #expect(
            String(decoding: mark, as: UTF8.self)
                == "STA,,1,1,DFFFFF,1,2023/11/14,22:13:20.000,2023/11/14,22:13:20.000,SIMULATED\r\n"
        )
        var decoder = SBSDecoder()
        #expect(decoder.decodeAll(mark).sawSimulationMark)
    }

    @Test func datesGoThereAndBackOverAllLeapYears() {
        let encoder = SBSEncoder()
        for day in stride(from: 0, to: 84_000, by: 1) where day % 7 == 0 || (0...2).contains(day % 366) {
            let time = Timestamp(nanoseconds: Int64(day) * 86_400_000_000_000 + 86_399_999_000_000)
            var output: [UInt8] = []
            encoder.encode(
                SBSMessage(
                    transmission: .allCallReply,
                    report: ClaimedReport(address: AircraftAddress(icao: 1), time: time)
                ),
                into: &output
            )
            var decoder = SBSDecoder()
            let got = decoder.decodeAll(output, arrival: time).reports.first?.time
            if got != time || decoder.counters.badFields != 0 { Issue.record("\(time)") }
        }
    }
}
