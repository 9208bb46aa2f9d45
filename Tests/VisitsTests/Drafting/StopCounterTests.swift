import Testing
import Visits

/// Sentences in which the words of a rule about stops stand and mean something else.
struct StopCounterTests {
    private func expectStops(_ names: String, _ text: String) throws {
        #expect(try Bench.stops(text) == names, "\(text)")
    }

    @Test(
        "where somebody was takes nothing from where he goes on to",
        arguments: [
            "The French president was in Paris on Monday and flies to Rome on Tuesday.",
            "The French president flies to Rome on Tuesday; he was in Cairo in May.",
            "The French president flies to Rome on Tuesday, where he was at university as a student.",
            "Elected last May, the French president flies to Rome on Tuesday.",
            "The French president, who married last spring, travels to Rome on Tuesday.",
            "The French president flies on Tuesday for the first time since the pandemic to Rome.",
        ]
    )
    func goesOn(text: String) throws { try expectStops("Rome", text) }

    @Test(
        "a month that is over is of the clause that names it",
        arguments: [
            "Presiden Prancis, yang terpilih pada Mei lalu, terbang ke Roma pada Selasa.",
            "Dilantik Januari lalu, Presiden Prancis terbang ke Roma pada Selasa.",
        ]
    )
    func goesOnInIndonesian(text: String) throws { try expectStops("Roma", text) }

    @Test(
        "what is refused or put off is no journey unless it is said of the journey",
        arguments: [
            "The French president flies to Rome on Tuesday a day after his offer was refused by Iran.",
            "The French president flies to Rome on Tuesday, days after two bills were rejected by parliament.",
            "The French president flies to Rome on Tuesday to discuss a plan that was turned down by Iran.",
            "The French president flies to Rome on Tuesday, where a parade was cancelled.",
            "If all goes to plan he will fly to Rome on Tuesday, the French president said.",
        ]
    )
    func refusesOtherThings(text: String) throws { try expectStops("Rome", text) }

    @Test(
        "so in Indonesian",
        arguments: [
            "Presiden Prancis terbang ke Roma pada Selasa untuk membahas usul yang ditolak Rusia.",
            "Presiden Prancis terbang ke Roma pada Selasa, sehari setelah usulnya ditolak parlemen.",
        ]
    )
    func refusesOtherThingsInIndonesian(text: String) throws { try expectStops("Roma", text) }

    @Test(
        "what stands, is needed or goes on elsewhere is no stop",
        arguments: [
            "The French president flies to Rome on Tuesday. Aid is needed in Tokyo by Friday.",
            "The French president flies to Rome on Tuesday. A ceasefire needs to be in place in Tokyo.",
            "The French president flies to Rome on Tuesday. He was born in Tokyo. He returned there in 2010.",
            "The French president flies to Rome on Tuesday. The talks, he says, will move to Tokyo.",
        ]
    )
    func standsElsewhere(text: String) throws { try expectStops("Rome", text) }

    @Test("aid that arrives there brings nobody, and a condition before a journey is no journey")
    func standsElsewhereInIndonesian() throws {
        try expectStops(
            "Roma",
            "Presiden Prancis terbang ke Roma pada Selasa. Perang di Tokyo berlanjut. Bantuan akan tiba di sana pekan depan."
        )
        try expectStops(
            "Roma",
            "Presiden Prancis terbang ke Roma pada Selasa. Sebelum ia ke Kairo, Tokyo pernah keberatan."
        )
    }

    @Test(
        "whoever landed where nothing goes on from is there, and whoever has agreed to go will be",
        arguments: [
            "The French president, who arrived in Rome on Monday, will hold talks on Tuesday.",
            "Emmanuel Macron, who has agreed to visit Rome on Tuesday, is the French president.",
            "The French president, who has confirmed he will be in Rome on Tuesday, meets the Pope.",
        ]
    )
    func isThereOrComes(text: String) throws { try expectStops("Rome", text) }

    @Test(
        "what he visits may be built there, what he takes may be open to anybody",
        arguments: [
            "The French president will open a plant built in Rome on Tuesday.",
            "The French president takes commercial flights to Rome on Tuesday.",
        ]
    )
    func isHisOwn(text: String) throws { try expectStops("Rome", text) }

    @Test("a day later he is there is a plan, and who moves on after a meeting is he, not the meeting")
    func tellsOnward() throws {
        try expectStops(
            "Rome, Cairo",
            "The French president arrives in Rome on Tuesday. Two days after, he is in Cairo."
        )
        try expectStops(
            "Rome, Cairo",
            "The French president opens a summit in Rome on Tuesday. After the meeting he moves to Cairo on Wednesday."
        )
    }
}
