import Aero
import CZstd
import Feeds
import Foundation
import ModeS
import Synchronization
import TestSupport
import Testing

@testable import Store

struct RawArchiveTests {
    private static let start = RawSamples.start

    /// Arrivals of three receivers, a tenth of a second apart, over `seconds`.
    static func arrivals(seconds: Double, aircraft: Int = 60) -> [(batch: FeedBatch, receiver: UInt32, at: Timestamp)] {
        let frames = RawSamples.frames(aircraft: aircraft, seconds: seconds)
        var found: [(batch: FeedBatch, receiver: UInt32, at: Timestamp)] = []
        for (step, cell) in Dictionary(grouping: frames, by: { Int($0.time.seconds(since: start) * 10) })
            .sorted(by: { $0.key < $1.key })
        {
            let at = start.advanced(bySeconds: Double(step + 1) / 10)
            for receiver in 0..<3 {
                var batch = FeedBatch(frames: cell.enumerated().filter { $0.offset % 3 == receiver }.map(\.element))
                if receiver == 1, step % 20 == 0 {
                    batch.reports = [RawSamples.claim(UInt32(step), at: at)]
                    batch.modeAC = RawSamples.oddReplies(2, seed: UInt64(step))
                }
                if receiver == 2, step % 50 == 0 { batch.endsConnection = true }
                found.append((batch, UInt32(40 + receiver), at))
            }
        }
        return found
    }

    private static func archive(
        _ folder: RawSamples.Folder,
        _ session: Double = 0,
        _ settings: RawSettings = RawSettings(),
        trouble: (@Sendable () -> Int32)? = nil,
        onTrouble: @escaping @Sendable (RawError?) -> Void = { _ in }
    ) throws -> RawArchive {
        try RawArchive(
            folder.path,
            "tests",
            start.advanced(bySeconds: session),
            settings,
            onTrouble,
            trouble: trouble
        )
    }

    private static func give(
        _ arrivals: [(batch: FeedBatch, receiver: UInt32, at: Timestamp)],
        to archive: RawArchive
    ) async {
        var second = start
        for arrival in arrivals {
            if arrival.at.seconds(since: second) >= 1 {
                second = arrival.at
                await archive.flush(at: second)
            }
            await archive.append(arrival.batch, from: arrival.receiver, arrived: arrival.at)
        }
    }

    static let always = Timestamp(nanoseconds: .min)..<Timestamp(nanoseconds: .max)

    static func all(_ replay: RawReplay) -> (arrivals: [RawArrival], problems: [RawError]) {
        var reader = replay.makeReader()
        var found: [RawArrival] = []
        while let next = reader.next() { found.append(next) }
        return (found, reader.problems)
    }

    private static func isSame(_ one: FeedBatch, _ other: FeedBatch) -> Bool {
        one.frames == other.frames && one.reports == other.reports && one.modeAC == other.modeAC && one.uat == other.uat
            && one.sawSimulationMark == other.sawSimulationMark && one.endsConnection == other.endsConnection
    }

    @Test func whatCameComesAgainInItsOrder() async throws {
        let folder = RawSamples.Folder()
        let archive = try Self.archive(folder)
        let given = Self.arrivals(seconds: 30)
        await Self.give(given, to: archive)
        let (read, problems) = Self.all(await archive.replay(during: Self.always))
        #expect(problems == [])
        #expect(read.count == given.count)
        #expect(read.map(\.sequence) == (1...UInt64(given.count)).map { $0 })
        for (one, other) in zip(given, read) {
            #expect(one.receiver == other.receiver && one.at == other.arrived)
            #expect(Self.isSame(one.batch, other.batch))
        }
        await archive.close(at: Self.start.advanced(bySeconds: 30))
        #expect(await archive.verify().problems == [:])
    }

    @Test func aTimeIsReadAlone() async throws {
        let folder = RawSamples.Folder()
        let archive = try Self.archive(folder)
        await Self.give(Self.arrivals(seconds: 20), to: archive)
        let range = Self.start.advanced(bySeconds: 5)..<Self.start.advanced(bySeconds: 6)
        let (read, _) = Self.all(await archive.replay(during: range, receivers: [41]))
        #expect(read.count == 10)
        #expect(read.allSatisfy { range.contains($0.arrived) && $0.receiver == 41 })
    }

