import Foundation
import Synchronization
import Testing
import Tracking

@testable import Store

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

struct FullDiskTests {
    /// What fails, for as long as it is said.
    private final class Faults: Sendable {
        let failing = Mutex<Set<OpenLogFile.Operation>>([])
        func now(_ operations: Set<OpenLogFile.Operation>) { failing.withLock { $0 = operations } }
    }

    @Test(arguments: [[.write], [.sync], [.create], [.sync, .cut], [.write, .cut]] as [Set<OpenLogFile.Operation>])
    func nothingIsAcknowledgedNothingIsLostAndItGoesOn(operations: Set<OpenLogFile.Operation>) async throws {
        let folder = try TemporaryFolder()
        let faults = Faults()
        var settings = ArchiveSettings()
        settings.faults = { operation in faults.failing.withLock { $0.contains(operation) } ? ENOSPC : nil }
        let store = try HistoryStore(folder: folder.path, realm: .real, settings: settings)
        if !operations.contains(.create) { try await store.append(Samples.batch([Samples.numbered(0)])) }
        faults.now(operations)
        for number in 1...3 {
            await #expect(throws: ArchiveError.self) {
                try await store.append(Samples.batch([Samples.numbered(number)]))
            }
            guard case .full = await store.currentHealth().problem else {
                Issue.record("a full disk must be told")
                return
            }
        }
        // Reading goes on.
        #expect(try await store.everything().observations.count == (operations.contains(.create) ? 0 : 1))
        faults.now([])
        for number in 4...5 { try await store.append(Samples.batch([Samples.numbered(number)])) }
        let expected = (operations.contains(.create) ? [] : [0]) + [4, 5]
        #expect(try await store.everything().observations == expected.map { Samples.numbered($0) })
        #expect(await store.currentHealth().problem == nil)
        // And so it stands on the disk.
        let left = try folder.copy()
        let again = try HistoryStore(folder: left.path, realm: .real)
        let kept = Set(try await again.everything().observations)
        #expect(kept.isSuperset(of: expected.map { Samples.numbered($0) }))
    }

    @Test func aDatabaseThatCannotGrowKeepsTheLogUntilItCan() async throws {
        let folder = try TemporaryFolder()
        var settings = ArchiveSettings()
        settings.largestPageCount = 60
        var random = RandomRows(seed: 2)
        let rows = random.anything(20_000)
        let store = try HistoryStore(folder: folder.path, realm: .real, settings: settings)
        try await store.append(Samples.batch(rows))
        await #expect(throws: ArchiveError.self) { try await store.seal() }
        guard case .full = await store.currentHealth().problem else {
            Issue.record("a full database must be told")
            return
        }
        #expect(try await store.everything().resolved == ResolvedRow.kept(rows, [.empty]))
        // A start on the full disk can read, and one with room seals.
        let left = try folder.copy()
        let still = try HistoryStore(folder: left.path, realm: .real, settings: settings)
        #expect(try await still.everything().resolved == ResolvedRow.kept(rows, [.empty]))
        #expect(await still.currentHealth().problem != nil)
        let free = try left.copy()
        let again = try HistoryStore(folder: free.path, realm: .real)
        #expect(try await again.everything().resolved == ResolvedRow.kept(rows, [.empty]))
        #expect(free.logs.isEmpty)
    }
}
