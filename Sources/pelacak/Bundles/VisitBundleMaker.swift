import Aero
import Bundles
import Foundation
import Site
import Store
import Tracking
import Visits

/// Puts together the bundle of a visit: what its ranking rests on, the rows of those it names, and what lies behind them.
struct VisitBundleMaker {
    let kept: KeptVisit
    let copies: [ReportCopy]
    let desk: FlightOptions.Desk
    let inputs: VisitInputs
    /// Under which terms came what was heard of everybody.
    let evidence: ArchiveEvidence
    let surroundings: BundleSurroundings
    /// The visit as a file for others.
    let dossier: [UInt8]
    /// Under which terms came what lists say of who is who.
    let sources: IdentityTerms

    /// Writes what goes into the bundle, one item after the other, and the sums of what stays out.
    func write(into draft: BundleDraft) async throws {
        let (terms, credit) = BundleSurroundings.terms(of: evidence)
        // What is shown of who is who may be handed on (`ArchiveCandidates.inputs`), under the terms of those who say it.
        let told = inputs.contents(
            terms: terms,
            identityTerms: desk.realm == .simulated ? .own : sources.licence(of: inputs.aircraft.map(\.identity)),
            credit: credit
        )
        guard let told else {
            throw Failure(BundleWords.noStop)
        }
        for content in told { try draft.add(content) }
        for copy in copies { try draft.add(report(copy)) }
        try draft.add(.item("claims/visit.json", dossier, .claims, .claimed))
        try await addHistory(to: draft)
        try await surroundings.write(into: draft)
    }

    /// Reports whole are nobody else's to read: their sums stand in the dossier too.
    private func report(_ copy: ReportCopy) throws(Failure) -> BundleContent {
        try .item("reports/\(copy.report)", copy.bytes, .capture, .claimed, .noRedistribution, redacted: .private)
    }

    // MARK: What was heard

    /// The rows of those of whom something is said in so many words, whole but for who heard them.
    private func addHistory(to draft: BundleDraft) async throws {
        for address in surroundings.aircraft {
            guard let path = HistoryRows.path(of: address) else { continue }
            let end = inputs.watched.upperBound.advanced(bySeconds: 1e-3)
            let trace = try await WholeTrace(
                of: ArchivedAircraft(address),
                during: inputs.watched.lowerBound..<end,
                in: desk.archive
            )
            let (licence, credit) = BundleSurroundings.terms(of: trace.evidence)
            try draft.add(
                .item(
                    path.text,
                    HistoryRows(aircraft: trace.aircraft, rows: trace.rows).bytes,
                    .history,
                    .observed,
                    licence,
                    credit
                )
            )
        }
    }
}
