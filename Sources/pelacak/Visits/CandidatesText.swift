import Aero
import Site
import Visits

/// A ranking as lines of text: groups first, their members with the reasons, none of these, who cannot have been, and what the claims are
/// worth beside what was heard. Sentences are those of the dossier.
struct CandidatesText {
    let ranked: RankedVisit
    let visit: Visit
    let words: RankingWords
    let language: Draft.Language

    /// Groups and members that lines tell of; JSON has more.
    static let mostGroups = 10
    static let mostMembers = 6
    static let mostExcluded = 10
    private static let mostSettling = 3

    private var ranking: VisitRanking { ranked.ranking }

    func lines() -> [String] {
        [told(words.notice)] + ranking.missing.map { told(words.sentence($0)) } + groups()
            + [told(words.none(ranking.none))] + excluded() + claims()
            + ranking.settling.prefix(Self.mostSettling).map { told(words.sentence($0)) }
    }

    private func groups() -> [String] {
        let byAddress = ranking.candidates.reduce(into: [AircraftAddress: Candidate]()) { $0[$1.address] = $1 }
        return ranking.convoys.prefix(Self.mostGroups).enumerated().flatMap { place, group -> [String] in
            let members = group.members.compactMap { byAddress[$0] }
            return ["\(place + 1)  " + told(words.sentence(group))]
                + members.prefix(Self.mostMembers).flatMap { candidate -> [String] in
                    let role = DossierWords.name(candidate.role).text(in: language)
                    return ["   \(name(candidate.address)) (\(role))"]
                        + candidate.rows.map { "     " + told(words.sentence($0, of: candidate)) }
                } + more(members.count - Self.mostMembers, indent: "   ")
        }
    }

    private func excluded() -> [String] {
        ranked.excludedInOrder(most: Self.mostExcluded).map { one in
            "x  \(name(one.address)): " + told(words.sentence(one))
        } + more(ranking.excluded.count - Self.mostExcluded, indent: "x  ")
    }

    /// Those that something heard supports or contradicts.
    private func claims() -> [String] {
        ranked.heard(besideClaimsOf: visit).filter { $0.outcome != .notTestable }.map { verdict in
            "claim \(verdict.claim)  " + told(words.sentence(verdict))
        }
    }

    private func more(_ count: Int, indent: String) -> [String] {
        guard count > 0 else { return [] }
        return [indent + (language == .indonesian ? "dan \(count) lagi" : "and \(count) more")]
    }

    private func name(_ address: AircraftAddress) -> String {
        let aircraft = ranked.aircraft[address]
        let names = [aircraft?.registration, aircraft?.type, aircraft?.aircraftOperator].compactMap(\.self)
        return ([address.hex] + names).map(IdentityOptions.plain).joined(separator: ", ")
    }

    private func told(_ sentence: DossierSentence) -> String { IdentityOptions.plain(sentence.text(in: language)) }
}
