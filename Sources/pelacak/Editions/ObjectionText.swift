import Bundles
import Visits

/// An objection on one line, for whoever runs the site.
struct ObjectionText {
    private let challenge: Challenge

    init(_ challenge: Challenge) { self.challenge = challenge }

    func line(in language: Draft.Language) -> String {
        func text(_ english: String, _ indonesian: String) -> String {
            DossierText(english: english, indonesian: indonesian).text(in: language)
        }
        let outcome =
            switch challenge.outcome {
            case .open: text("open", "belum diputuskan")
            case .upheld: text("upheld", "diterima")
            case .partly: text("partly", "diterima sebagian")
            case .rejected: text("rejected", "ditolak")
            }
        let words = [
            text("objection \(challenge.number)", "keberatan \(challenge.number)"), challenge.anchor, outcome,
            challenge.isPublic ? text("public", "terbuka") : text("private", "tertutup"),
            TimeText.iso(challenge.received), challenge.objection, challenge.answer,
        ]
        return words.filter { !$0.isEmpty }.map(IdentityOptions.plain).joined(separator: "  ")
    }
}
