import Aero
import Testing
import Visits

struct VisitChangesTests {
    private let time = Timestamp(seconds: 1_718_700_000)
    private let text = "Putin akan singgah di Yakutsk pada Selasa (18/6) sebelum menuju Pyongyang, kata Kremlin."

    private func draft(_ text: String, published: String = "2024-06-18T08:00:00+07:00") throws -> Draft {
        try Bench.draft(Story.story(["id": "x", "published": published, "text": text]), MadePlaces.gazetteer)
    }

    private func visit() throws -> Visit { Visit(try draft(text), report: Report(id: 0, addedBy: "desk")) }

    @Test("nothing is used before a person confirms it")
    func confirming() throws {
        var visit = try visit()
        #expect(visit.stops.count == 2 && visit.itinerary(withLaterClaims: false).isEmpty)
        #expect(throws: VisitChangeError.nothingConfirmed) {
            try visit.apply(.setStatus(.confirmed), by: "desk", at: time)
        }
        try visit.apply(.confirmStop(1), by: "desk", at: time)
        try visit.apply(.setStatus(.confirmed), by: "desk", at: time)
        #expect(visit.itinerary(withLaterClaims: false).map(\.name) == ["Yakutsk"])
        #expect(visit.changes.map(\.by) == ["desk", "desk"] && !visit.isPublic)
    }

    @Test("an edit is a new proposal, is kept, and can be taken back")
    func editing() throws {
        var visit = try visit()
        try visit.apply(.confirmStop(1), by: "desk", at: time)
        let before = visit
        let other = ItineraryStop(kind: .transit, name: "Magadan", airports: [], arrival: ArrivalWindow())
        try visit.apply(.editStop(1, other), by: "second desk", at: time)
        #expect(visit.stops[0].stop.name == "Magadan" && visit.stops[0].confirmedBy == nil)
        #expect(throws: VisitChangeError.notTheLast(1)) { try visit.apply(.takeBack(1), by: "desk", at: time) }
        try visit.apply(.takeBack(2), by: "desk", at: time)
        #expect(visit.stops == before.stops && visit.changes.count == 3 && visit.standing.count == 1)
    }

    @Test func aChangeThatFailsChangesNothing() throws {
        var visit = try visit()
        let before = visit
        #expect(throws: VisitChangeError.noSuchStop(77)) { try visit.apply(.removeStop(77), by: "desk", at: time) }
        #expect(throws: VisitChangeError.noSuchChange(9)) { try visit.apply(.takeBack(9), by: "desk", at: time) }
        #expect(visit == before)
    }

    @Test("words marked by hand, in any language, are a stop and a claim")
    func marking() throws {
        var visit = Visit(try draft("Президент летит, Tokyo, завтра"), report: Report(id: 0, addedBy: "desk"))
        let text = "Президент летит, Tokyo, завтра"
        let start = try #require(text.utf8.firstIndex(of: UInt8(ascii: "T")))
        let offset = text.utf8.distance(from: text.utf8.startIndex, to: start)
        let drafter = Drafter(places: MadePlaces.gazetteer)
        let span = TextSpan(offset, offset + 5)
        let stop = try drafter.stop(marking: span, in: text)
        #expect(stop.name == "Tokyo" && stop.airports.first?.code == "RJTT")
        try visit.apply(.addStop(stop, at: 0, span: span, report: 0), by: "desk", at: time)
        try visit.apply(.addClaim(try drafter.claim(.stop, marking: span, in: text, report: 0)), by: "desk", at: time)
        #expect(visit.stops.first?.spans == [span] && visit.claims.last?.entry == .person("desk"))
        #expect(throws: VisitChangeError.badSpan(TextSpan(9, 900))) {
            try drafter.stop(marking: TextSpan(9, 900), in: text)
        }
        #expect(throws: VisitChangeError.badSpan(TextSpan(3, 3))) {
            try drafter.claim(.stop, marking: TextSpan(3, 3), in: text, report: 0)
        }
    }

    @Test("a second report keeps its own claims, and what it has otherwise")
    func secondReport() throws {
        var visit = try visit()
        try visit.apply(.confirmStop(1), by: "desk", at: time)
        let claims = visit.claims.count
        let second = try draft(
            "Putin will land in Yakutsk on Thursday, June 20, a second outlet said, and fly to Hanoi."
        )
        try visit.apply(.addReport(Report(id: 1, addedBy: "desk"), second), by: "desk", at: time)
        #expect(visit.stops.map(\.stop.name) == ["Yakutsk", "Hanoi", "Pyongyang"])
        #expect(visit.stops[0].confirmedBy == "desk" && visit.stops[1].confirmedBy == nil)
        #expect(visit.claims.count > claims && visit.claims.last?.report == 1)
        #expect(Set(visit.claims.map(\.id)).count == visit.claims.count)
        #expect(visit.disagreements == [1])
        try visit.apply(.takeBack(2), by: "desk", at: time)
        #expect(visit.stops.count == 2 && visit.claims.count == claims)
    }

    @Test("a later claim narrows visibly, the announced window stays, and it widens again")
    func narrowing() throws {
        var visit = try visit()
        try visit.apply(.confirmStop(1), by: "desk", at: time)
        let landed = Timestamp(seconds: 1_718_690_940)
        let window = ArrivalWindow(readings: [
            ArrivalReading(start: landed, end: landed.advanced(bySeconds: 60), zone: .stated, weight: 1)
        ])
        var claim = try Drafter(places: MadePlaces.gazetteer)
            .claim(.arrival, marking: TextSpan(0, 5), in: text, report: 0, time: window)
        claim.stops = [1]
        try visit.apply(.addClaim(claim), by: "desk", at: time)
        let number = try #require(visit.claims.last).id
        try visit.apply(.narrow(stop: 1, claim: number), by: "desk", at: time)
        #expect(visit.itinerary(withLaterClaims: true)[0].arrival.start == landed)
        #expect(visit.itinerary(withLaterClaims: false)[0].arrival == visit.stops[0].stop.arrival)
        #expect(visit.stops[0].narrowed?.claims == [number])
        try visit.apply(.widen(stop: 1), by: "desk", at: time)
        #expect(visit.itinerary(withLaterClaims: true)[0].arrival == visit.stops[0].stop.arrival)
        let first = try #require(visit.claims.first).id
        #expect(throws: VisitChangeError.self) {
            try visit.apply(.narrow(stop: 2, claim: first + 900), by: "desk", at: time)
        }
    }
}
