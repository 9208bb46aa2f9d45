import Aero
import Flights
import ModeS
import TestSupport
import Testing
import Tracking
import Visits

@testable import Bundles

struct VisitRerunTests {
    @Test("inputs come back as they were written, to the last bit of what follows from them")
    func inputsRoundTrip() throws {
        let inputs = MadeVisitInputs.inputs()
        let read = try VisitInputs { item in inputs.bytes(of: item) }
        for item in VisitInputs.Item.allCases { #expect(read.bytes(of: item) == inputs.bytes(of: item), "\(item)") }
        #expect(read.rules == inputs.rules)
        let conclusions = try #require(inputs.conclusions())
        #expect(conclusions == read.conclusions())
        #expect(conclusions.contains { $0.name == "candidate/000010/term/seen_at_stop/1" })
        #expect(Set(conclusions.map(\.name)).count == conclusions.count)
        #expect(try Conclusion.read(Conclusion.bytes(conclusions)) == conclusions)
    }

    @Test("a bundle of this version comes out the same")
    func same() throws {
        let (manifest, folder) = try MadeVisitInputs.bundle()
        let rerun = try VisitRerun(program: "pelacak test").rerun(manifest, folder)
        #expect(rerun.isSame)
        #expect(rerun.compared == rerun.same && rerun.compared > 20)
        #expect(rerun.causes == [])
        #expect(rerun.notThere.map(\.reason) == [.private])
    }

    @Test("other numbers are named as the cause, with what was and what is")
    func otherRules() throws {
        var older = RankingRules()
        older.offShare = 0.2
        older.priors[.airliner] = 0.3
        let (manifest, folder) = try MadeVisitInputs.bundle(MadeVisitInputs.inputs(rules: older))
        let rerun = try VisitRerun(program: "pelacak newer").rerun(manifest, folder)
        #expect(!rerun.isSame)
        #expect(rerun.differences.contains { $0.name == "candidate/000010" })
        guard case .rules(let changes) = try #require(rerun.causes.first) else {
            Issue.record("\(rerun.causes)")
            return
        }
        #expect(changes.map(\.name) == ["offShare", "priors.airliner"])
        #expect(changes.first?.before == .number(0.2) && changes.first?.after == .number(0.08))
        // The program itself computes as the one that made it.
        #expect(rerun.causes.count == 1)
    }

    @Test("conclusions that do not follow from the data are named, each")
    func forgedConclusion() throws {
        let inputs = MadeVisitInputs.inputs()
        var contents = try #require(inputs.contents(terms: .own, identityTerms: .own))
        let place = try #require(contents.firstIndex { $0.item.kind == .conclusions })
        var conclusions = try #require(inputs.conclusions())
        let forged = try #require(conclusions.firstIndex { $0.name == "candidate/000048" })
        conclusions[forged] = Conclusion("candidate/000048", "the one")
        contents[place] = BundleContent(
            contents[place].item.path,
            Conclusion.bytes(conclusions),
            kind: .conclusions,
            known: .inferred,
            licence: .own
        )
        let manifest = try BundleManifest(head: MadeVisitInputs.head, contents: contents)
        let folder = MemoryBundle(
            files: contents.reduce(into: [:]) { $0[$1.item.path.text] = $1.bytes }
        )
        let rerun = try VisitRerun(program: "pelacak test").rerun(manifest, folder)
        #expect(rerun.differences.map(\.name) == ["candidate/000048"])
        #expect(rerun.differences.first?.before == "the one")
        #expect(rerun.causes == [.program(from: "pelacak test", to: "pelacak test")])
    }

