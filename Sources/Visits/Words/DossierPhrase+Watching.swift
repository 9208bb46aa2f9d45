/// What is said of watching for a visit: rules, and what polled sources would be asked.
extension DossierPhrase {
    // MARK: Rules

    static let watchFleet = DossierPhrase(
        "Tells when an aircraft on the lists of {state} takes off or lands.",
        "Memberi tahu bila pesawat dalam daftar {state} lepas landas atau mendarat."
    )
    static let watchSisters = DossierPhrase(
        "Tells when an aircraft on the lists of {state} falls silent, another of its fleet is heard nearby, and that one lands at an announced stop.",
        "Memberi tahu bila pesawat dalam daftar {state} membisu, pesawat lain dari armada yang sama terdengar di dekatnya, lalu pesawat itu mendarat di singgahan yang diumumkan."
    )
    static let watchNear = DossierPhrase(
        "Tells when an aircraft on the lists of {state} comes within {distance} of {stop}.",
        "Memberi tahu bila pesawat dalam daftar {state} berada dalam {distance} dari {stop}."
    )
    static let watchLanding = DossierPhrase(
        "Tells when an aircraft on the lists of {state} lands at {stop}, observed or inferred.",
        "Memberi tahu bila pesawat dalam daftar {state} mendarat di {stop}, teramati atau disimpulkan."
    )
    static let watchSilence = DossierPhrase(
        "Tells when an aircraft on the lists of {state} is silent for 20 minutes where it would have been heard.",
        "Memberi tahu bila pesawat dalam daftar {state} membisu 20 menit di tempat yang seharusnya terdengar."
    )
    static let anyState = DossierPhrase("any state", "negara mana pun")

    static let alertsNotice = DossierPhrase(
        "What the watches of this visit told. An alert says that an aircraft did what a rule asks for; it proves no claim.",
        "Yang diberitahukan oleh pengawasan kunjungan ini. Peringatan menyatakan bahwa pesawat melakukan apa yang ditanyakan aturan; ia tidak membuktikan klaim apa pun."
    )

    // MARK: The plan

    static let planNotice = DossierPhrase(
        "Asking a provider by address or registration tells it whom one watches; a circle tells it where one looks. Nothing is asked before somebody makes a source of it.",
        "Menanyai penyedia dengan alamat atau registrasi memberi tahu siapa yang diamati; lingkaran memberi tahu tempat yang diamati. Tidak ada yang ditanyakan sebelum seseorang menjadikannya sumber."
    )
    static let planUnconfigured = DossierPhrase(
        "No polled source is configured: nothing is asked of others.",
        "Tidak ada sumber yang ditanyai: tidak ada yang ditanyakan kepada pihak lain."
    )
    static let planIfPaused = DossierPhrase(
        "The sources that run now use what their providers allow. If they were paused, this could be asked instead:",
        "Sumber yang kini berjalan memakai jatah dari penyedianya. Bila dijeda, ini yang dapat ditanyakan sebagai gantinya:"
    )
    static let planNoAirport = DossierPhrase(
        "Not covered: {stop}, of which no airport is known.",
        "Tidak tercakup: {stop}, yang bandaranya tidak diketahui."
    )
    static let planBeyondCircle = DossierPhrase(
        "Not covered: what is farther than {distance} from {stop}; {provider} answers no larger circle.",
        "Tidak tercakup: yang lebih jauh dari {distance} dari {stop}; {provider} tidak menjawab lingkaran yang lebih besar."
    )
    static let planNoRoom = DossierPhrase(
        "Not covered: {stop}; what the providers allow is used up.",
        "Tidak tercakup: {stop}; jatah dari para penyedia sudah habis."
    )
    static let planNoFleet = DossierPhrase(
        "Not covered: the state's fleet, of which no address is known here.",
        "Tidak tercakup: armada negara itu, yang alamatnya tidak diketahui di sini."
    )
    static let planWays = DossierPhrase(
        "Not covered: the ways between the stops, where only the fleet is asked for.",
        "Tidak tercakup: jalur antara singgahan, tempat hanya armada yang ditanyakan."
    )
    static let planMoreNames = DossierPhrase(
        "Not covered: {number} more addresses than {provider} can be asked for in the time.",
        "Tidak tercakup: {number} alamat lagi, lebih dari yang dapat ditanyakan kepada {provider} dalam waktu itu."
    )

    // MARK: Further changes

    static let begun = DossierPhrase("Begun with a report: {report}.", "Dimulai dengan laporan: {report}.")
    static let confirmAll = DossierPhrase(
        "All stops confirmed as they stand.",
        "Semua singgahan dikonfirmasi apa adanya."
    )
    static let setTitle = DossierPhrase("Named: {title}.", "Dinamai: {title}.")
    static let clearTitle = DossierPhrase("The name was taken off.", "Nama dihapus.")
    static let setRules = DossierPhrase("Rules of watching made: {number}.", "Aturan pengamatan dibuat: {number}.")
    static let editClaim = DossierPhrase("A claim was changed: {claim}.", "Sebuah klaim diubah: {claim}.")
    static let setDateline = DossierPhrase(
        "It was said when a report was written, and its times were read anew: {report}.",
        "Waktu penulisan sebuah laporan ditetapkan, dan waktu di dalamnya dibaca ulang: {report}."
    )
}