    @Test func aSliceUnpackedIsPlainBeast() async throws {
        let folder = RawSamples.Folder()
        let archive = try Self.archive(folder)
        let given = Self.arrivals(seconds: 10)
        await Self.give(given, to: archive)
        await archive.close(at: Self.start.advanced(bySeconds: 10))
        let slices = await archive.slices(during: Self.always)
        #expect(slices.map(\.path).filter { $0.hasSuffix("jsonl.zst") }.count == 1)
        let slice = try #require(slices.first { $0.receiver == 40 })
        #expect(slice.path == "2025/11/26/40/0210.beast.zst")
        let file = try [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(slice.path)")))
        var beast = [UInt8](repeating: 0, count: 10_000_000)
        // As the zstd tool does: frames one after the other, skippable ones passed over.
        let count = unsafe beast.withUnsafeMutableBytes { output in
            unsafe file.withUnsafeBytes {
                unsafe ZSTD_decompress(output.baseAddress, 10_000_000, $0.baseAddress, $0.count)
            }
        }
        #expect(ZSTD_isError(count) == 0)
        var decoder = BeastDecoder(time: .recording(start: Self.start), clock: .ticks)
        var batch = FeedBatch()
        decoder.decode(Array(beast[..<count]).span, arrival: Self.start, into: &batch)
        decoder.finish(into: &batch)
        #expect(batch.frames.map(\.frame) == given.filter { $0.receiver == 40 }.flatMap(\.batch.frames).map(\.frame))
        #expect(decoder.counters.garbageBytes == 0)
        // The SHA-256 is of all bytes before the end.
        let end = try #require(try RawRepair.end(of: "\(folder.path)/\(slice.path)"))
        #expect(end.sha256 == slice.sha256)
        #expect(end.count == batch.frames.count)
        #expect(end.clock.count == 2 || batch.frames.allSatisfy { $0.ticks == nil })
    }

    // MARK: - Crashes

    /// The first slice as an archive left it that was not closed, where its blocks begin, and what is in each.
    private static func torn() async throws -> (path: String, bytes: [UInt8], starts: [Int], counts: [Int]) {
        let folder = RawSamples.Folder()
        let archive = try archive(folder)
        await give(arrivals(seconds: 4, aircraft: 40), to: archive)
        let slice = try #require(await archive.slices(during: always).first { $0.receiver == 40 })
        let path = "\(folder.path)/\(slice.path)"
        await archive.flush(at: start.advanced(bySeconds: 4))
        var reader = try RawSliceReader(path)
        var starts: [Int] = []
        var counts: [Int] = []
        while let label = try reader.nextLabel() {
            starts.append(reader.offset)
            counts.append(Int(label.count))
            reader.skip(label)
        }
        return (slice.path, try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))), starts + [reader.offset], counts)
    }

    /// Puts a slice into a new folder, opens an archive on it, and says what it found.
    private static func open(
        _ path: String,
        _ bytes: [UInt8]
    ) throws -> (archive: RawArchive, folder: RawSamples.Folder) {
        let folder = RawSamples.Folder()
        let file = URL(fileURLWithPath: "\(folder.path)/\(path)")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: file)
        return (try archive(folder, 1_000), folder)
    }

    @Test func aTornTailCostsTheLastBlockAlone() async throws {
        let (path, bytes, starts, counts) = try await Self.torn()
        #expect(counts.count >= 3)
        let first = starts[starts.count - 3]
        for cut in stride(from: first, through: bytes.count, by: 7) + [first, starts[starts.count - 2], bytes.count] {
            let (archive, folder) = try Self.open(path, Array(bytes[..<cut]))
            let whole = starts.dropFirst().filter { $0 <= cut }.count
            let (read, problems) = Self.all(await archive.replay(during: Self.always))
            #expect(read.reduce(0) { $0 + $1.batch.count } == counts[..<whole].reduce(0, +))
            #expect(problems == [])
            let status = await archive.status
            #expect(status.repaired == 1 && status.cut == cut - starts[whole])
            #expect(await archive.verify().problems == [:])
            // A second start finds nothing to do.
            let again = try Self.archive(folder, 2_000)
            let after = await again.status
            #expect(after.repaired == 0 && after.slices == 1)
        }
    }

    @Test func aFlippedByteGivesNothingFalse() async throws {
        let (path, bytes, starts, counts) = try await Self.torn()
        let first = starts[starts.count - 3]
        for place in stride(from: first, to: bytes.count, by: 5) {
            var damaged = bytes
            damaged[place] ^= UInt8(1 << (place % 8))
            let (archive, folder) = try Self.open(path, damaged)
            defer { withExtendedLifetime(folder) {} }
            let (read, _) = Self.all(await archive.replay(during: Self.always))
            let count = read.reduce(0) { $0 + $1.batch.count }
            let whole = starts.dropFirst().filter { $0 <= place }.count
            #expect(count >= counts[..<whole].reduce(0, +))
            #expect(count < counts.reduce(0, +) || damaged == bytes)
        }
    }

    @Test func damageInAClosedSliceIsNamedAndTheRestRead() async throws {
        let folder = RawSamples.Folder()
        let archive = try Self.archive(folder)
        await Self.give(Self.arrivals(seconds: 6), to: archive)
        await archive.close(at: Self.start.advanced(bySeconds: 6))
        let slice = try #require(await archive.slices(during: Self.always).first { $0.receiver == 41 })
        let url = URL(fileURLWithPath: "\(folder.path)/\(slice.path)")
        var reader = try RawSliceReader(url.path)
        let label = try #require(try reader.nextLabel())
        var bytes = try [UInt8](Data(contentsOf: url))
        bytes[reader.offset + RawLayout.labelBytes + 20] ^= 1
        try Data(bytes).write(to: url)
        #expect(await archive.verify().problems == [slice.path: .checksum])
        let (read, problems) = Self.all(await archive.replay(during: Self.always, receivers: [41]))
        #expect(problems.count == 1)
        #expect(read.first { !$0.batch.frames.isEmpty }.map { $0.sequence > label.lastSequence } == true)
    }

    @Test func filesOfOthersAreLeftAlone() async throws {
        let (archive, folder) = try Self.open("2025/11/26/7/0000.beast.zst", [UInt8](repeating: 7, count: 100))
        #expect(await archive.status.strangers == ["2025/11/26/7/0000.beast.zst"])
        #expect(FileManager.default.fileExists(atPath: "\(folder.path)/2025/11/26/7/0000.beast.zst"))
        let (other, second) = try Self.open("2025/11/26/7/0000.beast.zst", [1, 2])
        #expect(await other.status.strangers == [])
        #expect(!FileManager.default.fileExists(atPath: "\(second.path)/2025"))
    }

    @Test func sessionsStandOneAfterTheOther() async throws {
        let folder = RawSamples.Folder()
        let given = Self.arrivals(seconds: 6)
        let half = given.count / 2
        // The first is not closed, as by a crash after a flush.
        let first = try Self.archive(folder)
        await Self.give(Array(given[..<half]), to: first)
        await first.flush(at: given[half].at)
        let second = try Self.archive(folder, 5)
        await Self.give(Array(given[half...]), to: second)
        let (read, problems) = Self.all(await second.replay(during: Self.always))
        #expect(problems == [])
        #expect(read.count == given.count)
        for (one, other) in zip(given, read) { #expect(Self.isSame(one.batch, other.batch)) }
        #expect(Set(read.map(\.session)).count == 2)
    }

    @Test func aClockThatJumpsBackOverwritesNothing() async throws {
        let folder = RawSamples.Folder()
        let archive = try Self.archive(folder)
        let given = Self.arrivals(seconds: 3)
        await Self.give(given, to: archive)
        await archive.append(given[0].batch, from: 40, arrived: Self.start.advanced(bySeconds: 1_300))
        await Self.give(given, to: archive)
        let (read, problems) = Self.all(await archive.replay(during: Self.always))
        #expect(problems == [])
        #expect(read.count == 2 * given.count + 1)
        #expect(read.map(\.sequence) == read.map(\.sequence).sorted())
    }

    // MARK: - The disk

    @Test func aFullDiskIsToldOnceAndItGoesOn() async throws {
        let folder = RawSamples.Folder()
        let number = Mutex(Int32(0))
        let told = Mutex<[String]>([])
        var settings = RawSettings()
        settings.mostWaiting = 2_000
        let archive = try Self.archive(
            folder,
            0,
            settings,
            trouble: { number.withLock { $0 } },
            onTrouble: { error in told.withLock { $0.append(error == nil ? "on" : "stopped") } }
        )
        let given = Self.arrivals(seconds: 30)
        let third = given.count / 3
        await Self.give(Array(given[..<third]), to: archive)
        await archive.flush(at: given[third].at)
        number.withLock { $0 = ENOSPC }
        await Self.give(Array(given[third..<2 * third]), to: archive)
        let stopped = await archive.status
        if case .full? = stopped.trouble {} else { Issue.record("not full: \(String(describing: stopped.trouble))") }
        #expect(stopped.lost > 0)
        number.withLock { $0 = 0 }
        await Self.give(Array(given[(2 * third)...]), to: archive)
        await archive.close(at: Self.start.advanced(bySeconds: 31))
        #expect(told.withLock { $0 } == ["stopped", "on"])
        #expect(await archive.status.trouble == nil)
        #expect(await archive.verify().problems == [:])
        let (read, _) = Self.all(await archive.replay(during: Self.always))
        let count = read.reduce(0) { $0 + $1.batch.count }
        #expect(count + stopped.lost == given.reduce(0) { $0 + $1.batch.count })
        #expect(read.prefix(third).count == third)
    }

    @Test func whatIsTooOldOrTooMuchGoesOldestFirst() async throws {
        let folder = RawSamples.Folder()
        var settings = RawSettings()
        settings.hours = 1
        let archive = try Self.archive(folder, 0, settings)
        let one = Self.arrivals(seconds: 1)
        for hour in 0..<6 {
            let at = Self.start.advanced(bySeconds: Double(hour) * 600)
            for arrival in one { await archive.append(arrival.batch, from: arrival.receiver, arrived: at) }
        }
        await archive.close(at: Self.start.advanced(bySeconds: 3_600))
        let before = await archive.slices(during: Self.always).filter { $0.kind == .beast }
        #expect(before.count == 18)
        let gone = await archive.retain(now: Self.start.advanced(bySeconds: 3_600 + 1_200))
        #expect(Set(gone.map(\.start)).count == 2)
        #expect(await archive.slices(during: Self.always).filter { $0.kind == .beast }.count == 12)
        for slice in gone { #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/\(slice.path)")) }
        // The size decides in another run over the same folder.
        settings.hours = 100
        settings.bytes = await archive.status.bytes / 2
        let small = try Self.archive(folder, 9_000, settings)
        let released = await small.retain(now: Self.start.advanced(bySeconds: 3_600))
        #expect(!released.isEmpty)
        let status = await small.status
        #expect(status.bytes <= settings.bytes)
        let rest = await small.slices(during: Self.always)
        #expect(rest.map(\.start).min().map { $0 >= released.map(\.start).max()! } == true)
    }

    // MARK: - Pins

    @Test func whatIsPinnedStays() async throws {
        let folder = RawSamples.Folder()
        let archive = try Self.archive(folder)
        let given = Self.arrivals(seconds: 5)
        let named = try #require(
            given.lazy.flatMap(\.batch.frames).compactMap { try? Message($0.frame) }.first { $0.squitter != nil }
        )
        await Self.give(given, to: archive)
        let pin = RawPin(
            address: named.address,
            during: Self.start..<Self.start.advanced(bySeconds: 100),
            reason: "a visit",
            who: "tests",
            made: Self.start
        )
        // Before its slices are closed.
        let id = try await archive.pin(pin)
        await archive.close(at: Self.start.advanced(bySeconds: 5))
        let other = try await archive.pin(
            RawPin(receiver: 42, during: Self.always, reason: "r", who: "w", made: Self.start)
        )
        #expect(await archive.retain(now: Self.start.advanced(bySeconds: 1e6)).count == 4)
        let pinned = await archive.pinned()
        #expect(pinned.map(\.id) == [id, other])
        #expect(
            pinned.map(\.pin) == [
                pin, RawPin(receiver: 42, during: Self.always, reason: "r", who: "w", made: Self.start),
            ]
        )
        #expect(pinned[1].slices.map(\.receiver) == [42])
        let (read, problems) = Self.all(try await archive.replay(pinned: id))
        #expect(problems == [])
        #expect(read.contains { $0.batch.frames.contains { (try? Message($0.frame))?.address == named.address } })
        #expect(await archive.verify().problems == [:])
        // Another start knows them.
        let again = try Self.archive(folder, 7_000)
        #expect(await again.pinned().map(\.id) == [id, other])
        try await again.unpin(id)
        #expect(await again.pinned().map(\.id) == [other])
        await #expect(throws: RawError.noSuchPin(id)) { try await again.unpin(id) }
    }

    @Test func whatWasOpenAtACrashIsKeptForThePinsThatMeanIt() async throws {
        let folder = RawSamples.Folder()
        let archive = try Self.archive(folder)
        let given = Self.arrivals(seconds: 5)
        let named = try #require(
            given.lazy.flatMap(\.batch.frames).compactMap { try? Message($0.frame) }.first { $0.squitter != nil }
        )
        let during = Self.start..<Self.start.advanced(bySeconds: 100)
        let all = RawPin(during: during, reason: "r", who: "w", made: Self.start)
        let one = RawPin(address: named.address, during: during, reason: "r", who: "w", made: Self.start)
        let later = RawPin(
            during: during.upperBound.advanced(bySeconds: 1e5)..<during.upperBound.advanced(bySeconds: 2e5),
            reason: "r",
            who: "w",
            made: Self.start
        )
        try await archive.follow([3: all, 8: one, 9: later])
        await Self.give(given, to: archive)
        await archive.flush(at: Self.start.advanced(bySeconds: 5))
        // Nobody closes it.
        let again = try Self.archive(folder, 7_000)
        let there = await again.slices(during: during)
        #expect(!there.isEmpty)
        #expect(await again.retain(now: Self.start.advanced(bySeconds: 1e6)).count == there.count)
        let pinned = await again.pinned()
        #expect(pinned.map(\.id) == [3, 8, 9])
        #expect(pinned[0].slices.count == there.count)
        #expect(!pinned[1].slices.isEmpty)
        #expect(pinned[2].slices.isEmpty)
        let (read, problems) = Self.all(try await again.replay(pinned: 8))
        #expect(problems == [])
        #expect(read.contains { $0.batch.frames.contains { (try? Message($0.frame))?.address == named.address } })
    }

    @Test func pinsFollowAnotherList() async throws {
        let folder = RawSamples.Folder()
        let archive = try Self.archive(folder)
        await Self.give(Self.arrivals(seconds: 2), to: archive)
        await archive.close(at: Self.start.advanced(bySeconds: 2))
        let during = Self.start..<Self.start.advanced(bySeconds: 100)
        let pin = RawPin(during: during, reason: "a", who: "w", made: Self.start)
        let other = RawPin(receiver: 42, during: during, reason: "b", who: "w", made: Self.start)
        try await archive.follow([1: pin, 2: other])
        #expect(await archive.pinned().map(\.pin) == [pin, other])
        let held = await archive.pinned()[0].slices.count
        #expect(held > 1)
        // The first is gone, its number belongs to another pin now.
        try await archive.follow([1: other])
        #expect(await archive.pinned().map(\.pin) == [other])
        #expect(await archive.pinned()[0].slices.map(\.receiver) == [42])
        try await archive.follow([:])
        #expect(await archive.pinned().isEmpty)
        #expect(await archive.slices(during: during).count == held)
    }

    @Test func aPinOfAnAircraftNobodyHeardHoldsNothing() async throws {
        let folder = RawSamples.Folder()
        let archive = try Self.archive(folder)
        await Self.give(Self.arrivals(seconds: 2), to: archive)
        await archive.close(at: Self.start.advanced(bySeconds: 2))
        let address = AircraftAddress(icao: 0x123456)
        let pin = RawPin(address: address, during: Self.always, reason: "", who: "", made: Self.start)
        _ = try await archive.pin(pin)
        #expect(await archive.pinned().first?.slices == [])
    }
}
