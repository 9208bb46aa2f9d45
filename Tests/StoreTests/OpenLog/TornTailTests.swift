import Aero
import Foundation
import TestSupport
import Testing
import Tracking

@testable import Store

/// The log as a power cut may leave it.
struct TornTailTests {
    /// Ten batches of five rows: the bytes of the log, and where each batch ends.
    private func log() async throws -> (bytes: [UInt8], ends: [Int]) {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        var ends: [Int] = []
        for batch in 0..<10 {
            try await store.append(Samples.batch((0..<5).map { Samples.numbered(batch * 5 + $0) }))
            ends.append(try folder.bytes(#require(folder.logs.first)).count)
        }
        return (try folder.bytes(#require(folder.logs.first)), ends)
    }

    private func read(
        _ bytes: [UInt8],
        _ folder: TemporaryFolder
    ) throws -> (rows: [Observation], findings: OpenLogReader.Findings) {
        let path = folder.path + "/torn.log"
        try folder.write(bytes, to: path)
        var rows: [Observation] = []
        var reader = try OpenLogReader(path: path)
        let findings = reader.read { rows += $0.rows.map(\.observation) }
        return (rows, findings)
    }

    @Test func aCutAtAnyByteOfTheLastThreeBatchesLosesNoWholeOne() async throws {
        let (bytes, ends) = try await log()
        let folder = try TemporaryFolder()
        for length in ends[6]...bytes.count {
            let (rows, findings) = try read(Array(bytes[..<length]), folder)
            let whole = ends.count { $0 <= length }
            #expect(rows == (0..<whole * 5).map { Samples.numbered($0) })
            #expect(findings.cutBytes == length - ends[whole - 1])
        }
    }

    @Test func aFlippedBitAnywhereLosesItsBatchAtMostAndIsTold() async throws {
        let (bytes, ends) = try await log()
        let folder = try TemporaryFolder()
        for place in bytes.indices {
            var flipped = bytes
            flipped[place] ^= 1 << UInt8(place % 8)
            let (rows, findings) = try read(flipped, folder)
            var expected = OpenLogReader.Findings()
            expected.entries = 10
            guard place >= OpenLogFile.headLength else {
                #expect(rows == (0..<50).map { Samples.numbered($0) })
                #expect(findings == expected)
                continue
            }
            let hit = ends.count { $0 <= place }
            let start = hit == 0 ? OpenLogFile.headLength : ends[hit - 1]
            if place < start + 4 {
                // It was the length: what follows says how long it was.
                expected.mendedEntries = 1
                #expect(rows == (0..<50).map { Samples.numbered($0) })
            } else {
                expected.entries = 9
                expected.damagedEntries = 1
                expected.damagedBytes = ends[hit] - start
                expected.damagedAfter = hit == 0 ? nil : Samples.numbered(hit * 5 - 3).milliseconds
                expected.damagedBefore = hit == 9 ? nil : Samples.numbered(hit * 5 + 7).milliseconds
                #expect(rows == (0..<50).filter { $0 / 5 != hit }.map { Samples.numbered($0) })
            }
            #expect(findings == expected)
        }
    }

    @Test func whateverHappensToAStretchOfBytesTheEntriesBesideItAreRead() async throws {
        let (bytes, ends) = try await log()
        let folder = try TemporaryFolder()
        var random = SeededGenerator(seed: 5)
        for round in 0..<600 {
            let from = Int.random(in: OpenLogFile.headLength..<bytes.count, using: &random)
            let to = min(bytes.count, from + Int.random(in: 1...400, using: &random))
            var wrong = bytes
            switch round % 3 {
            case 0: for place in from..<to { wrong[place] = .random(in: 0...255, using: &random) }
            case 1: wrong.removeSubrange(from..<to)
            default:
                wrong.insert(contentsOf: (0..<to - from).map { _ in .random(in: 0...255, using: &random) }, at: from)
            }
            let (rows, findings) = try read(wrong, folder)
            let untouched = ends.indices.filter { index in
                ends[index] <= from || (index == 0 ? OpenLogFile.headLength : ends[index - 1]) >= to
            }
            let kept = Set(rows)
            for index in untouched {
                #expect((index * 5..<index * 5 + 5).allSatisfy { kept.contains(Samples.numbered($0)) })
            }
            #expect(kept.isSubset(of: (0..<50).map { Samples.numbered($0) }))
            // A file that ends after a whole entry is whole, as far as anybody can see.
            if kept.count < 50, !ends.contains(wrong.count) {
                #expect(findings.damagedEntries > 0 || findings.cutBytes > 0)
            }
        }
    }

    @Test func entriesInTheMiddleThatAreGoneAreCountedAndTheDayIsTold() async throws {
        let (bytes, ends) = try await log()
        let folder = try TemporaryFolder()
        var wrong = bytes
        for place in ends[2]..<ends[4] { wrong[place] = 0xFF }
        try folder.write("open/7.log", wrong)
        var store: HistoryStore? = try HistoryStore(folder: folder.path, realm: .real)
        let expected = (0..<50).filter { !(15..<25).contains($0) }.map { Samples.numbered($0) }
        #expect(try await store?.everything().observations == expected)
        let said = try #require(await store?.currentHealth().recovered)
        let bytesGone = ends[4] - ends[2]
        #expect(
            said.contains(
                "7.log: 2 entries (\(bytesGone) bytes) could not be read; the day says so, the file is kept as 7.log.damaged"
            )
        )
        #expect(try store?.damagedLogs() == [folder.path + "/open/7.log.damaged"])
        #expect(try folder.read("open/7.log.damaged") == wrong)
        #expect(folder.logs.isEmpty)
        try await store?.close()
        // The same once more, as after a kill before the file had its new name: nothing is there twice.
        try folder.write("open/7.log", wrong)
        store = try HistoryStore(folder: folder.path, realm: .real)
        let day = Moments.dayNumber(Samples.start)
        let manifest = try #require(try await store?.writeManifest(of: day) { _ in "" })
        let gaps = manifest.gaps.filter { $0.reason.hasPrefix("log damaged") }
        #expect(gaps.map(\.from) == [Samples.numbered(12).milliseconds])
        #expect(gaps.map(\.to) == [Samples.numbered(27).milliseconds])
        #expect(
            try store?.damagedLogs() == [folder.path + "/open/7-2.log.damaged", folder.path + "/open/7.log.damaged"]
        )
        #expect(try await store?.everything().observations == expected)
    }

    @Test func aDamagedLengthCostsNothingAndIsNoLoss() async throws {
        let (bytes, ends) = try await log()
        for bit in 0..<32 {
            let folder = try TemporaryFolder()
            var wrong = bytes
            wrong[ends[1] + bit / 8] ^= 1 << UInt8(bit % 8)
            try folder.write("open/7.log", wrong)
            let store = try HistoryStore(folder: folder.path, realm: .real)
            #expect(try await store.everything().observations == (0..<50).map { Samples.numbered($0) })
            #expect(await store.currentHealth().recovered.contains { $0.contains("damaged length") })
            #expect(try store.damagedLogs().isEmpty && folder.logs.isEmpty)
        }
    }

    @Test func startingOverATornLogSaysWhatWasCutAndGoesOn() async throws {
        let (bytes, ends) = try await log()
        for length in [0, 5, OpenLogFile.headLength, ends[0] - 1, ends[8] + 3, bytes.count] {
            let folder = try TemporaryFolder()
            try FileManager.default.createDirectory(atPath: folder.path + "/open", withIntermediateDirectories: true)
            try folder.write(Array(bytes[..<length]), to: folder.path + "/open/7.log")
            let store = try HistoryStore(folder: folder.path, realm: .real)
            let whole = ends.count { $0 <= length }
            #expect(try await store.everything().observations == (0..<whole * 5).map { Samples.numbered($0) })
            let isCut = !ends.contains(length) && length != OpenLogFile.headLength && length > 0
            #expect(await store.currentHealth().recovered.contains { $0.contains("were cut") } == isCut)
            try await store.append(Samples.batch([Samples.numbered(100)]))
            #expect(try await store.everything().observations.last == Samples.numbered(100))
        }
    }

    @Test func aFileThatIsNoLogIsPutAside() async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/open", withIntermediateDirectories: true)
        try folder.write([UInt8](repeating: 7, count: 1_000), to: folder.path + "/open/7.log")
        let store = try HistoryStore(folder: folder.path, realm: .real)
        #expect(try store.damagedLogs() == [folder.path + "/open/7.log.damaged"])
        let said = await store.currentHealth().recovered
        #expect(
            said == [
                "7.log: it does not begin as a log does; nothing of it was read, the file is kept as 7.log.damaged"
            ]
        )
        try await store.append(Samples.batch([Samples.numbered(0)]))
    }
}
