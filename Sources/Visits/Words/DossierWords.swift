/// The sentences of dossiers in one language. Each thing that can be said stands once, in both languages, in `said`.
public struct DossierWords: Sendable {
    public let language: Draft.Language

    public init(_ language: Draft.Language) { self.language = language }

    /// One of two wordings of the same thing.
    func said(_ english: String, _ indonesian: String) -> String { language == .english ? english : indonesian }

    /// What an assumption says.
    public func text(of assumption: DossierAssumption) -> String {
        switch assumption {
        case .home:
            said(
                "The journey is assumed to begin where the state's aircraft are at home; no report says so.",
                "Perjalanan diandaikan bermula di pangkalan pesawat negara itu; tidak ada laporan yang menyebutkannya."
            )
        case .zoneReadings:
            said(
                "A time without a zone is read by the clock of the place (0.60), of the subject's capital (0.25) and of the outlet (0.15).",
                "Waktu tanpa zona dibaca menurut jam tempat itu (0,60), ibu kota negara subjek (0,25), dan media (0,15)."
            )
        case .airports:
            said(
                "The airports of a place are those of the list of places, larger ones first; a country stands for its capital with a share of 0.8.",
                "Bandara suatu tempat diambil dari daftar tempat, yang besar lebih dulu; sebuah negara diwakili ibu kotanya dengan bobot 0,8."
            )
        case .legTimes:
            said(
                "How long a leg takes follows from its great circle and from what aircraft can do; winds and closed airspace are left aside.",
                "Lama suatu penerbangan dihitung dari jarak lingkaran besar dan kemampuan pesawat; angin dan wilayah udara tertutup diabaikan."
            )
        case .lateTail:
            said(
                "Who is announced comes late more often than early: a quarter of all arrivals is expected up to hours after the announced window.",
                "Kedatangan yang diumumkan lebih sering terlambat daripada lebih awal: seperempatnya diperkirakan hingga beberapa jam setelah jendela waktu."
            )
        case .drafting:
            said(
                "Drafts are read out of the text by rules and lists of words; what the text does not say is asked, not guessed.",
                "Rancangan dibaca dari teks dengan aturan dan daftar kata; yang tidak disebut teks ditanyakan, bukan ditebak."
            )
        case .providers:
            said(
                "How often a provider may be asked is what was read in its documents, or ours where they say nothing (docs/providers.md).",
                "Seberapa sering sebuah penyedia boleh ditanya diambil dari dokumennya, atau dari kami bila tidak disebutkan (docs/providers.md)."
            )
        }
    }
}
