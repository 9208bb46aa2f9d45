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

    /// Where set-up's outline is not there.
    public static let noOutline = both(
        "the edition's map has no coasts: run `make run` once, it makes their file",
        "peta edisi ini tanpa garis pantai: jalankan `make run` sekali, berkasnya akan dibuat"
    )

    public static func badOutline(_ path: String, _ error: WorldOutlineError) -> DossierText {
        let reason =
            switch error {
            case .tooLarge(let bytes): both("more than \(bytes - 1) bytes", "lebih dari \(bytes - 1) bita")
            case .noOutline: both("it is no outline", "bukan berkas garis pantai")
            case .newerFormat(let format):
                both("format \(format) is newer than this program", "format \(format) lebih baru daripada program ini")
            case .cutOff: both("it is cut off", "isinya terpotong")
            case .badLine(let number): both("line \(number) cannot be read", "baris \(number) tidak dapat dibaca")
            case .tooManyPoints: both("it has too many points", "titiknya terlalu banyak")
            }
        return both(
            "the edition's map has no coasts: \(path): \(reason.english)",
            "peta edisi ini tanpa garis pantai: \(path): \(reason.indonesian)"
        )
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
