import Aero
import Feeds
import ModeS
import Testing

struct WireFormatTests {
    @Test func formatsAreToldFromTheirFirstBytes() {
        var random = SeededGenerator(1)
        let frames = (0..<20).map { _ in random.frame() }
        var beast: [UInt8] = []
        var avr: [UInt8] = []
        var sbs: [UInt8] = []
        var beastEncoder = BeastEncoder()
        var avrEncoder = AVREncoder()
        beastEncoder.encode(OutputBatch(frames: frames), into: &beast)
        avrEncoder.encode(OutputBatch(frames: frames), into: &avr)
        let report = ClaimedReport(address: AircraftAddress(icao: 1), time: Timestamp(seconds: 0))
        for _ in 0..<5 { SBSEncoder().encode(SBSMessage(transmission: .allCallReply, report: report), into: &sbs) }
        for cut in 0..<30 {
            #expect(WireFormat.guess(beast.span.extracting(cut...)) == .beast)
            #expect(WireFormat.guess(avr.span.extracting(cut...)) == .avr)
            #expect(WireFormat.guess(sbs.span.extracting(cut...)) == .sbs)
        }
        #expect(WireFormat.guess(Array("8D406B902015A678D4D220AA4BDA\n".utf8).span) == .avr)
        #expect(WireFormat.guess(Array("GET / HTTP/1.1\r\n\r\n".utf8).span) == .unknown)
        #expect(WireFormat.guess([UInt8]().span) == .unknown)
    }
}
