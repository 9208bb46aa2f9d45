import Aero
import Flights
import ModeS
import Testing
import Tracking
import Visits

@testable import Bundles

/// What silences mean, as a bundle has it: judged again from a part of what was learned.
@Suite struct FlightHearingTests {
    private static func account(_ inputs: FlightInputs) throws -> FlightAccount {
        inputs.account(try MadeFlight.gazetteer())
    }

    /// A silence in the cruise, a longer one, one that begins low, and one that goes on.
    private static func flights() throws -> [FlightInputs] {
        [
            try MadeFlight.inputs(), try MadeFlight.inputs(silent: 1_100..<2_300),
            try MadeFlight.inputs(silent: 700..<1_500), try MadeFlight.inputs(silent: 1_300..<9_999, toldUntil: 6_000),
        ]
    }

    /// All of a verdict that is told, listeners by their order.
    private static func told(_ verdict: GapVerdict) -> [String] {
        let numbers = Set(verdict.evidence.crossings.flatMap(\.looks).map(\.listener)).sorted()
        let evidence = verdict.evidence
        let head =
            "\(verdict.gapClass) \(verdict.label) \(evidence.path) \(evidence.pathsTried) \(evidence.silentAtMost) \(evidence.ability)"
        return [head]
            + evidence.crossings.flatMap { crossing in
                ["\(crossing.cell) \(crossing.span)"]
                    + crossing.looks.map { look in
                        "\(numbers.firstIndex(of: look.listener) ?? -1) \(look.estimate) \(look.hearing) \(look.standing)"
                    }
            }
    }

    @Test("a silence is judged by the part as by the whole, whatever was learned", arguments: UInt64(1)...40)
    func samePart(seed: UInt64) throws {
        let whole = try MadeHearing(seed: seed).basis()
        for inputs in try Self.flights() {
            let account = try Self.account(inputs)
            let part = whole.part(for: account)
            let (all, some) = (whole.verdicts(on: account), part.verdicts(on: account))
            #expect(!all.isEmpty && all.keys.sorted() == some.keys.sorted())
            for (time, verdict) in all {
                #expect(Self.told(verdict) == Self.told(try #require(some[time])), "seed \(seed)")
            }
            // Made again, and read back, it is the same.
            let (document, coverage) = FlightHearing(part, unheard: ["AAAA": 0.25], for: account).bytes
            let again = FlightHearing(whole.part(for: account), unheard: ["AAAA": 0.25], for: account).bytes
            #expect(again.document == document && again.coverage == coverage)
            let read = try FlightHearing(reading: document, coverage: coverage, of: account.aircraft.address)
            #expect(read.bytes.document == document && read.bytes.coverage == coverage)
            #expect(read.unheard == ["AAAA": 0.25])
            let judged = try #require(read.basis?.verdicts(on: account))
            #expect(judged == some)
        }
    }

