import Aero
import Visits

/// Acts made up at random, of every kind and with every member filled now and then; the same from the same seed.
struct MadeVisit {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
    private mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
    private mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? { below(2) == 0 ? nil : make(&self) }
    private mutating func some<Value>(_ most: Int, _ make: (inout Self) -> Value) -> [Value] {
        (0..<below(most + 1)).map { _ in make(&self) }
    }

    private mutating func text() -> String { pick(["Yakutsk", "Hà Nội", "Якутск", "", "\"a\u{0},b\"", "平壤"]) }
    private mutating func span() -> TextSpan {
        let start = below(90_000)
        return TextSpan(start, start + below(400))
    }
    private mutating func time() -> Timestamp { Timestamp(nanoseconds: Int64(bitPattern: next()) >> UInt64(below(8))) }
    private mutating func share() -> Double { Double(below(1_001)) / 1_000 }

    private mutating func airport() -> StopAirport {
        let (latitude, longitude) = (Double(below(180)) - 90, Double(below(3_600)) / 10 - 180)
        guard let place = Position(latitude: latitude, longitude: longitude) else {
            preconditionFailure("\(latitude), \(longitude) is a place")
        }
        return StopAirport(code: pick(["UEEE", "ZKPY", "ID-0001"]), position: place, weight: share())
    }

    private mutating func window() -> ArrivalWindow {
        let readings = some(3) { made in
            ArrivalReading(
                start: made.maybe { $0.time() },
                end: made.maybe { $0.time() },
                zone: made.pick(ArrivalReading.ZoneBasis.allCases),
                weight: made.share()
            )
        }
        return ArrivalWindow(readings: readings, earliest: maybe { $0.time() }, latest: maybe { $0.time() })
    }

    /// A window within two days, whose readings begin before they end.
    mutating func bounded() -> ArrivalWindow {
        func time(_ made: inout Self) -> Timestamp { Timestamp(seconds: Double(1_718_600_000 + made.below(172_800))) }
        let readings = some(3) { made in
            let start = time(&made)
            return ArrivalReading(
                start: made.below(9) == 0 ? nil : start,
                end: made.below(9) == 0 ? nil : start.advanced(bySeconds: Double(made.below(80_000))),
                zone: made.pick(ArrivalReading.ZoneBasis.allCases),
                weight: 0.5
            )
        }
        return ArrivalWindow(
            readings: readings,
            earliest: below(4) == 0 ? time(&self) : nil,
            latest: below(4) == 0 ? time(&self) : nil
        )
    }

    private mutating func stop() -> ItineraryStop {
        let few = Double(below(40)) / 4
        return ItineraryStop(
            kind: pick(ItineraryStop.Kind.allCases),
            name: text(),
            airports: some(3) { $0.airport() },
            arrival: window(),
            dwellHours: maybe { few...(few + Double($0.below(9))) }
        )
    }

    private mutating func drafted() -> DraftedStop {
        var stop = DraftedStop(
            id: below(9),
            stop: stop(),
            country: maybe { _ in StateCode("KP") } ?? nil,
            certainty: pick(Certainty.allCases),
            spans: some(3) { $0.span() },
            report: below(4)
        )
        stop.track = pick(DraftedStop.Track.allCases)
        stop.claims = some(4) { $0.below(9) }
        stop.roundTripFrom = maybe { $0.text() }
        stop.stayUntil = maybe { $0.time() }
        stop.confirmedBy = maybe { $0.text() }
        stop.mentions = some(2) { made in
            StopMention(report: made.below(4), spans: made.some(2) { $0.span() }, announced: made.window())
        }
        stop.narrowed = maybe { made in NarrowedWindow(window: made.window(), claims: made.some(3) { $0.below(9) }) }
        return stop
    }

