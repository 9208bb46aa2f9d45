import Aero
import Testing

@testable import Visits

/// Claims by kind and speaker: constructions of other authors' stories in sentences of our own, each with sentences that only look like it.
struct SpokenClaimTests {
    private func claims(_ text: String) throws -> [String] {
        let story = Story.story(["id": "made", "published": "2024-06-17T10:00:00+07:00", "text": text])
        return try Bench.draft(story, MadePlaces.gazetteer).claims.map {
            $0.kind.rawValue + " by " + ($0.speaker?.line ?? "-")
        }
    }

    /// "text | kind by speaker, …".
    private func check(_ row: String) throws {
        let cells = row.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
        let expected = cells[1].split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
        #expect(try claims(cells[0]) == expected, "\(cells[0])")
    }

    private static func rows(_ table: String) -> [String] { table.split(separator: "\n").map(String.init) }

    @Test(
        "a part of a sentence with a speaker of its own is his alone; what a pronoun says, or a semicolon parts, is not",
        arguments: rows(partsTable)
    )
    func parts(row: String) throws { try check(row) }

    private static let partsTable = """
        Presiden Prancis terbang ke Kairo pada Selasa. Sekretaris kabinet mengatakan kunjungan ke Tokyo dibatalkan. | schedule by -, negation by Sekretaris kabinet
        Presiden Prancis terbang ke Kairo pada Selasa. Sehari kemudian ia diterima Presiden Mesir di Istana Abdin. | schedule by -, programme by -
        The French president flies to Cairo on Tuesday. A diplomat in London declined to comment. | schedule by -, no_comment by diplomat
        The French president flies to Cairo on Tuesday. The foreign ministry in London declined to comment. | schedule by -, no_comment by foreign ministry
        The French president flies to Cairo on Tuesday. Two officials in London declined to comment. | schedule by -, no_comment by Two officials in London
        Presiden Prancis terbang ke Kairo pada Selasa. Istana di Den Haag menolak berkomentar. | schedule by -, no_comment by Istana
        The French president flies to Cairo on Tuesday, though Egypt's foreign ministry declined to comment. | schedule by -, no_comment by Egypt's foreign ministry
        Presiden Prancis terbang ke Kairo pada Selasa, sedangkan Kementerian Luar Negeri Mesir menolak berkomentar. | schedule by -, no_comment by Kementerian Luar Negeri Mesir
        The French president flies to Cairo on Tuesday; his office refused to say for how long. | schedule by -, no_comment by his office
        The French president will fly to Cairo on Tuesday and, according to the Kremlin, meet Mr Putin there. | schedule by -
        The Kremlin said the Russian president flies to Cairo on Tuesday; he will go on to Riyadh on Wednesday. | schedule by Kremlin
        The French president flies to Cairo on Tuesday, but he said he might not stay long. | schedule by The French president
        The French president told a rally that he flies to Cairo on Tuesday, while Egypt prepares a welcome. | schedule by French president
        """

    @Test(
        "an announced departure from a named place, what goes on behind a told journey, and what leaves by train",
        arguments: rows(departuresTable)
    )
    func departures(row: String) throws { try check(row) }

    private static let departuresTable = """
        The French president will leave Paris on Monday evening on a scheduled Lufthansa flight, his spokesman said. | departure by his spokesman, aircraft by his spokesman
        Presiden Prancis akan berangkat dari Paris pada Sabtu sore dan transit di Abu Dhabi. | departure by -
        The French president is to take off from Paris before dawn on Thursday for Tokyo, Haaretz reported. | departure by Haaretz
        The French president will leave Paris on Monday for Cairo, his office said. | schedule by his office
        The French president will leave Paris on Monday for Cairo, where he lands on Tuesday, Haaretz reported. | schedule by Haaretz
        Presiden Prancis tiba di Kairo pada Selasa, kata kantornya. Pada Rabu ia bertolak ke Riyadh. | schedule by kantornya
        Pemimpin Rusia meninggalkan Moskow dengan kereta khusus pada Senin menuju Warsawa, tulis Yonhap. | surface_leg by Yonhap
        The French president leaves Paris by train for Warsaw on Monday and flies to Cairo on Tuesday. | departure by -, surface_leg by -
        The French president will leave Paris on Monday for a tour of Egypt and Japan. | schedule by -
        """

