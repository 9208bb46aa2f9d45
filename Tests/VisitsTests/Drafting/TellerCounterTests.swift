import Aero
import Testing
import Visits

/// Sentences in which the words of a rule about who tells what stand and mean something else.
struct TellerCounterTests {
    private func expectStops(_ names: String, _ text: String) throws {
        #expect(try Bench.stops(text) == names, "\(text)")
    }

    private func expectClaims(_ expected: String, _ text: String) throws {
        let claims = try Bench.draft(text).claims.map { $0.kind.rawValue + " by " + ($0.speaker?.line ?? "-") }
        #expect(claims.joined(separator: ", ") == expected, "\(text)")
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

    @Test(
        "who tells, where the words of the rule are of something else",
        arguments: [
            (
                "The French president flies to Cairo on Tuesday. The newspaper put the cost of the trip to Rome at a million.",
                "schedule by -"
            ),
            (
                "The broadcaster that reported Emmanuel Macron would fly to Cairo on Tuesday is Egyptian.",
                "schedule by broadcaster"
            ),
            ("Presiden Prancis terbang ke Kairo pada Selasa, kata direktur sembari tertawa.", "schedule by direktur"),
            (
                "Kalender Maret mencatat Presiden Prancis tiba di Kairo pada Selasa.",
                "schedule by Kalender Maret"
            ),
        ]
    )
    func tellers(text: String, expected: String) throws { try expectClaims(expected, text) }

    @Test("of officials in two towns the second town does not speak")
    func twoTowns() throws {
        let text = "The French president flies to Cairo on Tuesday, security officials in Rome and Hanoi said."
        #expect(try Bench.draft(text).claims.first?.speaker?.line.hasPrefix("security officials in Rome") ?? false)
    }

    @Test(
        "invitations, companions, closures, fetching and firsts that are not of the visit",
        arguments: [
            (
                "An invitation was not taken up, and the French president will fly to Cairo on Tuesday.",
                "schedule by -"
            ),
            (
                "The French president flies to Cairo on Tuesday. The foreign minister will not travel with him because he is flying to Cairo.",
                "schedule by -"
            ),
            (
                "The French president flies to Cairo on Tuesday. The hotel said it has cleaned rooms on Monday for the arrival of the president.",
                "schedule by -, context by hotel"
            ),
            (
                "The French president flies to Cairo on Tuesday. Russia will send a government jet to collect the foreign minister.",
                "schedule by -"
            ),
            (
                "The French president flies to Cairo on Tuesday on the first of its kind electric jet.",
                "schedule by -"
            ),
            ("Presiden akan berkeliling ke Hanoi, Jakarta dan Singapura.", ""),
        ]
    )
    func others(text: String, expected: String) throws { try expectClaims(expected, text) }
}
