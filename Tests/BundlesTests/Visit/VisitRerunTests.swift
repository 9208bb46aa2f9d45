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
        #expect(read(.rules, "\"turnSeconds\":2880", "\"turnSeconds\":-2880") == nil)
        #expect(read(.points, "\"points\":[[1767", "\"points\":[[9767") == nil)
    }
}
