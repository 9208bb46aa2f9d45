import Aero
import Feeds
import Logging
import ModeS
import Site
import Synchronization
import Testing
import Tracking

@testable import pelacak

/// Each connection of a listener is a feeder of its own.
struct LiveSkyFeedersTests {
    private let real = ["8D40621D58C382D690C8AC2863A7", "8D40621D58C386435CC412692AD6"]

    private func batch(
        _ connection: UInt32,
        _ seconds: Double,
        feeder: String? = nil,
        simulated: Bool = false
    ) throws -> FeedBatch {
        var frames: [ReceivedFrame] = []
        if simulated { frames.append(ReceivedFrame(frame: SimulationMarker.frame, time: Timestamp(seconds: seconds))) }
        let hex = real[Int(seconds) % 2]
        frames.append(ReceivedFrame(frame: try Frame(hex: hex), time: Timestamp(seconds: seconds), level: -9))
        return FeedBatch(frames: frames, sawSimulationMark: simulated, connection: connection, feeder: feeder)
    }

    private func end(_ connection: UInt32, feeder: String? = nil) -> FeedBatch {
        var batch = FeedBatch(connection: connection, feeder: feeder)
        batch.endsConnection = true
        return batch
    }

    private func sky(_ wall: @escaping @Sendable () -> Timestamp = { Timestamp(seconds: 1_000) }) -> LiveSky {
        LiveSky(
            feederPlaces: Self.bogor.map { ["Bogor": ReceiverPlace(position: $0, height: nil)] } ?? [:],
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            wall: wall
        )
    }

    private static let bogor = Position(latitude: -6.6, longitude: 106.8)

    @Test func feedersHaveLedgersOfTheirOwnAndTheSourceHasTheirSum() async throws {
        let sky = sky()
        let source = await sky.open(name: "roof", isRecording: false, place: nil)
        for second in 0..<12 {
            for connection: UInt32 in 1...3 { await sky.ingest(try batch(connection, Double(second)), from: source) }
        }
        let feeders = await sky.feeders(of: source)
        #expect(feeders.map(\.name) == ["feeder 1", "feeder 2", "feeder 3"])
        #expect(feeders.map(\.frames) == [12, 12, 12])
        #expect(feeders.allSatisfy { $0.isConnected && $0.standing == .good && !$0.isRegistered })
        // What was held back at first comes feeder by feeder; then the first is always first.
        #expect(feeders[1].copies > 8 && feeders[2].copies > 8)
        let ledger = try #require(await sky.feeds[source])
        #expect(ledger.frames == 36 && ledger.copies == feeders.reduce(0) { $0 + $1.copies })
        #expect(ledger.positions == feeders.reduce(0) { $0 + $1.positions } && ledger.positions > 8)
        #expect(ledger.counts.aircraft == 1)
        let track = try #require(await sky.tracks().first)
        // The copies of its very first frame came before there was a track.
        #expect(track.messages == 12 && track.copies >= 22)
        // They came without a key: one party.
        #expect(track.support.feeders == 1 && track.support.receivers == 3)
        // To the public all of them are the source.
        #expect(Set(await sky.feedNames().values) == ["roof"])
        let counts = await sky.counts()
        #expect(counts.duplicates == 24 && counts.feeders.map(\.source) == ["roof", "roof", "roof"])
        #expect(counts.positions["global"] == ledger.positions)
        #expect(await sky.status().feeders == 3)
    }

