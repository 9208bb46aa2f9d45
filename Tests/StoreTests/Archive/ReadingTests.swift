import Aero
import Foundation
import Testing
import Tracking

@testable import Store

/// An archive that another has open is read and copied beside it.
struct ReadingTests {
    @Test func whatWasAcknowledgedIsSeenAndNothingIsChanged() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        let first = (0..<500).map { Samples.numbered($0) }
        try await store.append(Samples.batch(first))
        try await store.seal()
        let second = (500..<900).map { Samples.numbered($0) }
        try await store.append(Samples.batch(second))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/open")
        let reader = try HistoryStore(reading: folder.path, realm: .real)
        #expect(try await reader.everything().observations == first + second)
        // Sealed while it is read: still once, and what came later with it.
        let third = (900..<1_000).map { Samples.numbered($0) }
        try await store.append(Samples.batch(third))
        #expect(try await reader.everything().observations == first + second)
        try await store.seal()
        #expect(try await reader.everything().observations == first + second + third)
        #expect(try await reader.check().isWhole)
        await #expect(throws: ArchiveError.self) { try await reader.append(Samples.batch(first)) }
        await #expect(throws: ArchiveError.self) {
            try await reader.retain(RetentionRules(days: 1), at: Timestamp(seconds: 9e9))
        }
        try await reader.close()
        #expect(!names.isEmpty)
        #expect(try await store.everything().observations == first + second + third)
        #expect(throws: ArchiveError.self) { _ = try HistoryStore(reading: folder.path, realm: .simulated) }
        #expect(throws: ArchiveError.self) { _ = try HistoryStore(reading: folder.path + "/none", realm: .real) }
    }

    @Test func aCopyMadeBesideAWriterHoldsAllThatWasAcknowledgedOnce() async throws {
        let folder = try TemporaryFolder()
        let other = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        let known = (0..<300).map { Samples.numbered($0) }
        try await store.append(Samples.batch(known))
        try await store.seal()
        let open = (300..<450).map { Samples.numbered($0) }
        try await store.append(Samples.batch(open))
        let later = (450..<1_500).map { Samples.numbered($0) }
        async let writing: Void = {
            for row in later {
                try await store.append(Samples.batch([row]))
                if row.milliseconds % 7 == 0 { try await store.seal() }
            }
        }()
        let path = other.path + "/copy.sqlite"
        try await HistoryStore.backup(of: folder.path, realm: .real, to: path)
        try await writing
        #expect(try FileManager.default.contentsOfDirectory(atPath: other.path) == ["copy.sqlite"])
        try HistoryStore.restore(path, to: other.path + "/restored")
        let restored = try HistoryStore(folder: other.path + "/restored", realm: .real)
        let rows = try await restored.everything().observations
        // What was acknowledged before is there; of what came meanwhile a beginning, nothing twice.
        #expect(rows == Array((known + open + later).prefix(rows.count)))
        #expect(rows.count >= 450)
        #expect(try await restored.check().isWhole)
    }

    @Test func daysThatNeedAManifestAreThoseThatAreOverAndThoseToWhichSomethingHappened() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        let day = Moments.dayNumber(Samples.start)
        try await store.append(Samples.batch([Samples.numbered(0)]))
        try await store.seal()
        let now = Samples.time((day + 3) * Moments.day)
        func days(_ since: Timestamp) async throws -> [Int64] {
            try await store.daysWithoutManifest(endedBy: now, notedSince: since)
        }
        #expect(try await days(now) == [day, day + 1, day + 2])
        for day in try await days(now) { try await store.writeManifest(of: day) { _ in "00" } }
        #expect(try await days(now).isEmpty)
        let minute = Samples.time(day * Moments.day)..<Samples.time(day * Moments.day + 60_000)
        try await store.noteLoss(during: minute, isImport: false, detail: "test", at: now)
        #expect(try await days(now) == [day])
        #expect(try await days(now.advanced(bySeconds: 1)).isEmpty)
        #expect(try await store.terms(of: day).licences == [.own])
    }
}
