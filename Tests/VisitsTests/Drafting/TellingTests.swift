import Aero
import Testing
import Visits

/// What tells the journey, who tells it, and what only looks like a stop: sentences of our own in both languages.
struct TellingTests {
    private func draft(_ text: String, published: String = "2024-06-17T10:00:00+07:00") throws -> Draft {
        try Bench.draft(Story.story(["id": "made", "published": published, "text": text]), MadePlaces.gazetteer)
    }

    private func stops(_ text: String) throws -> [String] { try draft(text).stops.map(\.stop.name) }

    /// "kind by speaker", in the order of the text.
    private func claims(_ text: String) throws -> [String] {
        try draft(text).claims.map { $0.kind.rawValue + " by " + ($0.speaker?.line ?? "-") }
    }

    @Test("that the journey goes on is told by its stops, not by a claim more")
    func goesOn() throws {
        for text in [
            "The French president will land in Cairo on Tuesday, his office said. He goes on to Riyadh on Wednesday.",
            "Presiden Prancis akan tiba di Cairo pada Selasa, kata kantornya. Ia terbang ke Riyadh pada Rabu.",
        ] {
            #expect(try stops(text) == ["Cairo", "Riyadh"])
            #expect(try claims(text).map { $0.prefix(11) } == ["schedule by"])
        }
    }

    @Test("where another speaker adds to the journey, that is a stop; the way home is not")
    func addsTo() throws {
        let added =
            "The French president leaves Paris on Tuesday for Cairo. He will fly to Riyadh on Wednesday, a diplomat said."
        #expect(try claims(added) == ["departure by -", "stop by diplomat"])
        let home =
            "The French president flies to Cairo on Tuesday, his office said. He will be back in Paris on Friday, a diplomat said."
        #expect(try claims(home) == ["schedule by his office", "schedule by diplomat"])
        let late =
            "Presiden Prancis bertolak dari Paris pada Selasa menuju Cairo. Menurut Istana Elysee, ia terbang ke Riyadh pada Rabu."
        #expect(try claims(late) == ["departure by -", "stop by Istana Elysee"])
    }

    @Test("a goal with a day beside a stop for fuel is a schedule")
    func goalWithDay() throws {
        let text =
            "The French president is to land in Tokyo on Sunday after a refuelling stop in Abu Dhabi, his office said."
        #expect(try stops(text) == ["Abu Dhabi", "Tokyo"])
        #expect(try claims(text) == ["schedule by his office"])
    }

