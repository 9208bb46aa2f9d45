import Aero
import Flights
import Testing

@testable import Visits

struct KeptTimesTests {
    private func stretch(_ hours: ClosedRange<Double>) -> HeardStretch {
        func end(_ hour: Double) -> HeardEnd {
            HeardEnd(time: SmallVisit.hour(hour), disc: Disc(centre: SmallVisit.hanoi.position), altitude: nil)
        }
        return HeardStretch(
            first: end(hours.lowerBound),
            last: end(hours.upperBound),
            isRising: false,
            isSinking: false
        )
    }

    private func gaps(_ heard: [ClosedRange<Double>]) -> [ClosedRange<Timestamp>] {
        KeptTimes(heard.map(stretch), within: SmallVisit.hour(0)...SmallVisit.hour(10)).gaps
    }

    @Test("of the time before anybody was heard, between and after, nothing is kept; an hour without anybody is usual")
    func gaps() {
        let hour = SmallVisit.hour
        #expect(gaps([]) == [hour(0)...hour(10)])
        #expect(gaps([7...8, 2...5, 3...3.5]) == [hour(0)...hour(2), hour(5)...hour(7), hour(8)...hour(10)])
        #expect(gaps([0.5...4, 4.9...9.5]).isEmpty)
        #expect(gaps([(-3)...20]).isEmpty)
        #expect(gaps([12...13]) == [hour(0)...hour(10)])
    }

    @Test("where nothing is kept nobody listens: that an aircraft was not heard then says nothing against it")
    func noListening() {
        let watched = SmallVisit.watched
        let unkept = [watched.lowerBound...SmallVisit.hour(31)]
        let known = TrafficStudy(days: [], hearing: nil)
            .knowledge(of: SmallVisit.itinerary, watched: watched, unkept: unkept)
        #expect(!known.detection.isListening(at: "ZKPY", SmallVisit.hour(30)))
        #expect(known.detection.isListening(at: "ZKPY", SmallVisit.hour(32)))
    }
}
