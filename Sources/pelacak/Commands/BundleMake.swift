import Aero
import ArgumentParser
import Bundles
import Foundation
import Site
import Store
import Tracking
import Visits

/// `pelacak bundle make`
struct BundleMake: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Put together all that the aircraft consistent with a visit rest on.",
        discussion: """
            Examples:
              pelacak bundle make k3v9x2m4q8za --into visit-bundle
              pelacak bundle make k3v9x2m4q8za --realm simulated --as-of 2026-11-26T00:00Z --into scene
              pelacak bundle make k3v9x2m4q8za --for operators --into with-reception

            For strangers, which is usual, it holds what they are shown: nobody who is hidden, nothing of who hears what, no list that may
            not be handed on; what stays out is named with its sum and the reason. --for operators has hidden aircraft and learned coverage
            too: it is for your own eyes and those whom you trust with them. Where a receiver stands is in neither. The same input and the
            same --as-of give the same digest in any folder.
            """
    )

    enum Readers: String, ExpressibleByArgument, CaseIterable { case strangers, operators }

    @Argument(help: ArgumentHelp("The visit, as pelacak visit list has it.", valueName: "NAME")) var visit: String
    @Option(help: ArgumentHelp("A new folder.", valueName: "DIR")) var into: String
    @Option(name: .customLong("for"), help: "Who will read it.") var readers = Readers.strangers
    @Option(help: ArgumentHelp("What was known then; now without.", valueName: "T")) var asOf: String?
    @Flag(help: "With the windows as later claims narrowed them.") var later = false
    @OptionGroup var options: FlightOptions

    func run() async throws {
        guard !FileManager.default.fileExists(atPath: into) else {
            throw Failure("\(into) is there already; name a new folder with --into")
        }
        var visits = VisitOptions()
        visits.lang = options.lang
        visits.archive = options.question.archive
        let store = try visits.open()
        let kept = try visits.visit(visit, in: store)
        let copies = try kept.visit.reports.compactMap { report in
            try VisitOptions.run { () throws(VisitKeepingError) in try store.copy(ofReport: report.id, of: kept.id) }
        }
        let view: ArchiveView = readers == .strangers ? .forOthers : .operatorsOwn
        try await options.ask(isText: true, for: view) { desk in
            let maker = try await maker(kept, copies, desk)
            let contents = try await maker.contents()
            let manifest: BundleManifest
            do throws(BundleManifestError) {
                manifest = try BundleManifest(head: maker.head, contents: contents)
            } catch { throw Failure(BundleWords.text(.badManifest(error)).english) }
            let bytes = contents.reduce(into: [:]) { $0[$1.item.path] = $1.bytes }
            _ = try BundleFolder.write(manifest, to: into) { bytes[$0.path] ?? [] }
            print(manifest.digest)
            StandardError.line(
                "pelacak: \(manifest.items.count - manifest.redactions.count) items in \(into), \(manifest.redactions.count) kept out"
            )
        }
    }

    private func maker(
        _ kept: KeptVisit,
        _ copies: [ReportCopy],
        _ desk: FlightOptions.Desk
    ) async throws -> VisitBundleMaker {
        let folder = options.question.archive.dataFolder
        let asOf = min(desk.now, try asOf.map(QuestionOptions.time) ?? desk.now)
        let audience: Audience = readers == .strangers ? .strangers : .operators
        let fleet = StateFleet(folder: folder)
        let identities = try StoredIdentities(folder: folder)
        let candidates = ArchiveCandidates(flights: desk.files) { fleet.addresses() }
        let question = CandidatesQuestion(
            visit: kept.visit,
            id: kept.id,
            realm: desk.realm,
            withLaterClaims: later,
            audience: audience,
            archive: desk.archive,
            book: desk.book,
            identities: identities,
            tellsReception: desk.learned != nil,
            now: asOf
        )
        let (inputs, evidence): (VisitInputs, ArchiveEvidence)
        do throws(VisitCandidatesError) { (inputs, evidence) = try await candidates.inputs(for: question) } catch {
            throw VisitCandidatesCommand.failure(error)
        }
        let answers = VisitAnswers(gazetteer: desk.gazetteer)
        let flags = ServeSettings.Flags(data: folder, config: options.config)
        return VisitBundleMaker(
            kept: kept,
            copies: copies,
            desk: desk,
            inputs: inputs,
            evidence: evidence,
            head: BundleHead(
                subject: .visit,
                id: kept.id,
                world: Self.world(desk.realm),
                audience: readers == .strangers ? .strangers : .operators,
                asOf: asOf,
                program: "pelacak \(Pelacak.version)"
            ),
            dossier: answers.export(kept, as: "json", at: asOf) ?? [],
            identities: desk.realm == .simulated ? nil : identities,
            raw: desk.realm == .real ? RawShelf(folder: folder + "/raw") : nil,
            consents: try ReceiverConsents(folder: folder).agreeing(),
            settings: try ServeSettings(flags: flags, environment: ProcessInfo.processInfo.environment)
        )
    }

    static func world(_ realm: ArchiveRealm) -> BundleHead.World {
        switch realm {
        case .real: .real
        case .imported: .imported
        case .simulated: .simulated
        }
    }
}
