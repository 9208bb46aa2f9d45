import Aero
import Flights
import Testing

@testable import Visits

/// Every sentence of whole dossiers: what it rests on is there, and nothing that must not be said is.
struct RankingWordsTests {
    private static let candidate: Candidate = {
        let heard = SmallVisit.ranking()
        guard let first = heard?.candidates.first else { preconditionFailure("somebody is heard") }
        return first
    }()

    private func check(_ sentence: DossierSentence, _ heard: [AircraftAddress: Set<Timestamp>]?, _ visit: Visit) {
        #expect(!sentence.rests.isEmpty)
        for text in [sentence.words.english, sentence.words.indonesian] {
            #expect(!text.isEmpty && !text.contains("{") && !text.contains("}"), "\(text)")
            #expect(!text.split(separator: " ").contains("nan"), "\(text)")
            #expect(!text.contains("  ") && text.hasSuffix(".") || text.hasSuffix("?"), "\(text)")
        }
        #expect(ForbiddenWords.found(in: sentence.words.english, ForbiddenWords.english).isEmpty)
        #expect(ForbiddenWords.found(in: sentence.words.indonesian, ForbiddenWords.indonesian).isEmpty)
        for rest in sentence.rests {
            switch rest {
            case .claim(let id): #expect(visit.claims.contains { $0.id == id })
            case .report(let id): #expect(visit.reports.contains { $0.id == id })
            case .change(let number): #expect(visit.changes.contains { $0.number == number })
            case .observation(let address, let time):
                if let heard { #expect(heard[address]?.contains(time) == true, "\(sentence.words.english)") }
            case .list(let source): #expect(!source.isEmpty)
            case .assumption(let assumption): #expect(!assumption.words.english.isEmpty)
            }
        }
    }

    @Test("sentences of random values", arguments: [true, false])
    func random(isYoung: Bool) throws {
        let visit = try WordedVisit.visit()
        let words = WordedVisit.words(visit, isYoung: isYoung, claims: visit.claims.map(\.id) + [77])
        for seed in 0..<3_000 {
            var random = RandomDossier(seed: UInt64(seed))
            check(words.sentence(random.row(), of: Self.candidate), nil, visit)
            let reason: ExcludedAircraft.Reason =
                random.chance()
                ? .outOfReach((0...random.below(3)).map { _ in random.below(5) }, random.need())
                : random.chance() ? .outOfOrder : .escort
            check(words.sentence(ExcludedAircraft(address: random.address(), reason: reason)), nil, visit)
            check(
                words.words.sentence(ClaimVerdict(.supported, random.reason(), claims: [random.below(9)])),
                nil,
                visit
            )
            check(words.sentence(random.heard()), nil, visit)
            let convoy = Convoy(
                members: (0...random.below(3)).map { _ in random.address() },
                probability: Double(random.below(100)) / 100,
                ground: random.one([.alone, .together, .relay])
            )
            let told = words.sentence(convoy)
            check(told, nil, visit)
            if isYoung { #expect(!told.words.english.contains("likely")) }
            check(words.none(Double(random.below(100)) / 100), nil, visit)
        }
    }

    @Test("a young archive says nothing of how likely anything is")
    func young() throws {
        let words = WordedVisit.words(try WordedVisit.visit(), isYoung: true)
        let none = words.none(0.2)
        #expect(!none.words.english.contains("likely") && none.words.english.contains("possible"))
    }

    @Test("a young archive tells no rate and no ratio as a number, in either language")
    func noNumbers() throws {
        let words = WordedVisit.words(try WordedVisit.visit(), isYoung: true)
        for seed in 0..<3_000 {
            var random = RandomDossier(seed: UInt64(seed))
            let told = words.sentence(random.row(), of: Self.candidate).words
            for word in [" times more", " times less", "once in", "hardly ever"] {
                #expect(!told.english.contains(word), "\(told.english)")
            }
            for word in [" kali lebih", " kali kurang", "sekali dalam", "hampir tidak pernah"] {
                #expect(!told.indonesian.contains(word), "\(told.indonesian)")
            }
        }
        let old = WordedVisit.words(try WordedVisit.visit(), isYoung: false)
        let row = RankingRow(.order(isKept: true), weight: 2.48)
        #expect(old.sentence(row, of: Self.candidate).words.english.contains("12 times more likely"))
        let told = words.sentence(row, of: Self.candidate)
        #expect(told.words.english.contains(": more likely for") && told.rests.contains(.assumption(.usualRates)))
    }

    @Test(
        "how often those at the stop before come on is told as assumed too, and how often its kind lands there is not"
    )
    func onward() throws {
        let words = WordedVisit.words(try WordedVisit.visit(), isYoung: false)
        func told(isOnward: Bool) -> DossierSentence {
            let seen = StopEvidence.Seen(
                airport: "UEEE",
                time: Timestamp(seconds: 1_718_712_000),
                isDeparture: false,
                distance: Metres(2_000),
                isPositionless: false,
                perHour: 1 / 48,
                isOnward: isOnward
            )
            return words.sentence(RankingRow(.seenAtStop(stop: 0, seen), weight: 2), of: Self.candidate)
        }
        let (usual, onward) = (told(isOnward: false), told(isOnward: true))
        #expect(usual.rests.contains(.assumption(.archiveRates)) && !usual.rests.contains(.assumption(.usualRates)))
        #expect(onward.rests.contains(.assumption(.usualRates)))
        #expect(usual.words.english.contains("its kind fly") && onward.words.english.contains("leave the stop before"))
        #expect(onward.words.indonesian.contains("persinggahan sebelumnya"))
    }

    @Test("what was kept of nobody is told so, and not as a silence of the aircraft")
    func unkept() throws {
        let visit = try WordedVisit.visit()
        let hour = SmallVisit.hour
        func told(
            _ fit: ClosedRange<Double>,
            _ observations: [Double],
            kept: [ClosedRange<Double>],
            isAhead: Bool = false
        ) -> String {
            let words = RankingWords(
                DossierWords(visit: visit),
                itinerary: SmallVisit.itinerary,
                stops: [nil, 1, 2],
                claims: [],
                labels: [:],
                lists: [:],
                isYoung: true,
                unkept: kept.map { hour($0.lowerBound)...hour($0.upperBound) }
            )
            let fit = StopEvidence.Fit(
                airport: "ZKPY",
                earliest: hour(fit.lowerBound),
                latest: hour(fit.upperBound),
                isAhead: isAhead,
                unheard: 1,
                courseOff: nil,
                isPositionless: false
            )
            let row = RankingRow(.stopInSilence(stop: 1, fit), weight: 0, observations: observations.map(hour))
            return words.sentence(row, of: Self.candidate).words.english
        }
        #expect(told(2...9, [10], kept: []).hasPrefix("Not heard before "))
        #expect(told(2...9, [10], kept: [0...10]).hasPrefix("Nothing is kept here of any aircraft from before "))
        #expect(told(2...9, [10], kept: [0...5]).contains("nothing is kept here of any aircraft from before"))
        #expect(told(2...9, [], kept: [0...5]).hasPrefix("Not heard after "))
        let within = told(4...9, [3, 10], kept: [5...7])
        #expect(within.hasPrefix("Not heard from ") && within.contains("nothing is kept here of any aircraft from "))
        #expect(!told(4...9, [3, 10], kept: [0...2]).contains("kept"))
        #expect(told(4...9, [3], kept: [0...2], isAhead: true).hasPrefix("A stop at "))
        #expect(told(4...9, [3], kept: [], isAhead: true).contains(" is still to come: it can be made between "))
    }

    @Test("all links of a whole ranking lead somewhere")
    func links() throws {
        let visit = try WordedVisit.visit()
        let sky = SmallVisit.sky
        let heard = sky.reduce(into: [AircraftAddress: Set<Timestamp>]()) { heard, one in
            heard[one.address] = Set(one.stretches.flatMap { [$0.first.time, $0.last.time] })
        }
        let reader = CarrierClaimReader()
        let claims = reader.claims(of: visit, withLaterClaims: false)
        #expect(claims.contains { $0.claim.content == .types(["IL96"]) })
        let ranking = try #require(SmallVisit.ranking(sky, claims: claims.map(\.claim)))
        // The stops of the ranking by hand stand for those of the visit.
        let words = RankingWords(
            DossierWords(visit: visit),
            itinerary: SmallVisit.itinerary,
            stops: [nil, visit.stops[0].id, visit.stops.last?.id],
            claims: claims.map(\.number),
            labels: [:],
            lists: [:],
            isYoung: ranking.isYoung
        )
        var count = 0
        for candidate in ranking.candidates {
            for row in candidate.rows {
                check(words.sentence(row, of: candidate), heard, visit)
                count += 1
            }
        }
        for one in ranking.excluded { check(words.sentence(one), heard, visit) }
        for convoy in ranking.convoys { check(words.sentence(convoy), heard, visit) }
        for missing in ranking.missing { check(words.sentence(missing), heard, visit) }
        for settling in ranking.settling { check(words.sentence(settling), heard, visit) }
        let judge = HearingJudge(
            visit,
            itinerary: SmallVisit.itinerary,
            numbers: [nil, visit.stops[0].id, visit.stops.last?.id],
            ranking: ranking
        )
        for verdict in judge.verdicts() { check(words.sentence(verdict), heard, visit) }
        check(words.none(ranking.none), heard, visit)
        check(words.notice, heard, visit)
        #expect(count > 10 && !ranking.excluded.isEmpty)
    }

    @Test("verdicts, open points, changes and disagreements rest on what is there")
    func dossier() throws {
        let visit = try WordedVisit.visit()
        let words = DossierWords(visit: visit)
        for verdict in visit.verdicts().values { check(words.sentence(verdict), nil, visit) }
        for point in visit.openPoints { check(words.sentence(point), nil, visit) }
        for kind in OpenPoint.Kind.allCases { check(words.sentence(OpenPoint(kind, stop: 1)), nil, visit) }
        for change in visit.changes { check(words.sentence(change), nil, visit) }
        for stop in visit.stops { check(words.disagreement(onStop: stop.id), nil, visit) }
        #expect(words.sentence(visit.changes[0]).words.english.hasPrefix("Stop confirmed: "))
    }

    @Test("June 2024: 4 h 48 to Pyongyang is long, and not excluded; the latest way out of Moscow")
    func june2024() throws {
        let visit = try WordedVisit.visit()
        let words = DossierWords(visit: visit, airports: [:])
        let distance = Geodesy.distance(SmallVisit.yakutsk.position, SmallVisit.pyongyang.position)
        let verdict = words.sentence(LegJudge.verdict(hours: 4.8...4.8, distance: distance, claims: [1])).words
        #expect(verdict.english.hasPrefix("Long, not excluded: 4 h 48 min for 2,5"))
        #expect(verdict.indonesian.hasPrefix("Lama, tidak mustahil: 4 jam 48 menit"))
        let arrival = Timestamp(seconds: 1_718_690_940)
        let latest = words.latestDeparture(
            from: SmallVisit.moscow,
            to: SmallVisit.yakutsk,
            arrival: arrival,
            claims: [1]
        ).words
        #expect(latest.english.contains("18 June 2024, 01:1"), "\(latest.english)")
    }
}