    @Test("a halt, or what is less sure, adds to a journey that somebody else told", arguments: rows(additionsTable))
    func additions(row: String) throws { try check(row) }

    private static let additionsTable = """
        The French president flies to Tokyo on Tuesday, his office said. His aircraft is to refuel in Abu Dhabi. | schedule by his office, stop by -
        The French president flies to Cairo on Tuesday, his office said. He is understood to be going on to Riyadh on Wednesday. | schedule by his office, stop by -
        Presiden Prancis terbang ke Tokyo pada Selasa, kata kantornya. Ia akan singgah di Abu Dhabi. | schedule by kantornya, stop by -
        The French president flies to Tokyo on Tuesday. His aircraft is to refuel in Abu Dhabi. | schedule by -
        The French president is leading a large delegation to Cairo, Hanoi and Tokyo, his office said. | schedule by his office
        Egyptian media report that the French president will land in Cairo on Tuesday. | schedule by Egyptian media
        The French president flies to Cairo on Tuesday. The report by local media was long. | schedule by -
        """

    @Test("where from, behind a landing or alone", arguments: rows(originsTable))
    func origins(row: String) throws { try check(row) }

    private static let originsTable = """
        The French president will arrive in Cairo on Monday from Riyadh, his office said. | origin by his office, schedule by his office
        Presiden Prancis akan tiba di Kairo pada Selasa, kata kantornya. Ia terbang dari Riyadh, tempat ia berada sejak Minggu. | schedule by kantornya, origin by -
        The French president arrives in Cairo on Monday with ministers from Riyadh, his office said. | schedule by his office
        """

    @Test("a tour with a time and without a place", arguments: rows(toursTable))
    func tours(row: String) throws { try check(row) }

    private static let toursTable = """
        Kantor kepresidenan mengumumkan Presiden Prancis melawat ke tiga negara Asia pada 10-13 Juli. | schedule by Kantor kepresidenan
        The French president is well. The Kremlin said only that the visit would take place in the coming days. | schedule by Kremlin
        """

    @Test("an hour at which something begins, beside the journey", arguments: rows(hoursTable))
    func hours(row: String) throws { try check(row) }

    private static let hoursTable = """
        The French president flies to Cairo on Tuesday, his office said. He must be in Riyadh for a flag-raising at 9 a.m. local time on June 20. | schedule by his office, event by -
        The French president will fly to Cairo on Tuesday, where talks with Egypt's president open on Wednesday at 10 am local time, his office said. | schedule by his office, meeting by his office
        Presiden Prancis dijadwalkan mendarat di Kairo pada Rabu pagi dan bertemu Presiden Mesir pukul 11.00 waktu setempat. | schedule by -, meeting by -
        The French president lands in Cairo on Tuesday before the summit at 9 a.m. on Wednesday, his office said. | schedule by his office
        The French president will be received at the White House on Tuesday at 11 a.m. A trip to Cairo has been cancelled. | meeting by -, negation by -
        The French president will be received at the White House at 11 a.m. Eastern time on Tuesday, his office said. | meeting by his office
        The French president flies to Cairo on Tuesday. The talks ended on Wednesday at 10 a.m. and the delegation left. | schedule by -, departure by -
        """

    @Test(
        "bodies at home, bodies with long names, papers that somebody issued, names that no list has",
        arguments: rows(speakersTable)
    )
    func speakers(row: String) throws { try check(row) }

