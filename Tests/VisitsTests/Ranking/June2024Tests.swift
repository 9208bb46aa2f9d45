import Aero
import Flights
import Testing

@testable import Visits

/// The trip of June 2024, reconstructed: times from reports, positions on great circles, holes over Korea and East Siberia. Aircraft are
/// invented; nobody is named.
struct June2024Tests {
    private func distance(_ one: StopAirport, _ other: StopAirport) -> Metres {
        Geodesy.distance(one.position, other.position)
    }

    @Test("what was reported of legs, beside what legs take")
    func legs() {
        let hanoi = LegEnvelope(distance: distance(SmallVisit.pyongyang, SmallVisit.hanoi))
        #expect(hanoi.verdict(onSeconds: 3.75 * 3_600) == .consistent)
        #expect(abs(hanoi.typicalSeconds / 60 - 224) < 1)
        let pyongyang = LegEnvelope(distance: distance(SmallVisit.yakutsk, SmallVisit.pyongyang))
        #expect(pyongyang.verdict(onSeconds: 4.8 * 3_600) == .long)
        #expect(abs(pyongyang.slowSeconds / 60 - 256) < 1)
        // In Yakutsk by 06:09Z: off from Moscow by 01:18Z.
        let fastest = LegEnvelope(distance: distance(SmallVisit.moscow, SmallVisit.yakutsk)).fastestSeconds
        #expect(abs((6 + 9.0 / 60) * 3_600 - fastest - (1 + 18.0 / 60) * 3_600) < 90)
    }

    /// Hours since 17 June 00:00Z. Three sisters: out of Moscow, to Yakutsk, on at 12:34Z, in Pyongyang 17:22Z, off about 15:00Z on the
    /// 19th, in Hanoi 18:45Z. Heard over European Russia, and around Hanoi.
    private var sky: [HeardAircraft] {
        (0..<3).map { number in
            let late = Double(number) * 0.2
            return SmallVisit.aircraft(
                0x14_0000 + UInt32(number),
                .subjectFleet,
                operator: "synthetic",
                [
                    SmallVisit.flight(SmallVisit.moscow, SmallVisit.yakutsk, at: 20 + late, heard: [0...0.35]),
                    SmallVisit.flight(SmallVisit.pyongyang, SmallVisit.hanoi, at: 63 + late, heard: [0.7...1]),
                ]
            )
        } + [
            SmallVisit.aircraft(
                0x14_0010,
                .subjectFleet,
                operator: "synthetic",
                [
                    SmallVisit.flight(SmallVisit.moscow, SmallVisit.chicago, at: 30),
                    SmallVisit.flight(SmallVisit.chicago, SmallVisit.moscow, at: 50),
                ]
            )
        ]
    }

    @Test("three sisters come out as one convoy, none of them as the carrier")
    func convoy() throws {
        let itinerary = [
            SmallVisit.stop(.origin, SmallVisit.moscow, nil),
            SmallVisit.stop(.transit, SmallVisit.yakutsk, 24...33),
            // "Selasa malam" by three clocks: 09 to 21Z on the 18th.
            SmallVisit.stop(.destination, SmallVisit.pyongyang, 33...45),
            SmallVisit.stop(.destination, SmallVisit.hanoi, 48...72),
        ]
        let ranking = try #require(SmallVisit.ranking(sky, itinerary: itinerary))
        let convoy = try #require(ranking.convoys.first)
        #expect(convoy.members.count == 3 && convoy.ground != .alone)
        #expect(convoy.probability > 0.5)
        #expect(ranking.candidates.allSatisfy { $0.probability < 0.5 })
        #expect(!convoy.members.contains(AircraftAddress(icao: 0x14_0010)))
        let settling = try #require(ranking.settling.first)
        #expect(settling.airport == "UEEE" || settling.airport == "ZKPY")
    }
}
