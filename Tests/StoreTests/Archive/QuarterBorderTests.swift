import Aero
import ModeS
import TestSupport
import Testing
import Tracking

@testable import Store

/// What is sealed when a batch holds the end of a quarter of an hour and the beginning of the next.
struct QuarterBorderTests {
    /// Two a second.
    private let rows = (0..<4_000).map { Samples.numbered($0) }

    private var border: Int64 {
        get throws { Moments.start(of: Moments.quarter, at: try #require(rows.first).milliseconds) + Moments.quarter }
    }

    private func isSealed(_ store: HistoryStore, but count: Int) async -> Bool {
        for _ in 0..<500 {
            if await store.currentHealth().unsealedRows == count { return true }
            try? await Task.sleep(for: .milliseconds(20))
        }
        return false
    }

    @Test func theNextQuarterIsNotSealedWithTheOneBefore() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        let border = try border
        let place = try #require(rows.firstIndex { $0.milliseconds >= border })
        try await store.append(Samples.batch(Array(rows[..<(place - 100)])))
        try await store.append(Samples.batch(Array(rows[(place - 100)..<(place + 60)])))
        #expect(await isSealed(store, but: 60))
        #expect(try await store.everything().observations == Array(rows[..<(place + 60)]))
        try await store.close()
    }

    @Test func aFewRowsOfAnOddClockDoNotSeal() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        let border = try border
        let place = try #require(rows.firstIndex { $0.milliseconds >= border })
        let before = Array(rows[(place - 600)..<(place - 200)])
        for start in stride(from: 0, to: before.count, by: 40) {
            try await store.append(Samples.batch(before[start..<(start + 40)] + [rows[place + start]]))
        }
        #expect(await store.currentHealth().unsealedRows == 410)
        #expect(folder.logs.count == 1)
        try await store.close()
    }

    @Test func aBatchOfNamesAloneIsTakenBesideRows() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        try await store.append(Samples.batch([rows[0]]))
        var names = ObservationBatch()
        let change = IdentityChange(Samples.aircraft, at: rows[1].milliseconds, .callsign, "GARUDA1")
        names.names = [try #require(change)]
        try await store.append(names)
        try await store.seal()
        #expect(await store.currentHealth().unsealedRows == 0)
        try await store.close()
    }
}
