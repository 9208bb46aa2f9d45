import Aero
import Foundation
import Synchronization
import TestSupport
import Testing
import Tracking

@testable import Store

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Run by `ImportCrashTests` in a process of its own; never otherwise.
@Suite(
    .enabled(if: ProcessInfo.processInfo.environment[ImportCrash.folder] != nil, "is the child of the crash test")
)
struct ImportCrashChild {
    @Test func worksUntilItIsKilled() async throws {
        let folder = try #require(ProcessInfo.processInfo.environment[ImportCrash.folder])
        guard FileManager.default.fileExists(atPath: folder + "/rebuild") else {
            let store = try HistoryStore(folder: folder + "/archive", realm: .imported)
            let report = try await ImportCrash.importing(into: store, folder) { ImportCrash.step($0) }
            try await store.close()
            try FileHandle.standardOutput.write(contentsOf: Data("whole \(report.isWhole)\n".utf8))
            return
        }
        for turn in 1... {
            ImportCrash.step(turn)
            _ = try await HistoryStore.rebuild(folder: folder + "/archive", realm: .imported)
            // What a rebuild keeps of a database fills the disk of who makes it again and again.
            for ending in ["", "-wal"] {
                try? FileManager.default.removeItem(atPath: folder + "/archive/pelacak.sqlite.damaged" + ending)
            }
        }
    }
}

/// What is imported while the process is killed.
enum ImportCrash {
    static let folder = "PELACAK_IMPORT_CRASH_FOLDER"
    static let lastStep = "PELACAK_IMPORT_CRASH_STEP"
    static let delay = "PELACAK_IMPORT_CRASH_MICROSECONDS"
    static let files = 1_500
    static let rows = 60

    static func hex(_ index: Int) -> String { String(0x4C_A000 + index, radix: 16) }

    static func importing(
        into store: HistoryStore,
        _ folder: String,
        step: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> ImportReport {
        var limits = ImportLimits()
        // Many flushes: there is much between two of them that a kill may come into.
        limits.batch = 600
        let importer = TraceImporter(archive: store, ledger: ImportLedger(folder: folder + "/archive"), limits: limits)
        let steps = Mutex(0)
        return try await importer.run(TraceImporterTests.request(folder + "/traces")) { _ in
            step(
                steps.withLock {
                    $0 += 1; return $0
                }
            )
        }
    }

    /// After a number of steps the process is killed from beside the work, some microseconds later: it comes into the middle on any machine.
    static func step(_ number: Int) {
        let environment = ProcessInfo.processInfo.environment
        guard number == environment[lastStep].flatMap({ Int($0) }) else { return }
        let microseconds = environment[delay].flatMap { UInt32($0) } ?? 0
        Thread.detachNewThread {
            usleep(microseconds)
            kill(getpid(), SIGKILL)
        }
    }
}

/// An import is killed at random moments and begun again: what its record says is done is there, and in the end all of it is, once.
@Suite(
    .enabled(if: ProcessInfo.processInfo.environment[ImportCrash.folder] == nil, "a child tests nothing"),
    .timeLimit(.minutes(10))
)
struct ImportCrashTests {
    @Test func anImportThatIsKilledGoesOnWhereItWas() async throws {
        let folder = try TemporaryFolder()
        for index in 0..<ImportCrash.files {
            let trace = TraceImporterTests.trace(ImportCrash.hex(index), rows: ImportCrash.rows)
            try folder.write("traces/trace_full_\(ImportCrash.hex(index)).json", trace)
        }
        var random = SeededGenerator(seed: 17)
        var (kills, partial, isWhole) = (0, 0, false)
        while !isWhole {
            try #require(kills < 200)
            let said = try await run(
                folder.path,
                microseconds: .random(in: 0...30_000, using: &random),
                steps: .random(in: 5...45, using: &random)
            )
            isWhole = said.contains("whole true")
            if !isWhole { kills += 1 }
            let done = try await check(folder)
            if done > 0, done < ImportCrash.files { partial += 1 }
        }
        // Not a test of nothing: kills came into the middle.
        #expect(partial > 2)
        let store = try HistoryStore(folder: folder.path + "/archive", realm: .imported)
        let check = try await store.check()
        #expect(check.isWhole && check.rows == ImportCrash.files * ImportCrash.rows)
        let again = try await ImportCrash.importing(into: store, folder.path)
        #expect(again.rows == 0 && again.skipped == [.alreadyThere: ImportCrash.files])
        let entries = try ImportLedger(folder: folder.path + "/archive").entries()
        #expect(entries.map(\.rows) == [ImportCrash.files * ImportCrash.rows] && entries.map(\.state) == ["whole"])
        print("import crash: \(kills) kills, \(partial) in the middle, seed 17")
    }

    @Test func aRebuildThatIsKilledLeavesTheOldFileOrTheNew() async throws {
        let folder = try await RebuildTests.archive()
        let before = try RebuildTests.contents(folder)
        let place = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: folder.path, toPath: place.path + "/archive")
        try place.write("rebuild", [])
        var random = SeededGenerator(seed: 19)
        for _ in 0..<12 {
            _ = try await run(place.path, microseconds: .random(in: 0...120_000, using: &random), steps: 1)
            let store = try HistoryStore(folder: place.path + "/archive", realm: .imported)
            #expect(try await store.check().isWhole)
            try await store.close()
            let copy = try TemporaryFolder()
            try FileManager.default.copyItem(
                atPath: place.path + "/archive/pelacak.sqlite",
                toPath: copy.path + "/pelacak.sqlite"
            )
            #expect(try RebuildTests.contents(copy) == before)
        }
    }

    /// Every file that the record says is done has all its rows, each once.
    ///
    /// - Returns: how many these are.
    private func check(_ folder: TemporaryFolder) async throws -> Int {
        let store = try HistoryStore(folder: folder.path + "/archive", realm: .imported)
        var done: Set<String> = []
        let ledger = ImportLedger(folder: folder.path + "/archive")
        for id in ledger.ids() {
            // A line without the file's sum says what is handed on, not that it is there.
            try ledger.forEachLine(of: id) { line in
                if line.sha256 != nil, let aircraft = line.aircraft { done.insert(aircraft) }
            }
        }
        for hex in done {
            let who = ArchivedAircraft(try #require(AircraftAddress(hex)))
            #expect(try await store.everything(of: who).observations.count == ImportCrash.rows, "\(hex)")
        }
        try await store.close()
        return done.count
    }

    /// - Returns: what it said, when it was not killed before.
    private func run(_ folder: String, microseconds: Int, steps: Int) async throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["--testing-library", "swift-testing", "--filter", "StoreTests.ImportCrashChild"]
        process.environment = ProcessInfo.processInfo.environment.merging([
            ImportCrash.folder: folder, ImportCrash.lastStep: String(steps), ImportCrash.delay: String(microseconds),
        ]) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitForEnd()
        return String(decoding: said, as: UTF8.self)
    }
}
