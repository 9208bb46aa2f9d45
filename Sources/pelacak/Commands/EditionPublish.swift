import Aero
import ArgumentParser
import Bundles
import Foundation
import Site
import Tracking
import Visits

/// `pelacak edition publish`
struct EditionPublish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Freeze a visit as the next edition; prints its number and digest.",
        discussion: """
            Examples:
              pelacak edition publish k3v9x2m4q8za
              pelacak edition publish k3v9x2m4q8za --realm simulated
              pelacak edition publish k3v9x2m4q8za --no-aircraft

            Aircraft are compared as strangers are shown them. What the last edition of the visit said otherwise is listed as a correction. An edition
            is not changed any more: what was wrong is corrected by the next one.
            """
    )

    @Argument(help: ArgumentHelp("The visit, as pelacak visit list has it.", valueName: "NAME")) var visit: String
    @Option(help: ArgumentHelp("What is corrected, for readers.", valueName: "TEXT")) var note = ""
    @Option(help: ArgumentHelp("The bundle it rests on: its digest is told.", valueName: "DIR")) var bundle: String?
    @Flag(help: "What was announced and said alone.") var noAircraft = false
    @Flag(help: "With the windows as later claims narrowed them.") var later = false
    @OptionGroup var options: FlightOptions

    func run() async throws {
        guard note.utf8.count <= 1_000, !note.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
            throw UsageError("--note is at most 1000 bytes in one line")
        }
        var visits = VisitOptions()
        visits.archive = options.question.archive
        let kept = try visits.visit(visit, in: try visits.open())
        let digest = try bundle.map { folder throws(Failure) in
            guard let source = BundleFolder(reading: folder) else {
                throw Failure("\(folder): there is no such folder")
            }
            var bundle = BundleOptions()
            bundle.folder = folder
            bundle.lang = "en"
            return try bundle.manifest(source).digest
        }
        guard !noAircraft else { return try publish(kept, nil, digest, FlightOptions.gazetteer()) }
        try await options.ask(isText: true, for: .forOthers) { desk in
            try publish(kept, try await ranked(kept, desk), digest, desk.gazetteer)
        }
    }

    /// Compared as strangers may be told.
    private func ranked(_ kept: KeptVisit, _ desk: FlightOptions.Desk) async throws -> RankedVisit {
        let folder = options.question.archive.dataFolder
        let fleet = StateFleet(folder: folder)
        let candidates = ArchiveCandidates(flights: desk.files) { fleet.addresses() }
        let question = CandidatesQuestion(
            visit: kept.visit,
            id: kept.id,
            realm: desk.realm,
            withLaterClaims: later,
            audience: .strangers,
            archive: desk.archive,
            book: desk.book,
            identities: try StoredIdentities(folder: folder),
            tellsReception: desk.learned != nil,
            now: desk.now
        )
        do throws(VisitCandidatesError) { return try await candidates.ranking(for: question) } catch {
            throw VisitCandidatesCommand.failure(error)
        }
    }

    private func publish(
        _ kept: KeptVisit,
        _ ranked: RankedVisit?,
        _ bundle: ContentSum?,
        _ gazetteer: Gazetteer
    ) throws {
        let english = VisitAnswers(gazetteer: gazetteer, language: .english)
        let indonesian = VisitAnswers(gazetteer: gazetteer, language: .indonesian)
        let words = english.words(of: kept.visit)
        var maker = EditionMaker(kept, words: words)
        let sections = maker.sections(ranked.map { ($0.ranking, english.words(of: $0, kept)) })
        let shelf = EditionShelf(dataFolder: options.question.archive.dataFolder)
        let before = try shelf.last(of: kept.id)
        let edition: Edition
        do throws(EditionError) {
            edition = try Edition(
                number: (shelf.numbers().last ?? 0) + 1,
                visit: kept.id,
                title: DossierText(
                    english: english.title(of: kept.visit),
                    indonesian: indonesian.title(of: kept.visit)
                ),
                published: Timestamp(seconds: TimeText.now.seconds.rounded(.down)),
                world: ranked.map { BundleMake.world($0.realm) } ?? .real,
                sections: sections,
                sources: maker.sources(),
                credits: ranked.map(Self.credits) ?? [],
                places: maker.places(),
                bundle: bundle,
                earlier: before.map { earlier in
                    Edition.Earlier(
                        number: earlier.number,
                        digest: earlier.digest,
                        note: note,
                        changes: EditionChange.between(earlier, sections)
                    )
                }
            )
        } catch { throw Failure("the dossier makes no edition: \(error)") }
        try shelf.publish(edition)
        print("\(edition.number)  \(edition.digest)")
        StandardError.line("pelacak: \(shelf.path(edition.number))/\(EditionPage.name(.english))")
    }

    private static func credits(_ ranked: RankedVisit) -> [String] {
        let licences = ranked.evidence.licences.map(\.rawValue).sorted().joined(separator: ", ")
        let origins = ranked.evidence.origins.sorted()
        return origins.isEmpty ? [] : [origins.joined(separator: ", ") + (licences.isEmpty ? "" : " (\(licences))")]
    }
}
