/// How likely, and how large a part, in words; words come before numbers.
extension DossierPhrase {
    /// - Parameter probability: over 0 to 1.
    static func likely(_ probability: Double) -> DossierPhrase {
        switch probability {
        case 0.95...: DossierPhrase("very likely", "sangat mungkin")
        case 0.7...: DossierPhrase("likely", "mungkin sekali")
        case 0.4...: DossierPhrase("about as likely as not", "sama mungkinnya dengan tidak")
        case 0.1...: DossierPhrase("possible and not likely", "mungkin tetapi kecil peluangnya")
        default: DossierPhrase("unlikely", "kecil kemungkinannya")
        }
    }

    /// - Parameter share: over 0 to 1.
    static func share(_ share: Double) -> DossierPhrase {
        switch share {
        case 0.9...: DossierPhrase("nearly all", "hampir semua")
        case 0.65...: DossierPhrase("most", "sebagian besar")
        case 0.35...: DossierPhrase("about half of all", "kira-kira separuh")
        case 0.1...: DossierPhrase("some", "sebagian kecil")
        default: DossierPhrase("few", "sangat sedikit")
        }
    }
}
