import Aero
import Testing
import Visits

/// Rides that are told by another verb than the ride's, reports that are taken back, and who tells a journey first.
struct RideAndReportTests {
    private func draft(_ text: String) throws -> Draft {
        try Bench.draft(
            Story.story(["id": "made", "published": "2024-06-17T10:00:00+07:00", "text": text]),
            MadePlaces.gazetteer
        )
    }

    private static func rows(_ table: String) -> [String] { table.split(separator: "\n").map(String.init) }

    private func cells(_ row: String) -> (text: String, expected: [String]) {
        let cells = row.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
        let expected = cells[1].split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
        return (cells[0], cells[1] == "-" ? [] : expected)
    }

    @Test("stops", arguments: rows(stopsTable))
    func stops(row: String) throws {
        let (text, expected) = cells(row)
        #expect(try draft(text).stops.map(\.stop.name) == expected, "\(text)")
    }

    private static let stopsTable = """
        The French president leaves Paris by train on Tuesday and arrives in London the same evening. | -
        Presiden Prancis bertolak dari Paris dengan kereta api pada Selasa dan akan tiba di London sore harinya. | -
        The French president leaves Paris by car on Tuesday, boards his aircraft and arrives in Cairo the same evening. | Cairo
        Presiden Prancis bertolak dari Paris dengan pesawat kepresidenan pada Selasa dan akan tiba di Kairo sore harinya. | Kairo
        Presiden Prancis terbang ke Munich pada Selasa. Kunjungan ke Den Haag sehari kemudian ditempuh dengan kereta cepat. | Munich
        The French president flies to Munich on Tuesday, and his visit to The Hague will be made by train. | Munich
        Kunjungan Presiden Prancis ke Kairo pada Selasa akan dilakukan dengan pesawat kenegaraan. | Kairo
        The French president will fly to Rome on Tuesday. State television withdrew its report of a meeting in Cairo. | Rome
        Presiden Prancis terbang ke Roma pada Selasa. Kantornya meralat laporan tentang pertemuan di Kairo. | Roma
        Menteri Luar Negeri Prancis terbang ke Roma pada Selasa. Wakil Menteri Luar Negeri pada hari yang sama bertolak ke Kairo. | Roma
        The French foreign minister flies to Rome on Tuesday. The deputy foreign minister leaves for Cairo the same day. | Rome
        Presiden Prancis terbang ke Roma pada Selasa, demikian pernyataan Direktorat Komunikasi Kepresidenan di London. | Roma
        Presiden Prancis akan bertemu Perdana Menteri Inggris di London pada Selasa. | London
        Presiden Prancis terbang ke Roma pada Selasa. Kunjungan ke Kairo tidak masuk dalam rangkaian kali ini, kata kantornya. | Roma
        In Cairo, where he leaves by train and arrives on Tuesday, the French president will speak. | Cairo
        The French president leaves Kyiv by train on Monday and will arrive in Washington on Wednesday. | Washington
        The French president leaves his residence by car on Tuesday morning and arrives in Cairo that evening. | Cairo
        Presiden Prancis berangkat ke bandara dengan mobil pada Selasa pagi dan tiba di Kairo sore harinya. | Kairo
        After his office corrected a report the French president flies to Cairo on Tuesday. | Cairo
        Setelah kantornya meralat berita itu Presiden Prancis terbang ke Kairo pada Selasa. | Kairo
        Presiden Prancis menarik perhatian berita dunia saat terbang ke Kairo pada Selasa. | Kairo
        Presiden Prancis akan berpidato di Dewan Keamanan PBB di Kairo pada Selasa. | Kairo
        Presiden Prancis mengunjungi Kantor Pusat PBB di Kairo pada Selasa. | Kairo
        Kereta khusus yang ditumpangi Presiden Prancis meninggalkan Paris pada Senin sore (17/6) menuju Den Haag. | -
        Presiden Prancis meninggalkan Paris pada Senin sore (17/6) menuju Den Haag. | Den Haag
        The French president flies to Rome on Tuesday. The delegation, which includes the deputy prime minister, flies on to Cairo. | Rome, Cairo
        Last year France played in Group A. The French president will fly to Cairo on Tuesday. | Cairo
        Accompanied by officials including his wife, the French president flies to Cairo on Tuesday. | Cairo
        Bersama sejumlah menteri, termasuk menteri luar negeri, Presiden Prancis terbang ke Kairo pada Selasa. | Kairo
        The French president opens a railway on Monday before heading to Cairo on Tuesday. | Cairo
        The French president leaves Paris by train on Monday and arrives in London by plane on Tuesday. | London
        The French president flies to Rome on Tuesday. The agency withdrew its report that he would stop in Cairo. | Rome
        Presiden Prancis terbang ke Roma pada Selasa. Kantornya meralat laporan kunjungan ke Kairo. | Roma
        The French president flies to Cairo on Tuesday. The PGA Tour moves to Rome on Thursday. | Cairo
        The French president, Emmanuel Macron, flies to Rome on Tuesday. He has already visited Cairo. | Rome
        Presiden Prancis terbang ke Roma pada Selasa. Pekan ini Presiden sudah berkunjung ke Kairo dan Riyadh. | Roma
        Presiden sudah tiba di Roma dan akan berkunjung ke Kairo pada Kamis. | Roma, Kairo
        Presiden Prancis terbang ke Roma pada Selasa. Pertemuan para menteri luar negeri G20 di Kairo sendiri baru berakhir Kamis. | Roma
        The French president will attend the summit in Cairo, which ends on Friday. | Cairo
        Foreign Minister Keir Starmer will not be with him: she is flying to London for a meeting. The French president flies to Cairo on Saturday. | Cairo
        The French president has one plan: he flies to Rome on Tuesday. | Rome
        The president is due in Tokyo on Thursday, the White House said. Secretary of State Antony Blinken will fly to Cairo instead. | Tokyo
        His office corrected the report: the French president flies to Rome on Tuesday. | Rome
        Kantornya meralat laporan dan menyatakan Presiden Prancis terbang ke Roma pada Selasa. | Roma
        The French president, Emmanuel Macron, will fly to Rome on Tuesday. Prime Minister Keir Starmer will meanwhile be in Cairo. | Rome
        The French president, Emmanuel Macron, will fly to Rome on Tuesday. He will meanwhile be in Cairo on Friday. | Rome, Cairo
        """

