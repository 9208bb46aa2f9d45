import Aero
import Foundation
import Simulation
import Store
import TestSupport
import Testing
import Tracking
import Visits

@testable import Site
@testable import pelacak

/// From the pasted story to the convoy: the simulated scene, recorded, drafted, confirmed, ranked.
@Suite(.timeLimit(.minutes(10)), .serialized)
struct StateVisitCandidatesTests {
    /// What set-up makes; without it nothing can be drafted.
    private static let places: String? = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let path = root.appendingPathComponent("Assets/places.tsv.gz").path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }()

    private static let group = Set([0xD57710, 0xD57712].map { AircraftAddress(icao: $0) })

    private func drafted(_ story: [String: Any], _ path: String) throws -> Visit {
        let text = try #require(story["text"] as? String)
        let published = try #require(story["published"] as? String)
        let context = DraftContext(
            enteredAt: Timestamp(seconds: 1_718_700_000),
            published: try TimeText.parse(published),
            outletOffsetSeconds: VisitDraft.offset(of: published),
            zoneOffset: { zone, time in
                TimeZone(identifier: zone)?.secondsFromGMT(for: Date(timeIntervalSince1970: time.seconds))
            }
        )
        let draft = try Drafter(places: PlacesFile(path: path).gazetteer).draft(text, context: context)
        return Visit(draft, report: Report(id: 0, title: "Made for the simulated scene", addedBy: "desk"))
    }

    @Test(
        "the pasted story, confirmed: the group of the announced visit comes first",
        .enabled(if: places != nil, "needs Assets/places.tsv.gz")
    )
    func fromTheStory() async throws {
        let story = try #require(TestSupport.vectors("state-visit-story").first)
        var visit = try drafted(story, try #require(Self.places))
        let codes = visit.stops.filter { $0.stop.kind != .origin }.compactMap { $0.stop.airports.first?.code }
        #expect(codes == story["stops"] as? [String])
        let archive = try await StateVisitArchive()
        let candidates = ArchiveCandidates(flights: nil) { [] }
        await #expect(throws: VisitCandidatesError.nothingToCompare) {
            try await candidates.ranking(for: archive.question(visit))
        }
        for stop in visit.stops { try visit.apply(.confirmStop(stop.id), by: "desk", at: archive.end) }
        let ranked = try await candidates.ranking(for: archive.question(visit))
        try check(ranked, visit)
        // What the text claims of stops is laid beside what was heard there.
        let heard = ranked.heard(besideClaimsOf: visit)
        #expect(heard.map(\.claim) == visit.claims.map(\.id))
        #expect(heard.contains { $0.outcome == .supported && $0.aircraft.map(Self.group.contains) ?? false })
        #expect(!heard.contains { $0.outcome == .contradicted })
    }

    @Test("the same by hand, where no places are known")
    func byHand() async throws {
        let archive = try await StateVisitArchive()
        let visit = try StateVisitArchive.visit(at: archive.end)
        let ranked = try await ArchiveCandidates(flights: nil) { [] }.ranking(for: archive.question(visit))
        try check(ranked, visit)
    }

    private func check(_ ranked: RankedVisit, _ visit: Visit) throws {
        let first = try #require(ranked.ranking.convoys.first)
        #expect(!Self.group.isDisjoint(with: first.members), "\(first.members.map(\.hex))")
        #expect(ranked.ranking.isYoung && ranked.realm == .simulated && ranked.compared > 200)
        #expect(!ranked.ranking.excluded.contains { Self.group.contains($0.address) })
        // The scene begins within the watched time: of what was before, nothing is kept.
        let begin = try #require(ranked.unkept.first)
        #expect(begin.lowerBound == ranked.watched.lowerBound)
        let words = ranked.words(DossierWords(visit: visit))
        for candidate in ranked.ranking.candidates {
            for row in candidate.rows {
                let told = words.sentence(row, of: candidate).words.english
                #expect(!told.hasPrefix("Not heard before"), "\(told)")
            }
        }
        for language in [Draft.Language.english, .indonesian] {
            let bytes = CandidatesDocument(id: "v", visit: visit, ranked: ranked, airports: [:], language: language)
                .json()
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains(#""simulated":true"#) && text.contains(#""young":true"#))
            for word in [
                "\"probability\"", "\"nobody\"", "\"accompanying\"", "\"bits\"", "\"times\"", "\"weight\"", "%",
            ] {
                #expect(!text.contains(word), "\(word)")
            }
            try follow(bytes, visit, ranked)
        }
    }

    /// Follows every link of the document.
    private func follow(_ bytes: [UInt8], _ visit: Visit, _ ranked: RankedVisit) throws {
        let document = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let listed = try #require(document["assumptions"] as? [[String: Any]]).compactMap { $0["id"] as? String }
        let candidates = try #require(document["candidates"] as? [[String: Any]])
        // Who reads no groups begins with whoever is told first.
        let groups = candidates.map { $0["group"] as? Int ?? .max }
        #expect(groups == groups.sorted() && groups.first == 0)
        var heard: [String: Set<Double>] = [:]
        for candidate in candidates {
            let terms = try #require(candidate["terms"] as? [[String: Any]])
            let times = terms.flatMap { $0["observations"] as? [Double] ?? [] }
            heard[try #require(candidate["hex"] as? String)] = Set(times)
        }
        var sentences = 0
        func look(_ value: Any) {
            if let list = value as? [Any] { for one in list { look(one) } }
            guard let object = value as? [String: Any] else { return }
            if let rests = object["rests"] as? [[String: Any]] {
                sentences += 1
                #expect(!rests.isEmpty && (object["text"] as? String)?.isEmpty == false)
                for rest in rests {
                    switch rest["kind"] as? String {
                    case "assumption": #expect(listed.contains(rest["assumption"] as? String ?? ""))
                    case "claim": #expect(visit.claims.contains { $0.id == rest["claim"] as? Int })
                    case "report": #expect(visit.reports.contains { $0.id == rest["report"] as? Int })
                    case "observation":
                        #expect(heard[rest["hex"] as? String ?? ""]?.contains(rest["time"] as? Double ?? 0) == true)
                    case "list": #expect((rest["source"] as? String)?.isEmpty == false)
                    default: Issue.record("a sentence rests on \(rest)")
                    }
                }
            }
            for (_, inner) in object { look(inner) }
        }
        look(document)
        #expect(sentences > 100)
    }
}
