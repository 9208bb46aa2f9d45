public import Visits

/// Heads and sentences of an edition of a flight or of a silence.
public enum FlightEditionWords {
    public static let whose = BundleWords.both("The aircraft", "Pesawatnya")
    public static let log = BundleWords.both(
        "What was heard, and what follows from it",
        "Yang terdengar, dan kesimpulannya"
    )
    public static let unknown = BundleWords.both("What is not known", "Yang tidak diketahui")
    public static let airports = BundleWords.both("Airports", "Bandar udara")
    public static let notice = BundleWords.both(
        "This tells what receivers heard of one aircraft and what follows from it. It does not tell who was aboard. Times are UTC; each take-off and landing is an interval.",
        "Halaman ini menyampaikan apa yang terdengar penerima dari satu pesawat dan kesimpulannya. Halaman ini tidak menyampaikan siapa yang ada di dalamnya. Waktu dalam UTC; setiap lepas landas dan pendaratan adalah selang waktu."
    )
    public static let names = BundleWords.both(
        "Registration and type are claims of public lists; the address is what was heard.",
        "Registrasi dan tipe adalah klaim daftar publik; alamat adalah yang terdengar."
    )
    public static let observation = BundleWords.both("what was heard", "yang terdengar")

    public static func title(_ subject: BundleHead.Subject, of names: String, _ when: String) -> DossierText {
        subject == .gap
            ? BundleWords.both("Silence of \(names), \(when)", "Selang tak terdengar \(names), \(when)")
            : BundleWords.both("Flight of \(names), \(when)", "Penerbangan \(names), \(when)")
    }

    public static func incomplete(_ day: String) -> DossierText {
        BundleWords.both(
            "The archive of \(day) is not complete: what was not heard then may have happened all the same.",
            "Arsip \(day) tidak lengkap: yang tidak terdengar saat itu mungkin tetap terjadi."
        )
    }

    public static func damaged(_ count: Int) -> DossierText {
        BundleWords.both(
            "Pieces of the archive that cannot be read and are left out: \(count).",
            "Bagian arsip yang tidak terbaca dan tidak disertakan: \(count)."
        )
    }
}
