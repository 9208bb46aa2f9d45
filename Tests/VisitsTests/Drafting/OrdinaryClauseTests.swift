import Testing
import Visits

/// Clauses that tell the journey in words of asides, and clauses of others in words of the journey.
struct OrdinaryClauseTests {
    private func expectStops(_ names: String, _ text: String) throws {
        #expect(try Bench.stops(text) == names, "\(text)")
    }

    @Test(
        "words of asides that are told of something else leave the journey as it is",
        arguments: [
            ("Cairo", "The French president will on Tuesday visit the school he attended in Cairo."),
            (
                "Rome, Cairo",
                "The French president flew to Rome on Sunday. A spokesman told reporters he arrived in Cairo on Monday."
            ),
            (
                "Rome, Cairo",
                "The French president flew to Rome on Sunday. On the way home he stopped in Cairo on Monday."
            ),
            ("Cairo", "The French president lands in Cairo on Tuesday and will hold talks only if the truce holds."),
            (
                "Cairo",
                "The French president will fly to Cairo on Tuesday, and will meet the rebels only if they lay down arms."
            ),
            ("Cairo", "Hopes that a deal is near rest on the French president, who flies to Cairo on Tuesday."),
            ("Cairo", "Hopes for a ceasefire travel with the French president to Cairo on Tuesday."),
            ("Cairo", "The French president, who hopes to win re-election, meets the king in Cairo on Tuesday."),
            (
                "Rome, Cairo",
                "The French president flies to Rome on Monday. Despite the risk of attack he flies to Cairo on Tuesday."
            ),
            ("Cairo", "After many visits he flies to Cairo on Tuesday, the French president said."),
            ("Cairo", "The French president will arrive in Cairo at some point on Tuesday."),
            ("Cairo", "The French president was bound for Cairo on Monday night, his office said."),
            ("Cairo", "The French president will be secretly flown to Cairo on Tuesday."),
            ("Cairo", "The French president flies to Cairo on Tuesday, but reports of illness were denied."),
            (
                "Cairo",
                "Invited by the king, the French president flies to Cairo on Tuesday but will not attend the parade."
            ),
            ("Cairo", "The French president attends a summit in Cairo on Tuesday, accompanied by his wife."),
            (
                "Cairo",
                "A dinner in Cairo on Tuesday will be hosted for the French president by the king and his wife."
            ),
            (
                "Rome, Cairo",
                "The French president flies to Rome on Tuesday. The embattled centrist goes on to Cairo on Wednesday."
            ),
            (
                "Rome, Cairo",
                "The French president flies to Rome on Tuesday. The former banker travels to Cairo on Wednesday."
            ),
            ("Cairo", "The French president will thank staff, then fly to Cairo on Wednesday."),
            (
                "Cairo",
                "The French president will honour soldiers who died in the war and then fly to Cairo on Wednesday."
            ),
            ("Cairo", "The French president will comfort families who lost homes and fly to Cairo on Wednesday."),
            ("Cairo", "The French president, last seen in Tokyo on Friday, will fly to Cairo on Tuesday."),
            ("Cairo", "The French president flies to Cairo on Tuesday, days after the army chief was removed."),
            ("Cairo", "The French president flies to Cairo on Tuesday after a bomb was taken out of the airport."),
            ("Cairo", "The French president lands in Cairo on Tuesday after an escort was not needed."),
            ("Cairo", "The French president gives up his holiday and flies to Cairo on Tuesday."),
            ("Cairo", "The French president, whose team flew ahead, lands in Cairo on Tuesday."),
            (
                "Rome, Cairo",
                "The French president flies to Rome on Monday. More than a courtesy visit to Cairo awaits him on Tuesday."
            ),
            ("Rome", "The French president flies to Rome on Tuesday. His rival was bound for Cairo on Monday."),
            ("Roma", "Presiden Prancis terbang ke Roma pada Selasa. Bantuan kemanusiaan terbang ke Kairo pada Rabu."),
            ("Cairo", "The French president was sworn in on Friday and flies to Cairo on Tuesday."),
        ]
    )
    func journeys(names: String, text: String) throws { try expectStops(names, text) }

