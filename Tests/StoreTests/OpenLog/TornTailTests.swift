import Aero
import Foundation
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

    @Test func aFlippedBitInTheLastThreeBatchesLosesThatBatchAtMost() async throws {
        let (bytes, ends) = try await log()
        let folder = try TemporaryFolder()
        for place in ends[6]..<bytes.count {
            var flipped = bytes
            flipped[place] ^= 1 << UInt8(place % 8)
            let hit = ends.count { $0 <= place }
            let (rows, findings) = try read(flipped, folder)
            // Earlier ones are whole; later ones too, unless it was the length that was hit.
            #expect(rows.prefix(hit * 5).elementsEqual((0..<hit * 5).map { Samples.numbered($0) }))
            let later = (hit * 5 + 5..<50).map { Samples.numbered($0) }
            #expect(rows.count == hit * 5 || Array(rows.dropFirst(hit * 5)) == later)
            #expect(findings.damagedEntries == 1 || findings.cutBytes > 0)
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
        #expect(FileManager.default.fileExists(atPath: folder.path + "/open/7.log.damaged"))
        try await store.append(Samples.batch([Samples.numbered(0)]))
    }
}