    @Test("no number of a listener or of a receiver, and no place of what is asked for, lies in the part")
    func noNumbers() throws {
        for seed in UInt64(1)...12 {
            let made = try MadeHearing(seed: seed)
            let account = try Self.account(try MadeFlight.inputs())
            let part = try made.basis().part(for: account)
            let most = UInt32(made.listeners.count)
            #expect(part.learned.coverage.listenerNumbers.allSatisfy { (1...most).contains($0) })
            #expect(part.learned.uptimes.listeners.allSatisfy { (1...most).contains($0.number) })
            #expect(part.passes.flatMap(\.heardBy).allSatisfy { (1...most).contains($0.number) })
            let (document, _) = FlightHearing(part, unheard: [:], for: account).bytes
            let text = String(decoding: document, as: UTF8.self)
            for listener in made.listeners { #expect(!text.contains("\(listener.number)")) }
            for spot in 1...3 { #expect(!text.contains("\(UInt64(spot) << 33)")) }
            for area in part.learned.coverage.areas.values {
                guard case .halfDegrees = area else {
                    Issue.record("\(area)")
                    continue
                }
            }
            // Of when they were up it has the silence and the passes of the aircraft alone.
            let silences = account.gaps.map { $0.span.earliest...$0.span.latest }
            let spans = silences + part.passes.map { $0.entered...$0.left }
            let uptimes = part.learned.uptimes
            for interval in uptimes.listeners.flatMap({ uptimes.intervals(of: $0) }) {
                let isNear = spans.contains { span in
                    span.lowerBound.advanced(bySeconds: -2) <= interval.lowerBound
                        && interval.lowerBound <= span.upperBound.advanced(bySeconds: 2)
                }
                #expect(isNear)
            }
        }
    }

    /// The made flight, with what its silence means.
    static func told() throws -> FlightInputs {
        var inputs = try MadeFlight.inputs()
        inputs.rules = FlightRules()
        let account = try Self.account(inputs)
        let basis = try MadeHearing(loud: 3).basis().part(for: account)
        inputs.hearing = FlightHearing(basis, unheard: [:], for: account)
        return inputs
    }

    private func rerun(
        _ bundle: (manifest: BundleManifest, source: MemoryBundle),
        by rules: FlightRules = FlightRules()
    ) throws -> BundleRerun {
        let gazetteer = try MadeFlight.gazetteer()
        return try FlightRerun(program: "pelacak 1", rules: rules).rerun(bundle.manifest, bundle.source) { _ in
            gazetteer
        }
    }

    @Test("what a silence means is concluded, and comes out again from the bundle")
    func judgedAgain() throws {
        let inputs = try Self.told()
        let conclusions = inputs.conclusions(try MadeFlight.gazetteer())
        let means = try #require(conclusions.first { $0.name == "silence/1750001200000/means" })
        guard case .object(let members) = means.value, case .number(let off)? = members["offAtLeast"] else {
            Issue.record("\(means)")
            return
        }
        #expect(members["class"] == "off-likely" && off > 0.95)
        let cell = try #require(conclusions.first { $0.name == "silence/1750001200000/means/cell/1" })
        #expect(String(decoding: cell.value.bytes, as: UTF8.self).contains("\"counted\":[[1,"))
        let (manifest, source) = try MadeFlight.bundle(inputs)
        #expect(try MadeFlight.bundle(Self.told()).manifest.digest == manifest.digest)
        #expect(try BundleVerifier().report(on: source).isWhole)
        let result = try rerun((manifest, source))
        #expect(result.isSame && result.causes.isEmpty && result.unjudged == nil)
        #expect(result.compared == conclusions.count)
        // Another sum, and a forged class, are found by the name of the silence.
        var other = source
        let text = String(decoding: try #require(source.files["conclusions.jsonl"]), as: UTF8.self)
        other.files["conclusions.jsonl"] = Array(text.replacing("\"off-likely\"", with: "\"no-coverag\"").utf8)
        let forged = try rerun((manifest, other))
        #expect(forged.differences.map(\.name) == ["silence/1750001200000/means"])
        #expect(forged.causes == [.program(from: "pelacak 0", to: "pelacak 1")])
    }

    @Test("numbers that are others now are named, and the program is not where these alone differ")
    func rules() throws {
        let bundle = try MadeFlight.bundle(try Self.told())
        var rules = FlightRules()
        rules.gaps.prior = 0.05
        let result = try rerun(bundle, by: rules)
        #expect(!result.isSame)
        #expect(result.differences.allSatisfy { $0.name.contains("/means") })
        #expect(
            result.causes == [.rules([RuleChange(name: "gaps.prior", before: .number(0.02), after: .number(0.05))])]
        )
        let lines = BundleWords.lines(result)
        #expect(lines.contains { $0.english.contains("gaps.prior: 0.02 -> 0.05") })
        var legs = FlightRules()
        legs.legs.silenceSeconds = 900
        let told = try rerun(bundle, by: legs)
        #expect(
            told.causes == [
                .rules([RuleChange(name: "legs.silenceSeconds", before: .number(300), after: .number(900))])
            ]
        )
        #expect(told.differences.contains { $0.name == "silence/1750001200000" && $0.after == nil })
    }

    @Test("each number of the rules is written down, read back, and refused beyond its bounds")
    func numbers() throws {
        let parts = [Mirror(reflecting: LegRules()), Mirror(reflecting: ReachRules()), Mirror(reflecting: GapRules())]
        #expect(FlightRules.numbers.count == parts.reduce(0) { $0 + $1.children.count })
        #expect(Set(FlightRules.numbers.map(\.name)).count == FlightRules.numbers.count)
        for number in FlightRules.numbers {
            for bound in [number.bounds.lowerBound, number.bounds.upperBound] {
                var rules = FlightRules()
                rules[keyPath: number.path] = bound
                let bytes = VisitInputs.document(rules.canonical)
                #expect(try FlightRules(reading: bytes) == rules)
                // Nothing in them stops the telling.
                _ = try MadeFlight.inputs().conclusions(try MadeFlight.gazetteer(), by: rules)
            }
            let beyond = "{\"\(number.name)\":1e+300}\n"
            #expect(throws: CanonicalJSONError.self) { try FlightRules(reading: Array(beyond.utf8)) }
        }
        #expect(try FlightRules(reading: Array("{}\n".utf8)) == FlightRules())
        #expect(throws: CanonicalJSONError.member("rules.gaps.other")) {
            try FlightRules(reading: Array("{\"gaps.other\":1}\n".utf8))
        }
    }

