import Aero
import Testing

@testable import Visits

/// Who tells, of whom, and what kind it is: rules of stories by other authors in sentences of our own, each with sentences that only look
/// like it.
struct TellerTests {
    private func claims(_ text: String) throws -> [String] {
        try Bench.draft(text).claims.map { $0.kind.rawValue + " by " + ($0.speaker?.line ?? "-") }
    }

    /// "text | kind by speaker, …".
    private func check(_ row: String) throws {
        let cells = row.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
        let expected = cells[1].split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
        #expect(try claims(cells[0]) == expected, "\(cells[0])")
    }

    private static func rows(_ table: String) -> [String] { table.split(separator: "\n").map(String.init) }

    @Test("a town is part of a speaker only where nothing else tells who it is", arguments: rows(townsTable))
    func towns(row: String) throws { try check(row) }

    private static let townsTable = """
        The French president flies to Cairo on Tuesday, a spokesman in Rome said. | schedule by spokesman
        The French president flies to Cairo on Tuesday, an intelligence official in Hanoi said. | schedule by intelligence official
        Presiden Prancis akan terbang ke Kairo pada Selasa, kata juru bicaranya di Paris. | schedule by juru bicaranya
        Presiden Prancis akan terbang ke Kairo pada Selasa, menurut seorang pejabat intelijen di Hanoi. | schedule by seorang pejabat intelijen
        The French president flies to Cairo on Tuesday, two officials in Hanoi said. | schedule by two officials in Hanoi
        The French president flies to Cairo on Tuesday, a source in Hanoi said. | schedule by source in Hanoi
        Presiden Prancis akan terbang ke Kairo pada Selasa, kata sumber di Hanoi. | schedule by sumber di Hanoi
        """

    @Test(
        "a paper says what it holds for whoever owns it; bodies by their short name and by a town",
        arguments: rows(papersTable)
    )
    func papers(row: String) throws { try check(row) }

    private static let papersTable = """
        La Moneda's agenda has the French president flying to Cairo on Tuesday. | schedule by La Moneda
        FIFA's diary shows its president, Gianni Infantino, arriving in Cairo on Tuesday. | schedule by FIFA
        Buletin Kementerian Luar Negeri Brasil menyebutkan Presiden Prancis tiba di Kairo pada Selasa. | schedule by Kementerian Luar Negeri Brasil
        UNESCO said the French president will land in Cairo on Tuesday. | schedule by UNESCO
        The French president flies to Cairo on Tuesday, the London Fed said. | schedule by London Fed
        British tabloids had a field day. The French president flies to Cairo on Tuesday. | schedule by -
        The French president's schedule has him in Cairo on Tuesday. | schedule by -
        The newspaper had his letter. The French president flies to Cairo on Tuesday. | schedule by -
        """

    @Test("words of saying beside a noun say nothing; who is expected has not arrived", arguments: rows(wordsTable))
    func words(row: String) throws { try check(row) }

    private static let wordsTable = """
        The French president lands in Cairo on Tuesday, two days after a disputed election, his spokesman said. | schedule by his spokesman
        The French president is expected in Cairo on Saturday for talks with the king, two Egyptian officials said. | schedule by two Egyptian officials
        The French president arrived in Cairo on Saturday, two officials said. | arrival by two officials
        The French president disputed the report that he will fly to Cairo on Tuesday. | denial by French president
        The airport manager said a chartered jet was expected in Warsaw during the night. | observation by airport manager
        The French president will land in Cairo on Tuesday and spend the night there, his office said. | schedule by his office, dwell by his office
        """

    @Test(
        "who makes room for somebody tells that they come, and whoever tells where tells the journey",
        arguments: rows(roomTable)
    )
    func room(row: String) throws { try check(row) }

    private static let roomTable = """
        The airport operator said the apron would be closed on Sunday for the arrival of the French president. His office said he would fly to Cairo on Tuesday. | schedule by airport operator, schedule by His office
        Otoritas bandara mengumumkan landasan ditutup pada Minggu sore untuk kedatangan Presiden Prancis. | schedule by Otoritas bandara
        The airport operator said on Sunday it was ready for the arrival of the French president. He flies to Cairo on Tuesday. | context by airport operator, schedule by -
        Police closed streets on Monday for the arrival of the French president. He flies to Cairo on Tuesday. | schedule by -
        """

