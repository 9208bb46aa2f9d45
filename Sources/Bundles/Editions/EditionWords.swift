import Aero
import Visits

/// Heads and small words of an edition's pages, in both languages.
enum EditionWords {
    static let stops = BundleWords.both("What was announced", "Yang diumumkan")
    static let claims = BundleWords.both("What was said, and by whom", "Yang dikatakan, dan oleh siapa")
    static let tests = BundleWords.both("Claims against what aircraft can do", "Klaim dibandingkan kemampuan pesawat")
    static let aircraft = BundleWords.both(
        "Aircraft consistent with the announced visit",
        "Pesawat yang konsisten dengan kunjungan yang diumumkan"
    )
    static let heardClaims = BundleWords.both("Claims beside what was heard", "Klaim di samping yang terdengar")
    static let unknown = BundleWords.both("What is not known", "Yang tidak diketahui")
    static let assumptions = BundleWords.both("What is assumed", "Yang diasumsikan")
    static let sources = BundleWords.both("Sources", "Sumber")
    static let credits = BundleWords.both("Credits and licences", "Kredit dan lisensi")
    static let corrections = BundleWords.both("Corrections", "Koreksi")
    static let contents = BundleWords.both("Contents", "Isi")
    static let restsOn = BundleWords.both("rests on", "berdasarkan")
    static let restsOnNothing = BundleWords.both("nothing that is named", "tanpa sandaran yang disebut")
    static let aSource = BundleWords.both("source", "sumber")
    static let aTitle = BundleWords.both("title", "judul")
    static let simulated = BundleWords.both(
        "SIMULATED: nothing on this page was heard from real aircraft.",
        "SIMULASI: tidak ada pada halaman ini yang terdengar dari pesawat nyata."
    )
    static let simulatedLabel = BundleWords.both("SIMULATED", "SIMULASI")
    static let otherLanguage = BundleWords.both("Bahasa Indonesia", "English")
    static let was = BundleWords.both("was", "semula")
    static let new = BundleWords.both("new", "baru")
    static let gone = BundleWords.both("taken away", "dihapus")
    static func mapLabel(_ subject: BundleHead.Subject) -> DossierText {
        switch subject {
        case .visit:
            BundleWords.both(
                "Map of the announced stops with the shortest ways between them",
                "Peta singgahan yang diumumkan dengan jalur terpendek di antaranya"
            )
        case .flight, .gap:
            BundleWords.both(
                "Map of where the aircraft was heard; through silence no line is drawn",
                "Peta tempat pesawat terdengar; tidak ada garis melalui saat membisu"
            )
        }
    }

    /// What is drawn below a map, under which terms; of borders what they say, where there are any.
    static func ground(_ outline: EditionOutline) -> DossierText {
        let source = BundleWords.both(
            "Coasts and borders: Natural Earth, public domain.",
            "Garis pantai dan batas negara: Natural Earth, domain publik."
        )
        guard !outline.lines(.border).isEmpty || !outline.lines(.disputed).isEmpty else { return source }
        let borders = BundleWords.both(
            "Borders show who holds the ground, not who is right; contested ones are dashed.",
            "Batas menunjukkan siapa yang menguasai wilayah secara nyata, bukan siapa yang benar; yang dipersengketakan digambar putus-putus."
        )
        return BundleWords.both(
            source.english + " " + borders.english,
            source.indonesian + " " + borders.indonesian
        )
    }

    static let limits = BundleWords.limits
    static let proves = BundleWords.proves
    /// Before the sums of the edition's own file and of its bundle.
    static let sumOfEdition = BundleWords.both("SHA-256 of this edition's file", "SHA-256 berkas edisi ini")
    static let sumOfBundle = BundleWords.both("SHA-256 of its bundle of evidence", "SHA-256 bundel buktinya")
    static let toSentence = BundleWords.both("To this sentence", "Ke kalimat ini")

