import Testing

@testable import Visits

/// Places in clauses that tell of something else than the journey, and clauses of the same words that tell the journey.
struct AsideTests {
    private func expectStops(_ names: String, _ text: String) throws {
        #expect(try Bench.stops(text) == names, "\(text)")
    }

    @Test(
        "a relative clause of a thing is no journey",
        arguments: [
            "He will ask for oil that reaches the refinery at Cairo by pipeline.",
            "They will talk about a corridor that would run through Tokyo and end at Cairo.",
            "The two sides will look again at the railway that engineers propose to lay by way of Cairo.",
            "The award money is to go to a hospice in Cairo.",
            "Onions and cattle bound for Cairo have been held up.",
            "Talks will turn on the Tokyo container terminal.",
            "Two jets of the royal flight that set out for Tokyo were carrying relatives.",
            "A second A330 that left London for Cairo on Friday carries a minister.",
            "Staff and reporters go separately, by way of Cairo.",
            "Protesters marched through Cairo.",
            "Patriot missiles are to travel through Warsaw.",
            "Police officers bound for Cairo will be on the agenda.",
            "The industry has high hopes of the tariff talks under way in Cairo.",
            "The speech is likely to dwell on Cairo.",
            "It also announced that relief rice had reached Cairo.",
            "Pilgrims meanwhile continue to walk across to Cairo.",
            "Anna Berg leads the negotiators, who go directly to Cairo.",
            "Students who have marched since May are on their way to Cairo.",
            "The chancellor's Airbus A340 will not wait but will fly empty to Cairo.",
            "The grain they complain of was bound for Cairo.",
            "Reports of arms flown to Cairo have been rejected.",
            "He has been mocked for his frequent trips to Cairo.",
            "Lawyers had looked into the risk of a forced landing in Cairo.",
            "Indirect negotiations will go on without the president in Cairo.",
            "It is his first time there since a columnist was murdered in Cairo.",
        ]
    )
    func ofThings(text: String) throws {
        try expectStops("Rome", "The French president flies to Rome on Tuesday. \(text)")
    }

    @Test(
        "so in Indonesian",
        arguments: [
            "Ia akan membicarakan upah buruh musiman yang tiap tahun diberangkatkan ke Tokyo.",
            "Kilang minyak yang hendak dibangun di Kairo disebut sebagai pokok pembicaraan.",
            "Pipa gas baru menuju Tokyo diperkirakan dibicarakan.",
            "Meriam pesanan Polandia tengah dimuat di pelabuhan menuju Kairo.",
            "Tim tekniknya lebih dulu diutus ke Tokyo guna memeriksa jet tempur.",
            "Seorang direktur jenderal yang mendampinginya memisahkan diri dan langsung menuju Kairo.",
            "Sejumlah pengusaha dalam rombongan memisahkan diri dan langsung menuju Kairo.",
            "Ia akan bertemu mantan jenderal yang lama bertugas di Kairo.",
            "Pesawat kembarnya yang Jumat malam meluncur ke Kairo hanya pengalih perhatian.",
            "Juru runding tarifnya, Anna Berg, pada hari yang sama kembali ke Washington.",
            "Truk-truk bantuan sementara itu terus bergerak ke Kairo.",
            "Hercules dari London akan mengangkut tenda dan obat-obatan bagi korban banjir di Kairo.",
            "Harian yang terbit di Kairo menulis panjang lebar.",
        ]
    )
    func ofThingsInIndonesian(text: String) throws {
        try expectStops("Roma", "Presiden Prancis terbang ke Roma pada Selasa. \(text)")
    }

    @Test(
        "a relative clause of the journey, of whoever travels or of what he goes to see is one",
        arguments: [
            "The French president leaves on a trip that will take him to Rome on Tuesday.",
            "The French president will attend a summit that will be held in Rome on Tuesday.",
            "The French president, whose plane is an Airbus, flies to Rome on Tuesday.",
            "The French president will open a plant that is being built in Rome on Tuesday.",
            "The French president said that he will fly to Rome on Tuesday.",
            "The plane that carries the French president will land in Rome on Tuesday.",
            "The 47-year-old leader of France flies to Rome on Tuesday.",
            "Tuesday will see the French president arrive in Rome.",
        ]
    )
    func ofJourneys(text: String) throws { try expectStops("Rome", text) }