    @Test("claims", arguments: rows(claimsTable))
    func claims(row: String) throws {
        let (text, expected) = cells(row)
        let claims = try draft(text).claims.map { $0.kind.rawValue + " by " + ($0.speaker?.line ?? "-") }
        #expect(claims == expected, "\(text)")
    }

    private static let claimsTable = """
        The French president will leave on Tuesday and stop over in Cairo on the way to Riyadh, his office said. | schedule by his office
        The French president will stop over in Cairo, his office said. | stop by his office
        Presiden Prancis bertolak dari Paris pada Selasa. Menurut Kementerian Luar Negeri, ia mendarat di Kairo pada Selasa malam dan terbang ke Riyadh pada Rabu. | departure by -, schedule by Kementerian Luar Negeri
        Presiden Prancis bertolak dari Paris menuju Kairo pada Selasa. Menurut Kementerian Luar Negeri, ia terbang ke Riyadh pada Rabu. | departure by -, stop by Kementerian Luar Negeri
        The French president will attend a summit in Cairo on June 20-21, his office said. | schedule by his office
        Marie Dupont, Sekretaris Kabinet, memastikan Presiden Prancis akan terbang ke Kairo pada Selasa. | schedule by Marie Dupont
        Presiden Prancis terbang ke Kairo pada Selasa, kata dua pejabat. Menurut keduanya, ia menumpang pesawat carteran. | schedule by dua pejabat, aircraft by dua pejabat
        Presiden Prancis terbang ke Kairo pada Selasa. Kementerian Luar Negeri menyebut Riyadh tidak termasuk dalam rangkaian lawatan. | schedule by -, negation by Kementerian Luar Negeri
        Presiden Prancis terbang ke Kairo pada Selasa. Riyadh tidak tercantum dalam daftar resmi. | schedule by -, omission by -
        Presiden Prancis terbang ke Roma pada Selasa. Takhta Suci menyatakan tidak ada persinggahan di Kairo seperti diberitakan sebuah media. | schedule by -, negation by Takhta Suci
        The French president will not visit Riyadh but will fly to Cairo on Tuesday, as reported by Reuters. | negation by Reuters, schedule by Reuters
        Presiden Prancis terbang ke Kairo pada Selasa, menegaskan juru bicara istana. | schedule by juru bicara istana
        The French president leaves Paris for Cairo on Monday evening. He reaches Cairo on Tuesday morning, his office said. | departure by -, schedule by his office
        The French president leaves Paris for Cairo on Monday evening. He flies on to Riyadh on Wednesday, his office said. | departure by -, stop by his office
        Presiden Prancis bertolak dari Paris pada Senin sore. Ia dijadwalkan tiba di Kairo pada Selasa. | departure by -, schedule by -
        The Kremlin announced that President Vladimir V. Putin will fly to Cairo on Tuesday. | schedule by Kremlin
        The French president flies to Cairo on Tuesday, a source at Munich airport said. | schedule by source at Munich airport
        Dikutip kantor berita resmi SANA, Presiden Prancis terbang ke Kairo pada Selasa. | schedule by SANA
        Presiden Prancis terbang ke Kairo pada Selasa. Riyadh tidak memberi penjelasan. | schedule by -, no_comment by Riyadh
        Kunjungan Presiden Prancis ke Kairo batal, menurut sumber yang meminta namanya tidak disebutkan. | negation by sumber
        Membantah kabar itu, juru bicara istana menyebut Presiden Prancis terbang ke Kairo pada Selasa. | denial by juru bicara istana
        Memastikan hal itu, istana menyebut Riyadh tidak masuk rute. | negation by istana
        Rencana itu ditolak Komisi I. Presiden Prancis tetap terbang ke Kairo pada Selasa. | negation by -, schedule by -
        The French president leaves Paris on Monday. He returns to Paris on Friday. He flies to Cairo on Tuesday and Rome on Wednesday. | departure by -, schedule by -
        Presiden Prancis, Emmanuel Macron, terbang ke Kairo pada Selasa, menegaskan juru bicara istana. | schedule by juru bicara istana
        The French president flies to Cairo on Tuesday for a three-day visit, his office said. | schedule by his office
        """

