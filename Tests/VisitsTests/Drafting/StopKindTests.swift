import Aero
import Testing
import Visits

/// Kinds of sentences that make stops or only look like it, each beside sentences that say the opposite in nearly the same words.
struct StopKindTests {
    private func draft(_ text: String, published: String = "2024-06-17T10:00:00+07:00") throws -> Draft {
        try Bench.draft(Story.story(["id": "made", "published": published, "text": text]), MadePlaces.gazetteer)
    }

    private func stops(_ text: String) throws -> [String] { try draft(text).stops.map(\.stop.name) }

    @Test("what makes a stop, and what does not", arguments: table.split(separator: "\n").map(String.init))
    func hasItsStops(row: String) throws {
        let cells = row.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
        let expected =
            cells[1] == "-"
            ? [] : cells[1].split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
        #expect(try stops(cells[0]) == expected, "\(cells[0])")
    }

    @Test(
        "a departure bounds a landing from below; the next stop bounds it from above, not some hours of ours",
        arguments: [
            "The French president will leave Paris on Tuesday for Cairo and go on to Rome on Friday.",
            "Presiden Prancis bertolak dari Paris pada Selasa menuju Cairo dan terbang ke Roma pada Jumat.",
        ]
    )
    func departureStaysOpen(text: String) throws {
        let stops = try draft(text).stops
        let first = try #require(stops.first), last = try #require(stops.last)
        #expect(stops.count == 2 && first.stop.name == "Cairo")
        #expect(first.stop.arrival.end == last.stop.arrival.end)
    }