    @Test(
        "so in Indonesian",
        arguments: [
            "Presiden Prancis memulai lawatan yang akan membawanya ke Roma pada Selasa.",
            "Presiden Prancis akan menghadiri KTT yang digelar di Roma pada Selasa.",
            "Pesawat yang membawa Presiden Prancis akan mendarat di Roma pada Selasa.",
            "Presiden Prancis terbang menuju Roma pada Selasa.",
            "Seusai KTT yang baru saja berakhir di Kairo, Presiden Prancis terbang ke Roma pada Selasa.",
            "Presiden Prancis akan memulai perjalanan panjangnya di Roma pada Selasa.",
        ]
    )
    func ofJourneysInIndonesian(text: String) throws { try expectStops("Roma", text) }

    @Test(
        "what was done there once is no journey",
        arguments: [
            "Expect a repeat of the show he put on at Cairo, one adviser said.",
            "He is likely to repeat the plea for open markets he made in Tokyo.",
            "In January he made his first journey abroad, to Cairo by way of Tokyo.",
            "He and his host last sat down together in November in Cairo.",
            "The visit follows a trip that has just ended.",
        ]
    )
    func once(text: String) throws { try expectStops("Rome", "The French president flies to Rome on Tuesday. \(text)") }

    @Test(
        "so in Indonesian",
        arguments: [
            "Ia akan mengulang pidato yang ia sampaikan di Kairo.",
            "Kunjungan itu menyusul perjalanannya ke Tokyo dan Kairo yang baru saja berakhir.",
            "Perjalanan jauh terakhir sang presiden, ke Tokyo pada Oktober, sempat dipersingkat.",
            "Pengamat menyebut lawatan ini lebih penting daripada kunjungan pendahulunya ke Kairo.",
        ]
    )
    func onceInIndonesian(text: String) throws {
        try expectStops("Roma", "Presiden Prancis terbang ke Roma pada Selasa. \(text)")
    }

    @Test(
        "what hangs on a condition, an answer, a wish or a paper's rumour is not announced",
        arguments: [
            "He will go on to Cairo only if a truce holds.",
            "Only if both sides agree, an aide said, will he go on to Cairo.",
            "He was invited to stop in Cairo, but the invitation could not be accepted.",
            "The idea of a stop in Cairo has been raised.",
            "Newspapers had him continuing to Cairo for a mediation effort.",
            "He hopes to meet the king in Cairo.",
            "A technical halt in Cairo was struck from the flight plan.",
            "The air force has given up a plan to refuel in Cairo.",
            "An ambassador said a visit to Cairo, where Moscow keeps a base, had been ruled out.",
            "A memorial service in Cairo will be addressed by his wife.",
            "He will get to Cairo some other time.",
            "A visit to Cairo is on hold until the elections are over.",
            "A refuelling halt in Cairo figured in an earlier plan but was found to be unnecessary.",
            "A paper said he would stop in Cairo, but the report was denied.",
        ]
    )
    func unannounced(text: String) throws {
        try expectStops("Rome", "The French president flies to Rome on Tuesday. \(text)")
    }

