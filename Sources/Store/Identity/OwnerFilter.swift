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
        let phrase = words.joined(separator: " ")
        if wholes.contains(phrase) { return true }
        guard (2...10).contains(words.count), !words.contains(where: personal.contains) else { return false }
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
        "AIRLINES", "AIRLINE", "AIRWAYS", "MINISTRY", "GOVERNMENT", "GOVT", "DEPARTMENT", "ADMINISTRATION",
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
        "AERONAUTICA MILITARE", "ROYAL FLIGHT", "AMIRI FLIGHT", "PRESIDENTIAL FLIGHT", "AIRLIFT WING", "STATE OF",
        "CITY OF", "COUNTY OF", "REPUBLIC OF",
        "KINGDOM OF", "UNITED KINGDOM", "CZECH REPUBLIC", "REPUBLIK INDONESIA", "SEKRETARIAT NEGARA",
        "BADAN SAR NASIONAL",
    ]

    /// Names that are known as a whole: of agencies by their letters, and of airlines that have no such word.
    private static let wholes: Set<String> = [
        "NASA", "NOAA", "POLRI", "BASARNAS", "TNI AU", "TNI AL", "TNI AD", "GARUDA INDONESIA", "CITILINK INDONESIA",
        "LION AIR",
        "BATIK AIR", "WINGS AIR", "PELITA AIR", "PELITA AIR SERVICE", "SRIWIJAYA AIR", "TRIGANA AIR SERVICE",
        "AIR CHINA",
        "AIR FRANCE", "AIR INDIA", "AIR CANADA", "AIR NEW ZEALAND", "AIR ASTANA", "AIR KORYO", "LUFTHANSA", "IBERIA",
        "AEROFLOT",
        "EMIRATES", "SAUDIA", "FINNAIR", "VIETNAM AIRLINES", "CONVIASA", "BELAVIA", "KOREAN AIR",
    ]

    private static let company: Set<String> = [
        "INC", "LLC", "LTD", "LIMITED", "CORP", "CORPORATION", "GMBH", "AG", "SA", "SAS", "SPA", "SRL", "BV", "NV",
        "AB", "AS", "OY", "PLC", "PT",
        "TBK", "LP", "LLP", "BANK", "LEASING", "COMPANY", "KG", "PJSC", "JSC", "OOO",
    ]
}
