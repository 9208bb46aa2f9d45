import Aero
import Testing
import Visits

/// Kinds of sentence that stories have, each with sentences of our own. Texts are of Monday 17 June 2024.
struct NewsSentenceTests {
    private func draft(_ text: String) throws -> Draft {
        try Bench.draft(
            Story.story(["id": "made", "published": "2024-06-17T10:00:00+07:00", "text": text]),
            MadePlaces.gazetteer
        )
    }

    private func stops(_ text: String) throws -> [String] { try draft(text).stops.map(\.stop.name) }

    private func speakers(_ kind: ClaimKind, _ text: String) throws -> [String] {
        try draft(text).claims.filter { $0.kind == kind }.map { $0.speaker?.line ?? "-" }
    }

    // MARK: Stops

    @Test(
        "places that look like stops and are none",
        arguments: [
            "CORRECTION: An earlier version wrongly said that he would fly to Tokyo.",
            "Ralat: versi sebelumnya keliru menyebut presiden akan terbang ke Tokyo.",
            "Originally he had been due to land in Tokyo on Friday.",
            "Semula ia dijadwalkan tiba di Tokyo pada Jumat.",
            "Police closed the road to Tokyo.",
            "Polisi menutup ruas jalan menuju Tokyo.",
            "The palace denied a report that he would travel to Rome through Tokyo.",
            "Japan has proposed a stop in Tokyo.",
            "A presidential Boeing 737 left the base on Sunday and headed for Tokyo, two pilots said.",
            "Four ministers go along. They take an airline flight to Tokyo on Sunday.",
            "Kunjungan ini membalas kunjungan kaisar ke Tokyo beberapa waktu lalu.",
            "He had planned to go on to Tokyo, but a storm came up.",
            "In April he visited Tokyo.",
            "Sebagai gantinya, Menteri Luar Negeri memimpin delegasi dan terbang ke Tokyo.",
        ]
    )
    func noStop(sentence: String) throws {
        let isIndonesian = ["Ralat", "Semula", "Polisi", "Kunjungan", "Sebagai"].contains { sentence.hasPrefix($0) }
        let first =
            isIndonesian
            ? "Presiden Prancis terbang ke Cairo pada Rabu." : "The French president flies to Cairo on Wednesday."
        #expect(try stops(first + " " + sentence) == ["Cairo"], "\(sentence)")
    }

