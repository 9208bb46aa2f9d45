import Aero
import Feeds
import Foundation
import Testing

@testable import Store

/// What is read beside the program that writes.
struct RawShelfTests {
    private static func filled(_ folder: RawSamples.Folder) async throws -> (archive: RawArchive, messages: Int) {
        let archive = try RawArchive(folder: folder.path, decoder: "tests", session: RawSamples.start)
        let given = RawArchiveTests.arrivals(seconds: 20)
        for arrival in given { await archive.append(arrival.batch, from: arrival.receiver, arrived: arrival.at) }
        await archive.flush(at: RawSamples.start.advanced(bySeconds: 20))
        return (archive, given.reduce(0) { $0 + $1.batch.count })
    }

    @Test func whatIsBeingWrittenIsReadAsWhatIsWhole() async throws {
        let folder = RawSamples.Folder()
        let (archive, messages) = try await Self.filled(folder)
        let shelf = try #require(RawShelf(folder: folder.path))
        let open = shelf.entries(during: RawArchiveTests.always)
        #expect(open.allSatisfy { $0.condition == .open && !$0.isPinned })
        #expect(open.reduce(0) { $0 + $1.messages } == messages)
        let before = RawArchiveTests.all(shelf.replay(during: RawArchiveTests.always))
        await archive.close(at: RawSamples.start.advanced(bySeconds: 21))
        let whole = shelf.entries(during: RawArchiveTests.always)
        #expect(whole.allSatisfy { $0.condition == .whole })
        #expect(whole.map(\.messages) == open.map(\.messages))
        let after = RawArchiveTests.all(shelf.replay(during: RawArchiveTests.always))
        #expect(before.problems == [] && after.problems == [])
        #expect(before.arrivals.map(\.sequence) == after.arrivals.map(\.sequence))
        #expect(after.arrivals.reduce(0) { $0 + $1.batch.count } == messages)
        let one = RawArchiveTests.all(shelf.replay(during: RawArchiveTests.always, receivers: [41])).arrivals
        #expect(!one.isEmpty && one.allSatisfy { $0.receiver == 41 })
        #expect(
            shelf.entries(during: RawArchiveTests.always.lowerBound..<RawSamples.start.advanced(bySeconds: -3600)) == []
        )
    }

    @Test func aPinnedSliceIsThereOnceAndStaysWhenTheRingTurned() async throws {
        let folder = RawSamples.Folder()
        let (archive, messages) = try await Self.filled(folder)
        await archive.close(at: RawSamples.start.advanced(bySeconds: 21))
        let pin = RawPin(during: RawArchiveTests.always, reason: "a visit", who: "tests", made: RawSamples.start)
        try await archive.pin(pin)
        let shelf = try #require(RawShelf(folder: folder.path))
        let both = shelf.entries(during: RawArchiveTests.always)
        #expect(both.allSatisfy(\.isPinned) && both.reduce(0) { $0 + $1.messages } == messages)
        await archive.retain(now: RawSamples.start.advanced(bySeconds: 100 * 3_600))
        let pinned = shelf.entries(during: RawArchiveTests.always)
        #expect(pinned.map(\.messages) == both.map(\.messages))
        #expect(pinned.allSatisfy { $0.slice.path.hasPrefix("pinned/") })
    }

    @Test func damageIsSaidAndTheRestComes() async throws {
        let folder = RawSamples.Folder()
        let (archive, messages) = try await Self.filled(folder)
        await archive.close(at: RawSamples.start.advanced(bySeconds: 21))
        let shelf = try #require(RawShelf(folder: folder.path))
        let path = try #require(shelf.entries(during: RawArchiveTests.always).first).slice.path
        var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + path))
        // The first label begins after the head; its frame's size is in the four bytes after the first four.
        let head = 8 + Int(bytes[4]) + Int(bytes[5]) << 8
        bytes[head] ^= 0xFF
        try bytes.write(to: URL(fileURLWithPath: folder.path + "/" + path))
        let entries = shelf.entries(during: RawArchiveTests.always)
        #expect(entries.filter { $0.condition == .damaged(.foreign) }.map(\.slice.path) == [path])
        let (read, problems) = RawArchiveTests.all(shelf.replay(during: RawArchiveTests.always))
        let count = read.reduce(0) { $0 + $1.batch.count }
        #expect(!problems.isEmpty && count > 0 && count < messages)
    }

    @Test func noFolderIsNoShelf() {
        #expect(RawShelf(folder: "/nowhere/raw") == nil)
    }
}