    @Test("what all rests on was taken out: that is said, with the reason")
    func takenOut() throws {
        let (manifest, folder) = try MadeVisitInputs.bundle()
        let path = try MadeVisitInputs.path("sky/points.jsonl")
        let redacted = try manifest.redacted([BundleRedaction(path, .takedown)])
        #expect(throws: BundleRerunError.missing("sky/points.jsonl", .takedown)) {
            try VisitRerun(program: "x").rerun(redacted, folder)
        }
    }

    @Test("rows that do not give the points beside them are named")
    func rows() throws {
        let carrier = try #require(MadeVisitInputs.sky.first)
        let rows = carrier.points.map { point in
            var row = Observation(at: point.time, sourceClass: .adsbICAO)
            row.position = point.disc.centre
            row.barometricAltitude = point.altitude
            if point.altitude == 0 { row.flags = .onGround }
            return row
        }
        let history = HistoryRows(aircraft: ArchivedAircraft(carrier.identity.address), rows: rows)
        #expect(try HistoryRows(reading: history.bytes).rows == rows)
        let points = history.points().points
        let sky = [
            SkyAircraft(identity: carrier.identity, role: carrier.role, limits: carrier.limits, points: points)
        ]
        let whole = MadeVisitInputs.inputs()
        let inputs = VisitInputs(
            itinerary: whole.itinerary,
            watched: whole.watched,
            aircraft: sky,
            archive: whole.archive,
            claims: [],
            rules: whole.rules
        )
        func rerun(_ rows: HistoryRows) throws -> BundleRerun {
            let path = try #require(HistoryRows.path(of: carrier.identity.address))
            let contents =
                try #require(inputs.contents(terms: .own, identityTerms: .own))
                + [BundleContent(path, rows.bytes, kind: .history, known: .observed, licence: .own)]
            let manifest = try BundleManifest(head: MadeVisitInputs.head, contents: contents)
            let folder = MemoryBundle(files: contents.reduce(into: [:]) { $0[$1.item.path.text] = $1.bytes })
            return try VisitRerun(program: "x").rerun(manifest, folder)
        }
        #expect(try rerun(history).isSame)
        let less = HistoryRows(aircraft: history.aircraft, rows: Array(rows.dropLast(3)))
        let other = try rerun(less)
        #expect(other.differences.map(\.name) == ["points/000010"])
        #expect(other.causes == [.rows])
    }

    @Test("a young archive concludes nothing of how likely anything is")
    func young() throws {
        let conclusions = try #require(MadeVisitInputs.inputs(days: 2).conclusions())
        for conclusion in conclusions {
            guard case .object(let members) = conclusion.value else { continue }
            #expect(members["probability"] == nil && members["nobody"] == nil && members["bits"] == nil)
            #expect(members["weight"] == nil, "\(conclusion.name)")
        }
        #expect(conclusions.contains(Conclusion("young", .boolean(true))))
    }

    @Test("points without a position, which lie around a receiver, are in no bundle")
    func positionless() {
        let receiver = MadeVisitInputs.hanoi.position
        let point = HeardPoint(time: MadeVisitInputs.start, heardAt: receiver, altitude: 30_000)
        let aircraft = SkyAircraft(
            identity: RegisteredAircraft(address: AircraftAddress(icao: 1)),
            role: .airliner,
            limits: .unknown,
            points: [point]
        )
        #expect(aircraft.points.isEmpty)
        #expect(SkyPoints([point]).points.isEmpty)
    }

    @Test("every number of the rules has its line")
    func everyRule() {
        let children = Mirror(reflecting: RankingRules()).children.compactMap(\.label)
        let reach = Mirror(reflecting: ReachRules()).children.compactMap(\.label)
        let written = Set(RankingRules.numbers.map { $0.name.split(separator: ".")[0] }.map(String.init))
        #expect(written == Set(children).subtracting(["priors", "courseBounds"]))
        #expect(RankingRules.numbers.count { $0.name.hasPrefix("reach.") } == reach.count)
    }

    @Test("inputs with any byte changed are read as something else, or refused, and never trap")
    func hostileInputs() throws {
        let inputs = MadeVisitInputs.inputs()
        let bytes = VisitInputs.Item.allCases.reduce(into: [:]) { $0[$1] = inputs.bytes(of: $1) }
        var chance = SeededGenerator(seed: 9)
        for round in 0..<600 {
            let item = VisitInputs.Item.allCases[round % VisitInputs.Item.allCases.count]
            var changed = try #require(bytes[item])
            for _ in 0..<(1 + chance.next() % 3) {
                changed[Int(chance.next() % UInt64(changed.count))] = UInt8(truncatingIfNeeded: chance.next())
            }
            let read = try? VisitInputs { asked in asked == item ? changed : bytes[asked] ?? [] }
            _ = read?.conclusions()
        }
    }

    @Test("rules at either bound of every number compute what is finite, and one step beyond is refused")
    func rulesAtTheirBounds() throws {
        let inputs = MadeVisitInputs.inputs()
        let usual = try CanonicalJSON(reading: inputs.bytes(of: .rules))
        guard case .object(let members) = usual else { return }
        func read(_ members: [String: CanonicalJSON]) throws -> VisitInputs {
            try VisitInputs { item in
                item == .rules ? VisitInputs.document(.object(members)) : inputs.bytes(of: item)
            }
        }
        func expectFinite(_ conclusions: [Conclusion]?, _ name: String) {
            for conclusion in conclusions ?? [] {
                guard case .object(let values) = conclusion.value else { continue }
                for case (let member, .number(let value)) in values {
                    #expect(value.isFinite, "\(name): \(conclusion.name) \(member)")
                }
            }
        }
        let names = members.keys.filter { !$0.hasPrefix("priors.") }.sorted()
        #expect(names.count == RankingRules.numbers.count + 2)
        for name in names {
            let bounds = RankingRules.bounds(of: name)
            for (value, beyond) in [
                (bounds.lowerBound, bounds.lowerBound.nextDown), (bounds.upperBound, bounds.upperBound.nextUp),
            ] {
                var changed = members
                changed[name] = .number(beyond)
                #expect(throws: VisitInputsError.self, "\(name)") { try read(changed) }
                changed[name] = .number(value)
                // Of the two ends of a span the other goes along.
                if name.hasPrefix("courseBounds") {
                    changed["courseBounds.low"] = .number(min(value, 0.05))
                    changed["courseBounds.high"] = .number(max(value, 8))
                }
                expectFinite(try read(changed).conclusions(), "\(name) \(value)")
            }
        }
        // All of them at either end by chance, and no priors at all.
        var chance = SeededGenerator(seed: 12)
        for _ in 0..<60 {
            var changed = chance.next() % 2 == 0 ? members : members.filter { !$0.key.hasPrefix("priors.") }
            for name in names where !name.hasPrefix("courseBounds") {
                let bounds = RankingRules.bounds(of: name)
                changed[name] = .number(chance.next() % 2 == 0 ? bounds.lowerBound : bounds.upperBound)
            }
            expectFinite(try read(changed).conclusions(), "\(changed)")
        }
        var unknown = members
        unknown["reach.luck"] = .number(1)
        #expect(throws: VisitInputsError.unreadable("rules/ranking.json", .member("rules.reach.luck"))) {
            try read(unknown)
        }
    }

    @Test("what stands twice, what nobody reads and what is written otherwise is refused in every item")
    func readOneWay() throws {
        let inputs = MadeVisitInputs.inputs()
        func read(_ item: VisitInputs.Item, _ change: (String) -> String) throws -> VisitInputs {
            try VisitInputs { asked in
                let text = String(decoding: inputs.bytes(of: asked), as: UTF8.self)
                guard asked == item else { return Array(text.utf8) }
                let changed = change(text)
                #expect(changed != text)
                return Array(changed.utf8)
            }
        }
        for item in VisitInputs.Item.allCases {
            // A line or document twice, another form, another member.
            #expect(throws: VisitInputsError.self, "\(item)") {
                try read(item) { $0 + $0.split(separator: "\n")[0] + "\n" }
            }
            #expect(throws: VisitInputsError.self, "\(item)") { try read(item) { $0 + "\n" } }
            #expect(throws: VisitInputsError.self, "\(item)") { try read(item) { String($0.dropLast()) } }
            #expect(throws: VisitInputsError.self, "\(item)") {
                try read(item) { text in
                    let start = text.firstRange(of: "{")?.upperBound ?? text.startIndex
                    return text.replacing(at: start..<start, with: "\"!\":1,")
                }
            }
        }
        // An aircraft before itself, with another role: the last would win.
        #expect(throws: VisitInputsError.unreadable("identity/aircraft.jsonl", .member("aircraft.address"))) {
            try read(.aircraft) { text in
                let first = text.split(separator: "\n")[0]
                return first.replacing("subject_fleet", with: "airliner") + "\n" + text
            }
        }
        // Points of somebody who is not among the aircraft.
        #expect(throws: VisitInputsError.self) {
            try read(.aircraft) { $0.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n" }
        }
    }

    @Test("a forged conclusion above the true one of its name is not passed over")
    func conclusionTwice() throws {
        let (manifest, folder) = try MadeVisitInputs.bundle()
        let bytes = try #require(folder.files["conclusions.jsonl"])
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        let place = try #require(lines.firstIndex { $0.contains("\"candidate/000048\"") })
        let forged = String(decoding: Conclusion("candidate/000048", "the one").canonical.bytes, as: UTF8.self)
        let all = lines[..<place] + [forged] + lines[place...]
        var changed = folder
        changed.files["conclusions.jsonl"] = Array((all.joined(separator: "\n") + "\n").utf8)
        let path = try MadeVisitInputs.path("conclusions.jsonl")
        let items = manifest.items.map { item in
            guard item.path == path else { return item }
            return BundleItem(
                path,
                bytes: changed.files["conclusions.jsonl"]?.count ?? 0,
                sum: item.sum,
                kind: item.kind,
                known: item.known,
                licence: item.licence
            )
        }
        let other = try BundleManifest(head: manifest.head, items: items, redactions: manifest.redactions)
        #expect(throws: BundleRerunError.unreadable("conclusions.jsonl", .member("conclusion.name"))) {
            try VisitRerun(program: "x").rerun(other, changed)
        }
        #expect(throws: CanonicalJSONError.self) {
            try Conclusion.read(Array("{\"added\":1,\"name\":\"a\",\"value\":1}\n".utf8))
        }
    }

    @Test("more stops, airports, readings, claims, silences, aircraft or bytes than are compared are refused by item")
    func limits() throws {
        let whole = MadeVisitInputs.inputs()
        func read(
            itinerary: [ItineraryStop]? = nil,
            aircraft: [SkyAircraft]? = nil,
            claims: [CarrierClaim]? = nil,
            silences: Int = 0
        ) throws -> VisitInputs {
            let spans = (0..<silences).map { MadeVisitInputs.hour(Double($0))...MadeVisitInputs.hour(Double($0)) }
            let inputs = VisitInputs(
                itinerary: itinerary ?? whole.itinerary,
                watched: whole.watched,
                aircraft: aircraft ?? whole.aircraft,
                archive: ArchiveKnowledge(
                    days: 14,
                    landings: .none,
                    detection: DetectionRates(counts: [:], silences: ["ZKPY": spans]),
                    air: .none
                ),
                claims: claims ?? [],
                rules: whole.rules
            )
            return try VisitInputs { inputs.bytes(of: $0) }
        }
        func stops(_ count: Int, airports: Int, readings: Int) -> [ItineraryStop] {
            let reading = ArrivalReading(start: nil, end: MadeVisitInputs.hour(30), zone: .stated, weight: 1)
            let stop = ItineraryStop(
                kind: .destination,
                name: "x",
                airports: Array(repeating: MadeVisitInputs.hanoi, count: airports),
                arrival: ArrivalWindow(readings: Array(repeating: reading, count: readings))
            )
            return Array(repeating: stop, count: count)
        }
        func fleet(_ count: Int) -> [SkyAircraft] {
            (0..<count).map { number in
                SkyAircraft(
                    identity: RegisteredAircraft(address: AircraftAddress(icao: UInt32(number))),
                    role: .airliner,
                    limits: .unknown,
                    points: []
                )
            }
        }
        let claim = CarrierClaim(.charter, certainty: 0.5)
        _ = try read(itinerary: stops(10, airports: 20, readings: 50))
        _ = try read(itinerary: stops(50, airports: 4, readings: 1))
        _ = try read(claims: Array(repeating: claim, count: 200), silences: 4_000)
        _ = try read(itinerary: stops(40, airports: 1, readings: 1), aircraft: fleet(12_500))
        for (name, body) in [
            ("itinerary.json", { try read(itinerary: stops(51, airports: 1, readings: 1)) }),
            ("itinerary.json", { try read(itinerary: stops(1, airports: 21, readings: 1)) }),
            ("itinerary.json", { try read(itinerary: stops(11, airports: 20, readings: 1)) }),
            ("itinerary.json", { try read(itinerary: stops(1, airports: 1, readings: 51)) }),
            ("claims/carrier.json", { try read(claims: Array(repeating: claim, count: 201)) }),
            ("base/traffic.json", { try read(silences: 4_001) }),
            (
                "identity/aircraft.jsonl",
                { try read(itinerary: stops(40, airports: 1, readings: 1), aircraft: fleet(12_501)) }
            ),
        ] as [(String, () throws -> VisitInputs)] {
            do {
                _ = try body()
                Issue.record("\(name) was read")
            } catch VisitInputsError.unreadable(let item, _) { #expect(item == name) }
        }
        let path = try MadeVisitInputs.path("itinerary.json")
        let large = BundleItem(
            path,
            bytes: 256_000_001,
            sum: ContentSum(of: []),
            kind: .itinerary,
            known: .claimed,
            licence: .own
        )
        let manifest = try BundleManifest(head: MadeVisitInputs.head, items: [large])
        #expect(throws: BundleRerunError.tooLarge("itinerary.json", bytes: 256_000_001)) {
            try VisitRerun(program: "x").rerun(manifest, MemoryBundle())
        }
    }

    @Test("a time of years, points out of order and numbers that nobody measures are refused")
    func bounds() {
        let inputs = MadeVisitInputs.inputs()
        func read(_ item: VisitInputs.Item, _ from: String, _ to: String) -> VisitInputs? {
            try? VisitInputs { asked in
                let bytes = inputs.bytes(of: asked)
                guard asked == item else { return bytes }
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(text.contains(from), "\(from)")
                return Array(text.replacing(from, with: to).utf8)
            }
        }
        #expect(read(.itinerary, "\"from\":\"2026-01-05", "\"from\":\"1826-01-05") == nil)
        #expect(read(.aircraft, "\"enduranceSeconds\":", "\"enduranceSeconds\":-") == nil)
        #expect(read(.base, "\"landings\":1234", "\"landings\":1e300") == nil)
        #expect(read(.rules, "\"slotSeconds\":1200", "\"slotSeconds\":0.001") == nil)
        #expect(read(.base, "\"heard\":31", "\"heard\":41") == nil)
        #expect(read(.rules, "\"reach.descentFtMin\":1500", "\"reach.descentFtMin\":0") == nil)
        #expect(read(.rules, "\"reach.climbFtMin\":1800", "\"reach.climbFtMin\":0") == nil)
        #expect(read(.rules, "\"turnSeconds\":2880", "\"turnSeconds\":-2880") == nil)
        #expect(read(.points, "\"points\":[[1767", "\"points\":[[9767") == nil)
    }
}
