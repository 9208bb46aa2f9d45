import Aero
import Flights

@testable import Visits

/// A confirmed visit out of a text, with a ranking of it.
enum WordedVisit {
    static let time = Timestamp(seconds: 1_718_700_000)

    static func visit() throws -> Visit {
        let text =
            "Vladimir Putin akan singgah di Yakutsk pada Selasa (18/6) sebelum menuju Pyongyang pada Selasa malam, kata Kremlin. Tiga pesawat Il-96 dipakai, kata Kremlin."
        let story = Story.story(["id": "x", "published": "2024-06-18T08:00:00+07:00", "text": text])
        let draft = try Bench.draft(story, MadePlaces.gazetteer)
        var visit = Visit(draft, report: Report(id: 0, title: "A report", addedBy: "desk"))
        for stop in visit.stops { try visit.apply(.confirmStop(stop.id), by: "desk", at: time) }
        let hanoi = ItineraryStop(
            kind: .destination,
            name: "Hanoi",
            airports: [SmallVisit.hanoi],
            arrival: ArrivalWindow(readings: [
                ArrivalReading(
                    start: time.advanced(bySeconds: 86_400),
                    end: time.advanced(bySeconds: 110_000),
                    zone: .stated,
                    weight: 1
                )
            ])
        )
        try visit.apply(.addStop(hanoi, at: 9, span: nil, report: 0), by: "desk", at: time)
        if let last = visit.stops.last { try visit.apply(.confirmStop(last.id), by: "desk", at: time) }
        return visit
    }

    static func words(
        _ visit: Visit,
        isYoung: Bool,
        itinerary: RankedItinerary? = nil,
        claims: [Int]? = nil
    ) -> RankingWords {
        let itinerary = itinerary ?? RankedItinerary(visit, withLaterClaims: true)
        return RankingWords(
            DossierWords(
                visit: visit,
                airports: ["ZKPY": DossierText(english: "Pyongyang Sunan", indonesian: "Sunan Pyongyang")]
            ),
            itinerary: itinerary.stops,
            stops: itinerary.numbers,
            claims: claims ?? visit.claims.map(\.id),
            labels: [AircraftAddress(icao: 0x14_0000): "RA-00000"],
            lists: [AircraftAddress(icao: 0x14_0000): ["a list (2026)"]],
            isYoung: isYoung
        )
    }
}
