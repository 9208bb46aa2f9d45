import Aero
import Testing
import Visits

/// The traps of the specification, each with words of our own.
struct TrapTests {
    private func draft(_ text: String, published: String = "2024-06-17T10:00:00+07:00") throws -> Draft {
        try Bench.draft(Story.story(["id": "trap", "published": published, "text": text]), MadePlaces.gazetteer)
    }

    private func stops(_ text: String) throws -> [String] { try draft(text).stops.map(\.stop.name) }

    @Test(
        "a venue, a university, a court, a capital that speaks are no stops",
        arguments: [
            "Presiden Prancis akan mengunjungi Gereja Katedral dan Universitas Cambridge.",
            "The French president will not be arrested, a court in The Hague said.",
            "Washington menuduh Moskow memasok senjata. Presiden Rusia diam.",
            "The Kremlin said it was ready. Paris and London said the same of the Russian president.",
        ]
    )
    func noStop(text: String) throws {
        #expect(try stops(text).isEmpty)
    }

    @Test func appositionIsOneStop() throws {
        #expect(try stops("Presiden Rusia akan terbang ke Yakutsk, Siberia Timur, pada Rabu.") == ["Yakutsk"])
        #expect(try stops("Presiden Prancis tiba di Munich, Jerman, Kamis.") == ["Munich"])
    }

    @Test func aStopNamedTwiceIsOne() throws {
        let draft = try draft(
            "Putin akan berkunjung ke Vietnam. Ia dijadwalkan tiba di Hanoi pada Rabu. Di Vietnam ia menandatangani perjanjian."
        )
        #expect(draft.stops.map(\.stop.name) == ["Hanoi"])
        #expect(draft.stops.first?.spans.count == 2)
    }

    @Test("\"there\" is the place of the main clause of the sentence before")
    func there() throws {
        let draft = try draft(
            "Putin akan singgah di Yakutsk sebelum menuju Pyongyang. Dia akan menghabiskan tiga jam di sana."
        )
        #expect(draft.stops.map(\.stop.name) == ["Yakutsk", "Pyongyang"])
        #expect(draft.stops[0].stop.dwellHours?.contains(3) == true && draft.stops[1].stop.dwellHours == nil)
    }

    @Test func aCitationDateIsNoTimeOfAStop() throws {
        let draft = try draft("Putin akan terbang ke Hanoi, kata juru bicara, dikutip pada Senin (17/6).")
        #expect(draft.stops.count == 1 && draft.stops[0].stop.arrival.readings.isEmpty)
    }

    @Test(
        "the order of the words is not the order of the journey",
        arguments: [
            "Presiden Prancis menuju Tokyo pada Rabu, setelah lebih dulu mampir ke Hanoi.",
            "The French president will land in Tokyo on Wednesday after a stop in Hanoi.",
            "Before flying to Tokyo the French president will visit Hanoi.",
            "The French president flies to Tokyo via Hanoi.",
            "The French president will be in Tokyo on Friday. On Wednesday he visits Hanoi.",
        ]
    )
    func order(text: String) throws {
        #expect(try stops(text) == ["Hanoi", "Tokyo"])
    }

    @Test func aTrainIsNoFlight() throws {
        let draft = try draft("The French president will fly to Rzeszow on Tuesday and continue by train to Kyiv.")
        #expect(draft.stops.map(\.stop.name) == ["Rzeszow"])
        #expect(draft.claims.contains { $0.kind == .surfaceLeg && $0.places.map(\.name) == ["Kyiv"] })
    }

    @Test func anotherTravellerHasAJourneyOfTheirOwn() throws {
        let draft = try draft(
            "The French president will fly to Cairo on Tuesday. Japan's foreign minister will arrive in Hanoi on the same day."
        )
        #expect(draft.stops.map(\.stop.name) == ["Cairo"])
        #expect(draft.claims.contains { $0.kind == .otherSubject && $0.other == "Japan's foreign minister" })
    }

    @Test func aNegatedStopIsAClaim() throws {
        let draft = try draft(
            "The French president will fly to Cairo on Tuesday. He will not stop in Rome. A visit to Riyadh was cancelled."
        )
        #expect(draft.stops.map(\.stop.name) == ["Cairo"])
        #expect(draft.claims.filter { $0.kind == .negation }.flatMap { $0.places.map(\.name) } == ["Rome", "Riyadh"])
    }

