import Watch

/// The few words a feed adds of its own, in both languages.
enum AtomPhrase {
    case publicTitle
    /// The alert of this identifier took back what this one says.
    case corrected(by: String)
    case corrects(String)

    func text(in language: WatchLanguage) -> String {
        switch language {
        case .english: words.english
        case .indonesian: words.indonesian
        }
    }

    private var words: (english: String, indonesian: String) {
        switch self {
        case .publicTitle: ("pelacak: public alerts", "pelacak: peringatan publik")
        case .corrected(let id): ("Corrected by \(id).", "Dikoreksi oleh \(id).")
        case .corrects(let id): ("This corrects \(id).", "Ini mengoreksi \(id).")
        }
    }
}
