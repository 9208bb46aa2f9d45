public import Visits

/// What computing again gave.
extension BundleWords {
    public static func text(_ difference: ConclusionDifference) -> DossierText {
        let (before, after) = (difference.before.map(written), difference.after.map(written))
        switch (before, after) {
        case (let before?, let after?):
            return both(
                "\(difference.name): was \(before), is \(after)",
                "\(difference.name): semula \(before), kini \(after)"
            )
        case (let before?, nil):
            return both(
                "\(difference.name): was \(before), is not concluded",
                "\(difference.name): semula \(before), kini tidak disimpulkan"
            )
        case (nil, let after?):
            return both(
                "\(difference.name): new, \(after)",
                "\(difference.name): baru, \(after)"
            )
        case (nil, nil): return both(difference.name, difference.name)
        }
    }

    /// A value as it is written, at most so long.
    private static func written(_ value: CanonicalJSON) -> String {
        let text = String(decoding: value.bytes, as: UTF8.self)
        return text.count > 300 ? text.prefix(300) + " …" : text
    }

    /// How many came out the same, and why others did not.
    public static func lines(_ rerun: BundleRerun) -> [DossierText] {
        var lines = [
            both(
                "\(rerun.same) of \(rerun.compared) conclusions follow from the data as the bundle has them.",
                "\(rerun.same) dari \(rerun.compared) simpulan mengikuti dari data seperti tertulis dalam bundel."
            )
        ]
        for cause in rerun.causes {
            switch cause {
            case .rules(let changes):
                lines.append(
                    both(
                        "Numbers that are others now, and with them what is concluded:",
                        "Angka yang kini berbeda, dan karenanya simpulannya:"
                    )
                )
                lines += changes.map { change in
                    let text = "  \(change.name): \(written(change.before)) -> \(written(change.after))"
                    return both(text, text)
                }
            case .program(let from, let to):
                lines.append(
                    both(
                        "With the bundle's own numbers it comes out otherwise too: it was computed by \(from), and now by \(to).",
                        "Dengan angka dari bundel pun hasilnya berbeda: semula dihitung oleh \(from), kini oleh \(to)."
                    )
                )
            case .rows:
                lines.append(
                    both(
                        "Rows in the bundle do not give the points on which the comparison rests.",
                        "Baris dalam bundel tidak menghasilkan titik yang menjadi dasar perbandingan."
                    )
                )
            }
        }
        if let why = rerun.unjudged { lines.append(text(why)) }
        if let uncompared = rerun.uncompared { lines.append(text(uncompared)) }
        if !rerun.notThere.isEmpty {
            lines.append(
                both(
                    "Items kept out: \(rerun.notThere.count). What they would show was not computed again.",
                    "Butir yang tidak disertakan: \(rerun.notThere.count). Yang ditunjukkannya tidak dihitung ulang."
                )
            )
        }
        return lines
    }

    /// Why it was not computed again what silences mean.
    static func text(_ unjudged: UnjudgedSilences) -> DossierText {
        let why: DossierText =
            switch unjudged {
            case .older:
                both("the bundle was made before bundles held that", "bundel ini dibuat sebelum bundel memuat hal itu")
            case .takenOut(let reason): text(reason)
            case .untold(.notTold):
                both(
                    "whom the bundle was made for is not told who hears what",
                    "pembaca bundel ini tidak diberi tahu siapa mendengar apa"
                )
            case .untold(.nothingLearned):
                both("nothing was learned of who hears what", "belum ada yang dipelajari tentang siapa mendengar apa")
            case .untold(.noListeners):
                both("nobody listens in its world", "tidak ada yang mendengarkan di dunianya")
            case .untold(.tooMuch):
                both(
                    "what that rests on is more than a bundle holds",
                    "dasarnya lebih banyak daripada yang dimuat sebuah bundel"
                )
            }
        return both(
            "What silences mean was not computed again: \(why.english).",
            "Arti keheningan tidak dihitung ulang: \(why.indonesian)."
        )
    }

    /// What was not compared, and why.
    static func text(_ uncompared: UncomparedFlights) -> DossierText {
        switch uncompared {
        case .explanations:
            both(
                "The explanations of silences were not compared: what they were weighed by was kept out.",
                "Penjelasan keheningan tidak dibandingkan: dasar penimbangannya tidak disertakan."
            )
        case .flights:
            both(
                "The explanations of silences, and the flights and stops that depend on them, were not compared: what they were weighed by was kept out.",
                "Penjelasan keheningan, serta penerbangan dan singgahan yang bergantung padanya, tidak dibandingkan: dasar penimbangannya tidak disertakan."
            )
        }
    }

    public static func differs(_ rerun: BundleRerun) -> DossierText {
        both(
            "\(rerun.differences.count) conclusions came out otherwise",
            "\(rerun.differences.count) simpulan berbeda"
        )
    }

    public static func text(_ error: BundleRerunError) -> DossierText {
        switch error {
        case .missing(let path, let reason?):
            both(
                "\(path) is not in the bundle (\(text(reason).english)): without it nothing can be computed again",
                "\(path) tidak ada dalam bundel (\(text(reason).indonesian)): tanpanya tidak ada yang dapat dihitung ulang"
            )
        case .missing(let path, nil):
            both(
                "\(path) is not in the bundle: without it nothing can be computed again",
                "\(path) tidak ada dalam bundel: tanpanya tidak ada yang dapat dihitung ulang"
            )
        case .tooLarge(let path, let bytes):
            both(
                "\(path) is too large to be computed again (\(bytes) bytes)",
                "\(path) terlalu besar untuk dihitung ulang (\(bytes) bita)"
            )
        case .tooManyHistories:
            both(
                "history/ has rows of more aircraft than are compared",
                "history/ memuat baris lebih banyak pesawat daripada yang dibandingkan"
            )
        case .unreadable(let path, let error):
            both(
                "\(path): \(text(.unreadable(error)).english)",
                "\(path): \(text(.unreadable(error)).indonesian)"
            )
        case .source(let error): text(error)
        case .unknownSubject:
            both(
                "this program does not compute such bundles again",
                "program ini tidak menghitung ulang bundel semacam ini"
            )
        case .nothingToCompare:
            both(
                "no stop of it can be used: there is nothing to compare",
                "tidak ada singgahan yang dapat dipakai: tidak ada yang dibandingkan"
            )
        }
    }
}