    @Test(
        "places that are stops by what stands before them",
        arguments: [
            "The French president is travelling. After Cairo on Wednesday, he flies to Tokyo on Thursday.",
            "Presiden Prancis melawat. Setelah Cairo pada Rabu, ia terbang ke Tokyo pada Kamis.",
            "The French president flies to Cairo on Wednesday. On Thursday a storm forced him to divert to Tokyo.",
            "Presiden Prancis melawat pekan ini. Cairo menjadi persinggahan pertama, disusul Tokyo.",
            "Presiden Prancis terbang ke Cairo pada Rabu. Ia akan ke Tokyo untuk meninjau galangan kapal pada Kamis.",
            "The French president begins with Cairo on Wednesday and flies on to Tokyo on Thursday.",
            "Presiden Prancis terbang ke Cairo pada Rabu. Dari sana pesawat menuju Tokyo.",
            "Presiden Prancis terbang ke Cairo pada Rabu dan akan mengakhiri lawatan di Tokyo pada Kamis.",
            "The French president holds talks with his Egyptian counterpart in Cairo on Wednesday and is expected to leave for Tokyo the same night.",
        ]
    )
    func stop(text: String) throws { #expect(try stops(text) == ["Cairo", "Tokyo"], "\(text)") }

    @Test("a halt on the way from home, told behind the goal, comes before it")
    func leavesHome() throws {
        #expect(
            try stops(
                "The French president will travel to Japan this week. He is to leave Paris on Wednesday and break the journey in Cairo."
            ) == ["Cairo", "Japan"]
        )
        #expect(
            try stops("The French president left Paris for Tokyo on Sunday, with a fuel stop in Cairo.")
                == ["Cairo", "Tokyo"]
        )
        #expect(
            try stops("The French president will be in Tokyo on Friday. He will refuel in Cairo and again in Riyadh.")
                == ["Cairo", "Riyadh", "Tokyo"]
        )
    }

    @Test("a way by land within a longer phrase")
    func byLand() throws {
        let text = "Presiden Prancis mendarat di Cairo pada Rabu, lalu menempuh perjalanan darat ke Riyadh."
        #expect(try stops(text) == ["Cairo"])
        #expect(try speakers(.surfaceLeg, text) == ["-"])
    }

    @Test(
        "Central Asia does not reach over the sea to the Caucasus",
        .enabled(if: WholePlaces.gazetteer != nil, "needs the list of places")
    )
    func centralAsia() throws {
        let places = try #require(WholePlaces.gazetteer)
        let text = "Presiden Prancis mendarat di Ganja pada Kamis. Pada Jumat ia terbang ke Asia Tengah."
        #expect(try Bench.draft(Story.story(["id": "made", "text": text]), places).stops.count == 2)
    }

    // MARK: Times

    @Test("hours without a day are of the day that their sentence names before; the same night is that day's")
    func dayBefore() throws {
        let stop = { (text: String) throws -> ArrivalWindow in try #require(try draft(text).stops.last).stop.arrival }
        let night = try stop(
            "The French president lands in Cairo on Tuesday. He will address the forum on Thursday before returning to Paris overnight."
        )
        #expect(night.start.map { $0 >= Story.time("2024-06-20T12:00:00Z")! } == true)
        let same = try stop(
            "The French president landed in Cairo on Sunday. He holds talks on Thursday and is to leave for Tokyo the same night."
        )
        #expect(same.start.map { $0 >= Story.time("2024-06-20T00:00:00Z")! } == true)
    }

    @Test("a day before its place is that place's")
    func leading() throws {
        let draft = try draft("The French president goes to Cairo, and on Friday to Tokyo.")
        #expect(draft.stops.first?.stop.arrival.readings.isEmpty == true)
        #expect(draft.stops.last?.stop.arrival.readings.isEmpty == false)
    }

    @Test("flown overnight is the night before the text")
    func overnight() throws {
        let stop = try #require(try draft("The French president flew to Cairo overnight.").stops.first)
        #expect(stop.stop.arrival.end.map { $0 < Story.time("2024-06-17T12:00:00Z")! } == true)
    }

    @Test("late on a day is not its morning")
    func late() throws {
        let window = try #require(try draft("The French president lands in Cairo late on Thursday.").stops.first)
        #expect(window.stop.arrival.start.map { $0 >= Story.time("2024-06-20T09:00:00Z")! } == true)
    }

    @Test("what is put right beats what was written before; the clock of an entry is no time of the visit")
    func corrected() throws {
        let text = """
            1540 GMT The palace said the French president would land in Cairo on Thursday, June 20, at 10:00 local time.
            1640 GMT Correction: the landing in Cairo is planned for 15:00 local time.
            """
        let draft = try draft(text)
        #expect(draft.stops.count == 1)
        #expect(draft.stops.first?.stop.arrival.readings.first?.start == Story.time("2024-06-20T11:30:00Z"))
        #expect(draft.claims.first?.speaker?.line == "palace")
    }

    @Test("the time of a way home is none of the stop before it")
    func wayHome() throws {
        let stop = try #require(
            try draft("The French president will leave Paris for Cairo on Tuesday. He flies home on Thursday.").stops
                .first
        )
        #expect(stop.stop.arrival.end.map { $0 < Story.time("2024-06-20T00:00:00Z")! } == true)
    }

    // MARK: Who says it

    @Test("who says a sentence at its end says all of it")
    func closing() throws {
        #expect(
            try speakers(
                .schedule,
                "The French president, whom aides called tired, will fly to Cairo on Friday, the Yomiuri newspaper reported."
            ) == ["Yomiuri newspaper"]
        )
    }

    @Test("what somebody calls a thing is no saying of the sentence")
    func naming() throws {
        #expect(
            try speakers(
                .arrival,
                "The French president landed in Cairo on Sunday for what officials in Tokyo called a working visit."
            ) == ["-"]
        )
    }

    @Test("two who speak in one sentence")
    func two() throws {
        #expect(
            try speakers(
                .context,
                "The French president flies to Cairo on Friday. Moscow welcomed the meeting; Tokyo said it was watching."
            ).count == 2
        )
        let text =
            "Presiden Prancis terbang ke Cairo. Seorang pilot mengatakan pesawat itu rusak, tetapi juru bicara membantah kabar itu."
        #expect(try speakers(.denial, text) == ["juru bicara"])
    }

    @Test(
        "names of those who speak",
        arguments: [
            ("Seorang petugas bandara mengatakan presiden akan terbang ke Cairo pada Jumat.", "petugas bandara"),
            (
                "Presiden Prancis akan terbang ke Cairo pada Jumat, demikian keterangan tertulis kementerian luar negeri.",
                "kementerian luar negeri"
            ),
            (
                "Sumber yang mengetahui rencana itu mengatakan presiden akan terbang ke Cairo pada Jumat.",
                "Sumber yang mengetahui rencana itu"
            ),
            ("The Casa de Nariño said the president would fly to Cairo on Friday.", "Casa de Nariño"),
        ]
    )
    func names(text: String, name: String) throws { #expect(try speakers(.schedule, text) == [name]) }

    @Test("whoever says that a halt is not planned does not travel")
    func saidOfHalt() throws {
        let text =
            "Presiden Prancis terbang ke Cairo. Wakil Menteri Luar Negeri mengatakan persinggahan di Tokyo tidak direncanakan."
        #expect(try speakers(.negation, text) == ["Wakil Menteri Luar Negeri"])
        #expect(try stops(text) == ["Cairo"])
    }

    @Test("the text's own words before a turn are not those of who speaks behind it")
    func turned() throws {
        let text =
            "The French president goes to Cairo on Friday, although an Egyptian official cautioned that the visit could change."
        #expect(try speakers(.schedule, text) == ["-"])
        #expect(try speakers(.warning, text) == ["Egyptian official"])
    }

    @Test("the same source, and he who also denies")
    func same() throws {
        let text =
            "The French president flies to Cairo, a source at the embassy said. Rumours of a stop in Tokyo were dismissed by the same source."
        #expect(try speakers(.denial, text) == ["source at the embassy"])
        let other =
            "Presiden Prancis terbang ke Cairo. \"Ia sehat,\" kata sekretaris kabinet. Ia juga membantah kabar bahwa presiden akan ke Tokyo."
        #expect(try speakers(.denial, other) == ["sekretaris kabinet"])
    }

    @Test("questions and answers: whoever answers is named at the top, and questions say nothing")
    func interview() throws {
        let text = """
            Excerpts from the briefing by the presidency spokesperson:

            Q: Does the president go to Tokyo?
            A: He will fly to Cairo on Friday evening.
            """
        let draft = try draft(text)
        #expect(draft.stops.map(\.stop.name) == ["Cairo"])
        #expect(draft.claims.map { $0.speaker?.line } == ["presidency spokesperson"])
    }

    // MARK: Claims

    @Test("a journey of which only the number of states is told")
    func announced() throws {
        #expect(
            try speakers(
                .schedule,
                "Raja Yordania akan mengunjungi tiga negara Eropa pekan ini, demikian pernyataan istana."
            )
                == ["istana"]
        )
    }

    @Test("a minister of the same state at a stop of the journey comes along; elsewhere he travels for himself")
    func minister() throws {
        let first = "Presiden Prancis terbang ke Cairo pada Rabu."
        #expect(try speakers(.companion, first + " Menteri Luar Negeri sudah lebih dulu berada di Cairo.").count == 1)
        #expect(try speakers(.otherSubject, first + " Menteri Luar Negeri terbang ke Tokyo pada Jumat.").count == 1)
    }

    @Test("somebody else who is there already, and what they came in")
    func present() throws {
        let text =
            "The French president flies to Cairo on Friday. Italy's prime minister is already in the city. Her Challenger came in this morning."
        #expect(try speakers(.otherSubject, text) == ["-"])
        #expect(try speakers(.aircraft, text).isEmpty)
    }

    @Test("the hour of leaving home is a departure, though it is yet to come")
    func setsOut() throws {
        #expect(
            try speakers(
                .departure,
                "The French president is to leave Paris on Wednesday night and break the journey in Cairo for two hours."
            ) == ["-"]
        )
    }

    @Test(
        "what is no denial of a journey, no stay, no secret, and no history",
        arguments: [
            ("\"Kami tidak khawatir dengan perjalanan itu,\" kata juru bicara.", ClaimKind.negation),
            ("\"The calendar has no room left,\" a spokesman said.", .negation),
            ("The president will not leave the aircraft.", .negation),
            ("Tidak ada agenda bermalam di sana, kata juru bicara.", .dwell),
            ("A spokesman did not give a reason.", .secrecy),
            ("They could not say who was on board.", .secrecy),
            ("Polisi akan menutup sejumlah jalan di sekitar hotel.", .programme),
            ("Beijing said last week that China's premier would fly to Tokyo.", .history),
            ("His office brushed off criticism from Kyiv.", .denial),
        ]
    )
    func none(sentence: String, kind: ClaimKind) throws {
        let first =
            sentence.contains("juru bicara") || sentence.hasPrefix("Polisi")
            ? "Presiden Prancis terbang ke Cairo." : "The French president flies to Cairo on Wednesday."
        #expect(try speakers(kind, first + " " + sentence).isEmpty, "\(sentence)")
    }

    @Test("a journey without a place is the plan that is announced behind it")
    func announcedLater() throws {
        #expect(
            try speakers(
                .schedule,
                "The French president will set out this week on a tour. He begins with Cairo on Thursday, the palace said."
            ) == ["palace"]
        )
    }

    @Test("who arrived without a word of where, and what somebody says of a postponement")
    func arrived() throws {
        #expect(
            try speakers(
                .arrival,
                "The French president is in Cairo for a summit. He arrived on Saturday, airport sources said."
            ) == ["airport sources"]
        )
        #expect(
            try speakers(
                .context,
                "Presiden Prancis terbang ke Cairo. Kementerian Luar Negeri Jepang menyayangkan penundaan itu."
            ) == ["Kementerian Luar Negeri Jepang"]
        )
        #expect(
            try speakers(.programme, "Setelah menghadiri jamuan, presiden Prancis akan bertolak ke Cairo pada Rabu.")
                .isEmpty
        )
    }

    @Test("the plan that somebody announced goes on in the sentences behind it, and a quoted denial is the denial")
    func continued() throws {
        #expect(
            try speakers(
                .schedule,
                "The French president will fly to Cairo on Wednesday, his office said. He returns to Paris on Friday."
            ) == ["his office"]
        )
        let text =
            "The French president flies to Cairo. The palace denied a report that he would go to Tokyo. \"There is no such plan,\" the palace said."
        #expect(try speakers(.denial, text) == ["palace"])
        #expect(try speakers(.context, text).isEmpty)
    }

    @Test("a title makes no claim; a letter of a name ends no sentence")
    func title() throws {
        let text = "French president heads to Cairo\n\nThe French president will fly to Cairo on Friday."
        #expect(try draft(text).claims.count == 1)
        #expect(
            try draft("LIVE - French president heads to Cairo\n\nHe will land in Cairo on Friday.").claims.count == 1
        )
        #expect(
            try draft("The French president will meet John F. Kennedy's niece in Cairo on Friday.").claims.count
                == 1
        )
    }

    @Test(
        "many borders, entries and questions are read in time that grows with the text",
        arguments: [
            "A spokesman said no; ", "Q: Cairo?\nA: They fly. ", "A. B. C. ", "1540 GMT - ",
            "Semula ke Tokyo, tetapi Moskow mengatakan tidak, ", "Four ministers come. They fly to Cairo. ",
        ]
    )
    func bounded(piece: String) throws {
        let clock = ContinuousClock()
        func seconds(_ count: Int) throws -> Double {
            let text = String(repeating: piece, count: count)
            return try clock.measure { _ = try draft(text) } / .seconds(1)
        }
        _ = try seconds(10)
        let (short, long) = (try seconds(100), try seconds(800))
        #expect(long < max(short, 0.001) * 40, "\(short) s, \(long) s")
    }
}
