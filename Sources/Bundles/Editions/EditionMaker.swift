import Aero
public import Visits

/// Makes the sections of an edition of a dossier: what was announced, said, heard, what is not known. Every sentence is one of the dossier's.
public struct EditionMaker {
    private let kept: KeptVisit
    private let words: DossierWords
    private var taken: Set<String> = []
    private var assumptions: Set<DossierAssumption> = []
    private var visit: Visit { kept.visit }

    /// The section of the aircraft consistent with the visit; an edition without aircraft has none.
    public static let aircraftSection = "aircraft"
    /// Aircraft whose reasons are told.
    static let mostAircraft = 10

    public init(_ kept: KeptVisit, words: DossierWords) {
        self.kept = kept
        self.words = words
    }

    /// - Parameter ranked: the ranking; `nil` for a dossier without.
    public mutating func sections(_ ranked: EditionRanking?) -> [EditionSection] {
        let quotations = VisitQuotations(kept)
        // Claims stand below stops and are rested on by these: their anchors are theirs alone.
        let claims = visit.claims.map { claim in
            sentence("claim-\(claim.id)", words.said(claim, quotations))
        }
        let stops = visit.stops.map { sentence("stop-\($0.id)", words.announced($0)) }
        let verdicts = visit.verdicts()
        let tested = visit.claims.compactMap { claim in
            verdicts[claim.id].map { sentence("verdict-\(claim.id)", words.sentence($0)) }
        }
        var sections = [
            EditionSection("stops", EditionWords.stops, stops), EditionSection("claims", EditionWords.claims, claims),
            EditionSection("tests", EditionWords.tests, tested),
        ]
        if let ranked {
            sections.append(heard(ranked))
            sections.append(EditionSection("heard-claims", EditionWords.heardClaims, beside(ranked)))
        }
        sections.append(EditionSection("unknown", EditionWords.unknown, open(ranked)))
        let assumed = DossierAssumption.allCases.filter(assumptions.contains).map { assumption in
            EditionSentence(Self.anchor(assumption), assumption.words)
        }
        sections.append(EditionSection("assumptions", EditionWords.assumptions, assumed))
        return sections.filter { !$0.sentences.isEmpty }
    }

    /// Where claims stand, without what is private.
    public func sources() -> [EditionSource] {
        visit.reports.map { report in
            EditionSource(
                anchor: "report-\(report.id)",
                title: report.title,
                outlet: report.outlet,
                address: report.address,
                published: report.dateline?.time,
                sha256: report.sha256,
                licence: report.licence
            )
        }
    }

    /// The likeliest airport of each stop.
    public func places() -> [EditionPlace] {
        visit.stops.compactMap { stop in
            stop.stop.airports.first.map {
                EditionPlace(stop.stop.name.isEmpty ? $0.code : stop.stop.name, $0.position)
            }
        }
    }

    // MARK: Parts

    /// Claims that something heard supports or contradicts.
    private mutating func beside(_ ranked: EditionRanking) -> [EditionSentence] {
        ranked.verdicts.filter { $0.outcome != .notTestable }.map { verdict in
            sentence("heard-claim-\(verdict.claim)", ranked.words.sentence(verdict))
        }
    }

    private mutating func heard(_ ranked: EditionRanking) -> EditionSection {
        let (ranking, words) = (ranked.ranking, ranked.words)
        var aircraft: [EditionSentence] = [sentence("heard-notice", words.notice)]
        for candidate in ranking.candidates.prefix(Self.mostAircraft) {
            let name = "aircraft-" + Self.name(candidate.address)
            aircraft.append(sentence(name, words.consistent(candidate)))
            for row in candidate.rows {
                let term = String(row.term.name.map { $0 == "_" ? "-" : $0 })
                aircraft.append(sentence("\(name)-\(term)\(ranked.name(row.term))", words.sentence(row, of: candidate)))
            }
        }
        aircraft.append(sentence("heard-none", words.none(ranking.none)))
        let score = VisitRecord.words(visits: ranked.checkedVisits, isReal: true)
        taken.insert("score")
        aircraft.append(EditionSentence("score", score, rests: [.words(EditionWords.scored)]))
        return EditionSection(Self.aircraftSection, EditionWords.aircraft, aircraft)
    }

    /// An aircraft in an anchor.
    static func name(_ address: AircraftAddress) -> String {
        (address.isICAO ? "" : "other-") + Hexadecimal.lower(UInt64(address.bits), digits: 6)
    }

    private mutating func open(_ ranked: EditionRanking?) -> [EditionSentence] {
        var sentences = visit.openPoints.map {
            sentence("open-\($0.kind.rawValue)-\($0.stop ?? 0)", words.sentence($0))
        }
        sentences += visit.disagreements.map { sentence("differ-\($0)", words.disagreement(onStop: $0)) }
        guard let ranked else { return sentences }
        sentences += ranked.ranking.missing.map { missing in
            sentence("missing-\(missing.rawValue)", ranked.words.sentence(missing))
        }
        sentences += ranked.ranking.settling.prefix(3).map { settling in
            sentence(
                "settling-\(ranked.name(ofStop: settling.stop))-\(settling.airport.lowercased())",
                ranked.words.sentence(settling)
            )
        }
        return sentences
    }

    /// A sentence of the dossier under an anchor of its own; what it assumes is told once at the end.
    private mutating func sentence(_ anchor: String, _ told: DossierSentence) -> EditionSentence {
        let base = String(anchor.map { Edition.isAnchor("a\($0)") ? $0 : "-" })
        var (name, number) = (base, 1)
        while !taken.insert(name).inserted {
            number += 1
            name = "\(base)-n\(number)"
        }
        return EditionSentence(name, told.words, rests: told.rests.map { rest($0) })
    }

    private mutating func rest(_ rest: DossierSentence.Rest) -> EditionSentence.Rest {
        switch rest {
        case .claim(let id): return .anchor("claim-\(id)")
        case .report(let id): return .anchor("report-\(id)")
        case .change(let number): return .words(EditionWords.change(number))
        case .observation(let address, let time): return .words(EditionWords.heard(address, time))
        case .list(let name): return .words(DossierText(name))
        case .assumption(let assumption):
            assumptions.insert(assumption)
            return .anchor(Self.anchor(assumption))
        }
    }

    private static func anchor(_ assumption: DossierAssumption) -> String {
        "assumption-" + String(assumption.rawValue.map { $0 == "_" ? "-" : $0 })
    }
}