    @Test(
        "so in Indonesian",
        arguments: [
            "Ke Kairo ia baru mau pergi kalau Putin juga datang.",
            "Hanya apabila kedua pihak sepakat, kata ajudannya, ia bersedia meneruskan perjalanan ke Kairo.",
            "Undangan Mesir agar ia mampir ke Kairo belum dijawab.",
            "Ia diundang singgah ke Kairo, tetapi undangan itu tidak dapat dipenuhi.",
            "Niat untuk mengunjungi Kairo disebut masih sebatas gagasan.",
            "Persinggahan di Kairo, yang semula direncanakan lebih dulu, batal menyusul seruan mogok.",
            "Rencana mengisi bahan bakar di Kairo ditinggalkan.",
            "Konferensi iklim di Kairo akan diserahkan kepada wakilnya.",
            "Usulan agar ia juga mengunjungi Kairo belum mendapat jawaban.",
            "Kalau saja waktunya cukup, tulis sebuah harian, ia ingin pula berjumpa warga di Kairo.",
            "Kami berharap suatu hari bisa pergi ke Kairo, ujarnya.",
            "Undangan menghadiri konferensi iklim di Kairo akan ia serahkan sendiri.",
            "Kantor berita menyebut ia akan mampir ke Kairo, tetapi kabar itu dibantah Kementerian Luar Negeri.",
            "Penerbangan mula-mula dirancang dengan pengisian bahan bakar di Kairo, tetapi hal itu dibatalkan.",
            "Pengisian bahan bakar di Kairo, yang semula disiapkan, dinyatakan tidak diperlukan lagi.",
        ]
    )
    func unannouncedInIndonesian(text: String) throws {
        try expectStops("Roma", "Presiden Prancis terbang ke Roma pada Selasa. \(text)")
    }

    @Test(
        "the same words of a plan leave it one",
        arguments: [
            "Invited by the king, the French president flies to Rome on Tuesday.",
            "The French president hopes to land in Rome on Tuesday.",
            "The French president will be in Rome on Tuesday, and in Cairo only if a truce holds.",
            "After a disputed election the French president flies to Rome on Tuesday.",
            "The French president flies to Rome on Tuesday to talk about a railway.",
            "Carmakers expect the French president to fly to Rome on Tuesday.",
        ]
    )
    func announced(text: String) throws { try expectStops("Rome", text) }

    @Test(
        "other words of landing and leaving",
        arguments: [
            ("The French president gets to Rome on Tuesday and then to Cairo on Wednesday.", "Rome, Cairo"),
            ("The French president sets down in Rome on Monday and in Cairo on Tuesday.", "Rome, Cairo"),
            (
                "The French president leaves on Saturday, landing first in Rome and then in Cairo on Sunday.",
                "Rome, Cairo"
            ),
            ("The French president's first foreign trip takes him to Rome and Cairo on Monday.", "Rome, Cairo"),
            ("The French president makes Rome the first stop of his tour on Tuesday.", "Rome"),
            ("The French president will be home in Paris on Friday.", "Paris"),
            ("A government jet will take the French president to Rome on Tuesday.", "Rome"),
            ("The French president is going to Rome, where he is due on Tuesday.", "Rome"),
            ("The French president makes for Rome on Tuesday.", "Rome"),
            ("The French president begins in Rome on Tuesday; Cairo and Tokyo come next.", "Rome, Cairo, Tokyo"),
            ("The French president takes in Rome on Tuesday, Cairo on Wednesday.", "Rome, Cairo"),
            (
                "Presiden Prancis melakukan lawatan perdananya ke Roma pada Selasa dan tiba di Kairo sehari kemudian.",
                "Roma, Kairo"
            ),
            (
                "Presiden Prancis menurut juru bicaranya tiba di Roma pada Senin dan di Kairo pada Selasa.",
                "Roma, Kairo"
            ),
            ("Roma menjadi kota pertama yang disinggahi Presiden Prancis, disusul Kairo pada Kamis.", "Roma, Kairo"),
        ]
    )
    func words(text: String, names: String) throws { try expectStops(names, text) }