    private static let speakersTable = """
        Kementerian Luar Negeri Jepang di Tokyo menolak berkomentar. Presiden Prancis terbang ke Kairo pada Selasa. | no_comment by Kementerian Luar Negeri Jepang, schedule by -
        China's foreign ministry in Beijing declined to comment. The French president flies to Cairo on Tuesday. | no_comment by China's foreign ministry, schedule by -
        Two officials in Cairo declined to comment. The French president flies to Cairo on Tuesday. | no_comment by Two officials in Cairo, schedule by -
        Presiden Prancis tiba di Kairo pada Selasa, demikian Badan Rumah Tangga Kekaisaran. | schedule by Badan Rumah Tangga Kekaisaran
        Presiden Prancis tiba di Kairo pada Selasa, menurut sumber di Uni Afrika. | schedule by sumber di Uni Afrika
        Presiden Prancis tiba di Kairo pada Selasa, kata kepala dinas pariwisata. | schedule by kepala dinas pariwisata
        Presiden Prancis tiba di Kairo pada Selasa, kata pengelola Bandara Ngurah Rai. | schedule by pengelola Bandara Ngurah Rai
        Presiden Prancis tiba di Kairo pada Selasa, menurut Itamaraty. | schedule by Itamaraty
        The French president will fly to Cairo on Tuesday, according to a schedule issued by the Cabinet Office. | schedule by Cabinet Office
        Menurut jadwal yang dirilis kantor kepresidenan, Presiden Prancis tiba di Kairo pada Selasa. | schedule by kantor kepresidenan
        According to the agenda he meets leaders from Riyadh. The French president flies to Cairo on Tuesday. | schedule by -
        India's foreign ministry said the French president flies to Cairo on Tuesday. The ministry declined to discuss security. | schedule by India's foreign ministry, no_comment by ministry
        Paus terbang ke Kairo pada Selasa, kata Vatikan. Ia mengecam perang itu. | schedule by Vatikan, context by Paus
        Moscow was not informed of the journey. The French president flies to Cairo on Tuesday. | schedule by -
        Tokyo welcomed the change of plan. The French president flies to Cairo on Tuesday. | context by Tokyo, schedule by -
        From Cairo the French president goes by road to Luxor on Wednesday, the presidency's communications director said. | surface_leg by presidency's communications director
        The French president will land in Cairo on Tuesday, according to the cycling federation. | schedule by cycling federation
        The French president will land in Cairo on Tuesday, according to the plan. | schedule by -
        Kedatangan Presiden Prancis di Kairo pada Selasa dipastikan Kedutaan Besar Prancis. | schedule by Kedutaan Besar Prancis
        Jadwal resmi hanya menyebut Riyadh. Presiden Prancis terbang ke Kairo pada Selasa. | schedule by -
        The French president will land in Cairo on Tuesday, and his envoy declined to give details. | schedule by his envoy, no_comment by his envoy
        The French president will land in Cairo on Tuesday, according to an itinerary seen by Reuters. | schedule by -
        The French president flies to Cairo on Tuesday. The pilot hung up a flag in Riyadh. | schedule by -
        """

    @Test("what is called off or not in the plan", arguments: rows(negationsTable))
    func negations(row: String) throws { try check(row) }

    private static let negationsTable = """
        The French president flies to Cairo on Tuesday. Italy's government welcomed the cancellation. | schedule by -, context by Italy's government
        Presiden Prancis terbang ke Kairo pada Selasa. Kantornya menegaskan tidak ada rencana ke Riyadh. | schedule by -, negation by Kantornya
        The French president flies to Cairo on Tuesday. A visit to Riyadh that was to follow is also cancelled. | schedule by -, negation by -
        The French president flies to Cairo on Tuesday. Riyadh is not on the programme. | schedule by -, negation by -
        Presiden Prancis terbang ke Kairo pada Selasa. Kunjungan ke Riyadh tidak masuk agenda. | schedule by -, negation by -
        Presiden Prancis terbang ke Kairo pada Selasa. Rencana semula untuk melihat museum ditiadakan. | schedule by -, negation by -
        Presiden Prancis terbang ke Kairo pada Selasa. Warga diminta menghindari jalan menuju bandara. | schedule by -
        The French president flies to Cairo on Tuesday. The plane is not known to have landed in Riyadh on Monday. | schedule by -, negation by -
        """

    @Test("aircraft of the visit, and those of others", arguments: rows(carriersTable))
    func carriers(row: String) throws { try check(row) }

