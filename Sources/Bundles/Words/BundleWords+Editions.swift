public import Visits

/// How a dossier differs from what was published of it.
extension BundleWords {
    public static let nothingDiffers = both(
        "Every sentence is as it was published.",
        "Setiap kalimat sama seperti saat diterbitkan."
    )

    public static func text(_ change: EditionChange) -> DossierText {
        switch (change.before, change.after) {
        case (let before?, let after?):
            both(
                "\(change.anchor): published: \(before.english) Now: \(after.english)",
                "\(change.anchor): diterbitkan: \(before.indonesian) Kini: \(after.indonesian)"
            )
        case (let before?, nil):
            both(
                "\(change.anchor): published, and no longer said: \(before.english)",
                "\(change.anchor): diterbitkan, dan tidak lagi dikatakan: \(before.indonesian)"
            )
        case (nil, let after):
            both(
                "\(change.anchor): new: \(after?.english ?? "")",
                "\(change.anchor): baru: \(after?.indonesian ?? "")"
            )
        }
    }
}
