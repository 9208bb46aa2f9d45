import Aero
import Testing
import Visits

/// Constructions of news texts, each with sentences of our own in both languages.
struct ConstructionTests {
    private func draft(_ text: String, published: String = "2024-06-17T10:00:00+07:00") throws -> Draft {
        try Bench.draft(Story.story(["id": "made", "published": published, "text": text]), MadePlaces.gazetteer)
    }

    private func stops(_ text: String) throws -> [String] { try draft(text).stops.map(\.stop.name) }

    private func claims(_ kind: ClaimKind, _ text: String) throws -> [Claim] {
        try draft(text).claims.filter { $0.kind == kind }
    }

    @Test(
        "a place that its sentence announces as a stop",
        arguments: [
            "The French president flies to Cairo on Wednesday. Riyadh follows on Thursday.",
            "The French president flies to Cairo on Wednesday. Riyadh is next on the list.",
            "The French president flies to Cairo on Wednesday, and Riyadh will be the last stop.",
            "The French president flies to Cairo on Wednesday. The tour ends in Riyadh.",
            "Presiden Prancis terbang ke Cairo pada Rabu. Setelah itu giliran Riyadh.",
            "Presiden Prancis terbang ke Cairo pada Rabu. Riyadh menjadi persinggahan terakhir.",
            "Presiden Prancis terbang ke Cairo pada Rabu. Lawatan berakhir di Riyadh.",
            "Presiden Prancis terbang ke Cairo pada Rabu. Etape terakhir ialah Riyadh.",
        ]
    )
    func announced(text: String) throws {
        #expect(try stops(text) == ["Cairo", "Riyadh"])
    }

    @Test(
        "what looks like it and is none",
        arguments: [
            "The French president flies to Cairo on Wednesday. Washington follows the matter.",
            "The French president flies to Cairo on Wednesday. Tokyo is the second largest buyer of arms.",
            "Presiden Prancis terbang ke Cairo pada Rabu. Tokyo menjadi pembeli senjata terbesar.",
        ]
    )
    func notAnnounced(text: String) throws {
        #expect(try stops(text) == ["Cairo"])
    }

    @Test("what happens at a place can stand behind it")
    func relative() throws {
        for text in [
            "In Tokyo, where he is due to land on Friday, the French president meets nobody.",
            "Di Tokyo, tempat ia dijadwalkan tiba pada Jumat, presiden Prancis tidak bertemu siapa pun.",
        ] {
            let stop = try #require(try draft(text).stops.first)
            #expect(stop.stop.name == "Tokyo" && stop.stop.arrival.start == Story.time("2024-06-20T15:00:00Z"))
        }
    }

