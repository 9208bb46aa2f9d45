import Aero
import Testing

@testable import Visits

/// Which claims narrow a window, and to what.
struct VisitNarrowingTests {
    private static let start = Timestamp(seconds: 1_718_668_800)

    private static func window(_ from: Double, _ to: Double, zone: ArrivalReading.ZoneBasis = .stated) -> ArrivalWindow
    {
        ArrivalWindow(readings: [
            ArrivalReading(
                start: start.advanced(bySeconds: from * 3_600),
                end: start.advanced(bySeconds: to * 3_600),
                zone: zone,
                weight: 1
            )
        ])
    }

    private static func stop(_ airport: StopAirport, _ arrival: ArrivalWindow) -> ItineraryStop {
        ItineraryStop(kind: .destination, name: airport.code, airports: [airport], arrival: arrival)
    }

    /// Two stops: the first announced for hours 10 to 20, the second for 24 to 40.
    private static func visit() throws -> Visit {
        var visit = Visit()
        let draft = Draft(
            language: .english,
            dateline: Dateline(time: start, basis: .given),
            outlet: nil,
            subject: nil,
            stops: [],
            claims: [],
            openPoints: []
        )
        try visit.apply(.begin(Report(id: 1, addedBy: "desk"), draft), by: "desk", at: start)
        for (airport, arrival) in [
            (SmallVisit.pyongyang, window(10, 20)), (SmallVisit.hanoi, window(24, 40)),
        ] {
            try visit.apply(.addStop(stop(airport, arrival), at: 9, span: nil, report: 1), by: "desk", at: start)
        }
        return visit
    }

    private static func claim(
        _ visit: inout Visit,
        _ kind: ClaimKind,
        _ stop: Int,
        _ time: ArrivalWindow?
    ) throws -> Int {
        var claim = Claim(id: 0, kind: kind, report: 1, spans: [], speaker: nil, certainty: .reported)
        (claim.stops, claim.time) = ([stop], time)
        try visit.apply(.addClaim(claim), by: "desk", at: start)
        return try #require(visit.claims.last).id
    }

    private static func hours(_ window: ArrivalWindow?) -> [Double?] {
        [window?.start, window?.end].map { $0.map { ($0.seconds - start.seconds) / 3_600 } }
    }