    @Test("where nothing else bounds it, a landing is within a day of the departure")
    func departureAlone() throws {
        let stop = try #require(try draft("The French president will leave Paris on Tuesday for Cairo.").stops.first)
        let (start, end) = (try #require(stop.stop.arrival.start), try #require(stop.stop.arrival.end))
        #expect(end.seconds(since: start) < 48 * 3_600)
    }

    @Test("a day that is said is whole, also where the stop before it lies in another zone")
    func daysAreWhole() throws {
        let stops = try draft(
            "Presiden Prancis terbang ke Jakarta pada Kamis (20/6) dan pada hari yang sama ke Tokyo.",
            published: "2024-06-17T10:00:00+07:00"
        ).stops
        let tokyo = try #require(stops.last)
        #expect(tokyo.stop.name == "Tokyo")
        // Midnight of the 20th in Tokyo.
        #expect(tokyo.stop.arrival.start?.seconds == 1_718_809_200)
    }

    @Test("the hour of what he comes for bounds the landing, and the stop before it bounds it from below")
    func hourOfAnEvent() throws {
        let stops = try draft(
            "The French president flies to Cairo on Tuesday. He must be in Tokyo for a flag-raising at 9 a.m. local time on June 20."
        ).stops
        let (cairo, tokyo) = (try #require(stops.first), try #require(stops.last))
        #expect(tokyo.stop.arrival.start == cairo.stop.arrival.start)
        #expect(tokyo.stop.arrival.end?.seconds == 1_718_841_600)
    }

    @Test("days told in one breath go on into the next week")
    func nextWeek() throws {
        let stops = try draft(
            "The French president will arrive in Rome on Sunday and fly to Munich on Tuesday before going on to London that evening. He is due in Warsaw on Wednesday."
        ).stops
        #expect(stops.map(\.stop.name) == ["Rome", "Munich", "London", "Warsaw"])
    }

    @Test("what was over a week before the text is no stop beside others, and the stop where it tells of nothing else")
    func bygone() throws {
        #expect(
            try stops("The French president flies to Rome on Tuesday. In May he visited Tokyo and Cairo.") == ["Rome"]
        )
        #expect(try stops("Presiden Prancis terbang ke Roma pada Selasa. Pada Mei lalu ia ke Tokyo.") == ["Roma"])
    }

    @Test(
        "between two hours of the clock is one time, with its day",
        arguments: [
            "Presiden Prancis mendarat di Hanoi antara pukul 14.00 dan 15.00 waktu setempat pada Kamis (20/6).",
            "The French president lands in Hanoi on June 20 between 2 p.m. and 3 p.m. local time.",
        ]
    )
    func betweenHours(text: String) throws {
        let stop = try #require(try draft(text).stops.first)
        #expect(stop.stop.arrival.start?.seconds == 1_718_865_000)
        #expect(stop.stop.arrival.end?.seconds == 1_718_872_200)
    }

    @Test("until a day is the stay, so that he comes by then")
    func until() throws {
        let stops = try draft("Presiden Prancis tiba di Hanoi pada Selasa, kemudian berada di Tokyo sampai Kamis.")
            .stops
        let (hanoi, tokyo) = (try #require(stops.first), try #require(stops.last))
        #expect(tokyo.stop.name == "Tokyo" && tokyo.stop.arrival.start == hanoi.stop.arrival.start)
    }

    @Test("a name between two commas is that of the office before it")
    func apposedName() throws {
        let subject = try draft("Poland's president, Jan Kowalski Nowak, sets off on Tuesday for Rome.").subject
        #expect(subject?.name == "Jan Kowalski Nowak")
    }

    /// "text | its stops".
    private static let table = """
        Presiden Prancis Emmanuel Macron akan tiba di Hanoi pada Selasa. Rabu ia ke Tokyo, lalu Warsaw pada hari yang sama. | Hanoi, Tokyo, Warsaw
        Presiden Prancis Emmanuel Macron tiba di Hanoi pada Selasa. Sehari kemudian Macron langsung ke Tokyo. | Hanoi, Tokyo
        Presiden Prancis Emmanuel Macron tiba di Hanoi pada Selasa. Surat Macron ke Tokyo belum dijawab. | Hanoi
        Presiden Prancis Emmanuel Macron tiba di Hanoi pada Selasa. Telepon presiden ke Washington berlangsung satu jam. | Hanoi
        The French president flies to Hanoi on Tuesday. Beijing has said it would react if he went to Warsaw. | Hanoi
        The French president flies to Hanoi on Tuesday and, if talks go well, on to Tokyo on Wednesday. | Hanoi, Tokyo
        Presiden Prancis terbang ke Hanoi pada Selasa. Beijing akan bereaksi kalau ia singgah di Warsaw. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Jika cuaca baik, ia tiba di Tokyo pada Rabu. | Hanoi, Tokyo
        Should he visit Warsaw, Beijing would protest. The French president flies to Hanoi on Tuesday. | Hanoi
        The French president will fly to Hanoi on Tuesday, his spokesman told reporters in Tokyo. | Hanoi
        The French president will fly to Hanoi on Tuesday, his spokesman said at a news conference in Tokyo. | Hanoi
        Presiden Prancis akan terbang ke Hanoi pada Selasa, kata juru bicaranya dalam jumpa pers di Tokyo, Senin (17/6). | Hanoi
        Presiden Prancis akan terbang ke Hanoi pada Selasa, kata juru bicaranya kepada wartawan di Tokyo. | Hanoi
        Presiden Prancis tiba di Hanoi pada Selasa dan menggelar konferensi pers di Tokyo pada Rabu. | Hanoi, Tokyo
        In an interview in Tokyo the French president said he will fly to Hanoi on Tuesday. | Hanoi
        The French president flies to Hanoi on Tuesday. Two officials flew to Tokyo on Sunday. | Hanoi
        The French president flies to Hanoi on Tuesday. A deputy minister has already left for Tokyo. | Hanoi
        The French president flies to Hanoi on Tuesday. His foreign minister will travel to Tokyo instead. | Hanoi
        The French president flies to Hanoi on Tuesday. The foreign minister goes on to Tokyo. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Seorang wakil menteri sudah lebih dulu terbang ke Tokyo. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Dua pejabat kementerian sudah tiba di Tokyo. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Menteri luar negerinya menuju Tokyo. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Ibu negara akan menyusul ke Tokyo. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa, kata seorang pejabat, lalu menuju Tokyo pada Rabu. | Hanoi, Tokyo
        Two officials said the French president flies to Hanoi on Tuesday and goes on to Tokyo on Wednesday. | Hanoi, Tokyo
        The French president flies to Hanoi on Tuesday. Officials said he would go on to Tokyo on Wednesday. | Hanoi, Tokyo
        The French president flies to Hanoi on Tuesday. Russian President Vladimir Putin will be in Tokyo the same day. | Hanoi
        The French president flies to Hanoi on Tuesday. Vietnam's president returns from Tokyo to receive him. | Hanoi
        The French president flies to Hanoi on Tuesday, a day after Vietnam's president returned from Tokyo. | Hanoi
        The French president flies to Hanoi on Tuesday, where he meets Indonesia's Prabowo Subianto, who goes on to Tokyo. | Hanoi
        The French president will fly to Hanoi on Tuesday. His host, who is in Tokyo until Monday, will fly back overnight. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Tuan rumahnya baru kembali dari Tokyo pada Senin malam. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Presiden Rusia Vladimir Putin pada hari yang sama berada di Tokyo. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Di sana ia bertemu Presiden Rusia Vladimir Putin, yang kemudian terbang ke Tokyo. | Hanoi
        The French president flies to Hanoi on Tuesday. He was in Tokyo last month. | Hanoi
        The French president flies to Hanoi on Tuesday. In May he visited Tokyo and Warsaw. | Hanoi
        The French president flies to Hanoi on Tuesday. He has already been to Tokyo this year. | Hanoi
        The French president flies to Hanoi on Tuesday. Two weeks ago he flew to Tokyo. | Hanoi
        The French president flies to Hanoi on Tuesday. His last foreign trip took him to Tokyo. | Hanoi
        The French president flies to Hanoi on Tuesday. It comes a month after his visit to Tokyo. | Hanoi
        The French president flies to Hanoi on Tuesday. He met the same guests in Tokyo in March. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Pada Mei lalu ia mengunjungi Tokyo dan Warsaw. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Bulan lalu ia sudah ke Tokyo. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa, sepekan setelah pulang dari Tokyo. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Ia baru saja kembali dari Tokyo. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Keduanya terakhir bertemu di Tokyo pada Maret. | Hanoi
        The French president, now in Tokyo, flies to Hanoi on Tuesday. | Hanoi
        The French president, who has been in Tokyo since Friday, flies to Hanoi on Tuesday. | Hanoi
        The French president is in Tokyo for talks. He flies to Hanoi on Tuesday. | Hanoi
        The French president spent the weekend in Tokyo. He flies to Hanoi on Tuesday. | Hanoi
        Presiden Prancis, yang sejak Jumat berada di Tokyo, terbang ke Hanoi pada Selasa. | Hanoi
        Presiden Prancis saat ini berada di Tokyo. Ia terbang ke Hanoi pada Selasa. | Hanoi
        Dari Tokyo, tempat ia berada sejak Jumat, Presiden Prancis terbang ke Hanoi pada Selasa. | Hanoi
        The French president flies to Hanoi on Tuesday. From there he continues by car to Munich. | Hanoi
        The French president flies to Hanoi on Tuesday and is driven to Munich on Wednesday. | Hanoi
        The French president flies to Hanoi on Tuesday. A boat takes him to Munich the next day. | Hanoi
        The French president flies to Hanoi on Tuesday and takes the night train to Munich. | Hanoi
        The French president left Paris by special train on Monday for Berlin. | -
        Presiden Prancis terbang ke Hanoi pada Selasa, lalu meneruskan perjalanan darat ke Munich. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Dari sana ia naik mobil ke Munich. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Dengan kapal ia kemudian menuju Munich. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa dan menumpang kereta malam ke Munich. | Hanoi
        Presiden Prancis meninggalkan Paris dengan kereta khusus pada Senin menuju Berlin. | -
        The French president flies to Hanoi on Tuesday. A visit to Tokyo that was to follow has also been dropped. | Hanoi
        The French president flies to Hanoi on Tuesday. Stops in Tokyo and Warsaw were cancelled. | Hanoi
        The French president flies to Hanoi on Tuesday. He turned down an invitation to Tokyo. | Hanoi
        The French president flies to Hanoi on Tuesday. An invitation to Tokyo was not taken up. | Hanoi
        The French president flies to Hanoi on Tuesday, leaving out Tokyo. | Hanoi
        The French president flies to Hanoi on Tuesday instead of Tokyo. | Hanoi
        Tokyo had asked for a visit, but the French president flies to Hanoi on Tuesday. | Hanoi
        The French president flies to Hanoi on Tuesday. Tokyo will have to wait. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Persinggahan di Tokyo dan Warsaw dibatalkan. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Undangan ke Tokyo ditolaknya. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Ia tidak jadi ke Tokyo. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Usul singgah di Tokyo tidak diterima. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa dan melewatkan Tokyo. | Hanoi
        The French president flies to Hanoi on Tuesday from Tokyo and returns there on Thursday. | Hanoi, Tokyo
        Presiden Prancis tiba di Hanoi pada Selasa setelah dari Tokyo, dan kembali ke sana pada Kamis. | Hanoi, Tokyo
        The French president will travel to Hanoi. He lands there on Tuesday. | Hanoi
        The French president flies to Hanoi on Tuesday. The treaty was signed in Tokyo in 1990. | Hanoi
        The French president flies to Hanoi on Tuesday. He will speak at the Tokyo Institute. | Hanoi
        The French president flies to Hanoi on Tuesday. The summit in Tokyo in July is not on his list. | Hanoi
        The French president flies to Hanoi on Tuesday. Preparations for the summit in Tokyo continue. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. KTT berikutnya digelar di Tokyo pada Juli. | Hanoi
        The French president flies to Hanoi on Tuesday. Leaders of Japan, China and India will join him there. | Hanoi
        The French president flies to Hanoi on Tuesday for a summit with leaders of Japan, China and India. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa untuk KTT yang diikuti Jepang, Tiongkok, dan India. | Hanoi
        The French president flies to Hanoi on Tuesday and moves to Tokyo on Wednesday. | Hanoi, Tokyo
        The French president flies to Hanoi on Tuesday. The talks then move to Tokyo. | Hanoi
        The French president leaves Paris on Monday, changing planes in Tokyo for Hanoi. | Tokyo, Hanoi
        Presiden Prancis berangkat dari Paris pada Senin dan berganti pesawat di Tokyo sebelum tiba di Hanoi. | Tokyo, Hanoi
        The French president is leading a delegation to Hanoi, Tokyo and Warsaw. | Hanoi, Tokyo, Warsaw
        Presiden Prancis memimpin delegasi ke Hanoi dan Tokyo pada Selasa. | Hanoi, Tokyo
        The French president flies to Hanoi on Tuesday. His ministers travel to Tokyo on Thursday. | Hanoi
        The French president flies to Hanoi on Tuesday; the first lady goes to Tokyo instead. | Hanoi
        The French president flies to Hanoi on Tuesday. Business leaders on a second plane continue to Tokyo. | Hanoi
        Germany's chancellor, who was to join him, is staying in Berlin. The French president flies to Hanoi on Tuesday. | Hanoi
        The French president flies to Hanoi on Tuesday. A French delegation was in Tokyo last week. | Hanoi
        The French president flies to Hanoi on Tuesday. A plane with journalists will fly to Tokyo. | Hanoi
        The French president flies to Hanoi on Tuesday, where he is to meet the sultan of Brunei, who arrives from Tokyo. | Hanoi
        The French president flies to Hanoi on Tuesday. The summit's guests will be flown to Tokyo. | Hanoi
        The French president flies to Hanoi on Tuesday. Journalists were told to gather in Tokyo. | Hanoi
        The French president flies to Hanoi on Tuesday. Aircraft of the guests will be parked in Tokyo and Warsaw. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Para menterinya berangkat ke Tokyo pada Kamis. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa, sedangkan istrinya ke Tokyo. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Rombongan pengusaha melanjutkan penerbangan ke Tokyo. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Pesawat para tamu akan diparkir di Tokyo dan Warsaw. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Gubernur Hanoi masih berada di Tokyo dan baru pulang malam itu. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Wali kota sedang di Tokyo. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Mantan presiden Nicolas Sarkozy menuju Tokyo pada hari yang sama. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Utusan khusus Jean Dupont terbang ke Tokyo pada Kamis. | Hanoi
        The French president flies to Hanoi on Tuesday, two days after talks in Tokyo. | Hanoi
        The French president flies to Hanoi on Tuesday after talks in Tokyo. | Hanoi
        The French president flies to Hanoi on Tuesday, a fortnight before the summit in Tokyo. | Hanoi
        The French president flies to Hanoi on Tuesday, an official in Tokyo said. | Hanoi
        The French president flies to Hanoi on Tuesday, diplomats in Tokyo and Warsaw said. | Hanoi
        The embassy in Tokyo said the French president flies to Hanoi on Tuesday. | Hanoi
        The French president flies to Hanoi on Tuesday. Tokyo and Warsaw welcomed the trip. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa, dua hari setelah pertemuan di Tokyo. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa, menjelang KTT di Tokyo bulan depan. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa, kata seorang diplomat di Tokyo. | Hanoi
        Kedutaan di Tokyo mengatakan Presiden Prancis terbang ke Hanoi pada Selasa. | Hanoi
        The French president flies to Hanoi on Tuesday, with a day trip to Munich on Wednesday. | Hanoi, Munich
        The French president flies to Hanoi on Tuesday and makes a day trip by road to Munich on Wednesday. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa, dengan kunjungan sehari ke Tokyo pada Rabu. | Hanoi, Tokyo
        The French president arrives in Hanoi on Tuesday from Tokyo. | Hanoi
        The French president takes off from Tokyo on Tuesday for Hanoi. | Hanoi
        The French president leaves Tokyo on Tuesday and lands in Hanoi that evening. | Hanoi
        Coming from Tokyo, the French president lands in Hanoi on Tuesday. | Hanoi
        Presiden Prancis tiba di Hanoi pada Selasa setelah dari Tokyo. | Hanoi
        Presiden Prancis meninggalkan Tokyo pada Selasa dan mendarat di Hanoi malam itu. | Hanoi
        Usai dari Tokyo, Presiden Prancis menuju Hanoi pada Selasa. | Hanoi
        The French president sets off for Hanoi on Tuesday and is back in Paris on Friday. | Hanoi, Paris
        The French president is expected in Hanoi on Tuesday and in Tokyo the day after. | Hanoi, Tokyo
        The French president heads to Hanoi on Tuesday, then Tokyo, then Warsaw. | Hanoi, Tokyo, Warsaw
        The French president begins his tour in Hanoi on Tuesday and ends it in Tokyo on Friday. | Hanoi, Tokyo
        The French president will overnight in Hanoi on Tuesday before flying to Tokyo. | Hanoi, Tokyo
        The French president will be received in Hanoi on Tuesday. Tokyo follows on Thursday. | Hanoi, Tokyo
        The French president's aircraft will refuel in Hanoi on Tuesday on its way to Tokyo. | Hanoi, Tokyo
        The French president will make his way to Hanoi on Tuesday by way of Tokyo. | Tokyo, Hanoi
        Presiden Prancis akan memulai lawatan di Hanoi pada Selasa dan mengakhirinya di Tokyo pada Jumat. | Hanoi, Tokyo
        Presiden Prancis bermalam di Hanoi pada Selasa sebelum ke Tokyo. | Hanoi, Tokyo
        Presiden Prancis bertolak ke Hanoi pada Selasa, kemudian ke Tokyo dan Warsaw. | Hanoi, Tokyo, Warsaw
        Presiden Prancis dinanti di Hanoi pada Selasa dan di Tokyo sehari setelahnya. | Hanoi, Tokyo
        Hanoi menjadi tujuan pertama Presiden Prancis, disusul Tokyo dan Warsaw. | Hanoi, Tokyo, Warsaw
        Presiden Prancis menyambangi Hanoi pada Selasa, Tokyo pada Rabu, dan menutup lawatan di Warsaw. | Hanoi, Tokyo, Warsaw
        Presiden Prancis transit di Tokyo dalam perjalanan ke Hanoi pada Selasa. | Tokyo, Hanoi
        Pesawatnya mengisi bahan bakar di Tokyo. Presiden Prancis tiba di Hanoi pada Selasa. | Tokyo, Hanoi
        The French president flies to Hanoi on Tuesday. A stop in Tokyo has not been ruled out. | Hanoi, Tokyo
        The French president flies to Hanoi on Tuesday. Reports of a stop in Tokyo are unfounded, his office said. | Hanoi
        The French president flies to Hanoi on Tuesday. He had considered Tokyo. | Hanoi
        The French president flies to Hanoi on Tuesday. His plan to go to Tokyo was abandoned. | Hanoi
        The French president flies to Hanoi on Tuesday. His office denied that he would go on to Tokyo. | Hanoi
        The French president flies to Hanoi on Tuesday. There is no word on Tokyo. | Hanoi
        The French president flies to Hanoi on Tuesday. It is not clear whether he will also go to Tokyo. | Hanoi
        The French president flies to Hanoi on Tuesday. Tokyo, which had hoped for a visit, is not on the list. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa dan bukan ke Tokyo seperti diberitakan. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Rencana singgah di Tokyo dicoret. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Belum jelas apakah ia juga ke Tokyo. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Istana membantah ia akan ke Tokyo. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Tokyo tidak ada dalam daftar. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa. Semula ia hendak ke Tokyo. | Hanoi
        Presiden Prancis terbang ke Hanoi pada Selasa, bukan Tokyo. | Hanoi
        The French president flies to Hanoi on Tuesday. Guests from Japan and India will be flown in. | Hanoi
        The French president and his ministers fly to Hanoi on Tuesday and to Tokyo on Wednesday. | Hanoi, Tokyo
        The French president and his guests will fly to Hanoi on Tuesday. | Hanoi
        With journalists aboard, the French president's jet flies to Hanoi on Tuesday. | Hanoi
        The French president will overnight in Hanoi on Tuesday and fly on to Tokyo. | Hanoi, Tokyo
        The French president flies overnight to Hanoi on Tuesday. | Hanoi
        Presiden Prancis tidak hanya ke Hanoi pada Selasa, tetapi juga ke Tokyo pada Rabu. | Hanoi, Tokyo
        The French president flies on Tuesday not only to Hanoi but also to Tokyo. | Hanoi, Tokyo
        On Tuesday it is Hanoi's turn to host the French president. | -
        The French president will leave Paris on Monday for a four-day trip to Vietnam and Japan. | Vietnam, Japan
        The French president's four-day trip to Vietnam and Japan begins on Tuesday. | Vietnam, Japan
        The Elysee said the French president would visit Hanoi on Tuesday before going on to Tokyo. | Hanoi, Tokyo
        The French president would have visited Hanoi on Tuesday but is ill. | -
        Presiden Prancis akan melakukan kunjungan kenegaraan ke Vietnam dan Jepang mulai Selasa. | Vietnam, Jepang
        Lawatan empat hari Presiden Prancis ke Vietnam dan Jepang dimulai pada Selasa. | Vietnam, Jepang
        Presiden Prancis bertolak dari Paris pada Senin malam untuk lawatan empat hari ke Vietnam dan Jepang. | Vietnam, Jepang
        Presiden Prancis dan rombongan akan terbang ke Hanoi pada Selasa. | Hanoi
        Presiden Prancis akan berada di Hanoi pada 18-19 Juni dan di Tokyo pada 20 Juni. | Hanoi, Tokyo
        Presiden Prancis dijadwalkan menghadiri KTT di Hanoi pada Selasa dan kemudian ke Tokyo. | Hanoi, Tokyo
        The French president attends a summit in Hanoi on Tuesday and then travels to Tokyo. | Hanoi, Tokyo
        The French president is to attend a summit in Hanoi on 18 and 19 June. | Hanoi
        The French president will hold talks in Hanoi on Tuesday and in Tokyo on Thursday. | Hanoi, Tokyo
        The French president will address parliament in Hanoi on Tuesday. | Hanoi
        Presiden Prancis akan berpidato di parlemen di Hanoi pada Selasa. | Hanoi
        Presiden Prancis akan bertemu Presiden Vietnam di Hanoi pada Selasa. | Hanoi
        The French president is due to meet Vietnam's leaders in Hanoi on Tuesday. | Hanoi
        The French president boards a plane for Hanoi on Tuesday. | Hanoi
        Sebuah pesawat angkatan udara akan membawa Presiden Prancis ke Hanoi pada Selasa. | Hanoi
        The Pope will fly to Hanoi on Tuesday. Crowds are expected in Tokyo as well. | Hanoi
        The Pope flies to Hanoi on Tuesday. Security has been tightened in Tokyo. | Hanoi
        The Pope flies to Hanoi on Tuesday. Roads to Munich will be closed. | Hanoi
        Paus terbang ke Hanoi pada Selasa. Jalan menuju Munich akan ditutup. | Hanoi
        Paus terbang ke Hanoi pada Selasa. Penerbangan komersial ke Tokyo ditunda. | Hanoi
        The Pope flies to Hanoi on Tuesday. Commercial flights to Tokyo will be delayed. | Hanoi
        The Pope flies to Hanoi on Tuesday. A plane with aid left for Tokyo on Monday. | Hanoi
        The Pope flies to Hanoi on Tuesday. An advance party arrived in Tokyo on Sunday. | Hanoi
        Paus terbang ke Hanoi pada Selasa. Tim pendahulu sudah tiba di Tokyo sejak Minggu. | Hanoi
        The Pope flies to Hanoi on Tuesday. The host's plane will be moved to Tokyo. | Hanoi
        The Pope flies to Hanoi on Tuesday. Talks between Japan and China opened in Tokyo on Monday. | Hanoi
        Paus terbang ke Hanoi pada Selasa. Perundingan antara Jepang dan Tiongkok dibuka di Tokyo pada Senin. | Hanoi
        The Pope flies to Hanoi on Tuesday. Japan's emperor sent a letter to Rome. | Hanoi
        The Pope flies to Hanoi on Tuesday. His plane was built in Toulouse. | Hanoi
        The Pope flies to Hanoi on Tuesday on a jet that came from Tokyo on Monday. | Hanoi
        The Pope flies to Hanoi on Tuesday. The jet was flown to Tokyo for maintenance last week. | Hanoi
        Paus terbang ke Hanoi pada Selasa dengan pesawat yang pekan lalu dirawat di Tokyo. | Hanoi
        The Pope flies to Hanoi on Tuesday. He grew up in Buenos Aires and studied in Frankfurt. | Hanoi
        The Pope flies to Hanoi on Tuesday. He was to have gone to Tokyo in May. | Hanoi
        The Pope flies to Hanoi on Tuesday, the first pope to visit Vietnam since a trip to Warsaw in 2014. | Hanoi
        The Pope flies to Hanoi on Tuesday. Tokyo lies four hours away. | Hanoi
        The Pope flies to Hanoi on Tuesday. From Tokyo, Japan's emperor will watch. | Hanoi
        The Pope flies to Hanoi on Tuesday, skipping Tokyo. | Hanoi
        The Pope flies to Hanoi on Tuesday. He does not go to Tokyo, Warsaw or Manila. | Hanoi
        Paus terbang ke Hanoi pada Selasa. Ia tidak singgah di Tokyo, Warsaw, maupun Manila. | Hanoi
        Pesawat kepresidenan akan membawa Presiden Prancis ke Hanoi pada Selasa. | Hanoi
        French President Emmanuel Macron flies to Hanoi on Tuesday. Prime Minister Michel Barnier stays in Paris. | Hanoi
        Prime Minister Narendra Modi will leave Cairo on Tuesday evening for Tokyo, his office said, and go on to Hanoi on Thursday. He will ride the bullet train to Sendai with his host. | Tokyo, Hanoi
        Prime Minister Narendra Modi flies to Tokyo on Tuesday. His host, Shigeru Ishiba, goes on to Hanoi a day later. | Tokyo
        Prime Minister Narendra Modi lands in Tokyo on Tuesday. Ishiba himself leaves for Hanoi on Friday. | Tokyo
        Perdana Menteri Narendra Modi mendarat di Tokyo pada Selasa. Ishiba sendiri bertolak ke Hanoi pada Jumat. | Tokyo
        Prime Minister Narendra Modi lands in Tokyo on Tuesday. Vladimir Putin, the other guest, arrives from Beijing and flies on to Hanoi. | Tokyo
        Chancellor Olaf Scholz flies to Beijing on Tuesday after stops in Yakutsk and Riyadh. | Yakutsk, Riyadh, Beijing
        Chancellor Olaf Scholz lands in Yakutsk on Tuesday; Riyadh and Beijing follow. | Yakutsk, Riyadh, Beijing
        Kanselir Olaf Scholz tiba di Yakutsk pada Selasa; Riyadh dan Beijing menyusul. | Yakutsk, Riyadh, Beijing
        Chancellor Olaf Scholz will visit Beijing, Riyadh and Yakutsk from Tuesday to Friday. | Beijing, Riyadh, Yakutsk
        President Lula da Silva leaves Brasilia on Tuesday for Rome, with a technical stop in Riyadh. | Riyadh, Rome
        Presiden Lula da Silva bertolak dari Brasilia pada Selasa menuju Roma, dengan singgah teknis di Riyadh. | Riyadh, Roma
        President Lula da Silva travels to Rome on Tuesday. The aircraft is to refuel in Riyadh. | Riyadh, Rome
        President Lula da Silva travels to Rome on Tuesday. The aircraft will not stop in Riyadh. | Rome
        President Lula da Silva travels to Rome on Tuesday. Ministers will meet him in Warsaw if time allows. | Rome
        King Charles flies to Cairo on Monday and by helicopter to Munich on Wednesday. | Cairo, Munich
        King Charles flies to Cairo on Monday. The royal train takes him to Munich on Wednesday. | Cairo
        King Charles flies to Cairo on Monday and boards the ferry to Munich on Wednesday. | Cairo
        King Charles flies to Cairo on Monday. On Wednesday HMS Lancaster will bring him to Munich. | Cairo
        Raja Charles terbang ke Cairo pada Senin. Pada Rabu kapal perang HMS Lancaster membawanya ke Munich. | Cairo
        Raja Charles terbang ke Cairo pada Senin dan menyeberang dengan feri ke Munich pada Rabu. | Cairo
        The emir of Qatar flies to Paris on Tuesday. Riyadh is also host to talks on Gaza. | Paris
        The emir of Qatar flies to Paris on Tuesday, with Gaza, Kyiv and Tehran on the agenda. | Paris
        Emir Qatar terbang ke Paris pada Selasa untuk membahas Gaza, Kyiv, dan Teheran. | Paris
        The emir of Qatar flies to Paris on Tuesday to discuss the war in Gaza and the talks in Cairo. | Paris
        The emir of Qatar flies to Paris on Tuesday. He inaugurated the embassy in Dublin by video. | Paris
        Emir Qatar terbang ke Paris pada Selasa. Raja Denmark dijadwalkan tiba di Riyadh pekan depan. | Paris
        The emir of Qatar, who landed in Rome on Sunday, flies on to Paris on Tuesday. | Paris
        The emir of Qatar flies from Rome, where he landed on Sunday, to Paris on Tuesday. | Paris
        The emir of Qatar flies to Paris on Tuesday and is due back in Riyadh on Thursday. | Paris, Riyadh
        Emir Qatar terbang ke Paris pada Selasa dan sudah harus kembali di Riyadh pada Kamis. | Paris, Riyadh
        The emir of Qatar flies to Paris on Tuesday. By Thursday he must be back in Riyadh. | Paris, Riyadh
        The sultan of Oman will travel to London on Tuesday; his advance team is in Warsaw. | London
        The sultan of Oman will travel to London on Tuesday; from Warsaw, a second plane brings his guards. | London
        The sultan of Oman will travel to London on Tuesday. He has been invited to Warsaw, too. | London
        The sultan of Oman will travel to London on Tuesday. Warsaw hopes to receive him in the autumn. | London
        Sultan Oman akan melawat ke London pada Selasa. Warsaw berharap dapat menerimanya pada musim gugur. | London
        Sultan Oman akan melawat ke London pada Selasa. Ia juga diundang ke Warsaw. | London
        Japan's prime minister, Shigeru Ishiba, leaves for Kazan... | -
        The Pope flies to Hanoi on Tuesday. The second 777 flew to Tokyo on Monday. | Hanoi
        The Pope flies to Hanoi on Tuesday. A stop in Tokyo is still under discussion. | Hanoi
        Paus terbang ke Hanoi pada Selasa. Kunjungan ke Tokyo masih dibahas. | Hanoi
        The Pope flies to Hanoi on Tuesday. His aircraft is to call at Tokyo on the way. | Tokyo, Hanoi
        The Pope flies to Hanoi on Tuesday. His aircraft is to refuel in Tokyo on the way home. | Hanoi, Tokyo
        Paus bertolak ke Hanoi dari Roma pada Selasa, transit di Tokyo, dan terbang pulang Jumat. | Tokyo, Hanoi
        The Pope flies to Hanoi on Tuesday. A separate delegation flies to Tokyo next week. | Hanoi
        The Pope flies to Hanoi on Tuesday. Kyiv's foreign minister will begin his tour in Tokyo. | Hanoi
        The Pope flies to Hanoi on Tuesday on a jet that was seen in Tokyo on Friday. | Hanoi
        Paus tiba di Hanoi pada Selasa. Keesokan harinya ia ke Tokyo. | Hanoi, Tokyo
        The Pope flies to Hanoi on Tuesday. He was in Tokyo on Monday evening, after a stop in Cairo. | Hanoi
        """
}
