public import Visits

/// What commands say of a bundle beside what was found in it.
extension BundleWords {
    /// Where nothing was heard from real aircraft.
    public static let simulated = both("SIMULATED", "SIMULASI")

    public static func noStamp(in folder: String) -> DossierText {
        both("there is no timestamp.tsr in \(folder)", "tidak ada timestamp.tsr di \(folder)")
    }

    /// A stamp whose signature was checked.
    public static func signed(_ time: String) -> DossierText {
        both("timestamp: \(time), signed", "stempel waktu: \(time), tanda tangannya sah")
    }

    public static let expiredSince = both(
        "The authority's certificate has expired since; the signature was made while it was valid.",
        "Sertifikat otoritas itu kini sudah kedaluwarsa; tanda tangannya dibuat ketika masih berlaku."
    )

    public static func text(_ error: StampSignatureError) -> DossierText {
        switch error {
        case .noProgram:
            both(
                "the signature of the time stamp is checked by openssl, which is not installed",
                "tanda tangan stempel waktu diperiksa oleh openssl, yang tidak terpasang"
            )
        case .notStarted(let reason):
            both("openssl cannot be started: \(reason)", "openssl tidak dapat dijalankan: \(reason)")
        case .otherSignature(let authority):
            both(
                "timestamp.tsr: the signature is not that of \(authority)",
                "timestamp.tsr: tanda tangannya bukan milik \(authority)"
            )
        case .notValidThen(let authority):
            both(
                "timestamp.tsr: the certificate of \(authority) was not valid at the time of the stamp",
                "timestamp.tsr: sertifikat \(authority) tidak berlaku pada waktu stempel"
            )
        }
    }

    public static func ofAnotherDigest(_ file: String) -> DossierText {
        both("\(file) is of another digest", "\(file) milik sidik lain")
    }

    public static func isThere(_ file: String) -> DossierText {
        both("\(file) is there already; nothing was written over it", "\(file) sudah ada; tidak ditimpa")
    }

    public static func cannotRead(_ file: String) -> DossierText {
        both("\(file) cannot be read", "\(file) tidak dapat dibaca")
    }

    public static func cannotWrite(_ file: String) -> DossierText {
        both("\(file) cannot be written", "\(file) tidak dapat ditulis")
    }

    public static func noBundle(_ folder: String) -> DossierText {
        both("\(folder) is no bundle", "\(folder) bukan bundel")
    }

    public static func noItem(_ path: String) -> DossierText {
        both(
            "\(path) is no item of it; pelacak bundle show lists them",
            "\(path) bukan butir bundel ini; pelacak bundle show mencantumkannya"
        )
    }

    /// What an item holds, as a word of a list.
    public static func text(_ kind: BundleItem.Kind) -> DossierText {
        let indonesian =
            switch kind {
            case .raw: "mentah"
            case .capture: "salinan"
            case .history: "riwayat"
            case .sky: "langit"
            case .uptime: "waktu menyala"
            case .base: "dasar"
            case .identity: "identitas"
            case .list: "daftar"
            case .itinerary: "rencana perjalanan"
            case .claims: "klaim"
            case .rules: "aturan"
            case .settings: "setelan"
            case .day: "hari"
            case .conclusions: "simpulan"
            }
        return both(kind.rawValue, indonesian)
    }

    /// How what an item says is known, as a word of a list.
    public static func text(_ known: BundleItem.Known) -> DossierText {
        let indonesian =
            switch known {
            case .observed: "teramati"
            case .inferred: "disimpulkan"
            case .claimed: "dinyatakan"
            case .chosen: "dipilih"
            case .unknown: "tidak diketahui"
            }
        return both(known.rawValue, indonesian)
    }
}