    @Test("others who stay away, come by themselves, or go ahead with what a visit needs", arguments: rows(othersTable))
    func others(row: String) throws { try check(row) }

    private static let othersTable = """
        Presiden Prancis terbang ke Kairo pada Selasa. Menteri Luar Negeri Prancis tidak ikut karena akan terbang ke Riyadh. | schedule by -, other_subject by -
        The French president flies to Cairo on Tuesday. The UN secretary-general will come on a separate flight. | schedule by -, other_subject by -
        The French president flies to Cairo on Tuesday. The Archbishop of Canterbury is to reach Hanoi on a flight of his own. | schedule by -, other_subject by -
        The French president flies to Cairo on Tuesday. An Airbus carrying ministers and advisers had flown ahead on Sunday. | schedule by -, companion by -
        Presiden Prancis terbang ke Kairo pada Selasa. Pesawat carteran rombongan pemain sudah berangkat pada Minggu. | schedule by -, companion by -
        The French president flies to Cairo on Tuesday. The foreign minister will not be with him because he is ill. | schedule by -
        The French president flies to Cairo on Tuesday. The Italian prime minister has his own plane ready. | schedule by -
        Presiden Prancis terbang ke Kairo pada Selasa. Ia menempuh rute sendiri. | schedule by -
        """

    @Test("meetings that somebody tells, open invitations, an agenda, what somebody saw", arguments: rows(kindsTable))
    func kinds(row: String) throws { try check(row) }

    private static let kindsTable = """
        Presiden Prancis terbang ke Kairo pada Selasa. Di sana ia mungkin bertemu Presiden Amerika Serikat Donald Trump, kata seorang diplomat. | schedule by -, meeting by seorang diplomat
        The French president flies to Cairo on Tuesday. He may meet the Russian president there, his office said. | schedule by -, meeting by his office
        The French president flies to Cairo on Tuesday. He would not meet the Russian president, his office said. | schedule by -, context by his office
        Presiden Prancis terbang ke Kairo pada Selasa. Undangan Mesir untuk tinggal lebih lama belum dijawab. | schedule by -, invitation by -
        Presiden Prancis terbang ke Kairo pada Selasa. Agendanya meliputi istana dan Masjid Al-Azhar. | schedule by -, programme by -
        The French president left Paris by train on Monday for Warsaw. A union said its members saw a green train cross the bridge. | surface_leg by -, sighting by union
        Presiden Prancis terbang ke Kairo pada Selasa untuk meninjau galangan kapal. | schedule by -
        The French president flies to Cairo on Tuesday. No government aircraft would be used, his office said. | schedule by -, negative_aircraft by his office
        The French president flies to Cairo on Tuesday. No jet fuel is used on the new aircraft. | schedule by -
        The French president flies to Cairo on Tuesday. The visit is the first by a French president since 1978. | schedule by -, history by -
        The French president flies to Cairo on Tuesday. He last saw Cairo as a boy. | schedule by -, history by -
        The French president flies to Cairo on Tuesday. The Kremlin denied that a date had been set. | schedule by -, denial by Kremlin
        """

    @Test(
        "what is done at a named place, others over land and elsewhere, aircraft that are sent",
        arguments: rows(laterTable)
    )
    func later(row: String) throws { try check(row) }

    private static let laterTable = """
        Presiden Prancis terbang ke Kairo pada Selasa. Pada Rabu ia terbang ke Jakarta untuk meninjau Candi Borobudur. | schedule by -, programme by -
        The French president flies to Cairo on Tuesday. On Thursday he flies to Rome to lay a wreath at the Altare Monument. | schedule by -, programme by -
        The French president flies to Cairo on Tuesday to lay a wreath at the Soldiers Monument. | schedule by -
        Presiden Prancis terbang ke Kairo pada Selasa. Pada Rabu ia ke Jakarta untuk forum ekonomi di Universitas Indonesia. | schedule by -
        The French president is expected in Cairo on Tuesday, and his programme there takes in the National Museum. | schedule by -, programme by -
        The French president flies to Cairo on Tuesday. Kim Jong Un is coming by rail. | schedule by -, other_subject by -
        The French president flies to Warsaw on Tuesday. From there he continues by train to Kyiv. | schedule by -, surface_leg by -
        Presiden Prancis terbang ke Warsawa pada Selasa. Pada Rabu ia dan tuan rumah Donald Tusk naik kereta ke Kyiv. | schedule by -, surface_leg by -
        The French president flies to Cairo on Tuesday. The prime minister, who is in Riyadh for a summit, will not take part. | schedule by -, other_subject by -
        The French president flies to Cairo on Tuesday. The Italian prime minister, who is in Riyadh, does not like him. | schedule by -
        The French president flies to Cairo on Tuesday. A diplomat said Russia was sending an airliner of its own government fleet to fetch him. | schedule by -, aircraft by diplomat
        The French president flies to Cairo on Tuesday. He will fetch the carrier's crew, an official said. | schedule by -, context by official
        The French president flies to Cairo on Tuesday. The presidential Fokker 70 was ruled out because of its range, an official said. | schedule by -, negative_aircraft by official
        The French president flies to Cairo on Tuesday. The trip is his fifth to the region since October. | schedule by -, history by -
        The French president flies to Cairo on Tuesday. The prime minister is his third in a year. | schedule by -
        """