    private static let carriersTable = """
        The French president flies to Cairo on Tuesday. He will travel on a jet sent by the Saudi court. | schedule by -, aircraft by -
        The French president flies to Cairo on Tuesday. The state aircraft is expected to take a longer route. | schedule by -, aircraft by -
        The French president flies to Cairo on Tuesday. The presidential plane is expected to cost 300 million. | schedule by -
        The French president flies to Cairo on Tuesday. His office confirmed that the air force Boeing 757 will not be used. | schedule by -, negative_aircraft by His office
        Presiden Prancis terbang ke Kairo pada Selasa. Ia menumpang pesawat pemerintah Mesir, bukan pesawat kepresidenan. | schedule by -, negative_aircraft by -, aircraft by -
        Presiden Prancis terbang ke Kairo pada Selasa. Pesawat yang dipakai tamu itu belum diketahui. | schedule by -, aircraft by -
        Presiden Prancis terbang ke Kairo pada Selasa. Rute pesawatnya belum diketahui. | schedule by -, secrecy by -
        Presiden Prancis terbang ke Kairo pada Selasa. Ia menumpang Airbus A330, sedangkan sebuah Falcon pembawa rombongan menteri sudah tiba. | schedule by -, aircraft by -, companion by -
        The French president flies to Cairo on Tuesday. A transport with cars and security staff is already at the air base. | schedule by -, companion by -
        The French president flies to Cairo on Tuesday in an Airbus with ministers and journalists. | schedule by -, aircraft by -
        The French president flies to Cairo on Tuesday. His wife flew ahead on a commercial flight. | schedule by -, other_subject by -
        The French president flies to Cairo on Tuesday. The return flight lands in Paris on Friday. | schedule by -
        The French president left Paris on Tuesday for Cairo on an Egypt Airlines flight. | departure by -, aircraft by -
        The French president flies to Cairo on Tuesday. The government aircraft, a Boeing 737, refuels in the Azores. | schedule by -, aircraft by -
        Presiden Prancis terbang ke Kairo pada Selasa. Para wartawan sudah berangkat lebih dulu. | schedule by -, companion by -
        The French president flies to Cairo on Tuesday. An air force 747 was seen on the apron. | schedule by -, sighting by -
        The French president flies to Cairo on Tuesday. Ministers went ahead of the vote to their seats. | schedule by -
        The French president flies to Cairo on Tuesday. The journalists asked whether he would fly in a Boeing 747. | schedule by -, aircraft by -
        Presiden Prancis terbang ke Kairo pada Selasa. Wartawan bertanya apakah ia naik Boeing 747. | schedule by -, aircraft by -
        The French president flies to Cairo on Tuesday in an Airbus A330, while ministers use a Falcon. | schedule by -, aircraft by -, companion by -
        The French president flies to Cairo on Tuesday. Security officers will travel on the same plane. | schedule by -
        The French president flies to Cairo on Tuesday. A Boeing carrying the French president and officials lands in Riyadh on Wednesday. | schedule by -, arrival by -, aircraft by -
        The French president flies to Cairo on Tuesday. The presidential aircraft is scheduled for maintenance in May. | schedule by -
        The French president flies to Cairo on Tuesday. The new 777 seats in parliament are in Cairo. | schedule by -
        The French president flies to Cairo on Tuesday. He met leaders at the Place de la Concorde. | schedule by -
        The French president flies to Cairo on Tuesday. The chief of Qatar Airways flight operations met him. | schedule by -
        The French president flies to Cairo on Tuesday. His wife travels with him. | schedule by -
        """

    @Test("what somebody saw once, and a whole flight", arguments: rows(seenTable))
    func seen(row: String) throws { try check(row) }

    private static let seenTable = """
        Plane spotters posted pictures of an Il-96 that landed in Cairo on Monday and left three hours later. The French president flies to Cairo on Tuesday. | observation by Plane spotters, schedule by -
        The French president flies to Cairo on Tuesday. An RAF Voyager was seen in Rome on Monday, a local news site reported. | schedule by -, sighting by local news site
        Presiden Prancis terbang ke Kairo pada Selasa. Pengamat penerbangan melihat sebuah C-17 mendarat di Roma pada Minggu. | schedule by -, sighting by Pengamat penerbangan
        """

    @Test("what has been, and what only sounds like a warning, a stay, a secret", arguments: rows(pastTable))
    func past(row: String) throws { try check(row) }

