import Aero
import Foundation
import GRDB
import Testing
import Tracking

@testable import Store

struct CheckingTests {
    /// A day of six hours of one aircraft as one chunk, and a quarter of an hour of another.
    private func filled(_ folder: TemporaryFolder) async throws -> HistoryStore {
        let store = try HistoryStore(folder: folder.path, realm: .real)
        try await store.append(Samples.batch((0..<2_000).map { Samples.numbered($0, spacing: 10_000) }))
        try await store.seal()
        try await store.compactDays(endedBy: Samples.time(Samples.start + 2 * Moments.day))
        try await store.append(Samples.batch((0..<50).map { Samples.numbered($0) }, of: Samples.other))
        try await store.seal()
        return store
    }

    private func flip(_ place: Int, _ store: HistoryStore) async throws {
        try await store.change { database in
            var data = try #require(
                try Data.fetchOne(database, sql: "SELECT data FROM chunk WHERE address = ?", arguments: [0x4D2023])
            )
            data[data.startIndex + place] ^= 4
            try database.execute(sql: "UPDATE chunk SET data = ? WHERE address = ?", arguments: [data, 0x4D2023])
        }
    }

    @Test func aDamagedChunkIsNamedAndTheRestIsRead() async throws {
        let folder = try TemporaryFolder()
        let store = try await filled(folder)
        #expect(try await store.check().isWhole)
        #expect(try await store.check().rows == 2_050)
        try await flip(60, store)
        let trace = try await store.everything()
        #expect(trace.evidence.damagedChunks.count == 1)
        // One hour of six is gone, not the day.
        let whole = (0..<2_000).map { Samples.numbered($0, spacing: 10_000) }
        #expect(trace.observations.count == 1_640)
        #expect(Set(trace.observations).isSubset(of: whole))
        #expect(try await store.everything(of: Samples.other).observations.count == 50)
        let check = try await store.check()
        #expect(check.damaged.map(\.chunk) == trace.evidence.damagedChunks)
        #expect(check.damaged.first?.aircraft == "4d2023")
        try await store.repair()
        let after = try await store.check()
        #expect(after.isWhole)
        #expect(after.isolatedCount == 1 && after.isolated.map(\.aircraft) == ["4d2023"])
        #expect(after.isolated.map(\.chunk) == trace.evidence.damagedChunks)
        #expect(try await store.putAside() == after.isolated)
        // It stays named: what it held is not there.
        let again = try await store.everything()
        #expect(again.observations == trace.observations)
        #expect(again.evidence.damagedChunks == trace.evidence.damagedChunks)
    }

    @Test func damageIsNamedWhereverItIsMissing() async throws {
        let folder = try TemporaryFolder()
        let store = try await filled(folder)
        let world = try #require(ArchiveArea(south: -90, west: -180, north: 90, east: 180))
        let place = try #require(Samples.numbered(120, spacing: 10_000).position)
        let during = Samples.time(Samples.start)..<Samples.time(Samples.start + Moments.hour)
        let at = Samples.time(Samples.start + 1_200_000)
        try await flip(60, store)
        for isRepaired in [false, true] {
            if isRepaired { try await store.repair() }
            let found = try await store.traces(in: world, during: during, limit: 10)
            #expect(found.flatMap(\.evidence.damagedChunks).count == 1, "\(isRepaired)")
            let near = try await store.evidence(near: place, within: Metres(1_000), at: at)
            #expect(near.damagedChunks.count == 1, "\(isRepaired)")
        }
        let day = Moments.dayNumber(Samples.start)
        #expect(try await store.damage(of: day).count == 1)
        #expect(try await store.damage(of: day + 1).isEmpty)
        #expect(
            try await store.traces(in: world, during: during, limit: 10).allSatisfy {
                $0.evidence.incompleteDays == [day]
            }
        )
        #expect(try await store.days(of: Samples.aircraft).first?.isComplete == false)
    }

    @Test func aBackupTouchesNothingThatIsThereAlready() async throws {
        let folder = try TemporaryFolder()
        let store = try await filled(folder)
        let place = try TemporaryFolder()
        try place.write("copy.sqlite.part", [1])
        try place.write("copy.sqlite.work/mine", [2])
        try await store.backup(to: place.path + "/copy.sqlite")
        try await HistoryStore.backup(of: folder.path, realm: .real, to: place.path + "/other.sqlite")
        #expect(
            place.names() == [
                "copy.sqlite", "copy.sqlite.part", "copy.sqlite.work", "copy.sqlite.work/mine", "other.sqlite",
            ]
        )
        #expect(try place.read("copy.sqlite.part") == [1])
    }

    @Test func aRestoreThatIsNotFinishedCanBeDoneAgain() async throws {
        let folder = try TemporaryFolder()
        let store = try await filled(folder)
        let place = try TemporaryFolder()
        let file = place.path + "/copy.sqlite"
        try await store.backup(to: file)
        let target = place.path + "/target"
        do {
            let restore = try ArchiveRestore(file, to: target)
            #expect(throws: ArchiveError.self) { try ArchiveRestore(file, to: target) }
            #expect(!FileManager.default.fileExists(atPath: target + "/pelacak.sqlite"))
            try restore.finish()
            restore.takeBack()
        }
        try HistoryStore.restore(file, to: target)
        let again = try HistoryStore(folder: target, realm: .real)
        #expect(try await again.everything().observations == store.everything().observations)
        #expect(throws: ArchiveError.self) { try HistoryStore.restore(file, to: target) }
    }

    /// What stands beside the data is compared with it; where it cannot be guessed the rows stay aside.
    @Test(arguments: [
        ("address_kind = 9", "its key is none"), ("form = 7", "its key is none"), ("terms = 99", "its key is none"),
        ("start = start + 17", "its period is none"), ("length = 1000", "its period is none"),
        ("start = start + 86400000", "rows outside its period"), ("form = 1", "rows of another form"),
        ("t0 = t0 + 1", "its times are not those of its rows"),
        ("lat1 = lat1 + 5", "its area is not that of its rows"), ("lon0 = NULL", "its area is not that of its rows"),
    ])
    func aKeyThatIsNotThatOfItsRowsIsNamed(change: String, reason: String) async throws {
        let folder = try TemporaryFolder()
        let store = try await filled(folder)
        try await store.database.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA foreign_keys = OFF")
            try database.execute(sql: "UPDATE chunk SET \(change) WHERE length = \(Moments.day)")
        }
        let check = try await store.check()
        #expect(check.damaged.map(\.reason) == [reason])
        try await store.repair()
        let after = try await store.check()
        #expect(after.isWhole && after.isolatedCount == 1)
        let isMended = reason.hasPrefix("its times") || reason.hasPrefix("its area")
        #expect(after.rows == (isMended ? 2_050 : 50))
    }

    @Test func rowsThatComeToADamagedChunkAreKept() async throws {
        let folder = try TemporaryFolder()
        let store = try await filled(folder)
        try await flip(60, store)
        let late = Samples.numbered(5, spacing: 10_001)
        try await store.append(Samples.batch([late]))
        try await store.seal()
        let trace = try await store.everything()
        #expect(trace.observations.contains(late))
        #expect(trace.observations.count == 1_641)
        #expect(trace.evidence.damagedChunks.count == 1)
    }

    @Test func aBackupMadeWhileWritingIsWhole() async throws {
        let folder = try TemporaryFolder()
        let store = try await filled(folder)
        let expected = try await store.everything().observations
        let file = folder.path + "/copy.sqlite"
        try await store.append(Samples.batch([Samples.numbered(900)], of: Samples.other))
        async let copying: Void = store.backup(to: file)
        for number in 901..<950 { try await store.append(Samples.batch([Samples.numbered(number)], of: Samples.other)) }
        try await copying
        await #expect(throws: ArchiveError.self) { try await store.backup(to: file) }
        let place = try TemporaryFolder()
        try HistoryStore.restore(file, to: place.path)
        #expect(throws: ArchiveError.self) { try HistoryStore.restore(file, to: place.path) }
        #expect(throws: ArchiveError.self) { try HistoryStore.restore(file, to: folder.path) }
        let restored = try HistoryStore(folder: place.path, realm: .real)
        #expect(try await restored.everything().observations == expected)
        #expect(try await restored.everything(of: Samples.other).observations.contains(Samples.numbered(900)))
        #expect(try await restored.check().isWhole)
        try await restored.append(Samples.batch([Samples.numbered(5_000)]))
    }

    @Test func aBackupThatIsNoneIsRefused() async throws {
        let folder = try TemporaryFolder()
        try folder.write([UInt8](repeating: 3, count: 5_000), to: folder.path + "/copy.sqlite")
        #expect(throws: ArchiveError.self) {
            try HistoryStore.restore(folder.path + "/copy.sqlite", to: folder.path + "/new")
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/new/pelacak.sqlite"))
    }
}
