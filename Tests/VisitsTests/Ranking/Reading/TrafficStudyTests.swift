import Aero
import Flights
import Testing

@testable import Visits

struct TrafficStudyTests {
    private let day = SmallVisit.hour(0)..<SmallVisit.hour(24)

    private func stretches(_ flights: [[HeardPoint]]) -> [HeardStretch] {
        StretchMaker().stretches(of: flights.flatMap { $0 })
    }

    /// Into Hanoi and out again, both heard; then out of Yakutsk, where no landing was heard.
    private func busyDay() -> TrafficDay {
        var traffic = TrafficDay(day)
        for number in UInt32(0)..<5 {
            let late = Double(number) * 0.3
            let heard = stretches([
                SmallVisit.flight(SmallVisit.yakutsk, SmallVisit.hanoi, at: 1 + late, heard: [0.5...1]),
                SmallVisit.flight(SmallVisit.hanoi, SmallVisit.yakutsk, at: 10 + late, heard: [0...0.4]),
                SmallVisit.flight(SmallVisit.yakutsk, SmallVisit.hanoi, at: 19 + late, heard: [0...0.2]),
            ])
            traffic.take(heard, of: AircraftAddress(icao: 0x100 + number), role: .airliner)
        }
        return traffic
    }

    @Test("landings that were heard, and those that only departures tell of")
    func counts() throws {
        let study = TrafficStudy(days: [busyDay()], hearing: nil)
        let stops = [
            SmallVisit.stop(.destination, SmallVisit.hanoi, 0...9),
            SmallVisit.stop(.destination, SmallVisit.yakutsk, 9...20),
            SmallVisit.stop(.destination, SmallVisit.pyongyang, 20...30),
        ]
        let known = study.knowledge(of: stops, watched: SmallVisit.watched)
        #expect(known.days == 1)
        #expect(try #require(known.detection.probability(at: "VVNB")) > 0.9)
        #expect(try #require(known.detection.probability(at: "UEEE")) < 0.1)
        #expect(known.detection.probability(at: "ZKPY") == nil)
        let rates = known.landings
        let here = rates.perHour(.airliner, near: SmallVisit.hanoi.position, within: 100_000)
        let there = rates.perHour(.airliner, near: SmallVisit.chicago.position, within: 100_000)
        #expect(here > 5 * there)
    }

    @Test("a flight over midnight lands on one day")
    func midnight() {
        let heard = stretches([SmallVisit.flight(SmallVisit.yakutsk, SmallVisit.hanoi, at: 20)])
        var (first, second) = (TrafficDay(day), TrafficDay(SmallVisit.hour(24)..<SmallVisit.hour(48)))
        first.take(heard, of: AircraftAddress(icao: 1), role: .military)
        second.take(heard, of: AircraftAddress(icao: 1), role: .military)
        #expect(first.landings.isEmpty && second.landings.values.reduce(0, +) == 1)
    }

    @Test("nothing learned is nothing known")
    func nothing() {
        let known = TrafficStudy(days: [], hearing: nil).knowledge(
            of: SmallVisit.itinerary,
            watched: SmallVisit.watched
        )
        #expect(known.days == 0 && known.detection.probability(at: "VVNB") == nil)
        #expect(known.air.share(from: SmallVisit.moscow.position, to: SmallVisit.hanoi.position) == 0)
    }

    @Test("state aircraft are counted together")
    func fleets() {
        var traffic = TrafficDay(day)
        let heard = stretches([SmallVisit.flight(SmallVisit.yakutsk, SmallVisit.hanoi, at: 2)])
        for number in UInt32(0)..<20 {
            traffic.take(heard, of: AircraftAddress(icao: number + 1), role: .otherGovernment)
        }
        let rates = TrafficStudy(days: [traffic], hearing: nil)
            .knowledge(of: SmallVisit.itinerary, watched: SmallVisit.watched).landings
        let near = SmallVisit.hanoi.position
        #expect(rates.heard(.subjectFleet, near: near, within: 100_000) == 20)
        #expect(rates.heard(.otherGovernment, near: near, within: 100_000) == 20)
    }
}