    @Test("a claim of another stop, or one that is denied, narrows nothing")
    func others() throws {
        var visit = try Self.visit()
        let claim = try Self.claim(&visit, .arrival, 1, Self.window(12, 13))
        #expect(throws: VisitChangeError.notAbout(claim: claim, stop: 2)) {
            try visit.apply(.narrow(stop: 2, claim: claim), by: "desk", at: Self.start)
        }
        var denied = Claim(id: 0, kind: .arrival, report: 1, spans: [], speaker: nil, certainty: .reported)
        (denied.stops, denied.time, denied.polarity) = ([1], Self.window(12, 13), .denied)
        try visit.apply(.addClaim(denied), by: "desk", at: Self.start)
        let number = try #require(visit.claims.last).id
        #expect(throws: VisitChangeError.notAbout(claim: number, stop: 1)) {
            try visit.apply(.narrow(stop: 1, claim: number), by: "desk", at: Self.start)
        }
        #expect(visit.stops.allSatisfy { $0.narrowed == nil })
    }

    @Test("a second claim narrows what the first left; one without a moment in common is refused")
    func intersecting() throws {
        var visit = try Self.visit()
        let first = try Self.claim(&visit, .arrival, 1, Self.window(12, 16))
        let second = try Self.claim(&visit, .arrival, 1, Self.window(14, 19))
        let third = try Self.claim(&visit, .arrival, 1, Self.window(17, 18))
        for claim in [first, second] {
            try visit.apply(.narrow(stop: 1, claim: claim), by: "desk", at: Self.start)
        }
        #expect(Self.hours(visit.stops[0].narrowed?.window) == [14, 16])
        #expect(visit.stops[0].narrowed?.claims == [first, second])
        for claim in [third, second] {
            #expect(throws: VisitChangeError.narrowsNothing(claim: claim)) {
                try visit.apply(.narrow(stop: 1, claim: claim), by: "desk", at: Self.start)
            }
        }
        #expect(Self.hours(visit.stops[0].stop.arrival) == [10, 20])
    }

    @Test("an arrival may be later than announced, half a day and no more, and not earlier")
    func late() throws {
        var visit = try Self.visit()
        for (from, to, isIn) in [(21.0, 22.0, true), (33, 34, false), (2, 9, false)] {
            let claim = try Self.claim(&visit, .arrival, 1, Self.window(from, to))
            if isIn {
                try visit.apply(.narrow(stop: 1, claim: claim), by: "desk", at: Self.start)
                #expect(Self.hours(visit.stops[0].narrowed?.window) == [from, to])
                try visit.apply(.widen(stop: 1), by: "desk", at: Self.start)
            } else {
                #expect(throws: VisitChangeError.narrowsNothing(claim: claim)) {
                    try visit.apply(.narrow(stop: 1, claim: claim), by: "desk", at: Self.start)
                }
            }
        }
    }

    @Test("a departure bounds the arrival before it, and nothing where it leaves long after")
    func departures() throws {
        var visit = try Self.visit()
        let soon = try Self.claim(&visit, .departure, 1, Self.window(15, 16))
        let long = try Self.claim(&visit, .departure, 2, Self.window(60, 61))
        try visit.apply(.narrow(stop: 1, claim: soon), by: "desk", at: Self.start)
        #expect(Self.hours(visit.stops[0].narrowed?.window) == [10, 16])
        #expect(throws: VisitChangeError.narrowsNothing(claim: long)) {
            try visit.apply(.narrow(stop: 2, claim: long), by: "desk", at: Self.start)
        }
    }

    @Test("a departure in a further report is linked to the stop it leaves, and does not count as a flight to it")
    func departureLinks() throws {
        var visit = try Self.visit()
        var left = Claim(id: 1, kind: .departure, report: 2, spans: [], speaker: nil, certainty: .reported)
        left.time = Self.window(17, 18)
        left.places = [ClaimedPlace(name: "Pyongyang", span: TextSpan(0, 9), airports: [SmallVisit.pyongyang])]
        var elsewhere = left
        (elsewhere.id, elsewhere.places) = (2, [ClaimedPlace(name: "Nowhere", span: TextSpan(0, 7), airports: [])])
        let draft = Draft(
            language: .english,
            dateline: Dateline(time: Self.start, basis: .given),
            outlet: nil,
            subject: nil,
            stops: [],
            claims: [left, elsewhere],
            openPoints: []
        )
        try visit.apply(.addReport(Report(id: 2, addedBy: "desk"), draft), by: "desk", at: Self.start)
        #expect(visit.claims.map(\.stops) == [[1], []] && visit.stops[0].claims == [visit.claims[0].id])
        try visit.apply(.narrow(stop: 1, claim: visit.claims[0].id), by: "desk", at: Self.start)
        #expect(Self.hours(visit.stops[0].narrowed?.window) == [10, 18])
        // With the landing at the next stop it is still the leg between both.
        _ = try Self.claim(&visit, .arrival, 2, Self.window(18.5, 18.6))
        #expect(visit.verdicts()[visit.claims[0].id]?.outcome == .contradicted)
        try visit.apply(.removeStop(1), by: "desk", at: Self.start)
        #expect(visit.claims[0].stops.isEmpty)
    }

    @Test("what windows have in common lies in both, is the same either way round, and has weights that add up to 1")
    func intersections() {
        var made = MadeVisit(seed: 5)
        var found = 0
        for _ in 0..<3_000 {
            let (one, other) = (made.bounded(), made.bounded())
            let shared = one.intersection(other)
            #expect((shared == nil) == (other.intersection(one) == nil))
            guard let shared else { continue }
            found += 1
            #expect(shared.parts.first == other.intersection(one)?.parts.first)
            let sum = shared.readings.reduce(0) { $0 + $1.weight }
            #expect(shared.readings.isEmpty || abs(sum - 1) < 1e-9)
            for window in [one, other] {
                if let start = window.start { #expect(shared.start.map { $0 >= start } ?? false) }
                if let end = window.end { #expect(shared.end.map { $0 <= end } ?? false) }
            }
        }
        #expect(found > 300)
    }
}
