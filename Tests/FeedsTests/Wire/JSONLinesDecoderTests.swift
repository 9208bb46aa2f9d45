import Aero
import ModeS
import Testing

@testable import Feeds

struct JSONLinesDecoderTests {
    private let start = Timestamp(seconds: 1_700_000_000)

    private func decode(_ text: String, live: Bool = false) -> (FeedBatch, JSONLinesDecoder) {
        var decoder = JSONLinesDecoder(time: live ? .arrival : .recording(start: Timestamp(seconds: 0)))
        let batch = decoder.decodeAll(Array(text.utf8), pieces: 7, arrival: start)
        return (batch, decoder)
    }

    @Test func aLineOfOursGivesItsFrameAgain() throws {
        let frame = try Frame(hex: "8D40621D58C382D690C8AC2863A7")
        var received = ReceivedFrame(frame: frame, time: start.advanced(bySeconds: 0.25), level: -12.3)
        received.repairedBits = 1
        received.origin = .multilateration
        var notes = MessageNotes()
        notes.receiver = "00000000000000ff"
        let line = try Message(frame).jsonLine(received, notes: notes)
        let (batch, decoder) = decode(line + "\n\n")
        let got = try #require(batch.frames.first)
        #expect(got.frame == frame && got.time == received.time && got.level == -12.3)
        #expect(got.repairedBits == 1 && got.origin == .multilateration && got.receiver == 0xFF)
        #expect(!batch.sawSimulationMark)
        #expect(decoder.counters.frames == 1 && decoder.counters.heartbeats == 1 && decoder.counters.rejected == 0)
    }

    @Test func modeACAndUATLinesGiveThemAgain() throws {
        let reply = ReceivedModeAC(reply: ModeACReply(squawk: Squawk(rawValue: 0o1234)), time: start, level: -3)
        let frame = try UATFrame(hex: "00a66ef135445d525a0c0519119021204800")
        let uat = ReceivedUAT(frame: frame, time: start, level: -20.5, correctedBytes: 2)
        let message = UATMessage(frame)
        let (batch, decoder) = decode(reply.jsonLine() + "\r\n" + message.jsonLine(uat) + "\n")
        #expect(batch.modeAC == [reply])
        #expect(batch.uat == [uat])
        #expect(decoder.counters.rejected == 0)
    }

    @Test func aClaimOfOursIsAClaimAgain() {
        let line = """
            {"time": 1700000000.5, "icao": "7C1A2B", "source": "mlat", "callsign": "QFA1", "altitude": 1200, \
            "groundspeed": 90, "track": 359.5, "latitude": -6.5, "longitude": 106.25, "vertical_rate": -64, "squawk": "7000"}
            """
        let (batch, decoder) = decode(line)
        var report = ClaimedReport(
            address: AircraftAddress(icao: 0x7C1A2B),
            time: start.advanced(bySeconds: 0.5),
            kind: .multilateration
        )
        report.callsign = "QFA1"
        report.barometricAltitude = 1200
        report.groundSpeed = 90
        report.track = 359.5
        report.position = Position(latitude: -6.5, longitude: 106.25)
        report.verticalRate = -64
        report.squawk = Squawk("7000")
        #expect(batch.reports == [report])
        #expect(decoder.counters.reports == 1 && decoder.counters.rejected == 0)
    }

    @Test func linesOfAJSONPortAreReports() {
        let (batch, decoder) = decode(
            """
            {"now":1700000000.1,"hex":"7c1a2b","type":"adsb_icao","gs":120.5,"seen":0.1,"mlat":[],"tisb":[]}
            {"now":1700000000.1,"hex":"7c1a2b","type":"adsb_icao","gs":120.5,"seen":0.1,"mlat":[],"tisb":[]}
            {"now":1700000001.1,"hex":"7c1a2b","type":"adsb_icao","gs":121,"seen":0}

            """,
            live: true
        )
        #expect(batch.reports.map(\.groundSpeed) == [120.5, 121])
        #expect(batch.reports.first?.statedClass == .adsbICAO)
        #expect(decoder.counters.reports == 2 && decoder.counters.ignored == 1)
    }

    @Test func aLiveTimeTwoSecondsOffIsNotBelieved() {
        let frame = "\"raw\": \"8D40621D58C382D690C8AC2863A7\"}"
        let lines = "{\"time\": 1700000001.5, \(frame)\n{\"time\": 1700000009, \(frame)\n{\(frame)\n"
        let (batch, decoder) = decode(lines, live: true)
        #expect(batch.frames.map { $0.time.seconds(since: start) } == [1.5, 0, 0])
        #expect(decoder.counters.clockDisagreements == 1)
    }

    @Test(arguments: [
        "{\"simulated\": true}\n", "{\"simulated\": true, \"time\": 1, \"raw\": \"8D40621D58C382D690C8AC2863A7\"}\n",
        "{\"simulated\": true, \"hex\": \"7c1a2b\", \"now\": 1}\n",
    ])
    func anyLineMayLabelAllThatFollows(line: String) {
        #expect(decode(line).0.sawSimulationMark)
        #expect(!decode(line.replacing("true", with: "false")).0.sawSimulationMark)
    }

    @Test(arguments: [
        "hello", "{", "[1]", "{}", "{\"raw\": \"XX40621D58C382D690C8AC2863A7\"}", "{\"icao\": \"7C1A2B\"}",
        "{\"raw\": 5}", "{\"mode_ac\": true, \"raw\": \"12345\"}", "{\"uat\": 0, \"raw\": \"1234\"}",
        "{\"raw\": \"8D40621D\"}", "{\"hex\": \"7c1a2b\"} {\"hex\": \"7c1a2b\"}",
        "{\"hex\": \"7c1a2b\", \"now\": 1700000000, \"seen\": \"x\"}",
        "{\"a\": \"" + String(repeating: "x", count: 9_000) + "\"}",
    ])
    func whatIsNothingKnownIsCounted(line: String) {
        let (batch, decoder) = decode(line + "\n{\"raw\": \"8D40621D58C382D690C8AC2863A7\"}\n")
        #expect(batch.frames.count == 1 && batch.count == 1)
        #expect(decoder.counters.rejected == 1)
    }

    @Test func aFirstLineMayShowAKey() throws {
        let (_, decoder) = decode("key 0123456789ABCDEF-0123456789abcdef\n{\"simulated\": false}\n")
        let key = try #require(FeederKey("01234567-89ab-cdef-0123-456789abcdef"))
        #expect(decoder.shownKey?.matches(key) == true)
        #expect(
            decode("{\"raw\": \"8D40621D58C382D690C8AC2863A7\"}\nkey 0123456789ABCDEF0123456789abcdef\n").1.shownKey
                == nil
        )
    }
}