    @Test(
        "a field that no list has belongs to whoever is of it, and what is said how does not",
        arguments: rows(fieldsTable)
    )
    func fields(row: String) throws { try check(row) }

    private static let fieldsTable = """
        Presiden Prancis akan terbang ke Kairo pada Selasa, kata kepala stasiun. | schedule by kepala stasiun
        Presiden Prancis akan terbang ke Kairo pada Selasa, ujar ketua panitia pemakaman. | schedule by ketua panitia pemakaman
        Penyelenggara forum mengatakan Presiden Prancis akan terbang ke Kairo pada Selasa. | schedule by Penyelenggara forum
        The French president flies to Cairo on Tuesday, the organisers of the forum said. | schedule by organisers of the forum
        Presiden Prancis akan terbang ke Kairo pada Selasa, kata juru bicara singkat. | schedule by juru bicara
        Presiden Prancis akan terbang ke Kairo pada Selasa, kata ketua panitia lewat pesan. | schedule by ketua panitia
        Ketua panitia hanya mengatakan Presiden Prancis akan terbang ke Kairo pada Selasa. | schedule by Ketua panitia
        """

    @Test("whom a text is about: offices of bodies, names behind them, and whose journey somebody tells")
    func subjects() throws {
        let expected = [
            ("Gubernur Bank Indonesia Perry Warjiyo bertolak dari Jakarta pada Senin menuju Kairo.", "Perry Warjiyo"),
            ("Ketua Umum PSSI Erick Thohir tiba di Kairo pada Selasa. Presiden Mesir menyambut.", "Erick Thohir"),
            ("Imam Besar Al-Azhar Ahmed al-Tayeb akan tiba di Jakarta pada Senin.", "Ahmed al-Tayeb"),
            ("Anna Berg, president of the European Central Bank, will land in Cairo on Friday.", "Anna Berg"),
            ("NATO said its secretary general, Anna Berg, will fly to Cairo on Sunday.", "Anna Berg"),
            (
                "The tower said it is ready for the French vice president, Anna Berg. She flies to Cairo on Sunday.",
                "Anna Berg"
            ),
            ("China's foreign ministry said Wang Yi would reach Cairo on Thursday.", "Wang Yi"),
            (
                "The Kremlin said Vladimir Putin will travel next week. The French foreign minister is due in Riyadh on Sunday.",
                "Vladimir Putin"
            ),
            (
                "Presiden Uni Emirat Arab Sheikh Mohamed bin Zayed Al Nahyan mendarat di Kairo pada Selasa.",
                "Sheikh Mohamed bin Zayed Al Nahyan"
            ),
        ]
        for (text, name) in expected {
            let subject = try Bench.draft(text).subject
            #expect(subject?.name?.contains(name) ?? false, "\(text) \(subject?.name ?? "none")")
        }
        // One of a named body is somebody, one of none a word for whom the text is about.
        let chief = try Bench.draft(
            "The NATO secretary general will fly to Cairo on Monday. Egypt's president will meet him."
        )
        #expect(chief.subject?.role?.hasSuffix("NATO secretary general") ?? false)
        let bare = try Bench.draft(
            "The French president flies to Cairo on Monday. The secretary general will meet him."
        )
        #expect(bare.subject?.state == StateCode("FR"))
        // Another sentence between two commas is no name.
        let ministry = try Bench.draft(
            "The ministry said its minister, Reuters reported, would fly to Cairo on Tuesday."
        )
        #expect(ministry.subject?.name == nil)
    }
}