    @Test(
        "so in Indonesian",
        arguments: [
            ("Kairo", "Presiden Prancis memimpin misi dagang yang tiba di Kairo pada Rabu."),
            ("Roma", "Presiden Prancis akan meresmikan jembatan yang dibangun di Roma pada Selasa."),
            ("Kairo", "Presiden Prancis akan meninjau pabrik yang berada di Kairo pada Rabu."),
            ("Kairo", "Presiden Prancis akan berpidato pada konferensi yang dipimpinnya di Kairo pada Rabu."),
            (
                "Kairo",
                "Presiden Prancis tiba di Kairo pada Selasa dan baru akan bertemu para menteri jika situasi aman."
            ),
            ("Kairo", "Memenuhi undangan menghadiri KTT di Kairo, Presiden Prancis akan terbang pada Selasa."),
            ("Kairo", "Atas undangan untuk berkunjung ke Kairo, Presiden Prancis bertolak pada Selasa."),
            ("Kairo", "Undangan untuk mengunjungi Kairo pada Selasa (18/6) sudah diterima Presiden Prancis."),
            ("Kairo", "Pesawat yang biasanya dipakai Presiden Prancis akan mendarat di Kairo pada Selasa."),
            ("Kairo", "Presiden Prancis yang biasanya bepergian dengan istrinya terbang ke Kairo pada Selasa."),
            ("Kairo", "Presiden Prancis berharap perang usai dan akan menghadiri KTT di Kairo pada Selasa."),
            ("Kairo", "Presiden Prancis terbang ke Kairo pada Selasa, tetapi kabar ia sakit dibantah."),
            (
                "Kairo",
                "Diundang raja, Presiden Prancis terbang ke Kairo pada Selasa tetapi tidak akan menghadiri parade."
            ),
            ("Kairo", "Presiden Prancis menghadiri KTT di Kairo pada Selasa, didampingi oleh istrinya."),
            (
                "Roma, Kairo",
                "Presiden Prancis terbang ke Roma pada Selasa. Mantan bankir itu terbang ke Kairo pada Rabu."
            ),
            ("Kairo", "Presiden Prancis didampingi tim ahli terbang ke Kairo pada Selasa."),
            (
                "Kairo",
                "Presiden Prancis akan menyapa para pekerja yang menunggu di bandara lalu terbang ke Kairo pada Rabu."
            ),
            ("Roma, Kairo", "Presiden Prancis terbang ke Roma pada Selasa. Beberapa jam kemudian menuju Kairo."),
            (
                "Roma, Kairo",
                "Presiden Prancis terbang ke Roma pada Selasa. Sejumlah pertemuan dijadwalkan di Kairo pada Rabu."
            ),
            ("Kairo", "Presiden Prancis terbang ke Kairo pada Selasa setelah istana ditinggalkan raja."),
            ("Kairo", "Presiden Prancis bertemu raja di Kairo pada Selasa dan menyerahkan surat kepada wakilnya."),
        ]
    )
    func journeysInIndonesian(names: String, text: String) throws { try expectStops(names, text) }

    @Test(
        "what others do, a career and an arrival of somebody else are no stops",
        arguments: [
            (
                "Rome",
                "The French president flies to Rome on Tuesday. Cairo airport will be closed on Sunday for the arrival of the Chinese president."
            ),
            (
                "Roma",
                "Presiden Prancis terbang ke Roma pada Selasa. Bandara Kairo ditutup pada Minggu untuk kedatangan Presiden Tiongkok."
            ),
            (
                "Roma",
                "Presiden Prancis terbang ke Roma pada Selasa. Karier yang membawanya ke Kairo dimulai pada 1990."
            ),
            (
                "Rome",
                "The French president flies to Rome on Tuesday. He began a career that took him to Cairo as a banker."
            ),
            (
                "Rome",
                "The French president flies to Rome on Tuesday. It was a job that would take him to Cairo and Tokyo."
            ),
            (
                "Rome",
                "The French president flies to Rome on Tuesday. He will recall the principles set down in Paris in 2015."
            ),
            ("Rome", "The French president flies to Rome on Tuesday. His predecessor's first trip was to Cairo."),
            ("Rome", "The French president flies to Rome on Tuesday. His rival was bound for Cairo on Monday."),
            (
                "Rome",
                "The French president flies to Rome on Tuesday. Cairo airport made ready for the arrival of the Japanese prime minister."
            ),
            ("Rome", "The French president flies to Rome on Tuesday. His message is to Cairo, an aide said."),
            ("Rome", "The French president flies to Rome on Tuesday. The pipeline is going to Cairo."),
            (
                "Roma",
                "Presiden Prancis terbang ke Roma pada Selasa. Kasus yang membawanya ke Kairo dulu belum selesai."
            ),
            (
                "Rome",
                "The French president flies to Rome on Tuesday. A bus to take the prime minister to Cairo broke down."
            ),
        ]
    )
    func others(names: String, text: String) throws { try expectStops(names, text) }
}
