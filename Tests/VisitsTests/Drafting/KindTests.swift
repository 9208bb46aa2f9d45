import Aero
import Testing
import Visits

/// One sentence for each kind of claim and manner of saying it, behind a first one that tells the journey.
struct KindTests {
    /// What a sentence adds: "kind by speaker", sorted; a stop as "stop of place".
    private func added(_ sentence: String, to beginning: String) throws -> [String] {
        let story = Story.story([
            "id": "made", "published": "2024-06-17T10:00:00+07:00", "text": beginning + " " + sentence,
        ])
        let draft = try Bench.draft(story, MadePlaces.gazetteer)
        let claims = draft.claims.dropFirst().map { $0.kind.rawValue + " by " + ($0.speaker?.line ?? "-") }
        return (claims + draft.stops.dropFirst().map { "stop of " + $0.stop.name }).map { $0.lowercased() }.sorted()
    }

    /// Rows of "sentence | kind by speaker; kind by speaker".
    private static func table(_ text: String) -> [(String, [String])] {
        text.split(separator: "\n").map { line in
            let cells = line.split(separator: "|").map(String.init)
            let expected =
                cells.count < 2
                ? []
                : cells[1].split(separator: ";").map { cell in
                    cell.split(separator: " ").joined(separator: " ").lowercased()
                }
            return (cells[0], expected.sorted())
        }
    }

    @Test("in English", arguments: table(english))
    func addsInEnglish(sentence: String, expected: [String]) throws {
        let beginning = "The French president flies to Cairo on Tuesday, his office said."
        #expect(try added(sentence, to: beginning) == expected, "\(sentence)")
    }

    @Test("in Indonesian", arguments: table(indonesian))
    func addsInIndonesian(sentence: String, expected: [String]) throws {
        let beginning = "Presiden Prancis terbang ke Kairo pada Selasa, kata kantornya."
        #expect(try added(sentence, to: beginning) == expected, "\(sentence)")
    }

    private static let english = """
        The route has not been made public. | secrecy by -
        Details of his travel were not released. | secrecy by -
        Neither the hour of arrival nor the aircraft was announced. | secrecy by -
        Officials refused to say when he would leave. | no_comment by Officials
        The foreign ministry would not confirm the visit. | no_comment by foreign ministry
        Riyadh and Beijing will follow the talks closely. |
        He will not stop in Riyadh. | negation by -
        There are no plans for a visit to Hanoi, an adviser said. | negation by adviser
        A stop in Hanoi was ruled out. | negation by -
        The palace denied that he would go on to Hanoi. | denial by palace
        His spokesman dismissed talk of a trip to Hanoi. | denial by His spokesman
        He ducked a question about Hanoi. | denial by The French president
        Aides waved away questions about a second stop. | denial by Aides
        His defence minister travels to Rome the same day. | other_subject by -
        Italy's prime minister is expected in Tokyo on Wednesday. | other_subject by -
        The German chancellor, who is also invited, flies in from Berlin on Monday. | other_subject by -
        He is flying on a leased Airbus A320. | aircraft by -
        The government's own aircraft is being repaired. | negative_aircraft by -
        He travels by scheduled airline because the state jet is in maintenance. | negative_aircraft by -; aircraft by -
        The Airbus A330 stays at home. | negative_aircraft by -
        Fighters will meet the aircraft at the border. | escort by -
        Two Egyptian F-16s are to escort his aircraft into Cairo. | escort by -
        The delegation of 200 travels in three aircraft. | fleet by -
        Four aircraft carry the delegation. | fleet by -
        A press aircraft left on Monday. | companion by -
        A military transport with his cars landed in Cairo on Sunday. | companion by -
        In Cairo he will lay a wreath and visit the national museum. | programme by -
        He is to inaugurate a hospital and address students at the university. | programme by -
        He will be received at the presidential palace. | programme by -
        It is the first visit by a French president in ten years. | history by -
        He last visited Egypt in 2019. | history by -
        Washington accused Paris of breaking sanctions. | accusation by Washington
        Poland warned against the visit. | warning by Poland
        Moscow called the trip a provocation. | context by Moscow
        Analysts in Rome said the tour was a success. | context by Analysts in Rome
        He will spend a few hours there. | dwell by -
        He stays in Cairo overnight. | dwell by -
        He arrives from London. | origin by -
        From Cairo he goes by train to Warsaw. | surface_leg by -
        He will drive to Rzeszów on Wednesday. | surface_leg by -
        The last leg to Rzeszów will be covered by motorcade. | surface_leg by -
        A meeting with the Egyptian president is set for 10 a.m. on Wednesday. | meeting by -
        He meets the Egyptian president on Wednesday morning. | meeting by -
        Flight trackers saw a government Falcon over Crete on Sunday. | sighting by Flight trackers
        A witness said a grey jet with no markings landed at Cairo West before dawn. | observation by witness
        The official itinerary leaves out Riyadh. | omission by -
        Riyadh does not appear on the programme. | omission by -
        The schedule makes no mention of Riyadh. | omission by -
        Egypt's president had invited him in March. | invitation by -
        He will be away for five days. | duration by -
        The time of departure is being withheld. | secrecy by -
        The aircraft's route is classified, the air force said. | secrecy by air force
        Asked whether he would go on to Riyadh, his spokeswoman smiled and changed the subject. | denial by his spokeswoman
        Press officers in Paris did not answer messages. | no_comment by Press officers in Paris
        The embassy in Cairo said it had nothing to add. | no_comment by embassy in Cairo
        A call at Hanoi has been struck off the programme. | negation by -
        He will not be travelling to Hanoi, said the mission's chief. | negation by mission's chief
        Contrary to reports, he will not visit Riyadh. | negation by -
        Any detour to Riyadh is out of the question, an adviser said. | negation by adviser
        The visit to Riyadh has been put off until May. | negation by -
        Poland's foreign minister lands in Tokyo on the same evening. | other_subject by -
        Meanwhile the king of Poland leaves Cairo for London. | other_subject by -
        Prime Minister Giorgia Meloni is due in Riyadh on Wednesday. | other_subject by -
        A government Falcon 7X is to carry him. | aircraft by -
        He uses an Airbus A319 of the Italian air force. | aircraft by -
        The flight is being operated by a charter airline. | aircraft by -
        The usual A330 is undergoing maintenance, so he flies in a smaller jet. | negative_aircraft by -; aircraft by -
        Two Mirage fighters will accompany the flight. | escort by -
        Five aircraft are to bring the party and its cars. | fleet by -
        His security team travelled on Sunday. | companion by -
        A cargo plane with vehicles arrived on Sunday. | companion by -
        He is to sign a treaty and attend a gala dinner. | programme by -
        On Wednesday he opens an exhibition at the museum. | programme by -
        His last trip to Egypt was in 2019. | history by -
        Kyiv accuses him of breaking his word. | accusation by Kyiv
        Airlines were warned to avoid the area. | warning by -
        The opposition criticised the cost of the journey. | context by opposition
        "This visit is long overdue," the ambassador said. | context by ambassador
        The stop will last about three hours. | dwell by -
        He is to spend the night in Cairo. | dwell by -
        He is coming from Rome. | origin by -
        The summit opens on Wednesday at noon. | event by -
        A plane spotter photographed an A330 over Rome. | sighting by plane spotter
        An airport worker said an unmarked jet from Riyadh landed before dawn. | observation by airport worker
        The schedule published on Friday does not list Riyadh. | omission by -
        He was invited by the king. | invitation by -
        The tour will take a week. | duration by -
        """

