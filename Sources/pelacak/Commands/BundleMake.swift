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
            not be handed on; what stays out is named with its sum and the reason, but for what would tell of receivers: raw messages go
            along only where nothing of the sky is kept from strangers, the place is exact, and the owner agreed. --for operators has hidden
            aircraft and learned coverage too: it is for your own eyes and those whom you trust with them. Where a receiver stands is in
            neither.

            --as-of says up to when what was heard counts, and as of when facts of who is who are told. The visit, its claims and what
            aircraft are called in the comparison are as they are now: a time before the visit's last change is refused, and strangers
            are never told more than the public delay lets them. The same input and the same --as-of give the same digest in any folder.
            """
    )

    enum Readers: String, ExpressibleByArgument, CaseIterable { case strangers, operators }

    @Argument(help: ArgumentHelp("The visit, as pelacak visit list has it.", valueName: "NAME")) var visit: String
    @Option(help: ArgumentHelp("A new folder.", valueName: "DIR")) var into: String
    @Option(name: .customLong("for"), help: "Who will read it.") var readers = Readers.strangers
    @Option(help: ArgumentHelp("What was heard until then; until now without.", valueName: "T")) var asOf: String?
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
            let draft = try BundleDraft(to: into)
            let manifest: BundleManifest
            do {
                try await maker.write(into: draft)
                manifest = try draft.finish(maker.head)
            } catch {
                draft.drop()
                throw error
            }
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
        let asOf = try moment(kept, desk)
        let audience: Audience = readers == .strangers ? .strangers : .operators
        let fleet = StateFleet(folder: folder)
        let identities = try desk.identities(folder)
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
            now: Self.minute(asOf)
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
            identities: identities,
            sources: try StoredIdentities(folder: folder)?.terms() ?? IdentityTerms([:]),
            raw: desk.realm == .real ? RawShelf(folder: folder + "/raw") : nil,
            consents: try ReceiverConsents(folder: folder).agreeing(),
            settings: try ServeSettings(flags: flags, environment: ProcessInfo.processInfo.environment)
        )
    }

    /// Up to when is told what was heard: what was asked for, and for strangers nothing that they are not shown yet.
    private func moment(_ kept: KeptVisit, _ desk: FlightOptions.Desk) throws -> Timestamp {
        let latest = desk.now.advanced(bySeconds: -desk.delay)
        guard let asked = try asOf.map(QuestionOptions.time) else { return latest }
        // Of a world that ended before the visit was changed nothing else will be known.
        guard asked >= min(kept.changed, latest) else {
            throw Failure(
                "the visit was changed at \(TimeText.iso(kept.changed)), and how it was before is not told: --as-of has to be later"
            )
        }
        return min(asked, latest)
    }

    /// Rankings are made up to whole minutes.
    private static func minute(_ time: Timestamp) -> Timestamp {
        Timestamp(nanoseconds: time.nanoseconds / 60_000_000_000 * 60_000_000_000)
    }

    static func world(_ realm: ArchiveRealm) -> BundleHead.World {
        switch realm {
        case .real: .real
        case .imported: .imported
        case .simulated: .simulated
        }
    }
}
