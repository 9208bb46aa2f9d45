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
        let manifest = try bundle.map { folder throws(Failure) in try Self.manifest(folder, of: kept.id) }
        guard !noAircraft else {
            let world = try worldWithoutAircraft(manifest, kept)
            if world == .simulated { print("SIMULATED") }
            return try publish(kept, nil, world, manifest, FlightOptions.gazetteer())
        }
        try await options.ask(isText: true, for: .forOthers) { desk in
            let ranked = try await ranked(kept, desk)
            try publish(kept, ranked, BundleMake.world(ranked.realm), manifest, desk.gazetteer)
        }
    }

    /// The list of the bundle that an edition names.
    private static func manifest(_ folder: String, of visit: String) throws(Failure) -> BundleManifest {
        guard let source = BundleFolder(reading: folder) else { throw Failure("\(folder): there is no such folder") }
        var options = BundleOptions()
        options.folder = folder
        options.lang = "en"
        let report = try options.verified(source, BundleVerifier())
        guard let manifest = report.manifest, report.isWhole else {
            throw Failure("\(folder): \(BundleWords.notWhole.english); pelacak bundle verify names what")
        }
        guard manifest.head.id == visit else { throw Failure("\(folder) is the bundle of another visit") }
        return manifest
    }

    /// The world of what is published where nothing heard is told: what is simulated in any way keeps its name.
    private func worldWithoutAircraft(
        _ manifest: BundleManifest?,
        _ kept: KeptVisit
    ) throws -> BundleHead.World {
        let archive = options.question.archive
        let asked = BundleMake.world(try ArchiveOptions.realm(options.question.realm))
        let isAloneThere = archive.has(.simulated) && !archive.has(.real) && !archive.has(.imported)
        let before = try EditionShelf(dataFolder: archive.dataFolder).last(of: kept.id)
        let isSimulated =
            manifest?.head.world == .simulated || before?.world == .simulated || asked == .real && isAloneThere
        return isSimulated ? .simulated : manifest?.head.world ?? asked
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
        _ world: BundleHead.World,
        _ bundle: BundleManifest?,
        _ gazetteer: Gazetteer
    ) throws {
        let english = VisitAnswers(gazetteer: gazetteer, language: .english)
        let indonesian = VisitAnswers(gazetteer: gazetteer, language: .indonesian)
        let words = english.words(of: kept.visit)
        var maker = EditionMaker(kept, words: words)
        let folder = options.question.archive.dataFolder
        let checked = try ScoreBook(dataFolder: folder).realVisits()
        let sections = maker.sections(
            ranked.map {
                EditionRanking(
                    $0.ranking,
                    words: english.words(of: $0, kept),
                    verdicts: $0.heard(besideClaimsOf: kept.visit),
                    checkedVisits: checked
                )
            }
        )
        if let bundle, bundle.head.world != world {
            throw Failure(
                "the bundle is of the \(bundle.head.world.rawValue) world, the edition of the \(world.rawValue)"
            )
        }
        let shelf = EditionShelf(dataFolder: folder)
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
                world: world,
                sections: sections,
                sources: maker.sources(),
                credits: ranked.map(Self.credits) ?? [],
                places: maker.places(),
                bundle: bundle?.digest,
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