    private static let pastTable = """
        The French president flies to Cairo on Tuesday. No French leader has been to Riyadh in 45 years. | schedule by -, history by -
        Presiden Prancis terbang ke Kairo pada Selasa. Pada Januari lalu ia mendatangi Riyadh dan Abu Dhabi. | schedule by -, history by -
        Presiden Prancis terbang ke Kairo pada Selasa. Lawatan ke Mesir ini yang ketiga sejak 2019. | schedule by -, history by -
        The French president flies to Cairo on Tuesday. It is his fourth visit to Egypt. | schedule by -, history by -
        The French president flies to Cairo on Tuesday. He has not been to Riyadh since 2017. | schedule by -, history by -
        The French president flies to Cairo on Tuesday. A Chinese diplomat called the tour theatre. | schedule by -, context by Chinese diplomat
        The French president flies to Cairo on Tuesday. It is not known where he will sleep. | schedule by -, secrecy by -
        The French president flies to Cairo on Tuesday. The train journey from the border takes ten hours. | schedule by -
        The French president will make his first journey abroad on Sunday, to Riyadh, his office said. | schedule by his office
        Keduanya akan menonton festival dan meletakkan karangan bunga di tugu peringatan di Kairo. Presiden Prancis terbang ke Kairo pada Selasa. | programme by -, schedule by -
        Badan Meteorologi mengeluarkan peringatan keras. Presiden Prancis terbang ke Kairo pada Selasa. | warning by Badan Meteorologi, schedule by -
        The French president flies to Cairo on Tuesday. An invitation to Riyadh has been received but no date is set. | schedule by -, invitation by -
        The French president flies to Cairo on Tuesday. From there he takes an overnight train to Luxor. | schedule by -, surface_leg by -
        The French president flies to Cairo on Tuesday. A diplomat laughed off talk of a detour to Riyadh. | schedule by -, denial by diplomat
        The French president flies to Cairo on Tuesday. Moscow has warned of consequences if he went to Riyadh. | schedule by -, warning by Moscow
        Presiden Prancis terbang ke Kairo pada Selasa. Pesawat itu tidak membawa wartawan dan belum diketahui kapan mendarat. | schedule by -, secrecy by -
        """

    @Test("what only looks like a move, or like the past, takes and gives no stop", arguments: rows(stopsTable))
    func stops(row: String) throws {
        let cells = row.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
        let story = Story.story(["id": "made", "published": "2024-06-17T10:00:00+07:00", "text": cells[0]])
        #expect(try Bench.draft(story, MadePlaces.gazetteer).stops.map(\.stop.name).joined(separator: ", ") == cells[1])
    }

    private static let stopsTable = """
        The French president flies to Cairo on Tuesday. The general who led the delegation to Riyadh in May has resigned. | Cairo
        The French president flies to Cairo on Tuesday. He thanked those who led the delegation to Rome. | Cairo
        Presiden Prancis terbang ke Kairo pada Selasa. Ia pernah memimpin delegasi ke Roma. | Kairo
        Presiden Prancis terbang ke Kairo pada Selasa. Ia memimpin delegasi ke Riyadh pada Rabu. | Kairo, Riyadh
        Presiden Prancis terbang ke Kairo pada Selasa. Pada Januari lalu ia mendatangi Roma, kemudian terbang ke Riyadh. | Kairo
        The French president flies to Cairo on Tuesday. He has been to Rome twice and visited Riyadh once. | Cairo
        The French president flies to Cairo on Tuesday. The debate moves to Rome on Friday, where ministers meet. | Cairo
        The French president flies to Cairo on Tuesday. He moves to Riyadh on Friday. | Cairo, Riyadh
        The French president flies to Cairo on Tuesday. He has been to Rome twice and flies to Riyadh next. | Cairo, Riyadh
        Presiden Prancis terbang ke Kairo pada Selasa. Belum pernah ada presiden yang berkunjung sejak 1990 dan ia melanjutkan perjalanan ke Riyadh pada 20 Juni. | Kairo, Riyadh
        The French president flies to Cairo on Tuesday. He was never in Rome and goes to Riyadh on June 20. | Cairo, Riyadh
        The French president flies to Cairo on Tuesday. Trade is not on the agenda of his visit to Riyadh on Wednesday. | Cairo, Riyadh
        Presiden Prancis terbang ke Kairo pada Selasa. Isu nuklir tidak masuk agenda kunjungannya ke Riyadh pada Rabu. | Kairo, Riyadh
        """

    @Test(
        "a pair of words over the border of a sentence that was cut is none",
        arguments: ["king leads a delegation to Cairo on Tuesday", "local media report that he flies to Cairo"]
    )
    func pairsOverBorders(words: String) throws {
        let text = String(repeating: "the ", count: Sentence.longest - 1) + words
        for sentence in try TextReading(text, places: MadePlaces.gazetteer).sentences {
            #expect(sentence.cues.allSatisfy { $0.words.clamped(to: sentence.words) == $0.words })
        }
    }
}
