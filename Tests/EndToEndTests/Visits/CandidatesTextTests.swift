import Aero
import Foundation
import Simulation
import Testing
import Tracking
import Visits

@testable import Site
@testable import pelacak

/// A ranking out of an archive as the command line and the interface tell it.
@Suite(.timeLimit(.minutes(10)))
struct CandidatesTextTests {
    private func told(
        _ archive: ScenarioArchive,
        _ language: Draft.Language
    ) async throws -> (ranked: RankedVisit, lines: [String], document: [String: Any]) {
        let ranked = try await archive.candidates.ranking(for: archive.question())
        let visit = try archive.visit()
        let words = ranked.words(DossierWords(visit: visit))
        let text = CandidatesText(ranked: ranked, visit: visit, words: words, language: language)
        let bytes = CandidatesDocument(id: "v", visit: visit, ranked: ranked, airports: [:], language: language).json()
        let document = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        return (ranked, text.lines(), document)
    }

    @Test("groups come first, their members inside, then none of these, then who is excluded with the reason")
    func order() async throws {
        let archive = try await ScenarioArchive(VisitScenario(seed: 61_001))
        let (ranked, lines, document) = try await told(archive, .english)
        let first = try #require(ranked.ranking.convoys.first)
        let group = try #require(lines.firstIndex { $0.hasPrefix("1  ") })
        let member = try #require(lines.firstIndex { $0.hasPrefix("   \(first.members[0].hex)") })
        let none = try #require(lines.firstIndex { $0.hasPrefix("None of these") })
        let excluded = try #require(lines.firstIndex { $0.hasPrefix("x  ") })
        #expect(group < member && member < none && none < excluded)
        #expect(lines[member + 1].hasPrefix("     "))
        // Everybody who cannot have flown it is told why, there and in the document.
        #expect(!ranked.ranking.excluded.isEmpty)
        #expect(lines[excluded].contains("Cannot have been at ") || lines[excluded].contains("possible by itself"))
        let rows = try #require(document["excluded"] as? [[String: Any]])
        #expect(document["excludedTotal"] as? Int == ranked.ranking.excluded.count && !rows.isEmpty)
        for row in rows {
            let sentence = try #require(row["sentence"] as? [String: Any])
            #expect((sentence["text"] as? String)?.isEmpty == false && row["hex"] is String)
        }
        if let carrier = archive.scenario.truth.carrier?.address {
            #expect(!rows.contains { $0["hex"] as? String == carrier.hex })
        }
    }

    @Test("the same in Indonesian, and nothing of numbers in a young archive")
    func indonesian() async throws {
        let archive = try await ScenarioArchive(VisitScenario(seed: 61_002))
        let (ranked, lines, document) = try await told(archive, .indonesian)
        #expect(lines.contains { $0.hasPrefix("Bukan satu pun dari pesawat ini") })
        #expect(ranked.ranking.isYoung)
        for line in lines { #expect(!line.contains(" kali ") && !line.contains("sekali dalam"), "\(line)") }
        let candidates = try #require(document["candidates"] as? [[String: Any]])
        let terms = candidates.flatMap { $0["terms"] as? [[String: Any]] ?? [] }
        #expect(!terms.isEmpty)
        for term in terms {
            #expect(term["times"] == nil && term["weight"] == nil)
            #expect((-3...3).contains(try #require(term["strength"] as? Int)))
        }
    }
}
