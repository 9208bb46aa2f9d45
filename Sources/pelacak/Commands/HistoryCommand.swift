import Aero
import ArgumentParser
import Foundation
import Site
import Store
import Tracking

/// Asks the history.
struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Ask what was heard: of an aircraft, in an area, near a place, by day.",
        discussion: """
            Examples:
              pelacak history trace 34718d --from 2024-06-18 --to 2024-06-19 --realm imported
              pelacak history area --box 45,5,48,11 --from 2026-11-25T12:00:00Z --to 2026-11-25T13:00:00Z
              pelacak history near 52.1,5.2 --at 2026-11-25T12:00:00Z
              pelacak history days
              pelacak history day 2026-11-25
              pelacak history callsign KLM1023
              pelacak history heard --callsign KLM --from 2026-11-01 --to 2026-12-01

            A server may run meanwhile: the answer holds all that was safe when it was asked. --json prints what the interface answers.
            """,
        subcommands: [
            HistoryTrace.self, HistoryArea.self, HistoryNear.self, HistoryDays.self, HistoryDayCommand.self,
            HistoryHeard.self,
            HistoryCallsign.self,
        ]
    )
}

/// What every question to the history takes.
struct QuestionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("real, imported or simulated.", valueName: "REALM")) var realm = "real"
    @Flag(help: "Print JSON.") var json = false
    @OptionGroup var archive: ArchiveOptions

    /// Opens the archive, has it asked, and lets go of it.
    func ask(_ question: (HistoryStore, ArchiveRealm) async throws -> Void) async throws {
        let realm = try ArchiveOptions.realm(realm)
        let store = try archive.read(realm)
        if realm == .simulated, !json { print("SIMULATED") }
        do {
            try await question(store, realm)
            try await store.close()
        } catch let error as ArchiveError { throw ArchiveOptions.failure(error) }
    }

    /// A time asked for, as people write it; a zone that is not written is told.
    static func time(_ text: String) throws(UsageError) -> Timestamp {
        if let note = TimeText.zoneNote(text) { StandardError.line("pelacak: \(note)") }
        return try TimeText.parse(text)
    }

    /// - Parameter usual: what is meant where nothing is written.
    static func range(
        _ from: String?,
        _ to: String?,
        else usual: Range<Timestamp>?
    ) throws(UsageError) -> Range<Timestamp> {
        let start = try from.map { text throws(UsageError) in try time(text) } ?? usual?.lowerBound
        let end = try to.map { text throws(UsageError) in try time(text) } ?? usual?.upperBound
        guard let start, let end else { throw UsageError("say from when to when: --from and --to") }
        guard start < end else { throw UsageError("--from is not before --to") }
        return start..<end
    }

    static func aircraft(_ text: String) throws(UsageError) -> ArchivedAircraft {
        guard let address = AircraftAddress(text) else {
            throw UsageError(
                "\(text) is no address: write six hexadecimal digits, as 4ca1fa; ~ before one that is not ICAO's"
            )
        }
        return ArchivedAircraft(address)
    }

    static func write(_ bytes: [UInt8]) throws(Failure) {
        do { try FileHandle.standardOutput.write(contentsOf: Data(bytes + [0x0A])) } catch {
            throw Failure("cannot write to standard output")
        }
    }

    /// What an answer leaves out, on standard error.
    static func tell(_ evidence: ArchiveEvidence, _ realm: ArchiveRealm? = nil) {
        tell(damaged: evidence.damagedChunks.count, incomplete: evidence.incompleteDays.sorted().map(dayText))
        tell(credits: evidence.origins.sorted(), realm)
    }

    /// Whom to name; what was imported is their claim, and none of our receivers heard it.
    static func tell(credits: [String], _ realm: ArchiveRealm?) {
        guard !credits.isEmpty else { return }
        let claim = realm == .imported ? "; claimed by them, heard by no receiver of yours" : ""
        StandardError.line("pelacak: credit \(credits.joined(separator: ", "))\(claim)")
    }

    static func tell(damaged count: Int, incomplete days: [String]) {
        if count > 0 { StandardError.line("pelacak: \(count) damaged pieces are left out; see: pelacak doctor") }
        if !days.isEmpty { StandardError.line("pelacak: not complete: \(days.joined(separator: ", "))") }
    }

    /// The time of a day since 1970-01-01.
    static func day(_ number: Int64) -> Range<Timestamp> {
        let start = Timestamp(nanoseconds: number * 86_400_000_000_000)
        return start..<start.advanced(bySeconds: 86_400)
    }

    /// A day as `2026-11-25`.
    static func dayText(_ day: Int64) -> String {
        String(TimeText.iso(Timestamp(nanoseconds: day * 86_400_000_000_000)).prefix(10))
    }
}
