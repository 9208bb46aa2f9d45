import Aero
import Foundation
import GRDB
import TestSupport
import Testing
import Tracking

@testable import Store

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Run by `CrashTests` in a process of its own; never otherwise.
@Suite(
    .enabled(if: ProcessInfo.processInfo.environment[CrashLoad.folderVariable] != nil, "is the child of the crash test")
)
struct CrashChild {
    @Test func worksUntilItIsKilled() async throws {
        let environment = ProcessInfo.processInfo.environment
        let folder = try #require(environment[CrashLoad.folderVariable])
        let first = try #require(environment[CrashLoad.firstVariable].flatMap { Int($0) })
        try await CrashLoad.run(folder: folder, first: first)
    }
}

/// A process that writes is killed at a random moment: what it acknowledged is there, once and unchanged. Eight rounds; 200 with
/// `PELACAK_CRASH_ROUNDS=200`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment[CrashLoad.folderVariable] == nil, "a child tests nothing"))
struct CrashTests {
    @Test func whatWasAcknowledgedIsThereOnceAfterAnyKill() async throws {
        let wanted = ProcessInfo.processInfo.environment["PELACAK_CRASH_ROUNDS"].flatMap { Int($0) }
        let folder = try TemporaryFolder()
        var random = SeededGenerator(seed: 11)
        var first = 0
        var kills = 0
        for _ in 0..<(wanted ?? 8) {
            let milliseconds = Int.random(in: 50...(wanted == nil ? 300 : 3_000), using: &random)
            let acknowledged = try await killed(after: milliseconds, folder: folder.path, first: first)
            kills += 1
            first = try await check(folder.path, acknowledged: max(first, acknowledged ?? first))
        }
        // Not a test of nothing: the children did work.
        #expect(first > kills * CrashLoad.batchLength)
        print("crash: \(kills) kills, \(first) rows, seed 11")
    }

    /// Starts the load and kills it.
    ///
    /// - Returns: up to which number it had acknowledged; `nil` when it was too early for any.
    private func killed(after milliseconds: Int, folder: String, first: Int) async throws -> Int? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["--testing-library", "swift-testing", "--filter", "StoreTests.CrashChild"]
        process.environment = ProcessInfo.processInfo.environment.merging([
            CrashLoad.folderVariable: folder, CrashLoad.firstVariable: String(first),
        ]) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        var said = Data()
        while !String(decoding: said, as: UTF8.self).contains("acknowledged") {
            let more = pipe.fileHandleForReading.availableData
            if more.isEmpty { break }
            said += more
        }
        // Chance is what is tested: the moment of the kill.
        try await Task.sleep(for: .milliseconds(milliseconds))
        kill(process.processIdentifier, SIGKILL)
        said += try pipe.fileHandleForReading.readToEnd() ?? Data()
        #expect(
            process.waitForEnd() == SIGKILL,
            "the child ended by itself: \(String(decoding: said.suffix(500), as: UTF8.self))"
        )
        // The last line may be half a line.
        let lines = String(decoding: said, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .dropLast()
        return lines.last { $0.hasPrefix("acknowledged ") }.flatMap { Int($0.dropFirst("acknowledged ".count)) }
    }

    /// - Returns: the number after the last that is there.
    private func check(_ folder: String, acknowledged: Int) async throws -> Int {
        let store = try HistoryStore(folder: folder, realm: .real)
        var present: Set<Int> = []
        for index in 0..<CrashLoad.aircraftCount {
            let aircraft = CrashLoad.aircraft(index)
            let trace = try await store.everything(of: aircraft)
            #expect(trace.evidence.damagedChunks.isEmpty)
            for row in trace.observations {
                let number = Int((row.milliseconds - Samples.start) / CrashLoad.spacing)
                #expect(row == CrashLoad.row(number) && number % CrashLoad.aircraftCount == index)
                #expect(present.insert(number).inserted)
            }
            // Counted where they lie: an answer would show a row once also if it were there twice.
            let counted = try await store.days(of: aircraft).reduce(0) { $0 + $1.positions }
            #expect(counted == trace.observations.count)
        }
        let next = max(acknowledged, (present.max() ?? -1) + 1)
        #expect(next <= acknowledged + CrashLoad.batchLength)
        let cutoff =
            Moments.start(of: Moments.day, at: CrashLoad.time(next).milliseconds) - Int64(CrashLoad.daysKept)
            * Moments.day
        let missing = (0..<acknowledged).filter { number in
            !present.contains(number)
                && (number % CrashLoad.aircraftCount == CrashLoad.pinned
                    || CrashLoad.time(number).milliseconds >= cutoff)
        }
        #expect(missing.isEmpty, "acknowledged and gone: \(missing.prefix(10)) of \(missing.count)")
        let integrity = try await store.database.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
        #expect(integrity == ["ok"])
        try await store.close()
        return next
    }
}
