import Aero
import Feeds
import Foundation
import ModeS
import TestSupport
import Testing
import Tracking

@testable import Store

/// Rows from the raw archive are those made live, byte for byte.
struct RawRerunTests {
    private static let start = RawSamples.start

    /// One receiver's share of a tenth of a second, as it arrived.
    struct Given: Sendable {
        var batch: FeedBatch
        var receiver: UInt32
        var at: Timestamp
    }

    /// A thousand aircraft as three receivers hear them, some of it late.
    ///
    /// - Parameter isNamed: a feed says which of its receivers heard a frame.
    private static func traffic(late: Double, seconds: Double, isNamed: Bool = true) -> [Given] {
        var settings = SharedSky.Settings()
        settings.lateness = late
        settings.clocks = [0, 0.03, -0.02]
        settings.seed = 21
        var frames = RawSamples.frames(aircraft: 1_000, seconds: seconds)
        if !isNamed { for index in frames.indices { frames[index].receiver = nil } }
        return given(SharedSky.copies(of: frames, settings), from: start)
    }

    private static func given(_ copies: [SharedSky.Copy], from start: Timestamp) -> [Given] {
        var cells: [Int: [[ReceivedFrame]]] = [:]
        for copy in copies {
            let cell = Int(copy.arrival * 10)
            cells[cell, default: [[], [], []]][copy.receiver].append(copy.received)
        }
        return cells.sorted { $0.key < $1.key }.flatMap { cell, shares in
            shares.enumerated().filter { !$0.element.isEmpty }.map { receiver, frames in
                Given(
                    batch: FeedBatch(frames: frames),
                    receiver: UInt32(70 + receiver),
                    at: start.advanced(bySeconds: Double(cell + 1) / 10)
                )
            }
        }
    }

    private static func rerun() -> RawRerun {
        var table = TrackTable()
        table.configuration.expectsCopies = true
        table.introduce([70, 71, 72].map { FeedID(rawValue: $0) })
        return RawRerun(
            table: table,
            feed: { FeedID(rawValue: UInt16($0)) },
            number: { feed, receiver in UInt32(feed.rawValue) << 8 | UInt32(truncatingIfNeeded: receiver ?? 0) & 0xFF }
        )
    }

    struct Rows: Equatable {
        var rows: [UInt8] = []
        var names: [UInt8] = []
        var count = 0
        var several = 0
        var last: Int64 = .min

        mutating func add(_ batches: [ObservationBatch]) {
            for batch in batches {
                rows += batch.canonicalRows()
                names += batch.canonicalNames()
                count += batch.rows.count
                several += batch.rows.count { batch.receiverSets[Int($0.observation.heardBy)].count > 1 }
                last = max(last, batch.rows.map(\.observation.milliseconds).max() ?? .min)
            }
        }
    }

    private static func arrival(_ given: Given, _ sequence: Int) -> RawArrival {
        RawArrival(
            session: start,
            sequence: UInt64(sequence + 1),
            arrived: given.at,
            receiver: given.receiver,
            batch: given.batch
        )
    }

    /// What is made live, and written to an archive at the same time.
    private static func live(_ given: [Given], _ archive: RawArchive? = nil) async -> Rows {
        var rerun = rerun()
        var rows = Rows()
        for (sequence, one) in given.enumerated() {
            rows.add(rerun.take(arrival(one, sequence)))
            await archive?.append(one.batch, from: one.receiver, arrived: one.at)
            if sequence % 30 == 0 { await archive?.flush(at: one.at) }
        }
        rows.add(rerun.finish())
        return rows
    }

    private static func again(_ replay: RawReplay) -> Rows {
        var rerun = rerun()
        var rows = Rows()
        var reader = replay.makeReader()
        while let arrival = reader.next() { rows.add(rerun.take(arrival)) }
        rows.add(rerun.finish())
        return rows
    }

    @Test(arguments: [0, 1.5])
    func aThousandAircraftInOrderAndOutOfOrder(late: Double) async throws {
        let folder = RawSamples.Folder()
        let archive = try RawArchive(folder: folder.path, decoder: "tests", session: Self.start)
        let given = Self.traffic(late: late, seconds: 90)
        let live = await Self.live(given, archive)
        let again = Self.again(await archive.replay(during: RawArchiveTests.always))
        #expect(live.count > 20_000)
        #expect(live.several > live.count / 2)
        #expect(live == again)
    }

