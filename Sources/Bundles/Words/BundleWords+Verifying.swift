public import Visits

/// What verifying found, and what that proves.
extension BundleWords {
    public static let notWhole = both(
        "not everything is as it was when the bundle was made",
        "tidak semuanya sama seperti saat bundel dibuat"
    )

    /// - Parameter isExpected: whether the digest was compared with one from elsewhere.
    public static func lines(_ report: BundleReport, isExpected: Bool) -> [DossierText] {
        guard let manifest = report.manifest else { return [] }
        var lines = Self.lines(manifest.head)
        lines += [
            both(
                "As their sums say: \(report.wholeItems) of \(manifest.items.count) items; kept out: \(manifest.redactions.count).",
                "Sesuai dengan sidiknya: \(report.wholeItems) dari \(manifest.items.count) butir; tidak disertakan: \(manifest.redactions.count)."
            ),
            both("sha256 \(manifest.digest)", "sha256 \(manifest.digest)"),
        ]
        if report.further > 0 {
            lines.append(
                both(
                    "\(report.further) more findings are not listed.",
                    "\(report.further) temuan lain tidak dicantumkan."
                )
            )
        }
        if let stamp = report.stamp {
            let time = CanonicalTime.text(stamp.time)
            lines.append(
                both(
                    "A time stamp says that this digest was there at \(time); its signature is checked with --authority.",
                    "Stempel waktu menyatakan sidik ini sudah ada pada \(time); tanda tangannya diperiksa dengan --authority."
                )
            )
        }
        guard report.isWhole else { return lines }
        let taken = manifest.redactions.count
        lines.append(
            isExpected
                ? (taken == 0 ? unchanged : Self.unchanged(without: taken))
                : both(
                    "The bundle agrees with its own list. Compare the digest with one that was told elsewhere: whoever changed the bundle may have written the list anew.",
                    "Bundel sesuai dengan daftarnya sendiri. Bandingkan sidiknya dengan yang diumumkan di tempat lain: pengubah bundel dapat menulis ulang daftarnya."
                )
        )
        return lines + [limits]
    }

    private static let unchanged = both(
        "Nothing was changed since this digest was told.",
        "Tidak ada yang berubah sejak sidik ini diumumkan."
    )

    /// The digest is that of the whole bundle: what was taken out later, and for which reason, is in no sum that was told.
    private static func unchanged(without taken: Int) -> DossierText {
        both(
            "What is here was not changed since this digest was told; \(taken) \(taken == 1 ? "item was" : "items were") taken out: by whom and why no sum covers.",
            "Yang ada di sini tidak berubah sejak sidik ini diumumkan; \(taken) butir dikeluarkan: oleh siapa dan mengapa tidak tercakup sidik mana pun."
        )
    }

    /// What verifying proves.
    public static let proves = both(
        "Whoever compares the SHA-256 with one that was told elsewhere sees that nothing was changed since.",
        "Siapa pun yang membandingkan SHA-256 ini dengan yang diumumkan di tempat lain dapat melihat bahwa sejak itu tidak ada yang berubah."
    )

    /// What verifying does not prove.
    public static let limits = both(
        "This does not prove that what receivers heard came from aircraft, or that what sources say is so.",
        "Ini tidak membuktikan bahwa yang didengar penerima berasal dari pesawat, atau bahwa keterangan sumber itu benar."
    )
}
