import Aero
import ModeS
import TestSupport
import Testing

@testable import Tracking

/// Several receivers give the same tracks as one that hears all of it, in whatever order their copies come.
struct SharedSkyTests {
    /// Unrelated aircraft with all kinds of frames, a real recording where there is one.
    private static let fleet: [ReceivedFrame] = {
        var settings = SisterFleet.Settings()
        settings.size = 30
        settings.distance = 0
        settings.bitErrors = 0
        settings.seconds = 60
        settings.seed = 11
        // What is sent again within two seconds cannot be told from a copy.
        var last: [Frame: Timestamp] = [:]
        return SisterFleet.frames(settings).map(\.received).filter { received in
            defer { last[received.frame] = received.time }
            return last[received.frame].map { received.time.seconds(since: $0) > 4 } ?? true
        }
    }()

    private static func recording(_ count: Int) throws -> [ReceivedFrame] {
        var frames: [ReceivedFrame] = []
        for line in try TestSupport.lines("modes/long_flight_first_half.csv").prefix(count) {
            let parts = line.split(separator: ",")
            guard parts.count == 2, let time = Double(parts[0]) else { continue }
            let frame = try Frame(hex: String(parts[1].dropFirst(18)))
            frames.append(ReceivedFrame(frame: frame, time: Timestamp(seconds: time)))
        }
        return frames
    }

    private static func table(_ copies: [SharedSky.Copy]) -> TrackTable {
        var table = TrackTable()
        table.configuration.expectsCopies = true
        for copy in copies { _ = table.ingest(copy.received, from: FeedID(rawValue: UInt16(copy.receiver + 1))) }
        return table
    }

    private static func alone(_ frames: [ReceivedFrame]) -> TrackTable {
        var table = TrackTable()
        for frame in frames { _ = table.ingest(frame, from: FeedID(rawValue: 1)) }
        return table
    }

    private static func copies(
        _ frames: [ReceivedFrame],
        late: Double,
        clocks: [Double],
        seed: UInt64
    ) -> [SharedSky.Copy] {
        var settings = SharedSky.Settings()
        settings.lateness = late
        settings.clocks = clocks
        settings.seed = seed
        return SharedSky.copies(of: frames, settings)
    }

    /// What differs, aircraft by aircraft.
    private static func differences(_ one: TrackTable, _ other: TrackTable) -> [String] {
        var found: [String] = []
        for track in one.tracks {
            guard let twin = other[track.address] else {
                found.append("\(track.address.hex) is missing")
                continue
            }
            let names = TrackValues(track).differing(from: TrackValues(twin))
            if !names.isEmpty { found.append("\(track.address.hex): \(names)") }
        }
        return found + other.tracks.filter { one[$0.address] == nil }.map { "\($0.address.hex) is new" }
    }

    @Test func threeReceiversGiveTheTracksOfOneThatHearsAll() {
        let one = Self.alone(Self.fleet)
        let merged = Self.table(Self.copies(Self.fleet, late: 0, clocks: [0, 0, 0], seed: 1))
        #expect(Self.differences(one, merged) == [])
        #expect(one.tracks.count > 15)
        #expect(one.tracks.filter { $0.fix != nil }.count > 5)
        for track in one.tracks { #expect(merged[track.address]?.messages == track.messages) }
        #expect(merged.statistics.frames == one.statistics.frames)
        #expect(merged.statistics.copies > Self.fleet.count)
    }

    @Test(arguments: 1...8)
    func theOrderOfCopiesWithinASecondDoesNotMatter(seed: UInt64) {
        let one = Self.alone(Self.fleet)
        let shuffled = Self.table(Self.copies(Self.fleet, late: 1, clocks: [0, 0, 0], seed: seed))
        #expect(Self.differences(one, shuffled) == [])
    }

    @Test(arguments: 1...4)
    func clocksThatDifferAreSetRight(seed: UInt64) {
        let one = Self.alone(Self.fleet)
        let shuffled = Self.table(Self.copies(Self.fleet, late: 0.5, clocks: [0, 0.4, -0.7], seed: seed))
        #expect(Self.differences(one, shuffled) == [])
    }

    @Test(.enabled(if: TestSupport.hasRecordings, "needs recordings"))
    func aRecordingSharedByThreeReceiversGivesTheSameTracks() throws {
        let frames = try Self.recording(30_000)
        let one = Self.alone(frames)
        #expect(one.count > 10)
        for (seed, late) in [(3, 0.0), (4, 1), (5, 1), (6, 1), (7, 1), (8, 1)] {
            let merged = Self.table(Self.copies(frames, late: late, clocks: [0, 0, 0], seed: UInt64(seed)))
            #expect(Self.differences(one, merged) == [])
        }
    }
}
