public import Visits

/// How a dossier differs from what was published of it.
extension BundleWords {
    public static let nothingDiffers = both(
        "Every sentence is as it was published.",
        "Setiap kalimat sama seperti saat diterbitkan."
    )

    public static func text(_ change: EditionChange) -> DossierText {
        let name = name(change)
        return switch (change.before, change.after) {
        case (let before?, let after?):
            both(
                "\(name.english): published: \(before.english) Now: \(after.english)",
                "\(name.indonesian): diterbitkan: \(before.indonesian) Kini: \(after.indonesian)"
            )
        case (let before?, nil):
            both(
                "\(name.english): published, and no longer said: \(before.english)",
                "\(name.indonesian): diterbitkan, dan tidak lagi dikatakan: \(before.indonesian)"
            )
        case (nil, let after):
            both(
                "\(name.english): new: \(after?.english ?? "")",
                "\(name.indonesian): baru: \(after?.indonesian ?? "")"
            )
        }
    }

    /// What a change is of, for readers: `claim 3`, `claim 3 (rests on)`, the title.
    public static func subject(_ change: EditionChange) -> DossierText {
        let name = EditionWords.name(ofAnchor: change.anchor)
        let part: DossierText
        switch change.part {
        case .words, .source: return name
        case .title: return EditionWords.aTitle
        case .rests: part = EditionWords.restsOn
        }
        return both("\(name.english) (\(part.english))", "\(name.indonesian) (\(part.indonesian))")
    }

    public static func text(_ outcome: Challenge.Outcome) -> DossierText { EditionWords.outcome(outcome) }

    /// The anchor, and which part of what stands under it.
    private static func name(_ change: EditionChange) -> DossierText {
        let part: DossierText
        switch change.part {
        case .words: return DossierText(change.anchor)
        case .title: return EditionWords.aTitle
        case .rests: part = EditionWords.restsOn
        case .source: part = EditionWords.aSource
        }
        return both("\(change.anchor) (\(part.english))", "\(change.anchor) (\(part.indonesian))")
    }
}
