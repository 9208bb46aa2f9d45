import Aero
import Flights
import Simulation
import Testing

@testable import Visits

struct VisitRankerTests {
    private func first(_ ranking: VisitRanking?) throws -> Candidate {
        try #require(ranking?.candidates.first)
    }

    @Test("who was heard at both stops in their order comes first, with the reasons")
    func heardAtBoth() throws {
        let ranking = try #require(SmallVisit.ranking())
        let first = try first(ranking)
        #expect(first.address == AircraftAddress(icao: 0x10))
        #expect(first.evidence.allSatisfy { $0.isSeen })
        #expect(first.probability > 0.5 && first.probability < 1)
        #expect(
            first.rows.contains { if case .seenAtStop(1, let seen) = $0.term { seen.airport == "ZKPY" } else { false } }
        )
        #expect(ranking.none > 0)
        #expect(ranking.usedStops == [1, 2])
    }

    @Test("who was elsewhere at every stop is excluded, and what it would have needed is told")
    func outOfReach() throws {
        let ranking = try #require(SmallVisit.ranking())
        let one = try #require(ranking.excluded.first { $0.address == AircraftAddress(icao: 0x20) })
        guard case .outOfReach(let stops, let need) = one.reason else {
            Issue.record("excluded for another reason: \(one.reason)")
            return
        }
        #expect(stops == [1, 2])
        let told = try #require(need)
        #expect(told.distance.rawValue > 1_000_000)
        if let speed = told.speed { #expect(speed.rawValue > 1_150) }
        #expect(!ranking.candidates.contains { $0.address == AircraftAddress(icao: 0x20) })
    }

    @Test("the order in which aircraft come changes nothing")
    func anyOrder() throws {
        var settings = VisitSettings()
        settings.airliners = 150
        settings.businessJets = 50
        settings.militaryAircraft = 20
        settings.unlisted = 10
        settings.noVisit = 0
        let reading = ScenarioReading(VisitScenario(seed: 11, settings: settings))
        let archive = reading.archive(days: 1)
        func ranked(_ aircraft: [HeardAircraft]) throws -> [String] {
            let ranking = VisitRanker().ranking(
                of: aircraft,
                itinerary: reading.itinerary,
                watched: reading.watched,
                archive: archive
            )
            let found = try #require(ranking)
            return found.candidates.map { "\($0.address) \($0.probability) \($0.rows)" }
                + found.convoys.map { "\($0)" } + found.excluded.map { "\($0)" }
        }
        let once = try ranked(reading.aircraft)
        #expect(once == (try ranked(reading.aircraft.reversed())))
        let odd = reading.aircraft.enumerated().sorted { ($0.offset * 7_919 % 997) < ($1.offset * 7_919 % 997) }
        #expect(once == (try ranked(odd.map(\.element))))
        #expect(once.count > 100)
    }

    @Test("probabilities of candidates and of none of them are 1 together, and none is never 0")
    func together() throws {
        let ranking = try #require(SmallVisit.ranking())
        let sum = ranking.candidates.reduce(ranking.none) { $0 + $1.probability }
        #expect(abs(sum - 1) < 1e-9)
        #expect(ranking.none > 1e-6)
    }

    @Test("one sighting alone never makes a name likelier than not")
    func singleSighting() throws {
        let lone = SmallVisit.aircraft(
            0x51,
            .subjectFleet,
            [SmallVisit.flight(SmallVisit.moscow, SmallVisit.pyongyang, at: 24, heard: [0.97...1])]
        )
        let ranking = try #require(SmallVisit.ranking([lone]))
        let first = try first(ranking)
        #expect(first.evidence[0].isSeen)
        #expect(first.probability <= 0.5)
        #expect(try #require(ranking.convoys.first).probability <= 0.5)
    }

    private func weight(_ candidate: Candidate, _ holds: (RankingTerm) -> Bool) throws -> Double {
        try #require(candidate.rows.first { holds($0.term) }).weight
    }

    @Test("who was heard at both ends of a way flew between them: hearing it on the way says nothing more")
    func bothEnds() throws {
        let broken = SmallVisit.aircraft(
            0x10,
            .subjectFleet,
            [
                SmallVisit.flight(SmallVisit.moscow, SmallVisit.pyongyang, at: 24, heard: [0...0.4, 0.6...1]),
                SmallVisit.flight(SmallVisit.pyongyang, SmallVisit.hanoi, at: 42, heard: [0...0.3, 0.7...1]),
            ]
        )
        let first = try first(SmallVisit.ranking([broken]))
        #expect(first.evidence.allSatisfy { $0.isSeen })
        #expect(try weight(first) { $0 == .onRoute(toStop: 1) } == 0)
        #expect(try weight(first) { $0 == .onRoute(toStop: 2) } == 0)
    }

    @Test("a landing, and leaving home, say less of who lands and leaves often")
    func activity() throws {
        let visit = SmallVisit.flight(SmallVisit.moscow, SmallVisit.pyongyang, at: 24)
        let out = SmallVisit.flight(SmallVisit.moscow, SmallVisit.yakutsk, at: 1)
        let back = SmallVisit.flight(SmallVisit.yakutsk, SmallVisit.moscow, at: 8)
        let after = SmallVisit.flight(SmallVisit.pyongyang, SmallVisit.yakutsk, at: 50)
        let calm = SmallVisit.aircraft(0x52, .otherGovernment, operator: "One", [visit])
        let busy = SmallVisit.aircraft(0x53, .otherGovernment, operator: "Other", [out, back, visit, after])
        let ranking = try #require(SmallVisit.ranking([calm, busy]))
        let one = try #require(ranking.candidates.first { $0.address == calm.address })
        let other = try #require(ranking.candidates.first { $0.address == busy.address })
        func isLanding(_ term: RankingTerm) -> Bool { if case .seenAtStop(1, _) = term { true } else { false } }
        func isOrigin(_ term: RankingTerm) -> Bool { if case .origin(_, .some, _) = term { true } else { false } }
        #expect(try weight(one, isLanding) > weight(other, isLanding) + 0.5)
        #expect(try weight(one, isOrigin) > weight(other, isOrigin) + 0.5)
    }

    @Test("who was at the stop before comes on to the next as those do who were heard there")
    func onward() throws {
        func perHour(_ goal: StopAirport) throws -> Double {
            let others = (0..<40).map { number in
                SmallVisit.aircraft(
                    100 + UInt32(number),
                    .airliner,
                    operator: "Airline",
                    [
                        SmallVisit.flight(SmallVisit.moscow, SmallVisit.pyongyang, at: 2),
                        SmallVisit.flight(SmallVisit.pyongyang, goal, at: 14),
                    ]
                )
            }
            let ranking = try #require(SmallVisit.ranking(SmallVisit.sky + others))
            let first = try #require(ranking.candidates.first { $0.address.bits == 0x10 })
            return try #require(first.evidence[1].seen).perHour
        }
        #expect(try perHour(SmallVisit.hanoi) > 5 * perHour(SmallVisit.yakutsk))
    }

    @Test("a young archive says what it lacks")
    func young() throws {
        let ranking = try #require(SmallVisit.ranking())
        #expect(ranking.isYoung)
        #expect(ranking.missing == [.landingRates, .detectionAtStops, .coverageOfRoutes])
        let old = ArchiveKnowledge(
            days: 30,
            landings: .none,
            detection: DetectionRates(
                counts: ["ZKPY": .init(landings: 40, heard: 3), "VVNB": .init(landings: 400, heard: 390)]
            ),
            air: AirCoverage(cells: Array(repeating: 0.5, count: 90 * 180))
        )
        let later = try #require(SmallVisit.ranking(archive: old))
        #expect(!later.isYoung && later.missing.isEmpty)
    }

    @Test("fighters are listed as escort and never ranked")
    func fighters() throws {
        let fighter = SmallVisit.aircraft(
            0x60,
            .fighter,
            type: "SU35",
            [SmallVisit.flight(SmallVisit.moscow, SmallVisit.pyongyang, at: 24)]
        )
        let ranking = try #require(SmallVisit.ranking(SmallVisit.sky + [fighter]))
        #expect(ranking.excluded.contains(ExcludedAircraft(address: fighter.address, reason: .escort)))
        #expect(!ranking.candidates.contains { $0.address == fighter.address })
    }

    @Test("a claim of the type lifts who fits and lowers who does not, by its certainty")
    func claims() throws {
        func share(_ claims: [CarrierClaim], of address: UInt32) throws -> Double {
            let ranking = try #require(SmallVisit.ranking(Self.twoKinds, claims: claims))
            return try #require(ranking.candidates.first { $0.address == AircraftAddress(icao: address) }).probability
        }
        let before = try share([], of: 0x71)
        let unsure = try share([CarrierClaim(.types(["IL62"]), certainty: 0.3)], of: 0x71)
        let sure = try share([CarrierClaim(.types(["IL62"]), certainty: 0.9)], of: 0x71)
        #expect(before < unsure && unsure < sure)
        #expect(try share([CarrierClaim(.types(["IL62"]), certainty: 0.9)], of: 0x70) < share([], of: 0x70))
    }

    /// Two of the fleet, of two types, on the same journey.
    private static var twoKinds: [HeardAircraft] {
        [(UInt32(0x70), "IL96", 0.0), (0x71, "IL62", 0.3)].map { address, type, late in
            SmallVisit.aircraft(
                address,
                .subjectFleet,
                type: type,
                [
                    SmallVisit.flight(SmallVisit.moscow, SmallVisit.pyongyang, at: 24 + late),
                    SmallVisit.flight(SmallVisit.pyongyang, SmallVisit.hanoi, at: 42 + late),
                ]
            )
        }
    }

    @Test("a neighbour of the fleet that no list has is told as a probable sibling, and lifted")
    func sibling() throws {
        func share(_ registration: UInt32) throws -> Double {
            let one = SmallVisit.aircraft(
                registration,
                .unlisted,
                [SmallVisit.flight(SmallVisit.moscow, SmallVisit.pyongyang, at: 24, heard: [0...0.6])]
            )
            let listed = SmallVisit.aircraft(100, .subjectFleet, [])
            let ranking = try #require(SmallVisit.ranking([one, listed]))
            let first = try #require(ranking.candidates.first)
            let isTold = first.rows.contains { $0.term == .sister(.neighbour, listed.address) }
            #expect(isTold == (registration == 103))
            return first.probability
        }
        #expect(try share(103) > share(190))
    }

    @Test("what is heard without a position is shared with the sister whose address differs by a bit")
    func oneBit() throws {
        func points(_ hour: Double) -> [HeardPoint] {
            [HeardPoint(time: SmallVisit.hour(hour), heardAt: SmallVisit.pyongyang.position, altitude: 3_000)]
        }
        let sky = [
            SmallVisit.aircraft(0x1577, .subjectFleet, [points(32)]),
            SmallVisit.aircraft(
                0x1576,
                .subjectFleet,
                [SmallVisit.flight(SmallVisit.moscow, SmallVisit.yakutsk, at: 2)]
            ),
        ]
        let ranking = try #require(SmallVisit.ranking(sky))
        let other = try #require(ranking.candidates.first { $0.address.bits == 0x1576 })
        #expect(other.rows.contains { $0.term == .sister(.oneBit, AircraftAddress(icao: 0x1577)) })
    }

    @Test("who lands within the hour is a convoy, whose probability is not less than its members'")
    func convoy() throws {
        let ranking = try #require(
            SmallVisit.ranking(Self.twoKinds + SmallVisit.sky.filter { $0.role != .subjectFleet })
        )
        let convoy = try #require(ranking.convoys.first)
        #expect(Set(convoy.members.map(\.bits)) == [0x70, 0x71])
        #expect(convoy.ground == .together)
        #expect(convoy.probability >= ranking.candidates[0].probability)
    }

    @Test("the order of carriers follows from their reasons", arguments: [UInt64](40...47))
    func orderFromRows(seed: UInt64) throws {
        var settings = VisitSettings()
        settings.airliners = 150
        settings.businessJets = 50
        settings.militaryAircraft = 30
        settings.noVisit = 0
        let reading = ScenarioReading(VisitScenario(seed: seed, settings: settings))
        let ranking = try #require(
            VisitRanker().ranking(
                of: reading.aircraft,
                itinerary: reading.itinerary,
                watched: reading.watched,
                archive: reading.archive(days: 1)
            )
        )
        let byAddress = ranking.candidates.reduce(into: [AircraftAddress: Candidate]()) { $0[$1.address] = $1 }
        for convoy in ranking.convoys { try expectOrder(convoy.members.compactMap { byAddress[$0] }) }
        try expectOrder(ranking.candidates)
        let fleet = ranking.candidates.filter { $0.role == .subjectFleet }
        #expect(fleet.allSatisfy { one in one.rows.contains { $0.term == .mayAccompany } })
    }

    /// The weights of all reasons together fall; where something else shares what two have, a row says so.
    private func expectOrder(_ candidates: [Candidate]) throws {
        let plain = candidates.filter { one in
            // Sisters heard by turns, and those a bit apart, share what they have.
            !one.rows.contains { row in
                switch row.term {
                case .sister(.oneBit, _), .relay: true
                default: false
                }
            }
        }
        for (one, next) in zip(plain, plain.dropFirst()) where one.probability != next.probability {
            let (sum, less) = (one.rows, next.rows)
            let here = sum.reduce(0) { $0 + $1.weight }
            let there = less.reduce(0) { $0 + $1.weight }
            #expect(here >= there - 1e-6, "\(one.address) \(here), \(next.address) \(there)")
        }
    }

    @Test("one of the fleet that fits a companion as well is told that it counts less for that")
    func discount() throws {
        let ranking = try #require(SmallVisit.ranking())
        let words = RankingWords(
            DossierWords(visit: Visit()),
            itinerary: SmallVisit.itinerary,
            stops: [nil, 1, 2],
            claims: [],
            labels: [:],
            lists: [:],
            isYoung: false
        )
        let first = try first(ranking)
        let row = try #require(first.rows.first { $0.term == .mayAccompany })
        #expect(row.weight < -1)
        let told = words.sentence(row, of: first).words
        #expect(told.english.contains("as the one that was used it counts") && told.english.hasSuffix("times less."))
        #expect(told.indonesian.hasSuffix("kali lebih kecil."))
        #expect(
            !ranking.candidates.contains { $0.role != .subjectFleet && $0.rows.contains { $0.term == .mayAccompany } }
        )
    }

    @Test("with windows of 1 h and 1.5 h, who was heard elsewhere all the time is excluded, and who flew it is not")
    func narrowWindows() throws {
        let narrow = [
            SmallVisit.stop(.origin, SmallVisit.moscow, nil),
            SmallVisit.stop(.destination, SmallVisit.pyongyang, 31...32),
            SmallVisit.stop(.destination, SmallVisit.hanoi, 45...46.5),
        ]
        let ranking = try #require(SmallVisit.ranking(itinerary: narrow))
        #expect(ranking.excluded.map(\.address) == [AircraftAddress(icao: 0x20)])
        #expect(try first(ranking).address == AircraftAddress(icao: 0x10))
    }

    @Test("of sisters heard by turns none is preferred")
    func relay() throws {
        let sky = [(UInt32(0x80), true), (0x81, false)].map { address, isFirst in
            SmallVisit.aircraft(
                address,
                .subjectFleet,
                [
                    SmallVisit.flight(
                        SmallVisit.moscow,
                        SmallVisit.pyongyang,
                        at: 24,
                        heard: [isFirst ? 0...0.5 : 0.5...1]
                    ),
                    SmallVisit.flight(
                        SmallVisit.pyongyang,
                        SmallVisit.hanoi,
                        at: 42,
                        heard: [isFirst ? 0.4...1 : 0...0.4]
                    ),
                ]
            )
        }
        let ranking = try #require(SmallVisit.ranking(sky))
        #expect(ranking.convoys.first?.ground == .relay)
        #expect(ranking.candidates.count == 2)
        #expect(ranking.candidates[0].probability == ranking.candidates[1].probability)
        #expect(ranking.candidates[0].probability <= 0.5)
        for (one, other) in [(0, 1), (1, 0)] {
            let shared = RankingTerm.relay([ranking.candidates[other].address])
            #expect(ranking.candidates[one].rows.contains { $0.term == shared })
        }
    }

    @Test("the stop that nobody was heard at is where hearing would tell most")
    func settling() throws {
        let sky = [UInt32(0x90), 0x91].map { address in
            SmallVisit.aircraft(
                address,
                .subjectFleet,
                [
                    SmallVisit.flight(SmallVisit.moscow, SmallVisit.pyongyang, at: 24, heard: [0...0.5]),
                    SmallVisit.flight(SmallVisit.pyongyang, SmallVisit.hanoi, at: 42, heard: [0.6...1]),
                ]
            )
        }
        let ranking = try #require(SmallVisit.ranking(sky))
        let best = try #require(ranking.settling.first)
        #expect(best.stop == 1 && best.airport == "ZKPY" && best.bits > 0.5)
        #expect(best.span.earliest < SmallVisit.hour(36) && best.span.latest > SmallVisit.hour(30))
    }

    @Test("stops without airports are left aside; without any there is nothing to rank by")
    func regions() throws {
        let region = ItineraryStop(kind: .destination, name: "Region", airports: [], arrival: ArrivalWindow())
        let ranking = try #require(SmallVisit.ranking(itinerary: SmallVisit.itinerary + [region]))
        #expect(ranking.usedStops == [1, 2])
        #expect(SmallVisit.ranking(itinerary: [region]) == nil)
    }
}
