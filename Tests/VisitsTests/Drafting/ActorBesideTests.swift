import Testing
import Visits

/// Who moves where the words for somebody else stand beside the one who travels.
struct ActorBesideTests {
    private func expectStops(_ names: String, _ text: String) throws {
        #expect(try Bench.stops(text) == names, "\(text)")
    }

    @Test(
        "whoever is joined to somebody travels with him",
        arguments: [
            "The French foreign minister and two officials will fly to Cairo on Tuesday.",
            "Presiden Prancis dan sejumlah pengusaha akan terbang ke Cairo pada Selasa.",
            "Presiden Prancis beserta menterinya akan terbang ke Cairo pada Selasa.",
            "The French leader, a longtime rival of Giorgia Meloni, will fly to Cairo on Tuesday.",
            "The French president, a colleague of the Egyptian leader, flies to Cairo on Tuesday.",
            "The prime minister of Poland, Jan Nowak, and his wife will travel to Cairo on Tuesday.",
            "Jan Nowak will travel to Cairo on Tuesday for his first visit as Poland's prime minister.",
            "Presiden Prancis beserta delegasi pengusaha bertolak ke Cairo pada Selasa.",
            "The French president will, along with a parliamentary delegation, travel to Cairo on Tuesday.",
            "The French president and a business delegation fly to Cairo on Tuesday.",
            "The French president and his ministers jet to Cairo on Tuesday.",
            "A jet takes the French president to Cairo on Tuesday.",
            "Foreign minister Jan Kowalski Nowak flies to Cairo on Tuesday.",
        ]
    )
    func travelsTogether(text: String) throws { try expectStops("Cairo", text) }
}