    /// What an anchor is, as the text of a link to it.
    static func name(ofAnchor anchor: String) -> DossierText {
        let (kind, number) = split(anchor)
        guard let number else { return DossierText(anchor) }
        return switch kind {
        case "claim": BundleWords.both("claim \(number)", "klaim \(number)")
        case "stop": BundleWords.both("stop \(number)", "singgahan \(number)")
        case "report": BundleWords.both("source \(number)", "sumber \(number)")
        case "verdict": BundleWords.both("test of claim \(number)", "uji klaim \(number)")
        default: DossierText(anchor)
        }
    }

    private static func split(_ anchor: String) -> (kind: String, number: Int?) {
        let parts = anchor.split(separator: "-")
        guard parts.count == 2 else { return (anchor, nil) }
        return (String(parts[0]), Int(parts[1]))
    }

    static func edition(_ number: Int, _ time: String) -> DossierText {
        BundleWords.both("Edition \(number), published \(time)", "Edisi \(number), diterbitkan \(time)")
    }

    static func corrects(_ number: Int) -> DossierText {
        BundleWords.both("This edition follows edition \(number).", "Edisi ini menggantikan edisi \(number).")
    }

    static func change(_ number: Int) -> DossierText {
        BundleWords.both("log of the dossier, entry \(number)", "catatan berkas, butir \(number)")
    }

    static func heard(_ address: AircraftAddress, _ time: Timestamp) -> DossierText {
        let when = CanonicalTime.text(Timestamp(seconds: time.seconds.rounded(.down)))
        return BundleWords.both("\(address.hex) heard at \(when)", "\(address.hex) terdengar pada \(when)")
    }

    static let scored = BundleWords.both(
        "visits compared again here with what became known of them",
        "kunjungan yang dibandingkan ulang di sini dengan yang kemudian diketahui"
    )

    // MARK: The list of editions

    static let editions = BundleWords.both("Editions", "Edisi")
    static let noEditions = BundleWords.both("Nothing has been published yet.", "Belum ada yang diterbitkan.")
    static let aboutEditions = BundleWords.both(
        "Dossiers as they were published. An edition is not changed any more: what was wrong in it is corrected by the next one.",
        "Berkas sebagaimana diterbitkan. Sebuah edisi tidak diubah lagi: yang keliru di dalamnya diperbaiki oleh edisi berikutnya."
    )

    /// Where what an edition tells was heard.
    static func name(of world: BundleHead.World) -> DossierText {
        switch world {
        case .real: BundleWords.both("Heard here.", "Terdengar di sini.")
        case .imported: BundleWords.both("Recorded by others.", "Direkam pihak lain.")
        case .simulated: simulatedLabel
        }
    }

    // MARK: Objections

    static let toObjections = BundleWords.both("Objections", "Keberatan")
    static let writeObjections = BundleWords.both(
        "For who keeps this site: take objections down and answer them",
        "Bagi pengelola situs ini: catat dan jawab keberatan"
    )
    static let noObjections = BundleWords.both(
        "No objection to this edition has been told.",
        "Belum ada keberatan terhadap edisi ini yang disampaikan."
    )
    static let evidence = BundleWords.both("Evidence", "Bukti")

    static func objections(_ number: Int) -> DossierText {
        BundleWords.both("Objections to edition \(number)", "Keberatan terhadap edisi \(number)")
    }

    static func objection(_ number: Int) -> DossierText {
        BundleWords.both("Objection \(number)", "Keberatan \(number)")
    }

    static func objected(_ time: String) -> DossierText { BundleWords.both("Objected \(time)", "Diajukan \(time)") }
    static func answered(_ time: String) -> DossierText { BundleWords.both("Answered \(time)", "Dijawab \(time)") }

    static func outcome(_ outcome: Challenge.Outcome) -> DossierText {
        switch outcome {
        case .open: BundleWords.both("Not decided yet.", "Belum diputuskan.")
        case .upheld:
            BundleWords.both("Upheld.", "Diterima.")
        case .partly: BundleWords.both("Upheld in part.", "Diterima sebagian.")
        case .rejected: BundleWords.both("Rejected: the sentence stands.", "Ditolak: kalimatnya tetap.")
        }
    }
}
