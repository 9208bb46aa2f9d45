import Aero
import Foundation
import GRDB
import TestSupport
import Testing
import Tracking

@testable import Store

/// What is said of days and pieces where something is missing.
struct IncompleteDaysTests {
    private static let day: Int64 = 20_000
    private static func time(_ day: Int64, hours: Double = 0) -> Timestamp {
        Timestamp(nanoseconds: day * 86_400_000_000_000).advanced(bySeconds: hours * 3_600)
    }

    @Test func aDayOfWhichNothingIsKeptIsListedWhenItsBooksSaySo() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        try await store.noteLoss(
            during: Self.time(Self.day, hours: 1)..<Self.time(Self.day, hours: 2),
            isImport: false,
            detail: "the disk was full",
            at: Self.time(Self.day + 1)
        )
        let days = try await store.days(in: Self.time(Self.day - 3)..<Self.time(Self.day + 3))
        #expect(
            days == [ArchivedDay(number: Self.day, aircraft: 0, positions: 0, otherObservations: 0, isComplete: false)]
        )
    }

    @Test func whatIsMissingIsSaidOfADayWithoutAManifest() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .imported)
        #expect(try await store.gapsNoted(of: Self.day).isEmpty)
        try await store.noteLoss(
            during: Self.time(Self.day, hours: 1)..<Self.time(Self.day, hours: 2),
            isImport: true,
            detail: "damaged: day.tar: it ends in the middle",
            at: Self.time(Self.day + 1)
        )
        let gap = try #require(try await store.gapsNoted(of: Self.day).first)
        #expect(gap.reason == "import cut off: damaged: day.tar: it ends in the middle")
        #expect(gap.from == Self.time(Self.day, hours: 1).milliseconds && gap.to - gap.from == 3_600_000)
        #expect(try await store.manifest(of: Self.day) == nil)
        await #expect(throws: ArchiveError.self) { try await store.gapsNoted(of: .max) }
    }

    @Test func theDayThatBeginsWhereAQuestionEndsIsNotMeant() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        try await store.noteLoss(
            during: Self.time(Self.day)..<Self.time(Self.day, hours: 1),
            isImport: false,
            detail: "the disk was full",
            at: Self.time(Self.day + 1)
        )
        #expect(try await store.incompleteDays(in: Self.time(Self.day - 1)..<Self.time(Self.day)) == [])
        #expect(
            try await store.incompleteDays(in: Self.time(Self.day - 1)..<Self.time(Self.day, hours: 1)) == [Self.day]
        )
        let aircraft = ArchivedAircraft(AircraftAddress(icao: 1))
        let before = Self.time(Self.day - 1)..<Self.time(Self.day)
        let trace = try await store.trace(of: aircraft, during: before, withoutPositions: true)
        #expect(trace.evidence.incompleteDays == [])
    }

    @Test func whatCannotBeReadInALogIsSaidByWhoReadsBeside() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        for batch in 0..<10 {
            try await store.append(Samples.batch((0..<5).map { Samples.numbered(batch * 5 + $0) }))
        }
        let log = try #require(folder.logs.first)
        let whole = try HistoryStore(reading: folder.path, realm: .real)
        let before = try await whole.check()
        #expect(before.isWhole && before.openRows == 50)
        var bytes = try folder.bytes(log)
        for place in bytes.count / 2..<bytes.count / 2 + 3 { bytes[place] ^= 0xFF }
        try folder.write(bytes, to: log)
        let reading = try HistoryStore(reading: folder.path, realm: .real)
        let check = try await reading.check()
        #expect(!check.isWhole && check.damagedLogs.count == 1 && (40..<50).contains(check.openRows))
        let times = Samples.numbered(0).time..<Samples.numbered(49).time.advanced(bySeconds: 1)
        let incomplete = try await reading.incompleteDays(in: times)
        #expect(!incomplete.isEmpty)
        let days = try await reading.days(in: times)
        #expect(!days.isEmpty && days.allSatisfy { $0.isComplete == false })
    }

    @Test func aDamagedPageIsAFindingAndTheRestIsLookedAt() async throws {
        let folder = try TemporaryFolder()
        do {
            let store = try HistoryStore(folder: folder.path, realm: .real)
            for batch in 0..<10 {
                try await store.append(Samples.batch((0..<500).map { Samples.numbered(batch * 500 + $0) }))
            }
            try await store.close()
        }
        let path = folder.path + "/" + ArchiveDatabase.name
        let whole = try await HistoryStore(reading: folder.path, realm: .real).check()
        #expect(whole.isWhole && whole.chunks > 0)
        let original = try folder.bytes(path)
        var looked = 0
        for page in 1..<original.count / 4_096 {
            var bytes = original
            for place in page * 4_096..<(page + 1) * 4_096 {
                bytes[place] = UInt8(truncatingIfNeeded: place &* 167 >> 3)
            }
            try folder.write(bytes, to: path)
            // Some pages hold what tells whose archive it is: those cannot be opened at all.
            guard let store = try? HistoryStore(reading: folder.path, realm: .real) else { continue }
            let check = try await store.check()
            looked += 1
            if check.isWhole { #expect(check.rows == whole.rows) }
        }
        #expect(looked > 0)
    }
}
