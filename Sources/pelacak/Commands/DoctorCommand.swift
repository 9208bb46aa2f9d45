import Aero
import ArgumentParser
import Flights
import Foundation
import Store
import Tracking

/// Looks whether what is kept can be read, and puts right what can be.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check the history, the raw messages, the identities and the learned coverage, piece by piece.",
        discussion: """
            Examples:
              pelacak doctor
              pelacak doctor --repair

            Looking needs nothing to be stopped. --repair wants the server stopped: damaged pieces are put aside as they are, and what of them
            can be read comes back. A database whose pages are damaged is made anew from those that can be read, and kept beside the new one.
            Exit status 1 when something is wrong.
            """
    )

    @Flag(help: "Put damaged pieces aside and bring back what of them can be read.") var repair = false
    @OptionGroup var archive: ArchiveOptions

    func run() async throws {
        var (wrong, hopeless, damagedRaw) = (0, 0, 0)
        var isEmpty = true
        for realm in ArchiveRealm.allCases where archive.has(realm) {
            isEmpty = false
            let found = try await look(at: realm)
            wrong += found.wrong
            hopeless += found.hopeless
        }
        let raw = archive.dataFolder + "/raw"
        if FileManager.default.fileExists(atPath: raw) {
            isEmpty = false
            damagedRaw = await look(atRaw: raw)
        }
        if FileManager.default.fileExists(atPath: "\(archive.dataFolder)/\(IdentityStore.name)") {
            isEmpty = false
            hopeless += lookAtIdentities()
        }
        for realm in CoverageKeeper.realms {
            guard let found = lookAtCoverage(of: realm) else { continue }
            isEmpty = false
            wrong += found
        }
        if isEmpty { try archive.refuseClosed() }
        if isEmpty { throw Failure("\(archive.dataFolder): nothing is kept there; check --data") }
        if hopeless > 0 {
            throw Failure(
                "what is said of a database cannot be put right here; where it is damaged, restore a backup: pelacak restore --help"
            )
        }
        if wrong > 0 {
            throw Failure(
                repair
                    ? "what could be put right was; look again with: pelacak doctor"
                    : "\(wrong) things are wrong; stop the server and try: pelacak doctor --repair"
            )
        }
        if damagedRaw > 0 {
            throw Failure(
                "damaged raw messages cannot be put right: readers pass over them, and they go when their time is over"
            )
        }
    }

    /// - Returns: what repair can put right, and what it cannot.
    private func look(at realm: ArchiveRealm) async throws(Failure) -> (wrong: Int, hopeless: Int) {
        let check: ArchiveCheck
        var rebuilt = 0
        do {
            if repair {
                if try await ArchiveRebuilding(archive: archive, realm: realm).run() { rebuilt = 1 }
                let store = try archive.open(realm, isNew: false)
                for sentence in await store.currentHealth().recovered { print("\(realm): \(sentence)") }
                check = try await store.repair()
                try await store.close()
            } else {
                let store = try HistoryStore(reading: archive.folder(realm), realm: realm)
                check = try await store.check()
                try await store.close()
            }
        } catch let error as Failure {
            if repair { throw error }
            print("\(realm): \(error)")
            return (0, 1)
        } catch let error as ArchiveError {
            print("\(realm): \(ArchiveOptions.failure(error))")
            if case .unreadable = error, !repair { return (1, 0) }
            return (0, 1)
        } catch { throw Failure("\(realm): \(error)") }
        let open = check.openRows > 0 ? " and \(check.openRows) not sealed yet" : ""
        print(
            "\(realm): \(check.chunks) chunks, \(check.rows) observations\(open): \(check.isWhole ? "whole" : "NOT whole")"
        )
        for sentence in check.damagedLogs { print("\(realm): \(sentence)") }
        for path in check.logsAside { print("\(realm): put aside earlier, as it is: \(path)") }
        for problem in check.databaseProblems {
            print("\(realm): the database: \(problem)")
        }
        for damage in check.damaged {
            let done = repair ? "; put aside, and what can be read brought back" : ""
            print("\(realm): \(Self.text(damage))\(done)")
        }
        for damage in check.isolated { print("\(realm): put aside earlier, as it is: \(Self.text(damage))") }
        if check.isolatedCount > check.isolated.count {
            print("\(realm): put aside earlier: \(check.isolatedCount) in all")
        }
        let wrong = check.damaged.count + check.damagedLogs.count + rebuilt
        // What was made anew and is damaged again has a disk that is.
        return repair
            ? (wrong, check.databaseProblems.count) : (wrong + min(1, check.databaseProblems.count), 0)
    }

    /// Conflicts are told and are nothing wrong with what is kept: sources contradict each other.
    private func lookAtIdentities() -> Int {
        do throws(IdentityError) {
            let store = try IdentityStore(folder: archive.dataFolder)
            let problems = try store.problems()
            print("identity: \(try store.heldFacts()) facts: \(problems.isEmpty ? "whole" : "NOT whole")")
            for problem in problems { print("identity: the database: \(problem); restore a backup, or import anew") }
            let open = try store.openConflicts().sorted { $0.key.rawValue < $1.key.rawValue }
            if !open.isEmpty {
                let kinds = open.map { "\($0.value) \($0.key.name)" }.joined(separator: ", ")
                let count = open.reduce(0) { $0 + $1.value }
                print("identity: \(count) conflicts between sources (\(kinds)); see: pelacak identity conflicts")
            }
            return problems.count
        } catch {
            print("identity: \(error)")
            return 1
        }
    }

    /// - Returns: what repair can put right; `nil` where nothing was learned. A damaged file is put aside: it is learned anew.
    private func lookAtCoverage(of realm: ArchiveRealm) -> Int? {
        let file = CoverageFile(dataFolder: archive.dataFolder, realm: realm)
        do throws(Failure) {
            guard let learner = try file.read() else { return nil }
            let until = learner.learned.map { ", until \(TimeText.iso($0.upperBound))" } ?? ""
            print("coverage, \(realm): \(learner.coverage.count) counts\(until): whole")
            return 0
        } catch {
            print("coverage, \(realm): \(error)\(repair ? "; put aside" : "")")
            if repair { file.putAside() }
            return 1
        }
    }

    private static func text(_ damage: ArchiveCheck.Damage) -> String {
        "chunk \(damage.chunk) of \(damage.aircraft) on \(QuestionOptions.dayText(damage.day)): \(damage.reason)"
    }

    private func look(atRaw folder: String) async -> Int {
        let found = await RawArchive.verify(folder: folder)
        print(
            "raw: \(found.slices) slices, \(found.messages) messages: \(found.problems.isEmpty ? "whole" : "NOT whole")"
        )
        for (path, damage) in found.problems.sorted(by: { $0.key < $1.key }) {
            let words =
                switch damage {
                case .cutOff: "it ends too early"
                case .checksum: "a check sum is another"
                case .foreign: "it is no slice"
                case .nonsense: "its numbers make no sense"
                }
            print("raw: \(path): \(words); readers pass over what is damaged, the rest of it can be read")
        }
        if !found.unfinished.isEmpty {
            print("raw: \(found.unfinished.count) slices without an end: being written, or ended at the next start")
        }
        return found.problems.count
    }
}