    @Test("a large airport outside a town serves it where the town has small ones alone")
    func largeAirportOutside() throws {
        let places = try #require(Self.paramaribo)
        let draft = try Drafter(places: places).draft(
            "The French president flies to Paramaribo on Tuesday.",
            context: DraftContext(enteredAt: Bench.entered, zoneOffset: Bench.zoneOffset)
        )
        #expect(draft.stops.first?.stop.airports.map(\.code) == ["SMJP", "SMZO"])
    }

    private static let paramaribo: Gazetteer? = {
        var builder = GazetteerBuilder()
        func cells(_ line: Substring) -> [Substring] { line.split(separator: ";", omittingEmptySubsequences: false) }
        do {
            try builder.add(WholePlaces.country(cells("C;SR;SUR;740;575991;3383330;ec:Suriname")))
            let town: Substring = "T;3383330;SR;16;5.86638;-55.16682;223757;America/Paramaribo;1;eg:Paramaribo"
            try builder.add(WholePlaces.city(cells(town)))
            for line: Substring in [
                "A;SMJP;SMJP;PBM;SR;5.45283;-55.18780;59;l;1;America/Paramaribo;;Zandery;eo:Johan Adolf Pengel",
                "A;SMZO;SMZO;ORG;SR;5.81113;-55.19130;10;s;1;America/Paramaribo;3383330;Paramaribo;eo:Zorg en Hoop",
            ] { try builder.add(WholePlaces.airport(cells(line))) }
            return try builder.finish()
        } catch {
            return nil
        }
    }()
}