    @Test("an aircraft that carries somebody moves them")
    func carried() throws {
        #expect(
            try stops("The French president is well. A government jet is to bring him to Cairo on Friday.") == ["Cairo"]
        )
        #expect(
            try stops("An air force Airbus will land in Cairo on Friday with the French president aboard.") == ["Cairo"]
        )
        #expect(try stops("Pesawat pemerintah akan membawa presiden Prancis ke Cairo pada Jumat.") == ["Cairo"])
        #expect(
            try stops("The French president stays at home. A government jet carried vaccines to Cairo.").isEmpty
        )
    }

    @Test("a capital without its name")
    func capital() throws {
        let draft = try draft(
            "The French president will fly to Japan. He should be in the Japanese capital by Friday evening."
        )
        #expect(draft.stops.count == 1 && draft.stops[0].stop.airports.first?.code == "RJTT")
        #expect(draft.stops[0].stop.arrival.end != nil)
    }

    @Test("the day after, the evening of it, and a day without a month")
    func days() throws {
        let days = { (text: String) throws -> [String] in
            try draft(text).stops.map { Score.words($0.stop.arrival.readings.first?.start) }
        }
        #expect(
            try days("Presiden Indonesia tiba di Cairo pada Rabu pagi (19/6). Esok malamnya ia terbang ke Tokyo.")
                .last == "2024-06-20T09:00:00Z"
        )
        #expect(
            try days("The French president lands in Cairo on June 19 and in Tokyo on the 21st.").last
                == "2024-06-20T15:00:00Z"
        )
        #expect(
            try days("Presiden Indonesia tiba di Cairo pada 30 Juni dan di Tokyo pada tanggal 2.").last
                == "2024-07-01T15:00:00Z"
        )
        #expect(
            try claims(.surfaceLeg, "Presiden Ukraina menumpang kereta semalam dari Kyiv ke Warsaw.").first?.time == nil
        )
    }

    @Test("what has been is history, whatever word says so")
    func past() throws {
        for text in [
            "The French president flies to Cairo on Wednesday. He was last in Tokyo as a minister.",
            "The French president flies to Cairo on Wednesday. He visited Tokyo in May 2022.",
            "The French president flies to Cairo on Wednesday. A visit to Tokyo was called off last month.",
            "Presiden Prancis terbang ke Cairo pada Rabu. Ia terakhir ke Tokyo sebagai menteri.",
            "Presiden Prancis terbang ke Cairo pada Rabu. Kunjungan ke Tokyo dua pekan lalu ditunda.",
            "Presiden Prancis terbang ke Cairo pada Rabu. Pesawat kepresidenan sudah lama dijual ke Tokyo.",
        ] {
            let draft = try draft(text)
            #expect(draft.stops.map(\.stop.name) == ["Cairo"], "\(text)")
            #expect(draft.claims.filter { $0.kind == .history }.count == 1, "\(text)")
            #expect(!draft.claims.contains { [.negation, .aircraft].contains($0.kind) }, "\(text)")
        }
        #expect(try stops("Emmanuel Macron, elected in 2017, will fly to Cairo on Wednesday.") == ["Cairo"])
    }

    @Test("a deputy, a predecessor and the leader of the opposition travel for themselves")
    func others() throws {
        for text in [
            "The French president flies to Cairo on Wednesday. The vice president flies to Tokyo.",
            "The French president flies to Cairo on Wednesday. The leader of the opposition is on a visit to Tokyo.",
            "Presiden Prancis terbang ke Cairo pada Rabu. Wakil presiden terbang ke Tokyo.",
            "Presiden Prancis terbang ke Cairo pada Rabu. Mantan presiden terbang ke Tokyo.",
        ] {
            let draft = try draft(text)
            #expect(draft.stops.map(\.stop.name) == ["Cairo"], "\(text)")
            #expect(draft.claims.contains { $0.kind == .otherSubject }, "\(text)")
        }
        #expect(
            try stops("Wakil Presiden Indonesia terbang ke Cairo pada Rabu. Wakil presiden lalu terbang ke Tokyo.")
                == ["Cairo", "Tokyo"]
        )
    }

    @Test("a seat of government bounds the landing in its state")
    func seats() throws {
        let draft = try draft(
            "The French president will land in Washington on Tuesday. He will be received in the Oval Office at noon on Wednesday."
        )
        #expect(draft.stops.map(\.stop.name) == ["Washington"])
        #expect(draft.claims.filter { $0.kind == .meeting }.map(\.stops) == [[1]])
    }

    @Test("on the way out comes before where it leads, whenever it is told")
    func outward() throws {
        #expect(
            try stops("The French president flies to Tokyo on Friday. On the way out he lands in Cairo.")
                == ["Cairo", "Tokyo"]
        )
        #expect(
            try stops("Presiden Prancis terbang ke Tokyo pada Jumat. Sebelum itu ia mampir di Cairo.")
                == ["Cairo", "Tokyo"]
        )
    }

    @Test("what nobody confirms is no stop")
    func declined() throws {
        for text in [
            "The French president flies to Cairo on Wednesday. His office would not confirm that a halt in Tokyo was planned.",
            "Presiden Prancis terbang ke Cairo pada Rabu. Kantornya menolak menjawab soal persinggahan di Tokyo.",
            "The French president flies to Cairo on Wednesday. He was to have visited Tokyo on Friday.",
        ] {
            #expect(try stops(text) == ["Cairo"], "\(text)")
        }
    }

    @Test("a region's unnamed state is a stop of its own")
    func unnamedState() throws {
        let draft = try draft("The French president will fly to Riyadh and then to another Gulf state.")
        #expect(draft.stops.map(\.stop.name) == ["Riyadh", "Gulf"] && draft.stops.last?.stop.airports.isEmpty == true)
    }

    @Test("the train leads to where the flight begins")
    func groundOrigin() throws {
        let text = "The Ukrainian president will be driven to Rzeszow and fly from there to Paris, an aide said."
        #expect(try claims(.origin, text).map { $0.places.map(\.name) } == [["Rzeszow"]])
        #expect(try stops(text) == ["Paris"])
    }

    @Test("a summit's town that is reached by car is no place to land")
    func summitTown() throws {
        let text =
            "Presiden Prancis memastikan hadir dalam KTT di Cambridge. Ia mendarat di London pada Jumat. Perjalanan ke tempat KTT ditempuh dengan mobil."
        #expect(try stops(text) == ["London"])
    }

    // MARK: Who says it

    @Test("verbs of blame and praise are said by somebody")
    func judging() throws {
        #expect(
            try claims(
                .context,
                "The French president flies to Cairo. Tokyo, whose minister is away, mocked the journey."
            )
            .map { $0.speaker?.line } == ["Tokyo"]
        )
        #expect(
            try claims(.context, "The French president flies to Cairo. Human rights groups criticised the timing.")
                .map { $0.speaker?.line } == ["Human rights groups"]
        )
        #expect(
            try claims(.context, "Presiden Prancis terbang ke Cairo. Moskow mencemooh lawatan ini.")
                .map { $0.speaker?.line } == ["Moskow"]
        )
    }

    @Test("the office of the one the text is about speaks for them, whoever spoke last")
    func ownOffice() throws {
        let draft = try draft(
            "Japan's prime minister flies to Cairo on Wednesday, the foreign ministry said. \"We want friends,\" the premier told a rally."
        )
        #expect(draft.claims.filter { $0.kind == .context }.map { $0.speaker?.line } == ["Japan's prime minister"])
        let other = try self.draft("Presiden Prancis terbang ke Cairo. \"Saya duduk di belakang,\" katanya.")
        #expect(other.claims.filter { $0.kind == .context }.map { $0.speaker?.line } == ["Presiden Prancis"])
    }

    @Test("a rumour that is called untrue is denied")
    func untrue() throws {
        for text in [
            "The French president flies to Cairo. Speculation that a singer would travel with him was \"unfounded\", a spokesman said.",
            "Presiden Prancis terbang ke Cairo. Kabar bahwa seorang penyanyi ikut terbang tidak benar, kata juru bicara.",
        ] {
            #expect(try claims(.denial, text).count == 1, "\(text)")
        }
    }

    @Test("an answer that answers nothing")
    func evasive() throws {
        for text in [
            "The French president flies to Cairo. \"You'll see when we get there,\" an aide told reporters.",
            "Presiden Prancis terbang ke Cairo. \"Tunggu saja,\" kata ajudan.",
        ] {
            #expect(try claims(.denial, text).map(\.certainty) == [.evasive], "\(text)")
        }
    }

    @Test("an aircraft beside that of the visit")
    func spare() throws {
        for text in [
            "The French president flies to Cairo. A spare Airbus A330 follows an hour later.",
            "Presiden Prancis terbang ke Cairo. Sebuah Boeing 777 cadangan terbang beriringan.",
            "The French president flies to Cairo. A Hercules is to trail the jet with spare parts.",
        ] {
            let draft = try draft(text)
            #expect(draft.claims.filter { $0.kind == .companion }.count == 1, "\(text)")
            #expect(!draft.claims.contains { $0.kind == .aircraft }, "\(text)")
        }
    }

    @Test("fighters by their names escort")
    func escort() throws {
        #expect(
            try claims(
                .escort,
                "The French president flies to Cairo. Two Rafales will accompany the aircraft over the sea."
            ).count == 1
        )
    }
}
