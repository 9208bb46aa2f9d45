import Aero
import Testing

@testable import Visits

struct RankedItineraryTests {
    private func visit(_ stops: [ItineraryStop], home: [StopAirport] = []) throws -> Visit {
        var visit = Visit()
        let subject = VisitSubject(name: nil, role: "head", state: nil, span: TextSpan(0, 0), assumedHome: home)
        try visit.apply(.setSubject(subject), by: "desk", at: SmallVisit.start)
        for (number, stop) in stops.enumerated() {
            try visit.apply(.addStop(stop, at: number, span: nil, report: 0), by: "desk", at: SmallVisit.start)
        }
        for stop in visit.stops { try visit.apply(.confirmStop(stop.id), by: "desk", at: SmallVisit.start) }
        return visit
    }

    @Test("the assumed home stands first where no beginning is said, and has no number")
    func home() throws {
        let stops = Array(SmallVisit.itinerary.dropFirst())
        let assumed = RankedItinerary(try visit(stops, home: [SmallVisit.moscow]), withLaterClaims: false)
        #expect(assumed.stops.map(\.kind) == [.origin, .destination, .destination])
        #expect(assumed.numbers == [nil, 1, 2])
        let said = RankedItinerary(try visit(SmallVisit.itinerary, home: [SmallVisit.chicago]), withLaterClaims: false)
        #expect(said.stops[0].airports == [SmallVisit.moscow] && said.numbers == [1, 2, 3])
    }

    @Test("watched is a day before to twelve hours after, no later than now, fourteen days at most")
    func watched() throws {
        let itinerary = RankedItinerary(try visit(SmallVisit.itinerary), withLaterClaims: false)
        let whole = itinerary.watched(until: SmallVisit.hour(1_000))
        #expect(whole == SmallVisit.hour(6)...SmallVisit.hour(66))
        #expect(itinerary.watched(until: SmallVisit.hour(40))?.upperBound == SmallVisit.hour(40))
        #expect(itinerary.watched(until: SmallVisit.hour(6)) == nil)
        let long = [
            SmallVisit.stop(.destination, SmallVisit.hanoi, 30...36),
            SmallVisit.stop(.destination, SmallVisit.pyongyang, 900...910),
        ]
        let far = RankedItinerary(try visit(long), withLaterClaims: false)
        #expect(far.watched(until: SmallVisit.hour(5_000)) == SmallVisit.hour(6)...SmallVisit.hour(6 + 14 * 24))
    }

    @Test("no time is nothing to watch")
    func timeless() throws {
        let stops = [SmallVisit.stop(.destination, SmallVisit.hanoi, nil)]
        let itinerary = RankedItinerary(try visit(stops), withLaterClaims: false)
        #expect(itinerary.watched(until: SmallVisit.hour(1_000)) == nil)
    }
}
