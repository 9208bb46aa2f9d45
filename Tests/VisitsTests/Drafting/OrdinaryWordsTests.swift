import Aero
import Testing
import Visits

/// Ordinary sentences whose words look like something else: what a reading of the rules found lost or wrongly made.
struct OrdinaryWordsTests {
    private func draft(_ text: String) throws -> Draft {
        let story = Story.story(["id": "made", "published": "2024-06-17T10:00:00+07:00", "text": text])
        return try Bench.draft(story, MadePlaces.gazetteer)
    }

    private func stops(_ text: String) throws -> [String] { try draft(text).stops.map(\.stop.name) }

    /// "kind by speaker", in the order of the text.
    private func claims(_ text: String) throws -> [String] {
        try draft(text).claims.map { $0.kind.rawValue + " by " + ($0.speaker?.line ?? "-") }
    }

    @Test(
        "ordinary sentences whose words look like something else",
        arguments: table.split(separator: "\n").map(String.init)
    )
    func keepsItsStops(row: String) throws {
        let cells = row.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
        let expected =
            cells[1] == "-"
            ? [] : cells[1].split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
        #expect(try stops(cells[0]) == expected, "\(cells[0])")
    }

    /// "text | its stops".
    private static let table = """
        The French president arrives in Kap Dan in Rome. | Kap Dan, Rome
        Presiden Prancis tiba di Kap Dan di Roma. | Kap Dan, Roma
        Presiden Prancis akan terbang ke Hanoi pada Selasa, salah satu kota tersibuk. | Hanoi
        Presiden Prancis akan terbang ke Hanoi pada Selasa, kota itu salah satu yang tersibuk. | Hanoi
        The French president flies to Cairo on Tuesday to prove critics wrong. | Cairo
        The French president flies to Cairo on Tuesday, not so far from the sea. | Cairo
        The French president flies to Cairo on Tuesday. Reports of a stop in Riyadh were wrong, his office said. | Cairo
        Presiden Prancis terbang ke Cairo pada Selasa. Kabar persinggahan di Riyadh itu salah, kata ajudan. | Cairo
        The French president will attend the G20 summit to be held in Rome on Friday. | Rome
        Presiden Prancis akan menghadiri KTT yang tetap digelar di Roma pada Jumat. | Roma
        The French president flies to Cairo on Tuesday. A fault held him in Riyadh. | Cairo
        The French president and his wife will fly to Cairo on Tuesday. | Cairo
        Presiden Prancis dan istrinya terbang ke Kairo pada Selasa. | Kairo
        The king of Poland, son of Juan Carlos, flies to Cairo on Tuesday. | Cairo
        The French president, who is flying to Cairo on Tuesday, will meet Egypt's leaders. | Cairo
        Presiden Prancis, yang sedang terbang ke Kairo, akan bertemu pemimpin Mesir. | Kairo
        The French president and his ministers will fly to Cairo on Tuesday. | Cairo
        The French president and the press corps will fly to Cairo on Tuesday. | Cairo
        Presiden Prancis dan tim pengamanan terbang ke Kairo pada Selasa. | Kairo
        The French president lands in Rome on Tuesday. He will inaugurate a railway and fly to Cairo. | Rome, Cairo
        The French president will inaugurate a railway and return to Cairo on Tuesday. | Cairo
        After a drive to the airport the French president flies to Cairo on Tuesday. | Cairo
        Presiden Prancis meresmikan kereta cepat lalu terbang ke Kairo pada Selasa. | Kairo
        Presiden Prancis meresmikan kereta cepat lalu bertolak ke Kairo pada Selasa. | Kairo
        The French president is well. The visit originally planned for May will take him to Rome on Tuesday. | Rome
        Presiden Prancis sehat. Lawatan yang semula direncanakan Mei akan membawanya ke Roma pada Selasa. | Roma
        Presiden Prancis terbang ke Kairo pada Selasa. Ia semula dijadwalkan akan terbang ke Roma. | Kairo
        The French president boards an Airbus A330 and flies to Cairo on Tuesday. | Cairo
        The French president takes a chartered Airbus A330 and flies to Cairo on Tuesday. | Cairo
        Presiden Prancis menaiki sebuah Airbus A330 dan terbang ke Kairo pada Selasa. | Kairo
        The French president will fly to Bali island on Tuesday. | Bali
        Presiden Prancis akan terbang ke pulau Bali pada Selasa. | Bali
        The French president will fly to Tokyo on Tuesday without a stop in Riyadh. | Tokyo
        The French president will fly to Tokyo on Tuesday with no further stop in Riyadh. | Tokyo
        Presiden Prancis akan terbang ke Tokyo pada Selasa tanpa singgah di Riyadh. | Tokyo
        """