    @Test func otherFeedersMayBeRegisteredWhileTheyAreConnected() async throws {
        let sky = sky()
        let place = try #require(Position(latitude: 52, longitude: 5))
        let common = ReceiverPlace(position: place, height: nil)
        let source = await sky.open(name: "roof", isRecording: false, place: common)
        for (number, name) in [(1 as UInt32, "Bogor"), (2, "hill")] {
            for second in 0..<4 { await sky.ingest(try batch(number, Double(second), feeder: name), from: source) }
        }
        func id(_ name: String) async -> FeedID? { await sky.feeds.first { $0.value.feeder == name }?.key }
        func stand(_ name: String) async -> Position? {
            guard let id = await id(name) else { return nil }
            return await sky.table.configuration.receivers[id]
        }
        #expect(await stand("Bogor") == Self.bogor)
        #expect(await stand("hill") == place)
        let key = "key=01234567-89ab-cdef-0123-456789abcdef"
        let before = [try FeederSpecification("Bogor?\(key)&at=-6.6,106.8"), try FeederSpecification("hill?\(key)")]
        await sky.register([try FeederSpecification("hill?\(key)&at=51,4")], insteadOf: before)
        #expect(await stand("hill") == Position(latitude: 51, longitude: 4))
        let placed = await sky.table.configuration.placedBySource
        #expect(await id("hill").map(placed.contains) == false)
        // Who is no feeder any more is seen until his connection has ended, and his counts stay with the source.
        let frames = await sky.feeds[source]?.frames
        #expect(await sky.feeders(of: source).count == 2)
        await sky.ingest(end(1, feeder: "Bogor"), from: source)
        #expect(await sky.feeders(of: source).map(\.name) == ["hill"])
        #expect(await sky.feeds[source]?.frames == frames)
        await sky.register([try FeederSpecification("hill?\(key)")], insteadOf: [])
        #expect(await stand("hill") == place)
    }

    @Test func aRegisteredFeederIsTheSameWhenItComesBack() async throws {
        let sky = sky()
        let source = await sky.open(name: "roof", isRecording: false, place: nil)
        for second in 0..<4 { await sky.ingest(try batch(1, Double(second), feeder: "Bogor"), from: source) }
        let before = try #require(await sky.feeds.first { $0.value.parent == source })
        await sky.ingest(end(1, feeder: "Bogor"), from: source)
        #expect(await sky.feeders(of: source).map(\.isConnected) == [false])
        for second in 4..<8 { await sky.ingest(try batch(2, Double(second), feeder: "Bogor"), from: source) }
        // The end of the old connection comes late.
        await sky.ingest(end(1, feeder: "Bogor"), from: source)
        let feeders = await sky.feeders(of: source)
        #expect(feeders.map(\.name) == ["Bogor"] && feeders.map(\.frames) == [8])
        #expect(feeders.allSatisfy { $0.isRegistered && $0.isConnected })
        #expect(await sky.feeders[try #require(FeederIdentity(end(9, feeder: "Bogor"), of: source))] == before.key)
        #expect(await sky.table.configuration.receivers[before.key] == Self.bogor)
        #expect(await sky.table.configuration.placedBySource.isEmpty)
    }

    @Test func oneSimulatedFeederIsRefusedAndTheRealOnesGoOn() async throws {
        let sky = sky()
        let source = await sky.open(name: "roof", isRecording: false, place: nil)
        for second in 0..<4 { await sky.ingest(try batch(1, Double(second)), from: source) }
        for second in 0..<4 { await sky.ingest(try batch(2, Double(second), simulated: true), from: source) }
        #expect(await sky.provenance == .real)
        #expect(await sky.feeds[source]?.standing == .real)
        #expect(await sky.tracks().first?.messages == 4)
        let feeders = await sky.feeders(of: source)
        #expect(feeders.map(\.frames) == [4, 0] && feeders.map(\.dropped) == [0, 8])
    }

    @Test func aStrangerWhoSaysSimulatedFirstHidesNothingThatIsReallyHeard() async throws {
        let sky = sky()
        let roof = await sky.open(name: "roof", isRecording: false, place: nil)
        let listener = await sky.open(name: "door", isRecording: false, place: nil)
        await sky.ingest(try batch(1, 0, simulated: true), from: listener)
        #expect(await sky.provenance == .simulated)
        for second in 0..<4 { await sky.ingest(try batch(0, Double(second)), from: roof) }
        #expect(await sky.provenance == .real)
        #expect(await sky.feeds[roof]?.standing == .real)
        #expect(await sky.tracks().first?.messages == 4)
        for second in 4..<6 { await sky.ingest(try batch(1, Double(second), simulated: true), from: listener) }
        #expect(await sky.provenance == .real)
        #expect(await sky.tracks().first?.messages == 4)
        // A real one may still come through the same door.
        for second in 6..<10 { await sky.ingest(try batch(2, Double(second)), from: listener) }
        #expect(await sky.feeds[listener]?.standing == .real)
    }