    @Test("why nothing is told is said by the bundle, and what was taken out is not compared")
    func untold() throws {
        var inputs = try MadeFlight.inputs()
        #expect(try rerun(try MadeFlight.bundle(inputs)).unjudged == .older)
        for why in FlightHearing.Untold.allCases {
            inputs.hearing = .untold(why)
            let (manifest, source) = try MadeFlight.bundle(inputs)
            #expect(source.files[FlightHearing.coverageItem] == nil)
            let result = try rerun((manifest, source))
            #expect(result.isSame && result.unjudged == .untold(why))
            let line = try #require(BundleWords.lines(result).first { $0.english.hasPrefix("What silences mean") })
            #expect(line.indonesian.hasPrefix("Arti keheningan") && line.english != line.indonesian)
        }
        let (manifest, source) = try MadeFlight.bundle(try Self.told())
        // One that is simply not there is missing.
        var rest = source
        rest.files[FlightHearing.coverageItem] = nil
        #expect(throws: BundleRerunError.self) { try rerun((manifest, rest)) }
    }

    /// The silence lasts two hours longer: a stop is weighed.
    private static func weighed(_ chances: [String: Double], _ basis: SilenceBasis) throws -> FlightInputs {
        let made = try MadeFlight.inputs()
        let rows = made.rows.map { row in
            let isLater = row.time.seconds(since: MadeFlight.start) > 1_500
            var moved = Observation(at: row.time.advanced(bySeconds: isLater ? 7_200 : 0), sourceClass: .adsbICAO)
            moved.position = row.position
            moved.groundSpeed = row.groundSpeed
            moved.track = row.track
            moved.nic = row.nic
            moved.flags = row.flags
            moved.barometricAltitude = row.barometricAltitude
            moved.verticalRate = row.verticalRate
            return moved
        }
        let end = MadeFlight.start.advanced(bySeconds: 11_100)
        var inputs = FlightInputs(
            made.aircraft,
            asked: MadeFlight.start..<end,
            toldUntil: end,
            limits: made.limits,
            rows: rows,
            callsigns: made.callsigns
        )
        inputs.rules = FlightRules()
        inputs.hearing = .told(basis, unheard: chances)
        let account = try Self.account(inputs)
        inputs.hearing = FlightHearing(basis.part(for: account), unheard: chances, for: account)
        return inputs
    }

