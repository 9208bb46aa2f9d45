import Aero
import Foundation
import Visits

/// A kept visit as lines of text, each item with the words it rests on; sentences are those of the dossier.
struct VisitText {
    let kept: KeptVisit
    let title: String
    let words: DossierWords
    let language: Draft.Language

    private var visit: Visit { kept.visit }

    func lines() -> [String] {
        ["\(kept.id)  \(plain(title))", "\(visit.status.rawValue), \(visit.isPublic ? "public" : "private")"]
            + visit.reports.map(line) + stops() + claims()
            + visit.openPoints.map { "open  " + told(words.sentence($0)) }
            + visit.disagreements.map { "differ  " + told(words.disagreement(onStop: $0)) }
            + visit.changes.map { change in
                "\(change.number)  \(TimeText.iso(change.at))  \(plain(change.by))  \(told(words.sentence(change)))"
            }
    }

    private func line(_ report: Report) -> String {
        let parts = [
            report.outlet, report.title, report.address, report.dateline.map { TimeText.iso($0.time) },
            report.sha256.map { "sha256 " + $0.prefix(12) },
        ]
        let told = parts.compactMap(\.self).map(plain).joined(separator: "; ")
        return "report \(report.id)  \(report.kind.rawValue)  \(told)"
    }

    private func stops() -> [String] {
        visit.stops.flatMap { one in
            let stop = one.stop
            let airports = stop.airports.prefix(4).map(\.code).joined(separator: " ")
            let window = one.narrowed?.window ?? stop.arrival
            let time = "\(window.start.map(TimeText.iso) ?? "..")/\(window.end.map(TimeText.iso) ?? "..")"
            let state = one.confirmedBy == nil ? "to be confirmed" : "confirmed"
            return [
                "stop \(one.id)  \(plain(stop.name)) (\(stop.kind.rawValue), \(one.track.rawValue)); \(airports); \(time); \(state)"
            ] + quotes(one.spans.prefix(1), one.report)
        }
    }

    private func claims() -> [String] {
        let verdicts = visit.verdicts()
        return visit.claims.flatMap { claim in
            let speaker = DossierWords.speaker(claim.speaker).text(in: language)
            let kind = DossierWords.name(claim.kind).text(in: language)
            let certainty = DossierWords.name(claim.certainty).text(in: language)
            let verdict = verdicts[claim.id].map { ["  " + told(words.sentence($0))] } ?? []
            return ["claim \(claim.id)  \(kind), \(certainty), \(plain(speaker))"]
                + quotes(claim.spans.prefix(1), claim.report) + verdict
        }
    }

    private func quotes(_ spans: some Sequence<TextSpan>, _ report: Int) -> [String] {
        spans.compactMap { kept.words($0, of: report) }.map { "  \"\(plain($0))\"" }
    }

    private func told(_ sentence: DossierSentence) -> String { plain(sentence.text(in: language)) }

    /// Without what a terminal would act on.
    private func plain(_ text: String) -> String {
        IdentityOptions.plain(String(text.map { $0.isNewline ? " " : $0 }))
    }
}