    @Test func aStopThatAListLeavesOutIsAClaim() throws {
        let draft = try draft("Presiden Prancis akan ke Kairo pada Rabu. Jadwal resmi tidak mencantumkan Riyadh.")
        #expect(draft.stops.map(\.country) == [StateCode("EG")])
        #expect(draft.claims.contains { $0.kind == .omission })
    }

    @Test func aCharteredAircraftIsSaid() throws {
        let draft = try draft(
            "Paus tiba di Jakarta pada Selasa dengan pesawat carteran dari Roma. Pesawat kepresidenan tidak akan digunakan."
        )
        #expect(draft.claims.contains { $0.kind == .aircraft && $0.aircraft == ["carteran"] })
        #expect(draft.claims.contains { $0.kind == .negativeAircraft && $0.polarity == .denied })
    }

    @Test func aDayTripComesBack() throws {
        let draft = try draft(
            "Presiden Prancis terbang ke Tokyo pada Rabu, dengan perjalanan sehari ke Hanoi pada Jumat, lalu ke Beijing pada Sabtu."
        )
        #expect(draft.stops.map(\.stop.kind) == [.destination, .dayTrip, .destination])
        #expect(draft.stops[1].roundTripFrom == "Tokyo")
    }

    @Test func withoutADestinationNoStopIsMade() throws {
        let draft = try draft(
            "The French president will travel abroad next week, an aide said. No destination was given."
        )
        #expect(draft.stops.isEmpty)
        #expect(draft.openPoints.contains { $0.kind == .noStop })
    }

    @Test func aRegionStaysOpen() throws {
        let draft = try draft("Presiden Prancis akan melawat ke Timur Tengah pada Juli.")
        #expect(draft.stops.map(\.stop.name) == ["Timur Tengah"] && draft.stops.first?.stop.airports.isEmpty == true)
        #expect(draft.openPoints.contains { $0.kind == .regionOnly })
    }

    @Test("a meeting's time bounds a landing from above alone")
    func meeting() throws {
        let draft = try draft(
            "The French president is due to meet Egypt's president in Cairo on Wednesday at 10 a.m. local time."
        )
        #expect(draft.stops.first?.stop.arrival.end == Story.time("2024-06-19T07:00:00Z"))
        #expect(draft.stops.first?.stop.arrival.readings.isEmpty == true)
    }

    @Test func homeWithoutANameIsAsked() throws {
        let draft = try draft("Presiden Prancis terbang ke Kairo pada Rabu sebelum kembali ke tanah air.")
        #expect(draft.stops.count == 1)
        #expect(draft.openPoints.contains { $0.kind == .returnUnnamed })
    }

    @Test("every item points to its words")
    func spans() throws {
        let text = "Presiden Prancis akan singgah di Hanoi pada Rabu, kata juru bicara. Penerbangannya dirahasiakan."
        let draft = try draft(text)
        #expect(draft.stops.flatMap { $0.spans.map { $0.words(of: text) } } == ["Hanoi"])
        #expect(
            draft.claims.allSatisfy { claim in
                !claim.spans.isEmpty && claim.spans.allSatisfy { $0.words(of: text)?.isEmpty == false }
            }
        )
        #expect(draft.claims.first?.speaker.flatMap { $0.span.words(of: text) } == "juru bicara")
    }

    @Test("a part of a day is read in three clocks, with the weights of the specification")
    func zones() throws {
        let draft = try draft("Presiden Rusia dijadwalkan tiba di Pyongyang pada Selasa malam (18/6).")
        let readings = try #require(draft.stops.first).stop.arrival.readings
        #expect(readings.map(\.zone) == [.place, .subject, .outlet])
        #expect(readings.map { ($0.weight * 100).rounded() } == [60, 25, 15])
        #expect(draft.stops.first?.stop.arrival.start == Story.time("2024-06-18T09:00:00Z"))
        #expect(draft.stops.first?.stop.arrival.end == Story.time("2024-06-18T21:00:00Z"))
    }
}