    @Test(
        "names of towns and of people",
        arguments: [
            (
                "Presiden Taiwan Lai Ching-te terbang ke Roma pada Selasa. Setelah itu Lai tiba di Kairo pada Rabu.",
                "Roma, Kairo"
            ),
            (
                "Menteri Luar Negeri Retno Marsudi terbang ke Roma untuk bertemu Aung San Suu Kyi, lalu ke Kairo pada Rabu.",
                "Roma, Kairo"
            ),
            ("Presiden Prancis mendarat di London pada Selasa dan menginap di Cambridge.", "London"),
            ("The French president lands in London on Tuesday and spends the night in Paris.", "London, Paris"),
            ("Sesudah lawatan ke Kairo dan Tokyo, Presiden Prancis akan terbang lagi pada Senin.", ""),
            (
                "The French president flies to Rome on Tuesday. Another jet of the same type took off for Cairo, an employee in London said.",
                "Rome"
            ),
            (
                "The French president flies to Rome on Tuesday. Flight trackers watched it make for London on Monday.",
                "Rome"
            ),
        ]
    )
    func names(text: String, names: String) throws { try expectStops(names, text) }

    @Test(
        "the same words of a journey that goes on",
        arguments: [
            (
                "The French president flies to Cairo on Tuesday. After a stay in London Richard Grenell flies to Caracas.",
                "Cairo"
            ),
            ("The French president begins a tour on Tuesday. It is his first visit to Rome and Tokyo.", "Rome, Tokyo"),
            (
                "After the visit to Cairo on Tuesday the French president will fly again on Wednesday, to Rome.",
                "Cairo, Rome"
            ),
            (
                "The French president is in Tokyo on Friday. Before the summit he will visit Hanoi on Wednesday.",
                "Hanoi, Tokyo"
            ),
            ("Presiden Prancis terbang ke Kairo pada Selasa, menyusul Roma dan Tokyo.", "Kairo"),
            ("The French president will make this first visit to Cairo on Tuesday.", "Cairo"),
            (
                "Crown Princess Paris Berg of Norway flies to Cairo on Tuesday. Her tour includes Rome, Paris and Tokyo.",
                "Cairo, Rome, Paris, Tokyo"
            ),
        ]
    )
    func goesOn(text: String, names: String) throws { try expectStops(names, text) }

    @Test("another's train makes nobody's flight a ride")
    func ridesOfOthers() throws {
        try expectStops(
            "Tokyo",
            "Presiden Prancis bertolak dari Paris menuju Tokyo pada Selasa. Kim Jong Un sudah lebih dulu tiba di ibu kota Jepang dengan kereta api."
        )
    }

    @Test("the stop of a saint's name ends no sentence, that of a street does")
    func saints() {
        #expect(
            Tokenizer.tokens(of: "He flies to St. Petersburg.").map(\.word) == [
                "he", "flies", "to", "st", "petersburg", ".",
            ]
        )
        #expect(Tokenizer.tokens(of: "On Main St. The president").map(\.word).contains("."))
    }

    @Test("a train that is bound for a place, or passes one, leads there by land")
    func trains() throws {
        try expectStops(
            "",
            "Kim Jong Un left Pyongyang by armoured train on Sunday evening, bound for Moscow, an official said."
        )
        try expectStops(
            "Moskwa",
            "Kim Jong Un terbang ke Moskwa pada Senin. Sehari kemudian ia menumpang kereta cepat yang melewati Warsawa menuju Paris."
        )
    }

    @Test("a field that makes ready for somebody is where he lands")
    func fields() throws {
        try expectStops(
            "Cairo International Airport, Rome",
            "Cairo International Airport will be closed on Sunday for the arrival of the French president, who flies to Rome on Tuesday."
        )
        try expectStops(
            "Rome",
            "Cairo International Airport was closed for an hour after the arrival of the French president, who flies to Rome on Tuesday."
        )
    }

    @Test("a return told behind days to come is behind them, and the day somebody took office is no day of the journey")
    func days() throws {
        let draft = try Bench.draft(
            "The French president lands in Cairo on Sunday and goes on to Rome, before returning to Paris on Friday.",
            published: "2024-09-27T12:00:00+02:00"
        )
        #expect(draft.stops.map(\.stop.name) == ["Cairo", "Rome", "Paris"])
    }
}