    /// What a history that ends three batches early has not is found, and nothing is made twice.
    @Test func aRestartInTheMiddleChangesNothing() async throws {
        let (folder, place) = (RawSamples.Folder(), try TemporaryFolder())
        let given = Self.traffic(late: 0.3, seconds: 60)
        let whole = await Self.live(given)
        let half = given.count / 2
        // The first process ends without a word: rows that wait are gone, and so are its tracks.
        var first = Self.rerun()
        var made: [ObservationBatch] = []
        let before = try RawArchive(folder: folder.path, decoder: "tests", session: Self.start)
        for (sequence, one) in given[..<half].enumerated() {
            made += first.take(Self.arrival(one, sequence))
            await before.append(one.batch, from: one.receiver, arrived: one.at)
        }
        await before.flush(at: given[half].at)
        let history = try HistoryStore(folder: place.path, realm: .real)
        for batch in made.dropLast(3) { try await history.append(batch) }
        var rows = Rows()
        rows.add(Array(made.dropLast(3)))
        let firstCount = rows.count
        // The second begins with what lies in the archive; a clock that was set back does not confuse it.
        let after = try RawArchive(folder: folder.path, decoder: "tests", session: Self.start)
        #expect(after.session > before.session)
        var resumption = RawResumption(Self.rerun(), await after.replay(during: RawArchiveTests.always))
        #expect(resumption.lastArrival == given[half - 1].at && resumption.problems.isEmpty)
        rows.add(try await resumption.missing(in: history))
        let resumedCount = rows.count
        var second = resumption.rerun
        for (sequence, one) in given[half...].enumerated() {
            rows.add(second.take(Self.arrival(one, sequence)))
            await after.append(one.batch, from: one.receiver, arrived: one.at)
        }
        rows.add(second.finish())
        #expect(firstCount > 1_000 && resumedCount > firstCount && rows.count > resumedCount)
        #expect(rows == whole)
        // And the archive of both gives the same once more.
        #expect(Self.again(await after.replay(during: RawArchiveTests.always)) == whole)
    }

    /// After an orderly end rows that waited are in the history, and do not come again.
    @Test func whatWasFinishedDoesNotComeTwice() async throws {
        let (folder, place) = (RawSamples.Folder(), try TemporaryFolder())
        let given = Self.traffic(late: 0.3, seconds: 20)
        let archive = try RawArchive(folder: folder.path, decoder: "tests", session: Self.start)
        let history = try HistoryStore(folder: place.path, realm: .real)
        var first = Self.rerun()
        for (sequence, one) in given.enumerated() {
            for batch in first.take(Self.arrival(one, sequence)) { try await history.append(batch) }
            await archive.append(one.batch, from: one.receiver, arrived: one.at)
        }
        #expect(first.writer.waitingCount > 100)
        for batch in first.finish() { try await history.append(batch) }
        var resumption = RawResumption(Self.rerun(), await archive.replay(during: RawArchiveTests.always))
        #expect(resumption.rerun.writer.waitingCount > 100)
        let missing = try await resumption.missing(in: history)
        #expect(missing.allSatisfy { $0.rows.isEmpty })
        var rest = resumption.rerun
        #expect(rest.finish().allSatisfy { $0.rows.isEmpty })
    }

    /// A program that ran for long has set clocks right by other messages than the last ones: its rows are some milliseconds off those that are
    /// made again, and are not told twice.
    @Test func whatAnotherErrorOfAClockMadeDoesNotComeTwice() async throws {
        let (folder, place) = (RawSamples.Folder(), try TemporaryFolder())
        let given = Self.traffic(late: 0.3, seconds: 40)
        let archive = try RawArchive(folder: folder.path, decoder: "tests", session: Self.start)
        let history = try HistoryStore(folder: place.path, realm: .real)
        var first = Self.rerun()
        var rows = 0
        for (sequence, one) in given.enumerated() {
            for var batch in first.take(Self.arrival(one, sequence)) {
                rows += batch.rows.count
                batch.rows = batch.rows.enumerated().map { index, row in
                    var observation = row.observation
                    observation.milliseconds += Int64(index % 7 * 10 - 30)
                    return ObservationBatch.Row(row.aircraft, observation)
                }
                try await history.append(batch)
            }
            await archive.append(one.batch, from: one.receiver, arrived: one.at)
        }
        #expect(rows > 1_000)
        var resumption = RawResumption(Self.rerun(), await archive.replay(during: RawArchiveTests.always))
        let waiting = resumption.rerun.writer.waitingCount
        let missing = try await resumption.missing(in: history)
        #expect(missing.reduce(0) { $0 + $1.rows.count } == 0)
        // What waited was in no history, and goes on waiting.
        #expect(resumption.rerun.writer.waitingCount == waiting)
    }

