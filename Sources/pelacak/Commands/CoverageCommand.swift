import Aero
import ArgumentParser
import Flights
import Foundation
import Site
import Store
import Tracking

/// What was learned of who hears what.
struct CoverageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "What was learned of who hears what, and learning it anew.",
        discussion: """
            Examples:
              pelacak coverage show
              pelacak coverage learn
              pelacak coverage learn --from 2026-10-01

            A running server learns by itself, minute by minute. Coverage tells where receivers stand, so only they who may read the
            data folder may see it; no position of a receiver is printed.
            """,
        subcommands: [CoverageShow.self, CoverageLearn.self]
    )

    /// A world that has receivers of ours.
    static func realm(_ text: String) throws(UsageError) -> ArchiveRealm {
        let realm = try ArchiveOptions.realm(text)
        guard CoverageKeeper.realms.contains(realm) else {
            throw UsageError("--realm \(text): nobody is known to have listened there; write real or simulated")
        }
        return realm
    }

    static func tell(_ learner: CoverageLearner?, _ realm: ArchiveRealm, json: Bool) throws {
        guard let learned = LearnedCoverage(learner, ListenerPlaces()) else {
            throw Failure(
                "nothing was learned of \(realm) yet; a server learns by itself, and so does: pelacak coverage learn"
            )
        }
        let text = CoverageText(learned, realm: realm.rawValue)
        guard json else {
            if realm == .simulated { print("SIMULATED") }
            for line in text.lines() { print(line) }
            return
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try QuestionOptions.write([UInt8](try encoder.encode(text.document)))
    }
}

/// `pelacak coverage show`
struct CoverageShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Since when, until when, of how many receivers, and how many cells of each height are known."
    )

    @OptionGroup var question: QuestionOptions

    func run() async throws {
        let realm = try CoverageCommand.realm(question.realm)
        try question.archive.refuseClosed()
        let file = CoverageFile(dataFolder: question.archive.dataFolder, realm: realm)
        try CoverageCommand.tell(try file.read(), realm, json: question.json)
    }
}

/// `pelacak coverage learn`
struct CoverageLearn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn",
        abstract: "Learn anew from the history, in place of what was learned.",
        discussion: """
            Examples:
              pelacak coverage learn
              pelacak coverage learn --from 2026-10-01

            A server may run meanwhile: it takes up what was learned within a minute and goes on from there. Nothing is
            changed before all is learned.
            """
    )

    @Option(help: ArgumentHelp("From then on; the last 90 days of what is kept without.", valueName: "T")) var from:
        String?
    @Option(help: ArgumentHelp("Configuration file; DIR/pelacak.yaml without.", valueName: "FILE")) var config: String?
    @OptionGroup var question: QuestionOptions

    /// Rows of a moment are all written so much later. Seconds.
    private static let lateness = 60.0

    func run() async throws {
        let realm = try CoverageCommand.realm(question.realm)
        let start = try from.map(QuestionOptions.time)
        let store = try question.archive.read(realm)
        let progress = ProgressLine(isQuiet: question.json)
        do {
            guard let last = try await store.lastMinute() else {
                throw Failure("nothing is kept of \(realm) from which coverage could be learned")
            }
            let end = last.advanced(bySeconds: -Self.lateness)
            if let start, start >= end { throw UsageError("--from is not before what was heard last") }
            let folder = question.archive.dataFolder
            let places = realm == .real ? StoredFlightDesk.places(folder, config) : ListenerPlaces()
            let study = CoverageStudy(
                archive: store,
                start: start,
                areas: places.areas,
                polls: PollRecord(dataFolder: folder)
            )
            var learner = CoverageLearner()
            learner.universalAccess = places.universalAccess
            while try await study.step(&learner, until: end) {
                progress.tell("learned until \(learner.learned.map { TimeText.iso($0.upperBound) } ?? "-")")
            }
            try await store.close()
            progress.end()
            guard learner.learned != nil else {
                throw Failure("nothing is kept of \(realm) from which coverage could be learned")
            }
            try CoverageFile(dataFolder: question.archive.dataFolder, realm: realm).replace(with: learner)
            try CoverageCommand.tell(learner, realm, json: question.json)
        } catch let error as ArchiveError { throw ArchiveOptions.failure(error) }
    }
}