    @Test("whom a text begins with receives whoever comes")
    func host() throws {
        let text =
            "The Italian prime minister will meet the French president in Rome on Tuesday. The French president flies to Rome that morning and to Warsaw on Wednesday."
        #expect(try draft(text).subject?.state == StateCode("FR"))
        let teks =
            "Perdana Menteri Italia akan bertemu Presiden Prancis di Roma pada Selasa. Presiden Prancis terbang ke Roma pagi itu dan ke Warsawa pada Rabu."
        #expect(try draft(teks).subject?.state == StateCode("FR"))
    }

    @Test("what tells another day for the same place is no echo")
    func anotherDay() throws {
        for text in [
            "The French president flies to Cairo on Wednesday, his office said. He will land in Cairo on Thursday.",
            "Presiden Prancis terbang ke Kairo pada Rabu, kata kantornya. Ia akan mendarat di Kairo pada Kamis.",
        ] {
            #expect(try claims(text).last == "stop by -", "\(text)")
        }
    }

    @Test(
        "fighters that are talked about, and hours in the air",
        arguments: [
            "He will meet Egypt's president on Wednesday to discuss the sale of Rafale fighters.",
            "Presiden Mesir akan menyambut pembelian pesawat tempur Rafale pada Rabu.",
            "The flight to Tokyo takes 14 hours with a refuelling stop in Abu Dhabi.",
            "Penerbangan ke Tokyo memakan 14 jam dengan singgah di Abu Dhabi.",
        ]
    )
    func neither(sentence: String) throws {
        let isEnglish = sentence.contains("the ")
        let beginning =
            isEnglish
            ? "The French president flies to Cairo on Tuesday. " : "Presiden Prancis terbang ke Kairo pada Selasa. "
        #expect(try draft(beginning + sentence).claims.allSatisfy { ![.escort, .dwell].contains($0.kind) })
    }

    @Test(
        "fighters beside the aircraft of the visit",
        arguments: [
            "Two Mirage fighters of the Egyptian air force would accompany his aircraft into Cairo.",
            "Egyptian F-16 fighters took off and will meet it near the coast.",
            "Pesawatnya didampingi dua jet tempur hingga Kairo.",
        ]
    )
    func accompanied(sentence: String) throws {
        let beginning =
            sentence.contains("the ")
            ? "The French president flies to Cairo on Tuesday. " : "Presiden Prancis terbang ke Kairo pada Selasa. "
        #expect(try claims(beginning + sentence).contains("escort by -"))
    }

    @Test("a day of the week is compared with the stop told just before")
    func justBefore() throws {
        for text in [
            "The French president will be in Tokyo on Friday. He first lands in Riyadh on Tuesday and then flies to Cairo on Wednesday.",
            "Presiden Prancis akan berada di Tokyo pada Jumat. Ia lebih dulu mendarat di Riyadh pada Selasa, kemudian terbang ke Kairo pada Rabu.",
        ] {
            let cairo = try #require(try draft(text).stops.first { ["Cairo", "Kairo"].contains($0.stop.name) })
            let week = try #require(Story.time("2024-06-20T00:00:00Z"))
            #expect(cairo.stop.arrival.start.map { $0 < week } ?? false, "\(text)")
        }
    }

    @Test("what is announced speaks not")
    func announcedThing() throws {
        for text in [
            "The French president is well. The trip announced on Friday takes him to Cairo on Tuesday.",
            "The French president is well. The plan confirmed by his office takes him to Cairo on Tuesday.",
            "Presiden Prancis sehat. Rencana yang diumumkan pada Jumat membawanya ke Kairo pada Selasa.",
        ] {
            let speakers = try draft(text).claims.compactMap { $0.speaker?.line.lowercased() }
            #expect(speakers.allSatisfy { $0 == "his office" }, "\(text): \(speakers)")
        }
        let alliance =
            "The French president flies to Cairo on Tuesday. The alliance announced on Friday that he would visit Rome."
        #expect(try draft(alliance).claims.contains { $0.speaker?.line == "alliance" })
    }

    @Test("a spare aircraft that somebody flies in is theirs")
    func spareOfTheirs() throws {
        for text in [
            "Presiden Prancis terbang ke Kairo pada Selasa. Ia terbang dengan pesawat pengganti.",
            "The French president flies to Cairo on Tuesday. He flies in a spare Airbus.",
        ] {
            #expect(try claims(text).last == "aircraft by -", "\(text)")
        }
        let beside = "Presiden Prancis terbang ke Kairo pada Selasa. Sebuah Boeing 777 cadangan ikut terbang."
        #expect(try claims(beside).last == "companion by -")
    }

    @Test("a leader beside another office, and three in a row")
    func namesBesideOffices() throws {
        for text in [
            "Emmanuel Macron, the German chancellor, and the Italian prime minister met. Emmanuel Macron flies to Cairo on Tuesday.",
            "Emmanuel Macron, Kanselir Jerman, dan Perdana Menteri Italia bertemu. Emmanuel Macron terbang ke Kairo pada Selasa.",
        ] {
            let subject = try #require(try draft(text).subject)
            #expect(subject.state == StateCode("FR") && subject.name == "Emmanuel Macron", "\(text)")
        }
    }
}
