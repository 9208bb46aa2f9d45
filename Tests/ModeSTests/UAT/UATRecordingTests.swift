import Aero
import Foundation
import ModeS
import TestSupport
import Testing

/// The downlink frames of two recordings; what they hold was counted in the output of dump978's own reader, uat2text.
struct UATRecordingTests {
    private static func messages() throws -> [UATMessage] {
        try UATRecording.lines().compactMap { line in
            guard line.first == "-", let end = line.firstIndex(of: ";") else { return nil }
            return UATMessage(try UATFrame(hex: String(line[line.index(after: line.startIndex)..<end])))
        }
    }

    @Test(.enabled(if: UATRecording.isThere, "needs recordings"))
    func everyFrameIsReadAndTheCountsAreDump978s() throws {
        let all = try Self.messages()
        #expect(all.count == 441)
        func count(_ isCounted: (UATMessage) -> Bool) -> Int { all.count(where: isCounted) }
        #expect((0...2).map { type in count { $0.payloadType == type } } == [169, 194, 78])
        #expect(count { $0.qualifier == .aircraft } == 318)
        #expect(count { $0.qualifier == .trafficInformation } == 51)
        #expect(count { $0.qualifier == .trafficInformationTrack } == 72)
        #expect(count { $0.modeStatus?.identity == .callsign("N70FC") } == 51)
        #expect(count { $0.modeStatus?.identity == .callsign("N5130E") } == 12)
        #expect(count { $0.modeStatus?.identity == .squawk(Squawk(rawValue: 0o0322)) } == 12)
        #expect(count { $0.modeStatus != nil && $0.modeStatus?.identity == nil } == 72)
        #expect(count { $0.modeStatus?.version == 2 } == 143)
        #expect(count { $0.modeStatus?.version == 1 } == 51)
        #expect(count { $0.stateVector == nil } == 0)
    }

    @Test(.enabled(if: UATRecording.isThere, "needs recordings"))
    func everyMessageIsWrittenAsItWasRead() throws {
        for message in try Self.messages() {
            let frame = try #require(UATEncoding.frame(message))
            #expect(UATMessage(frame) == message)
        }
    }
}