    @Test func theLastOfAReplayIsAsMuchAsIsWanted() async throws {
        let folder = RawSamples.Folder()
        let archive = try RawArchive(folder: folder.path, decoder: "tests", session: Self.start)
        for second in 0..<1_500 {
            let at = Self.start.advanced(bySeconds: Double(second))
            let frame = ReceivedFrame(frame: SimulationMarker.frame, time: at)
            for receiver in [7, 8] as [UInt32] {
                await archive.append(FeedBatch(frames: [frame]), from: receiver, arrived: at)
            }
            await archive.flush(at: at)
        }
        let all = await archive.replay(during: RawArchiveTests.always)
        #expect(all.receivers == [7, 8])
        for (wanted, given) in [(2_000, 2_000), (1, 0), (0, 0), (3_000, 3_000), (9_999, 3_000)] {
            var reader = all.last(wanted).makeReader()
            var count = 0
            while let arrival = reader.next() { count += arrival.batch.count }
            #expect(count == given, "\(wanted)")
        }
    }

    /// All rows with a position, without what goes along seldom.
    private static func paths(_ batches: [ObservationBatch]) -> Set<ObservationBatch.Row> {
        var found: Set<ObservationBatch.Row> = []
        for row in batches.flatMap(\.rows) where row.observation.hasPosition {
            var seen = row.observation
            seen.details = nil
            seen.heardBy = 0
            found.insert(ObservationBatch.Row(row.aircraft, seen))
        }
        return found
    }

    @Test func oneMinuteOfTheArchiveGivesThePathsAgain() async throws {
        let folder = RawSamples.Folder()
        // The clocks of receivers that nobody introduced are set right against whoever of them is heard first.
        let given = Self.traffic(late: 0.3, seconds: 120, isNamed: false)
        let cut = given.count * 5 / 6
        let archive = try RawArchive(folder: folder.path, decoder: "tests", session: Self.start)
        var whole = Self.rerun()
        for (sequence, one) in given[..<cut].enumerated() {
            _ = whole.take(Self.arrival(one, sequence))
            await archive.append(one.batch, from: one.receiver, arrived: one.at)
        }
        let minute = given[cut].at.advanced(bySeconds: -60)..<given[cut].at
        var resumed = RawResumption(Self.rerun(), await archive.replay(during: minute)).rerun
        var after: [ObservationBatch] = []
        var straight: [ObservationBatch] = []
        for (sequence, one) in given[cut...].enumerated() {
            straight += whole.take(Self.arrival(one, sequence))
            after += resumed.take(Self.arrival(one, sequence))
        }
        let (one, other) = (Self.paths(straight + whole.finish()), Self.paths(after + resumed.finish()))
        #expect(one.count > 5_000)
        // What was learned before the minute (clocks, halves of positions) moves one row in ninety.
        let others = one.subtracting(other).count + other.subtracting(one).count
        #expect(others * 25 <= one.count, "\(others) of \(one.count)")
    }

    @Test func rowsWithoutTheArchiveWouldDiffer() async throws {
        let given = Self.traffic(late: 0.3, seconds: 30)
        let half = given.count / 2
        let whole = await Self.live(given)
        var rows = Rows()
        for part in [given[..<half], given[half...]] {
            var rerun = Self.rerun()
            for (sequence, one) in part.enumerated() { rows.add(rerun.take(Self.arrival(one, sequence))) }
            rows.add(rerun.finish())
        }
        #expect(rows != whole)
    }

    @Test(.enabled(if: TestSupport.hasRecordings, "needs recordings"))
    func aRecordedFlight() async throws {
        let file = try #require(TestSupport.recordings).appendingPathComponent("modes/long_flight_first_half.beast")
        let bytes = try [UInt8](Data(contentsOf: file))
        var decoder = BeastDecoder(time: .recording(start: Self.start))
        let folder = RawSamples.Folder()
        let archive = try RawArchive(folder: folder.path, decoder: "tests", session: Self.start)
        var given: [Given] = []
        for begin in stride(from: 0, to: bytes.count, by: 8_192) {
            var batch = FeedBatch()
            let piece = Array(bytes[begin..<min(begin + 8_192, bytes.count)])
            decoder.decode(piece.span, arrival: Self.start, into: &batch)
            if let last = batch.lastTime { given.append(Given(batch: batch, receiver: 9, at: last)) }
        }
        let live = await Self.live(given, archive)
        #expect(live.count > 1_000)
        #expect(live == Self.again(await archive.replay(during: RawArchiveTests.always)))
    }
}
