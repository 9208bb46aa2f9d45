import Aero
import ModeS
import Testing

@testable import Feeds

/// Our writers against our parsers, in every format that carries frames.
struct RoundTripTests {
    enum Carrier: String, CaseIterable, Sendable {
        case beast, avr, timedAVR, jsonl

        func wire(_ frames: [ReceivedFrame]) -> [UInt8] {
            var bytes: [UInt8] = []
            let batch = OutputBatch(frames: frames)
            switch self {
            case .beast:
                var encoder = BeastEncoder()
                encoder.encode(batch, into: &bytes)
            case .avr:
                var encoder = AVREncoder()
                encoder.encode(batch, into: &bytes)
            case .timedAVR:
                var encoder = AVREncoder(form: .timedWithSignal)
                encoder.encode(batch, into: &bytes)
            case .jsonl:
                for frame in frames {
                    var object = JSONObject()
                    object.set("time", frame.time)
                    object.set("rssi", frame.level.map { Double($0) })
                    object.set("raw", frame.frame)
                    bytes += Array((object.text + "\n").utf8)
                }
            }
            return bytes
        }

        var decoder: any StreamDecoder {
            switch self {
            case .beast: BeastDecoder(clock: ClockKind.none)
            case .avr, .timedAVR: AVRDecoder(clock: ClockKind.none)
            case .jsonl: JSONLinesDecoder()
            }
        }
    }

    private func frames(_ seed: UInt64, _ count: Int) -> [ReceivedFrame] {
        var random = SeededGenerator(seed)
        return (0..<count).map { _ in random.frame() }
    }

    @Test("frames come back, cut at any byte", arguments: Carrier.allCases)
    func roundTrip(carrier: Carrier) {
        let sent = frames(11, 40)
        let wire = carrier.wire(sent)
        for piece in 1...60 {
            var decoder = carrier.decoder
            let got = decoder.decodeAll(wire, pieces: piece)
            #expect(got.frames.map(\.frame) == sent.map(\.frame))
            #expect(decoder.counters.rejected == 0 && decoder.counters.garbageBytes == 0)
            if carrier == .beast || carrier == .timedAVR { #expect(got.frames.map(\.ticks) == sent.map(\.ticks)) }
        }
        for cut in 0...wire.count {
            var decoder = carrier.decoder
            var batch = FeedBatch()
            decoder.decode(wire.span.extracting(0..<cut), arrival: sent[0].time, into: &batch)
            decoder.decode(wire.span.extracting(cut..<wire.count), arrival: sent[0].time, into: &batch)
            #expect(batch.frames.count == sent.count)
        }
    }

    @Test("garbage between frames loses at most the frame it hits", arguments: Carrier.allCases)
    func garbage(carrier: Carrier) {
        for seed in 0..<200 {
            var random = SeededGenerator(UInt64(seed))
            let sent = (0..<9).map { _ in random.frame() }
            var wire: [UInt8] = []
            for (index, frame) in sent.enumerated() {
                wire += carrier.wire([frame])
                guard index % 3 == 2 else { continue }
                var noise = random.bytes(Int(random.next() % 30))
                // Text formats are cut by lines: noise without an end of line takes the frame behind it along.
                if carrier != .beast, random.next() % 2 == 0 { noise.append(0x0A) }
                wire += noise
            }
            var decoder = carrier.decoder
            let got = decoder.decodeAll(wire, pieces: 1 + seed % 40).frames.map(\.frame)
            // Two stretches of noise lie before a frame: each costs one at most, and invents nothing that was not sent but by chance.
            let kept = sent.filter { got.contains($0.frame) }
            #expect(kept.count >= sent.count - 2, "\(carrier.rawValue), seed \(seed)")
        }
    }

    @Test func claimedReportsComeBackThroughSBS() {
        for seed in 0..<200 {
            var random = SeededGenerator(UInt64(seed))
            func below(_ limit: UInt64) -> Double { Double(random.next() % limit) }
            var report = ClaimedReport(
                address: AircraftAddress(icao: UInt32(truncatingIfNeeded: random.next())),
                time: Timestamp(seconds: 1_700_000_000 + below(86_400_000) / 1000)
            )
            report.barometricAltitude = Feet(below(40_000))
            report.position = Position(
                latitude: (below(18_000_000) - 9_000_000) / 100_000,
                longitude: (below(36_000_000) - 18_000_000) / 100_000
            )
            report.alert = random.next() % 2 == 0
            report.emergency = random.next() % 2 == 0
            report.ident = random.next() % 2 == 0
            report.onGround = false
            var bytes: [UInt8] = []
            SBSEncoder().encode(SBSMessage(transmission: .airbornePosition, report: report), into: &bytes)
            var decoder = SBSDecoder(time: .recording(start: Timestamp(seconds: 0)))
            let got = decoder.decodeAll(bytes, pieces: 1 + seed % 30)
            let back = got.reports.first
            #expect(back?.address == report.address && back?.barometricAltitude == report.barometricAltitude)
            #expect(abs((back?.time.seconds(since: report.time) ?? 1)) < 0.0011)
            #expect(abs((back?.position?.latitude ?? 99) - (report.position?.latitude ?? 0)) < 1e-5)
            #expect(abs((back?.position?.longitude ?? 999) - (report.position?.longitude ?? 0)) < 1e-5)
            #expect(back?.alert == report.alert && back?.ident == report.ident && back?.onGround == false)
        }
    }
}