    private static let indonesian = """
        Rute penerbangan tidak dipublikasikan. | secrecy by -
        Jam keberangkatan masih dirahasiakan. | secrecy by -
        Belum ada keterangan resmi tentang jenis pesawat yang dipakai. | secrecy by -
        Para pejabat enggan mengatakan kapan ia berangkat. | no_comment by para pejabat
        Kementerian Luar Negeri menolak memastikan kunjungan itu. | no_comment by Kementerian Luar Negeri
        Riyadh dan Beijing akan mencermati pertemuan itu. |
        Ia tidak akan singgah di Riyadh. | negation by -
        Tidak ada rencana kunjungan ke Hanoi, kata seorang penasihat. | negation by seorang penasihat
        Persinggahan di Hanoi ditiadakan. | negation by -
        Istana membantah bahwa ia akan melanjutkan perjalanan ke Hanoi. | denial by Istana
        Juru bicaranya menepis kabar kunjungan ke Hanoi. | denial by juru bicaranya
        Para ajudan mengelak dari pertanyaan tentang Hanoi. | denial by para ajudan
        Menteri Pertahanan Prancis terbang ke Roma pada hari yang sama. | other_subject by -
        Perdana Menteri Italia dijadwalkan tiba di Tokyo pada Rabu. | other_subject by -
        Ia menumpang Airbus A320 sewaan. | aircraft by -
        Pesawat kepresidenan sedang menjalani perawatan dan tidak dipakai. | negative_aircraft by -
        Ia naik pesawat komersial, bukan pesawat kepresidenan. | negative_aircraft by -; aircraft by -
        Empat jet tempur akan mengawal pesawatnya. | escort by -
        Rombongan 200 orang diangkut tiga pesawat. | fleet by -
        Delegasi menggunakan empat pesawat. | fleet by -
        Pesawat rombongan wartawan berangkat pada Senin. | companion by -
        Pesawat angkut militer dengan mobil kepresidenan sudah mendarat pada Minggu. | companion by -
        Tim pendahulu sudah berada di Kairo sejak Sabtu. | companion by -
        Di Kairo ia akan meletakkan karangan bunga dan mengunjungi museum nasional. | programme by -
        Ia dijadwalkan meresmikan rumah sakit dan berpidato di universitas. | programme by -
        Ia akan diterima di istana kepresidenan. | programme by -
        Ini kunjungan pertama presiden Prancis dalam sepuluh tahun. | history by -
        Ia terakhir kali mengunjungi Mesir pada 2019. | history by -
        Washington menuding Paris melanggar sanksi. | accusation by Washington
        Polandia memperingatkan agar kunjungan itu tidak dilakukan. | warning by Polandia
        Moskow menyebut lawatan itu provokasi. | context by Moskow
        Para pengamat menilai lawatan itu berhasil. | context by para pengamat
        Ia akan berada di sana beberapa jam. | dwell by -
        Ia bermalam di Kairo. | dwell by -
        Ia datang dari London. | origin by -
        Dari Kairo ia naik kereta ke Warsaw. | surface_leg by -
        Perjalanan ke Rzeszów ditempuh lewat jalan darat. | surface_leg by -
        Pertemuan dengan Presiden Mesir dijadwalkan Rabu pukul 10.00. | meeting by -
        Pengamat penerbangan melihat sebuah Falcon di atas Kreta pada Minggu. | sighting by pengamat penerbangan
        Dua sumber yang enggan disebut namanya mengatakan sebuah jet kecil terbang ke Riyadh pada Minggu. | observation by dua sumber
        Jadwal resmi tidak mencantumkan Riyadh. | omission by -
        Riyadh tidak tercantum dalam agenda. | omission by -
        Presiden Mesir mengundangnya pada Maret. | invitation by -
        Ia akan pergi selama lima hari. | duration by -
        Juru bicara kepresidenan tidak menjawab pertanyaan. | no_comment by Juru bicara kepresidenan
        Nomor ekor pesawat tidak diketahui. | secrecy by -
        Ia kembali ke Tanah Air pada Jumat. |
        Kabar ia singgah di Riyadh tidak benar, kata kedutaan. | denial by kedutaan
        Waktu kedatangan tidak disebutkan. | secrecy by -
        Rincian perjalanan belum dibuka, kata juru bicara. | secrecy by juru bicara
        Pihak istana belum memberikan keterangan. | no_comment by Pihak istana
        Ditanya soal Riyadh, juru bicaranya hanya tersenyum. | denial by juru bicaranya
        Kunjungan ke Riyadh ditunda hingga Mei. | negation by -
        Ia urung ke Riyadh karena alasan keamanan. | negation by -
        Presiden tidak akan bertemu pemimpin oposisi. | negation by -
        Menteri Luar Negeri Polandia mendarat di Tokyo pada malam yang sama. | other_subject by -
        Sementara itu Raja Jepang bertolak dari Cairo ke London. | other_subject by -
        Sebuah Falcon 7X milik pemerintah akan membawanya. | aircraft by -
        Ia memakai pesawat Airbus A319 milik angkatan udara Italia. | aircraft by -
        Pesawat kenegaraan tidak digunakan karena rusak. | negative_aircraft by -
        Ia tidak menggunakan pesawat kepresidenan. | negative_aircraft by -
        Dua jet Mirage akan mendampingi penerbangan itu. | escort by -
        Lima pesawat membawa rombongan dan mobilnya. | fleet by -
        Pesawat kargo berisi kendaraan tiba pada Minggu. | companion by -
        Ia akan menandatangani perjanjian dan menghadiri jamuan makan malam. | programme by -
        Di sana Presiden akan meninjau pabrik dan berziarah ke makam pahlawan. | programme by -
        Upacara kenegaraan akan digelar di istana. | programme by -
        Ini lawatan luar negeri pertamanya sejak dilantik. | history by -
        Kyiv menuduhnya mengingkari janji. | accusation by Kyiv
        Maskapai diimbau menghindari wilayah itu. | warning by -
        Oposisi mengkritik biaya perjalanan. | context by Oposisi
        Persinggahan itu berlangsung sekitar tiga jam. | dwell by -
        Ia akan menginap semalam di Kairo. | dwell by -
        Ia terbang langsung dari Roma. | origin by -
        KTT dibuka pada Rabu siang. | event by -
        Pertemuan kedua pemimpin berlangsung Rabu pukul 11.00. | meeting by -
        Seorang petugas bandara mengatakan jet tanpa tanda mendarat sebelum fajar. | observation by seorang petugas bandara
        Daftar yang diterbitkan kantornya tidak memuat Riyadh. | omission by -
        Ia datang atas undangan raja. | invitation by -
        Lawatan itu akan berlangsung lima hari. | duration by -
        """
}
