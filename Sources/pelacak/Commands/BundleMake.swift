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

    @Argument(help: ArgumentHelp("The visit, as pelacak visit list has it.", valueName: "NAME")) var visit: String
    @Flag(help: "With the windows as later claims narrowed them.") var later = false
    @OptionGroup var target: BundleTarget

    func run() async throws {
        var visits = VisitOptions()
        visits.lang = target.options.lang
        visits.archive = target.options.question.archive
        let store = try visits.open()
        let kept = try visits.visit(visit, in: store)
        let copies = try kept.visit.reports.compactMap { report in
            try VisitOptions.run { () throws(VisitKeepingError) in try store.copy(ofReport: report.id, of: kept.id) }
        }
        try await target.make { desk in
            let asOf = try target.moment(after: kept.changed, desk)
            let head = target.head(.visit, kept.id, asOf, desk)
            let maker = try await maker(kept, copies, desk, head)
            return (head, { try await maker.write(into: $0) })
        }
    }

    private func maker(
        _ kept: KeptVisit,
        _ copies: [ReportCopy],
        _ desk: FlightOptions.Desk,
        _ head: BundleHead
    ) async throws -> VisitBundleMaker {
        let folder = target.options.question.archive.dataFolder
        let fleet = StateFleet(folder: folder)
        let candidates = ArchiveCandidates(flights: desk.files) { fleet.addresses() }
        let question = CandidatesQuestion(
            visit: kept.visit,
            id: kept.id,
            realm: desk.realm,
            withLaterClaims: later,
            audience: target.readers == .strangers ? .strangers : .operators,
            archive: desk.archive,
            book: desk.book,
            identities: try desk.identities(folder),
            tellsReception: desk.tellsReception,
            now: Self.minute(head.asOf)
        )
        let (inputs, evidence): (VisitInputs, ArchiveEvidence)
        do throws(VisitCandidatesError) { (inputs, evidence) = try await candidates.inputs(for: question) } catch {
            throw VisitCandidatesCommand.failure(error)
        }
        let watched = inputs.watched.lowerBound..<inputs.watched.upperBound
        return VisitBundleMaker(
            kept: kept,
            copies: copies,
            desk: desk,
            inputs: inputs,
            evidence: evidence,
            surroundings: try target.surroundings(desk, head, watched, inputs.toldAircraft()),
            dossier: VisitAnswers(gazetteer: desk.gazetteer).export(kept, as: "json", at: head.asOf) ?? [],
            sources: try StoredIdentities(folder: folder)?.terms() ?? IdentityTerms([:])
        )
    }

    /// Rankings are made up to whole minutes.
    private static func minute(_ time: Timestamp) -> Timestamp {
        Timestamp(nanoseconds: time.nanoseconds / 60_000_000_000 * 60_000_000_000)
    }
}
