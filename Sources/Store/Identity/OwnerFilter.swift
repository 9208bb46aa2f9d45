/// Which names of owners and operators are kept: those that say by their words that a state or an airline is meant, and companies where that is
/// switched on. All others may be of natural persons and go nowhere.
///
/// A name without such a word is left out, be it as well known as it is: the operator's three letters say it without a name.
enum OwnerFilter {
    static func accepts(_ text: String, companies: Bool = false) -> Bool {
        guard (3...80).contains(text.count), !text.contains("@"), !text.contains("&"), !text.contains(",") else {
            return false
        }
        // No house numbers.
        guard !text.utf8.contains(where: { (48...57).contains($0) }) else { return false }
        let words = text.uppercased().split { !($0.isLetter) }.map(String.init)
        guard (2...10).contains(words.count), !words.contains(where: personal.contains) else { return false }
        let phrase = words.joined(separator: " ")
        if words.contains(where: official.contains) || phrases.contains(where: phrase.contains) { return true }
        return companies && words.contains(where: company.contains)
    }

    /// Words that stand beside names of persons.
    private static let personal: Set<String> = [
        "MR", "MRS", "MS", "MISS", "DR", "PROF", "SIR", "LADY", "HERR", "FRAU", "MME", "SR", "SRA", "JR", "II", "III",
        "IV", "TRUST", "TRUSTEE",
        "TRUSTEES", "FAMILY", "ESTATE", "HEIRS", "WIDOW", "CO", "OWNER", "OWNERS", "PARTNERS", "PARTNERSHIP", "STREET",
        "ROAD", "AVENUE",
        "BPK", "IBU", "TUAN", "NYONYA",
    ]

    private static let official: Set<String> = [
        "AIRLINES", "AIRLINE", "AIRWAYS", "MINISTRY", "GOVERNMENT", "GOVT", "REPUBLIC", "KINGDOM", "DEPARTMENT",
        "FEDERATION", "MUNICIPALITY",
        "UNIVERSITY", "NAVY", "ARMY", "POLICE", "MARINES", "GENDARMERIE", "LUFTWAFFE", "KEMENTERIAN", "KEPOLISIAN",
        "PEMERINTAH", "TENTARA",
        "MINISTERE", "MINISTERIO", "MINISTERSTVO", "BUNDESPOLIZEI",
    ]

    private static let phrases = [
        "AIR FORCE", "COAST GUARD", "BORDER GUARD", "BORDER FORCE", "CIVIL AIR PATROL", "SPECIAL FLIGHT",
        "FLIGHT DETACHMENT", "FIRE AND RESCUE",
        "SEARCH AND RESCUE", "CUSTOMS AND BORDER", "ANGKATAN UDARA", "ANGKATAN LAUT", "ANGKATAN DARAT", "FUERZA AEREA",
        "ARMEE DE L AIR",
        "AERONAUTICA MILITARE", "ROYAL FLIGHT",
    ]

    private static let company: Set<String> = [
        "INC", "LLC", "LTD", "LIMITED", "CORP", "CORPORATION", "GMBH", "AG", "SA", "SAS", "SPA", "SRL", "BV", "NV",
        "AB", "AS", "OY", "PLC", "PT",
        "TBK", "LP", "LLP", "BANK", "LEASING", "COMPANY", "KG", "PJSC", "JSC", "OOO",
    ]
}
