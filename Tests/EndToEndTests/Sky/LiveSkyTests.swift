import Aero
import Feeds
import Logging
import ModeS
import Site
import Testing
import Tracking

@testable import pelacak

struct LiveSkyTests {
    private let real = ["8D40621D58C382D690C8AC2863A7", "8D40621D58C386435CC412692AD6"]

    private func batch(
        _ hexes: [String],
        from seconds: Double,
        step: Double = 1,
        simulated: Bool = false
    ) throws -> FeedBatch {
        var frames: [ReceivedFrame] = []
        if simulated { frames.append(ReceivedFrame(frame: SimulationMarker.frame, time: Timestamp(seconds: seconds))) }
        for (index, hex) in hexes.enumerated() {
            let time = Timestamp(seconds: seconds + Double(index) * step)
            frames.append(ReceivedFrame(frame: try Frame(hex: hex), time: time))
        }
        return FeedBatch(frames: frames, sawSimulationMark: simulated)
    }

    private func sky() -> LiveSky {
        LiveSky(logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, wall: { Timestamp(seconds: 1_000) })
    }

    @Test func uatFramesComeIntoTheSameSky() async throws {
        let sky = sky()
        let feed = await sky.open(name: "a", isRecording: true, place: nil)
        let frame = try UATFrame(hex: "00a66ef135445d525a0c0519119021204800")
        let frames = (0..<3).map { ReceivedUAT(frame: frame, time: Timestamp(seconds: Double($0))) }
        await sky.ingest(FeedBatch(uat: Array(frames[..<1])), from: feed)
        #expect(await sky.provenance == .undetermined)
        await sky.ingest(FeedBatch(uat: Array(frames[1...])), from: feed)
        #expect(await sky.provenance == .real)
        let track = try #require(await sky.tracks().first)
        #expect(track.address == AircraftAddress(icao: 0xA66EF1))
        #expect(track.fix != nil)
        let ledger = try #require(await sky.feeds[feed])
        #expect(ledger.counts == FeedLedger.Counts(frames: 3, aircraft: 1, positions: 2, rejected: 0))
    }

    @Test("a source tells how many aircraft of the sky it gave something of, and how late its data come")
    func aircraftAndDelayOfAFeeder() async throws {
        let sky = sky()
        let live = await sky.open(name: "a", isRecording: false, place: nil)
        // The wall says 1,000: these end four seconds and two seconds before.
        await sky.ingest(try batch(real, from: 995), from: live)
        await sky.ingest(try batch(real, from: 997), from: live)
        let status = try #require(await sky.feeders(of: live).first)
        #expect(status.aircraft == 1)
        #expect(status.meanDelay.map { $0 > 3.5 && $0 < 4 } == true)
        let recording = await sky.open(name: "b", isRecording: true, place: nil)
        await sky.ingest(try batch(real, from: 10), from: recording)
        #expect(await sky.feeders(of: recording).first?.meanDelay == nil)
    }

    @Test func dataAreHeldBackUntilItIsClearWhatTheyAre() async throws {
        let sky = sky()
        let feed = await sky.open(name: "a", isRecording: true, place: nil)
        await sky.ingest(try batch(real, from: 0, step: 0.5), from: feed)
        #expect(await sky.provenance == .undetermined)
        #expect(await sky.tracks().isEmpty)
        await sky.ingest(try batch(real, from: 1, step: 0.5), from: feed)
        #expect(await sky.provenance == .real)
        #expect(await sky.tracks().count == 1)
        #expect(await sky.tracks().first?.messages == 4)
    }

    @Test func aShortRecordingIsDecidedAtItsEnd() async throws {
        let sky = sky()
        let feed = await sky.open(name: "a", isRecording: true, place: nil)
        await sky.ingest(try batch(real, from: 0, step: 0.1), from: feed)
        await sky.finish(feed)
        #expect(await sky.provenance == .real)
        #expect(await sky.tracks().count == 1)
    }

    @Test func theMarkerLabelsTheSkyAndRealDataAreRefused() async throws {
        let sky = sky()
        let made = await sky.open(name: "made", isRecording: true, place: nil)
        let roof = await sky.open(name: "roof", isRecording: false, place: nil)
        await sky.ingest(try batch(real, from: 0, simulated: true), from: made)
        #expect(await sky.provenance == .simulated)
        for second in 0..<4 { await sky.ingest(try batch(real, from: Double(second)), from: roof) }
        #expect(await sky.provenance == .simulated)
        #expect(await sky.feeds[roof]?.standing == .refused("its data are real and the sky shows simulated ones"))
        #expect(await sky.feeds[roof]?.dropped == 8)
        #expect(await sky.tracks().first?.messages == 2)
    }

    @Test func simulatedDataAreRefusedInARealSky() async throws {
        let sky = sky()
        let roof = await sky.open(name: "roof", isRecording: false, place: nil)
        let made = await sky.open(name: "made", isRecording: true, place: nil)
        for second in 0..<3 { await sky.ingest(try batch(real, from: Double(second)), from: roof) }
        await sky.ingest(try batch(real, from: 0, simulated: true), from: made)
        #expect(await sky.provenance == .real)
        #expect(await sky.feeds[made]?.standing == .refused("its data are simulated and the sky shows real ones"))
        #expect(await sky.tracks().first?.messages == 6)
    }

    @Test func aLateMarkerOfTheOnlySourceClearsAndLabelsTheSky() async throws {
        let sky = sky()
        let feed = await sky.open(name: "late", isRecording: true, place: nil)
        for second in 0..<3 { await sky.ingest(try batch(real, from: Double(second)), from: feed) }
        #expect(await sky.provenance == .real)
        await sky.ingest(try batch(real, from: 10, simulated: true), from: feed)
        #expect(await sky.provenance == .simulated)
        #expect(await sky.tracks().first?.messages == 2)
    }

    @Test func copiesFromASecondReceiverAreCountedOnce() async throws {
        let sky = sky()
        let one = await sky.open(name: "one", isRecording: false, place: nil)
        let two = await sky.open(name: "two", isRecording: false, place: nil)
        func send(_ seconds: Range<Int>) async throws {
            for second in seconds {
                let data = try batch([real[second % 2]], from: Double(second))
                await sky.ingest(data, from: one)
                await sky.ingest(data, from: two)
            }
        }
        try await send(0..<4)
        #expect(await sky.feeds[two]?.standing == .real)
        let before = try #require(await sky.tracks().first?.messages)
        try await send(4..<10)
        #expect(await sky.tracks().first?.messages == before + 6)
    }
}
