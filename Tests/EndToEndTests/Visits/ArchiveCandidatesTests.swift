import Aero
import Simulation
import Site
import Testing
import Tracking
import Visits

@testable import pelacak

/// Scenarios through a real archive: what comes out is what comes out of the same points without one.
// Each takes a core for a while: side by side they would keep all other tests waiting.
@Suite(.timeLimit(.minutes(10)), .serialized)
struct ArchiveCandidatesTests {
    @Test("through the archive as without it", arguments: [UInt64](61_001...61_003))
    func asWithoutArchive(seed: UInt64) async throws {
        let archive = try await ScenarioArchive(VisitScenario(seed: seed))
        let ranked = try await archive.candidates.ranking(for: archive.question())
        let direct = try #require(try archive.direct(watched: ranked.watched))
        #expect(ranked.ranking.isYoung && ranked.compared == direct.candidates.count + direct.excluded.count)
        #expect(ranked.ranking.usedStops == direct.usedStops && ranked.stops.count == ranked.itinerary.count)
        let others = direct.candidates.reduce(into: [AircraftAddress: Candidate]()) { $0[$1.address] = $1 }
        // Whom one excludes the other does too, but for those at the very bound.
        let excluded = Set(direct.excluded.map(\.address))
        let differing = excluded.symmetricDifference(ranked.ranking.excluded.map(\.address))
        #expect(differing.count * 100 <= direct.candidates.count + direct.excluded.count)
        var (far, counted) = (0, 0)
        for candidate in ranked.ranking.candidates {
            guard let other = others[candidate.address] else { continue }
            counted += 1
            if abs(candidate.probability - other.probability) > 0.1 { far += 1 }
        }
        #expect(far * 200 <= counted, "\(far) of \(counted)")
        let (first, same) = (try #require(ranked.ranking.convoys.first), try #require(direct.convoys.first))
        if same.probability > 0.6 { #expect(!Set(first.members).isDisjoint(with: same.members)) }
        if let carrier = archive.scenario.truth.carrier?.address {
            #expect(!ranked.ranking.excluded.contains { $0.address == carrier })
        }
    }

    @Test("the same question again is answered from memory; another change is not")
    func memory() async throws {
        let archive = try await ScenarioArchive(VisitScenario(seed: 61_010))
        let candidates = archive.candidates
        let clock = ContinuousClock()
        var first: RankedVisit?
        let reckoned = try await clock.measure { first = try await candidates.ranking(for: archive.question()) }
        let remembered = try await clock.measure { _ = try await candidates.ranking(for: archive.question()) }
        #expect(remembered * 5 < reckoned)
        let later = try await candidates.ranking(for: archive.question(later: true))
        #expect(later.isWithLaterClaims && later.watched == first?.watched)
    }

    @Test("nothing confirmed is nothing to compare; what has not begun is not heard")
    func nothing() async throws {
        let archive = try await ScenarioArchive(VisitScenario(seed: 61_011))
        let question = try archive.question()
        func asked(_ visit: Visit, _ now: Timestamp) -> CandidatesQuestion {
            CandidatesQuestion(
                visit: visit,
                id: "x",
                realm: .imported,
                withLaterClaims: false,
                audience: .operators,
                archive: archive.store,
                book: question.book,
                tellsReception: true,
                now: now
            )
        }
        await #expect(throws: VisitCandidatesError.nothingToCompare) {
            try await archive.candidates.ranking(for: asked(Visit(), question.now))
        }
        await #expect(throws: VisitCandidatesError.nothingHeard) {
            let early = VisitScenario.start.advanced(bySeconds: -30 * 86_400)
            return try await archive.candidates.ranking(for: asked(question.visit, early))
        }
    }

    @Test("who leaves is not read for, and the next is answered")
    func leaving() async throws {
        let archive = try await ScenarioArchive(VisitScenario(seed: 61_012))
        let candidates = archive.candidates
        let question = try archive.question()
        let task = Task { try await candidates.ranking(for: question) }
        task.cancel()
        await #expect(throws: VisitCandidatesError.cancelled) { try await task.value }
        _ = try await candidates.ranking(for: question)
    }
}