    @Test(
        "without the sums alone stories are weighed as they were; without all they are not compared, and that is said"
    )
    func takenOut() throws {
        let basis = try MadeHearing(loud: 1).basis()
        let inputs = try Self.weighed(["AAAA": 0.3, "BBBB": 0.2], basis)
        let bundle = try MadeFlight.bundle(inputs)
        let concluded = inputs.conclusions(try MadeFlight.gazetteer())
        let other = try Self.weighed([:], basis).conclusions(try MadeFlight.gazetteer())
        let stories = concluded.filter { FlightConclusions.isStory($0.name) }
        // The chances weigh.
        #expect(!stories.isEmpty && stories != other.filter { FlightConclusions.isStory($0.name) })
        func result(without item: String, by rules: FlightRules = FlightRules()) throws -> BundleRerun {
            let path = try #require(BundlePath(item))
            var rest = bundle.source
            rest.files[item] = nil
            return try rerun((try bundle.manifest.redacted([BundleRedaction(path, .reception)]), rest), by: rules)
        }
        let judged = concluded.count { FlightConclusions.isMeaning($0.name) }
        #expect(judged > 0)
        let withoutSums = try result(without: FlightHearing.coverageItem)
        #expect(withoutSums.isSame && withoutSums.unjudged == .takenOut(.reception))
        #expect(withoutSums.uncompared == nil && withoutSums.compared == concluded.count - judged)
        let withoutAll = try result(without: FlightHearing.item)
        #expect(withoutAll.isSame && withoutAll.causes.isEmpty && withoutAll.unjudged == .takenOut(.reception))
        #expect(withoutAll.uncompared != nil && withoutAll.compared > 0)
        #expect(withoutAll.compared <= concluded.count - judged - stories.count)
        let line = try #require(
            BundleWords.lines(withoutAll).first { $0.english.hasPrefix("The explanations of silences") }
        )
        #expect(line.indonesian.hasPrefix("Penjelasan keheningan"))
        // Numbers that are others are the cause by themselves here too.
        var rules = FlightRules()
        rules.legs.silenceSeconds = 9_000
        for item in [FlightHearing.item, FlightHearing.coverageItem] {
            let told = try result(without: item, by: rules)
            #expect(!told.isSame && told.causes.count == 1, "\(told.causes)")
        }
    }

    @Test("by numbers of its own a bundle does not have more silences judged than by this version's")
    func ownNumbers() throws {
        // Every twenty seconds a row, which by a silence of ten is a silence.
        let made = try MadeFlight.inputs()
        var inputs = FlightInputs(
            made.aircraft,
            asked: made.asked,
            toldUntil: made.toldUntil,
            limits: made.limits,
            rows: made.rows.enumerated().filter { $0.offset % 4 == 0 }.map(\.element),
            callsigns: made.callsigns
        )
        let whole = try MadeHearing(loud: 3).basis()
        let account = try Self.account(inputs)
        let part = whole.part(for: account)
        let last = try #require(Listener(number: 9_000, kind: .feed))
        let cell = try #require(CoverageCell(row: 180, column: 360, band: 3, block: 2))
        let pass = Pass(
            aircraft: made.aircraft.address,
            kind: .squitter,
            cell: cell,
            entered: MadeFlight.start,
            left: MadeFlight.start,
            heardBy: [last]
        )
        let basis = SilenceBasis(part.learned, passes: [pass], kind: part.kind, judgedAt: part.judgedAt)
        inputs.hearing = .told(basis, unheard: [:])
        #expect(inputs.canJudge(account) && !inputs.verdicts(on: account).isEmpty)
        inputs.rules = FlightRules()
        #expect(try rerun(try MadeFlight.bundle(inputs)).isSame)
        inputs.rules?.legs.silenceSeconds = 10
        let often = try Self.account(inputs)
        #expect(often.gaps.count > 50 && !inputs.canJudge(often) && inputs.verdicts(on: often).isEmpty)
        #expect(throws: BundleRerunError.unreadable(FlightHearing.item, .member("hearing.silences"))) {
            try rerun(try MadeFlight.bundle(inputs))
        }
    }

    @Test("what says otherwise than it would be written, or beyond bounds, is refused")
    func refused() throws {
        let account = try Self.account(try MadeFlight.inputs())
        let address = account.aircraft.address
        let made = try MadeHearing(seed: 3)
        let hearing = FlightHearing(try made.basis().part(for: account), unheard: ["AAAA": 0.5], for: account)
        let (document, coverage) = hearing.bytes
        let text = String(decoding: document, as: UTF8.self)
        let bad = [
            text.replacing("\"squitter\"", with: "\"loud\""), text.replacing("\"AAAA\":0.5", with: "\"AAAA\":1.5"),
            text.replacing("{\"areas\"", with: "{\"a\":1,\"areas\""),
            text.replacing("\"areas\":[[1,[", with: "\"areas\":[[1,[-1,"),
            text.replacing("\"areas\":[[1,[", with: "\"areas\":[[1,[259200,"), text + " ", "{}\n", "",
            text.replacing(",true]", with: ",1]"), text.replacing("\"judged\":\"2025", with: "\"judged\":\"20x5"),
        ]
        for other in bad {
            #expect(other != text)
            #expect(throws: CanonicalJSONError.self, "\(other.prefix(60))") {
                try FlightHearing(reading: Array(other.utf8), coverage: coverage, of: address)
            }
        }
        var sums = try #require(coverage)
        sums[sums.count / 2] ^= 1
        #expect(throws: CanonicalJSONError.member("coverage")) {
            try FlightHearing(reading: document, coverage: sums, of: address)
        }
        #expect(throws: CanonicalJSONError.self) {
            try FlightHearing(reading: document, coverage: nil, of: address)
        }
    }
}