    private mutating func claim() -> Claim {
        var claim = Claim(
            id: below(9),
            kind: pick(ClaimKind.allCases),
            report: below(4),
            spans: some(3) { $0.span() },
            speaker: maybe { made in
                Speaker(
                    name: made.text(),
                    isUnnamed: made.below(2) == 0,
                    toldTo: made.maybe { $0.text() },
                    span: made.span()
                )
            },
            certainty: pick(Certainty.allCases)
        )
        claim.polarity = pick([.affirmed, .denied])
        claim.time = maybe { $0.window() }
        claim.stops = some(3) { $0.below(9) }
        claim.places = some(2) { made in
            ClaimedPlace(name: made.text(), span: made.span(), airports: made.some(2) { $0.airport() })
        }
        claim.count = maybe { $0.below(9) }
        claim.aircraft = some(2) { $0.text() }
        claim.other = maybe { $0.text() }
        claim.entry = maybe { .person($0.text()) } ?? .drafter
        claim.confirmedBy = maybe { $0.text() }
        return claim
    }

    private mutating func subject() -> VisitSubject {
        VisitSubject(
            name: maybe { $0.text() },
            role: maybe { $0.text() },
            state: maybe { _ in StateCode("RU") } ?? nil,
            span: span(),
            assumedHome: some(2) { $0.airport() }
        )
    }

    private mutating func dateline() -> Dateline {
        Dateline(
            time: time(),
            basis: pick([.given, .written, .cited, .weekday, .entered]),
            offsetSeconds: maybe { $0.below(50_000) - 25_000 }
        )
    }

    private mutating func report() -> Report {
        var report = Report(
            id: below(4),
            title: maybe { $0.text() },
            address: maybe { $0.text() },
            dateline: maybe { $0.dateline() },
            language: maybe { $0.pick([.english, .indonesian]) },
            sha256: maybe { $0.text() },
            licence: maybe { $0.text() },
            addedBy: text()
        )
        report.kind = pick(Report.Kind.allCases)
        report.outlet = maybe { $0.text() }
        report.capturedAt = maybe { $0.time() }
        report.addedAt = maybe { $0.time() }
        report.name = maybe { $0.text() }
        report.mediaType = maybe { $0.text() }
        return report
    }

    private mutating func point() -> OpenPoint {
        OpenPoint(pick(OpenPoint.Kind.allCases), span: maybe { $0.span() }, stop: maybe { $0.below(9) })
    }

    private mutating func draft() -> Draft {
        Draft(
            language: pick([.english, .indonesian]),
            dateline: dateline(),
            outlet: maybe { $0.text() },
            subject: maybe { $0.subject() },
            stops: some(3) { $0.drafted() },
            claims: some(3) { $0.claim() },
            openPoints: some(3) { $0.point() }
        )
    }

    static let kinds = 22

    /// One act of each kind by turns.
    mutating func act(_ kind: Int) -> VisitChange.Act {
        switch kind {
        case 0: .begin(report(), draft())
        case 1: .confirmStop(below(9))
        case 2: .confirmAll
        case 3: .confirmClaim(below(9))
        case 4: .editStop(below(9), stop())
        case 5: .removeStop(below(9))
        case 6: .addStop(stop(), at: below(9) - 2, span: maybe { $0.span() }, report: below(4))
        case 7: .addClaim(claim())
        case 8: .removeClaim(below(9))
        case 9: .moveStop(below(9), to: below(9) - 2)
        case 10: .setSubject(subject())
        case 11: .setTitle(maybe { $0.text() })
        case 12: .answer(point())
        case 13: .addReport(report(), draft())
        case 14: .narrow(stop: below(9), claim: below(9))
        case 15: .widen(stop: below(9))
        case 16: .setStatus(pick([.draft, .confirmed, .closed]))
        case 17: .setPublic(below(2) == 0)
        case 18:
            .setRules(
                some(3) { made in
                    VisitRule(
                        kind: made.pick(VisitRule.Kind.allCases),
                        stop: made.maybe { $0.below(9) },
                        json: made.text()
                    )
                }
            )
        case 19: .editClaim(below(9), claim())
        case 20: .setDateline(report: below(4), dateline(), draft())
        default: .takeBack(below(9))
        }
    }
}