    @Test(
        "a stop that falls through, with its word behind the place",
        arguments: [
            "Presiden Prancis terbang ke Cairo pada Rabu. Rencana terbang ke Riyadh sehari sesudahnya batal, kata ajudan.",
            "Presiden Prancis terbang ke Cairo pada Rabu. Kunjungan ke Riyadh urung, kata ajudan.",
            "Presiden Prancis terbang ke Cairo pada Rabu. Kunjungan ke Riyadh masuk dalam pembahasan tetapi tidak jadi.",
            "Presiden Prancis terbang ke Cairo pada Rabu. Riyadh dicoret dari agenda.",
            "The French president flies to Cairo on Wednesday. Riyadh has been dropped from the programme.",
            "The French president flies to Cairo on Wednesday. A trip to Riyadh is not on his schedule.",
            "The French president flies to Cairo on Wednesday. Reports of a stop in Riyadh are wrong, his office said.",
        ]
    )
    func fallsThrough(text: String) throws { #expect(try stops(text) == ["Cairo"]) }

    @Test("who cancels a stop is its speaker")
    func ruledOutBy() throws {
        let text =
            "The French president flies to Cairo on Wednesday. A side trip to Riyadh was ruled out by a senior official."
        #expect(try claims(text).last == "negation by senior official")
    }

    @Test(
        "a train on the way to the preposition, or as what moves",
        arguments: [
            "Kim Jong Un meninggalkan Pyongyang pada Minggu malam dengan kereta lapis baja menuju Moscow.",
            "Kim Jong Un left Pyongyang on an armoured train for Moscow on Sunday.",
            "Kim Jong Un's train crossed into Russia early on Tuesday.",
        ]
    )
    func byTrain(text: String) throws { #expect(try stops(text).isEmpty) }

    @Test("the field before a road is where the flight ends")
    func fieldBeforeRoad() throws {
        let text = "The French president flies to Rzeszów on Tuesday. From the airport he travels by road to Warsaw."
        #expect(try stops(text) == ["Rzeszów"])
    }

    @Test("where the journey is next, told by being there")
    func isNext() throws {
        for text in [
            "Presiden Prancis akan berada di Cairo pada 18 Juni, kemudian di Riyadh pada 20 Juni.",
            "Presiden Prancis tiba di Cairo pada 18 Juni. Ia diperkirakan berada di Riyadh pada 20 Juni.",
            "The French president is in Cairo on June 18. They begin in Riyadh on June 20 and fly home.",
        ] {
            #expect(try stops(text).contains("Riyadh"), "\(text)")
        }
    }

    @Test(
        "places that are nobody's goal",
        arguments: [
            "The French president is due in Cairo on Tuesday, his office said, after a fault kept him in Riyadh.",
            "The French president flies to Cairo on Tuesday. He had wanted to visit Riyadh.",
            "The French president flies to Cairo on Tuesday. He was to have gone to Riyadh.",
            "Presiden Prancis terbang ke Cairo pada Selasa. Semula ia hendak mengunjungi Riyadh.",
            "The French president flies to Cairo on Tuesday. His wife flies to Riyadh on Wednesday.",
            "Presiden Prancis terbang ke Cairo pada Selasa. Istrinya terbang ke Riyadh pada Rabu.",
            "The French president, who is visiting Riyadh, will fly to Cairo on Friday.",
            "Presiden Prancis, yang sedang melawat ke Riyadh, akan terbang ke Cairo pada Jumat.",
            "Presiden Prancis terbang ke Cairo pada Selasa. Kapal bantuan bertolak dari London menuju Riyadh.",
            "Presiden Prancis terbang ke Cairo pada Selasa. Ia urung ke Riyadh.",
            "The French president flies to Cairo on Tuesday, Riyadh said.",
            "The French president flew to Cairo on Tuesday, three days after a visit to Riyadh.",
            "Presiden Prancis terbang ke Cairo pada Selasa, tiga hari setelah ke Riyadh.",
            "The French president flies to Cairo on Tuesday. An air force transport had landed in Riyadh, two people said.",
            "The French president flies to Cairo on Tuesday. A chartered Gulfstream left Riyadh, two people said.",
        ]
    )
    func nobodysGoal(text: String) throws { #expect(try stops(text) == ["Cairo"]) }

    @Test("for the goal behind an article; the stops before a row come before all of it")
    func forTheGoal() throws {
        let text =
            "The French president leaves Paris on Saturday for the Netherlands, Poland and Japan after first stopping over in Cairo."
        #expect(try stops(text).map { String($0.suffix(11)) } == ["Cairo", "Netherlands", "Poland", "Japan"])
    }

    @Test("between two stops, and inside a row")
    func between() throws {
        let text =
            "The French president leaves Paris on Saturday for Cairo and Tokyo. He will also stop in Riyadh between Cairo and Tokyo."
        #expect(try stops(text) == ["Cairo", "Riyadh", "Tokyo"])
        let row =
            "The French president goes to Cairo on Tuesday, Moscow on Wednesday and, after a night in Rome, Tokyo on Thursday."
        #expect(try stops(row) == ["Cairo", "Moscow", "Rome", "Tokyo"])
    }

    @Test("a bound that is read as before the landing bounds nothing")
    func boundBefore() throws {
        let text =
            "The king of Spain will fly to Cairo on Sunday and inspect troops at Riyadh on Monday, the royal house said."
        let window = try #require(try draft(text).stops.first).stop.arrival
        #expect(window.start.map { start in window.end.map { start < $0 } ?? true } ?? true)
    }

    @Test("a king is not the queen")
    func queen() throws {
        let text =
            "Japan's king will fly to Cairo on Sunday, the royal house said. Queen Letizia is to visit Riyadh the same week."
        #expect(try stops(text) == ["Cairo"])
    }

    @Test("under way to a place: no order of stops")
    func underWay() throws {
        let text =
            "The French president was on his way to Cairo on Thursday, an aide said, and will visit Riyadh before returning."
        #expect(try stops(text) == ["Cairo", "Riyadh"])
    }

    @Test("a day of the week behind another is the one after it")
    func weekdaysGoOn() throws {
        let text = "The French president lands in Cairo on Sunday evening. He is to be back in Paris by Thursday."
        let stops = try draft(text).stops
        #expect(stops.map(\.stop.name) == ["Cairo", "Paris"])
        #expect(stops.last?.stop.arrival.end.map { $0 > (Story.time("2024-06-26T00:00:00Z") ?? $0) } ?? false)
        // Words of order keep their own.
        let before = "The French president lands in Cairo on Sunday evening. Before that he visits Rome on Thursday."
        #expect(try self.stops(before) == ["Rome", "Cairo"])
    }

    @Test("shortened months with a stop")
    func shortMonths() throws {
        let stop = try #require(try draft("The French president flies to Cairo on Friday, Dec. 6.").stops.first)
        #expect(
            stop.stop.arrival.end == Story.time("2024-12-06T22:00:00Z")
                || stop.stop.arrival.end == Story.time("2024-12-06T23:00:00Z")
        )
        #expect(stop.stop.arrival.start.map { $0 > (Story.time("2024-12-05T12:00:00Z") ?? $0) } ?? false)
    }

    @Test(
        "who speaks",
        arguments: [
            (
                "Saudi Arabia's foreign minister denied that a meeting was planned.",
                "denial by Saudi Arabia's foreign minister"
            ),
            (
                "The Israeli prime minister's office declined to comment.",
                "no_comment by Israeli prime minister's office"
            ),
            ("The French president flies to Cairo on Friday, the alliance said.", "schedule by alliance"),
            (
                "BRUSSELS (Example Wire) - The French president flies to Cairo on Friday, the pilgrims said.",
                "schedule by pilgrims"
            ),
            ("Beijing, which had urged Washington to refuse the transits, denounced the trip.", "context by Beijing"),
            (
                "Dua jet tempur akan mengawalnya, kata Kepala Dinas Penerangan TNI AU.",
                "escort by Kepala Dinas Penerangan TNI AU"
            ),
            ("Two Rafale jets are to accompany the presidential aircraft, the palace said.", "escort by palace"),
            ("Beijing has warned of consequences.", "warning by Beijing"),
        ]
    )
    func speaker(text: String, expected: String) throws { #expect(try claims(text).contains(expected), "\(text)") }

    @Test("kinds by their words")
    func kinds() throws {
        let begin = "The French president flies to Cairo on Friday. "
        for (text, kind) in [
            ("A replacement aircraft sent from Rome had been diverted to London.", "companion by -"),
            ("It is his first journey to Egypt.", "history by -"),
            ("The palace did not mention when he returns.", "secrecy by palace"),
            ("He is there for a stop of two hours.", "dwell by -"),
            ("An official denied that anyone of rank was on board.", "denial by official"),
        ] {
            #expect(try claims(begin + text).contains(kind), "\(text)")
        }
        let mulai = "Presiden Prancis terbang ke Cairo pada Jumat. "
        for (text, kind) in [
            ("Upacara penyambutan digelar di Istana Bogor.", "programme by -"),
            ("Ia hanya beberapa jam berada di kota itu.", "dwell by -"),
            ("Presiden Rusia, yang juga diundang, terbang dari Moskow pada Jumat siang.", "other_subject by -"),
            ("Moskow mengecam undangan tersebut.", "context by Moskow"),
            ("Pertemuannya dengan raja dijadwalkan Jumat pukul 17.30.", "meeting by -"),
        ] {
            #expect(try claims(mulai + text).contains(kind), "\(text)")
        }
    }

    @Test("another speaker behind a semicolon")
    func semicolon() throws {
        let text =
            "Presiden Prancis tiba di Cairo pada Jumat. Ia tidak memakai pesawat negaranya; menurut dua diplomat, ia menumpang Airbus A330."
        #expect(try claims(text).suffix(2) == ["negative_aircraft by -", "aircraft by dua diplomat"])
    }

    @Test("a visit that was cut short, and the way back from it")
    func cutShort() throws {
        let text =
            "The French president cut short a visit to Riyadh and was on his way back to Paris on Saturday, his office said."
        #expect(try stops(text) == ["Paris"])
    }

    @Test("what has been, what was to be, and what comes from a stop of the journey")
    func times() throws {
        #expect(try claims("The French president flew into Cairo on Sunday night, staff said.") == ["arrival by staff"])
        #expect(
            try claims("The French president was to land in Cairo on Monday, his office said.") == [
                "schedule by his office"
            ]
        )
        let back = "The French president lands in Cairo on Monday. After Cairo he flies home."
        #expect(try claims(back) == ["schedule by -"])
    }

    @Test("a halt that comes first, told later; a way by rail; a way back by a day of the week")
    func ways() throws {
        for text in [
            "Presiden Prancis akan mengunjungi Tokyo pada 20 Juni. Ia lebih dulu singgah di Hanoi.",
            "The French president visits Tokyo on June 20. He will first stop in Hanoi.",
        ] {
            #expect(try stops(text) == ["Hanoi", "Tokyo"])
        }
        let rail =
            "The French president is to reach London on Monday. He arrived in the West on Friday by rail through Poland."
        #expect(try stops(rail) == ["London"])
        let back =
            "The French president leaves Paris on Friday for Riyadh. His return on Wednesday will be by way of Cairo."
        #expect(try stops(back) == ["Riyadh", "Cairo"])
    }

    @Test("one more of a type, and a meeting that no schedule has")
    func more() throws {
        let begin = "The French president flies to Cairo on Friday. "
        #expect(try claims(begin + "A second Boeing 747 arrived earlier the same day.").last == "companion by -")
        let tidak =
            "Presiden Prancis terbang ke Cairo pada Jumat. Pertemuan dengan pemimpin Korea Utara tidak ada dalam jadwal."
        #expect(try claims(tidak).last == "negation by -")
    }

    @Test("a trip of days is no day trip")
    func days() throws {
        let kinds = try draft("The French president begins a two-day trip to Cairo on Tuesday.").stops.map(\.stop.kind)
        #expect(kinds == [.destination])
    }

    @Test("what is no saying, and no secret")
    func noSaying() throws {
        let text = "Presiden Prancis terbang ke Cairo pada Jumat untuk melihat Candi Borobudur."
        #expect(try claims(text) == ["schedule by -"])
        let quiet = "Presiden Prancis diam-diam meninggalkan Paris pada Jumat menuju Cairo."
        #expect(try claims(quiet) == ["departure by -"])
    }

    @Test("a name before an office, and whom a text begins with")
    func subjects() throws {
        let named =
            "António Guterres, the United Nations secretary general, will visit Cairo on Monday and fly to Moscow on Tuesday. Ukraine's president receives him."
        #expect(try draft(named).subject?.name == "António Guterres")
        let minister =
            "Egypt's foreign minister flies to Rome on Sunday, an official said, and is expected in Moscow on Tuesday. Poland's prime minister, who is visiting Paris, leaves for Tokyo on Monday."
        #expect(try draft(minister).subject?.state == StateCode("EG"))
        let both = "Raja Charles III dan Ratu Camilla terbang ke Cairo pada Jumat."
        #expect(try draft(both).subject?.name?.contains("Charles") ?? false)
    }

    @Test("a water is no region, several states are no place, a field far away is not the town behind the comma")
    func noPlaces() throws {
        #expect(
            try stops("The French president flies to Cairo on Friday. An aircraft turned towards the Gulf of Aqaba.")
                == ["Cairo"]
        )
        #expect(
            try stops("The French president flies to Cairo on Friday. It is his journey to a China country.") == [
                "Cairo"
            ]
        )
    }
}