    @Test func anOwnSceneStaysSimulatedWhateverStrangersSend() async throws {
        let sky = sky()
        let scene = await sky.open(name: "scene", isRecording: false, place: nil)
        let listener = await sky.open(name: "door", isRecording: false, place: nil)
        for second in 0..<3 { await sky.ingest(try batch(0, Double(second), simulated: true), from: scene) }
        for second in 0..<4 { await sky.ingest(try batch(1, Double(second)), from: listener) }
        #expect(await sky.provenance == .simulated)
        #expect(await sky.tracks().first?.messages == 3)
    }

    @Test func oneWhoIsSimulatedLaterTakesNothingOfTheOthersAway() async throws {
        let sky = sky()
        let roof = await sky.open(name: "roof", isRecording: false, place: nil)
        let listener = await sky.open(name: "door", isRecording: false, place: nil)
        for second in 0..<4 { await sky.ingest(try batch(0, Double(second)), from: roof) }
        for second in 4..<8 { await sky.ingest(try batch(1, Double(second)), from: listener) }
        let other = ReceivedFrame(frame: try Frame(hex: "8D4840D6202CC371C32CE0576098"), time: Timestamp(seconds: 8))
        let again = ReceivedFrame(frame: try Frame(hex: "8D4840D6202CC371C32CE0576098"), time: Timestamp(seconds: 10.5))
        await sky.ingest(FeedBatch(frames: [other, again], connection: 1), from: listener)
        #expect(await sky.tracks().count == 2)
        await sky.ingest(try batch(1, 12, simulated: true), from: listener)
        #expect(await sky.provenance == .real)
        let tracks = await sky.tracks()
        #expect(tracks.map(\.address.hex) == ["40621d"])
        #expect(tracks.first?.receivers.allSatisfy { $0.feed == roof } == true)
        #expect(tracks.first?.barometricAltitude?.feed != nil ? tracks.first?.barometricAltitude?.feed == roof : true)
    }

    @Test func feedersThatComeAndGoStayBounded() async throws {
        let sky = sky()
        let source = await sky.open(name: "roof", isRecording: false, place: nil)
        await sky.ingest(try batch(1, 0), from: source)
        for number: UInt32 in 2..<3_000 {
            await sky.ingest(try batch(number, Double(number) * 3), from: source)
            await sky.ingest(try batch(number, Double(number) * 3 + 1.5), from: source)
            await sky.ingest(end(number), from: source)
        }
        #expect(await sky.feeds.count <= 1_100)
        #expect(await sky.feeders.count <= 1_100)
        let ledger = try #require(await sky.feeds[source])
        #expect(ledger.frames > 5_000)
        let track = try #require(await sky.tracks().first)
        let known = await sky.feeds
        #expect(track.receivers.allSatisfy { known[$0.feed] != nil })
        #expect(track.barometricAltitude.map { known[$0.feed] != nil } == true)
    }

    @Test func moreThanTheMostFeedersCountAsTheSource() async throws {
        let sky = sky()
        let source = await sky.open(name: "roof", isRecording: false, place: nil)
        for number: UInt32 in 1...600 { await sky.ingest(try batch(number, 1), from: source) }
        #expect(await sky.feeders(of: source).count == 512)
        #expect(await sky.feeders.count == 512)
    }

    @Test func aFeederThatFellSilentHasLeftAndAClosedSourceTakesItsFeedersAlong() async throws {
        let now = Mutex(1_000.0)
        let sky = sky { Timestamp(seconds: now.withLock { $0 }) }
        let source = await sky.open(name: "roof", isRecording: false, place: nil)
        for second in 0..<4 { await sky.ingest(try batch(1, 1_000 + Double(second)), from: source) }
        #expect(await sky.feeders(of: source).map(\.isConnected) == [true])
        now.withLock { $0 = 1_130 }
        await sky.tick()
        #expect(await sky.feeders(of: source).map(\.isConnected) == [false])
        #expect(await sky.status().feeders == 0)
        await sky.close(source)
        #expect(await sky.feeds.count == 1)
        let track = try #require(await sky.tracks().first)
        #expect(track.barometricAltitude?.feed == source)
    }
}
