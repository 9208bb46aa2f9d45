import Aero
import Testing
import Visits

/// Sentences in which the words of a rule about who tells what stand and mean something else.
struct TellerCounterTests {
    private func expectStops(_ names: String, _ text: String) throws {
        #expect(try Bench.stops(text) == names, "\(text)")
    }

    @Test(
        "what has or puts somebody in something is no stop, nor is what is told of a thing a journey",
        arguments: [
            "The French president flies to Cairo on Tuesday. A scandal has him in trouble in Rome.",
            "The French president flies to Cairo on Tuesday. Polls show that it puts him in a difficult spot in Warsaw.",
            "He last landed at noon and flies to Cairo on Tuesday, the French president said.",
            "The French president, accompanied by Anna Berg, president of the European Central Bank, will fly to Cairo on Tuesday.",
            "The French president, accompanied by Anna Berg, secretary general of NATO, will fly to Cairo on Tuesday.",
        ]
    )
    func goesToCairo(text: String) throws { try expectStops("Cairo", text) }

    @Test("two crowds travel with whoever they are beside; a tour of a town is a visit")
    func beside() throws {
        let crowds = "Presiden Prancis bersama rombongan pengusaha dan rombongan pejabat tiba di Kairo pada Selasa."
        try expectStops("Kairo", crowds)
        try expectStops("Rome", "The French president will take a tour of Rome on Friday.")
    }

    @Test("of two whose journeys the first sentence tells neither is whom a text is about for that alone")
    func ofTwo() throws {
        let text =
            "Reuters said the German chancellor would go to Rome on Monday, before the French president's visit. "
            + "The French president will fly to Cairo on Tuesday and Riyadh on Wednesday."
        #expect(try Bench.draft(text).subject?.state == StateCode("FR"))
    }

    @Test(
        "what a paper holds is of what comes",
        arguments: [
            "The French president's itinerary has him flying to Cairo on Tuesday.",
            "La Moneda's agenda has the French president flying to Cairo on Tuesday.",
        ]
    )
    func held(text: String) throws {
        let plain = try Bench.draft("The French president flies to Cairo on Tuesday.")
        let told = try Bench.draft(text)
        #expect(told.stops.map(\.stop.arrival.start) == plain.stops.map(\.stop.arrival.start), "\(text)")
    }
}
