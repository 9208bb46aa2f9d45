/// Which texts about makers and models are kept: those that begin with a known maker. Registers call the builder of an amateur-built aircraft its
/// maker, and that is a person.
enum ModelFilter {
    static func accepts(_ text: String) -> Bool {
        guard (2...60).contains(text.utf8.count), !text.contains("@"), !text.contains("&"), !text.contains(",") else {
            return false
        }
        let words = text.uppercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
        guard let first = words.first, makers.contains(first), words.count <= 8 else { return false }
        // Some makers are called as people are: then only signs with digits show that a machine is meant.
        let hasSign = words.contains { $0.contains(where: \.isNumber) }
        guard hasSign || !surnames.contains(first), first != "DE" || words.dropFirst().first == "HAVILLAND" else {
            return false
        }
        // Behind the maker: signs with digits, and words that are models. Short words may be given names.
        return words.dropFirst().allSatisfy { word in
            word.utf8.count == 1 || word.contains(where: \.isNumber) || makers.contains(word) || models.contains(word)
                || signs.contains(word) || hasSign && word == "MAX"
        }
    }

    /// Makers that bear a name of persons.
    private static let surnames: Set<String> = [
        "HUGHES", "DOUGLAS", "BELL", "ROBINSON", "MOONEY", "PIPER", "GROB", "SHORT", "SHORTS", "CURTISS", "EXTRA",
        "BEECH",
        "DORNIER", "FOKKER", "VICKERS", "AYRES", "NORTH", "GENERAL", "KING", "HONDA", "DIAMOND", "HAWKER", "SCHWEIZER",
        "LOCKHEED", "MARTIN", "GRUMMAN", "CONVAIR", "LET", "MIL", "KAI", "HAL", "DAHER", "VIKING",
    ]

    /// Letters that stand for models and their kinds.
    private static let signs: Set<String> = [
        "NEO", "ER", "LR", "SR", "NG", "XL", "XLS", "CJ", "II", "III", "IV", "VIP", "BBJ", "ACJ", "DHC", "CRJ", "ERJ",
        "ATR", "MD",
        "DC", "PC", "TBM", "PA", "AW", "EC", "AS", "BO", "BK", "UH", "CH", "HH", "MH", "KC", "RC", "VC", "AN", "TU",
        "IL", "YAK",
        "SU", "MI", "KA", "RV", "CN", "NC", "TB", "HS", "BAE", "RJ",
    ]

    private static let makers: Set<String> = [
        "AIRBUS", "BOEING", "EMBRAER", "BOMBARDIER", "CANADAIR", "ATR", "CESSNA", "PIPER", "BEECH", "BEECHCRAFT",
        "RAYTHEON", "TEXTRON", "CIRRUS",
        "DIAMOND", "MOONEY", "GULFSTREAM", "DASSAULT", "LEARJET", "HAWKER", "SIKORSKY", "BELL", "EUROCOPTER", "AGUSTA",
        "AGUSTAWESTLAND",
        "LEONARDO", "ROBINSON", "HUGHES", "MD", "MCDONNELL", "DOUGLAS", "LOCKHEED", "NORTHROP", "GRUMMAN", "GENERAL",
        "ANTONOV", "ILYUSHIN",
        "TUPOLEV", "YAKOVLEV", "SUKHOI", "MIL", "KAMOV", "BERIEV", "IRKUT", "COMAC", "XIAN", "HARBIN", "SHAANXI",
        "SHENYANG", "PILATUS", "DORNIER",
        "FAIRCHILD", "FOKKER", "SAAB", "SHORT", "SHORTS", "AEROSPATIALE", "SOCATA", "DAHER", "CASA", "IPTN",
        "INDONESIAN", "DIRGANTARA", "HONDA",
        "MITSUBISHI", "KAWASAKI", "SHINMAIWA", "HAL", "KAI", "EXTRA", "GROB", "TECNAM", "BAE", "AVRO", "VICKERS", "DE",
        "DEHAVILLAND", "VIKING",
        "LET", "AERO", "PZL", "CONVAIR", "CURTISS", "NORTH", "AMERICAN", "ECLIPSE", "ENSTROM", "SCHWEIZER", "AYRES",
    ]

    private static let models: Set<String> = [
        "SKYHAWK", "SKYLANE", "STATIONAIR", "CARAVAN", "CITATION", "CHEROKEE", "WARRIOR", "ARCHER", "ARROW", "SENECA",
        "SEMINOLE", "NAVAJO",
        "BONANZA", "BARON", "KING", "SUPER", "FALCON", "CHALLENGER", "GLOBAL", "EXPRESS", "LEGACY", "PHENOM", "LINEAGE",
        "ERJ", "HELICOPTERS",
        "HERCULES", "GALAXY", "GLOBEMASTER", "STRATOTANKER", "STRATOFORTRESS", "POSEIDON", "ORION", "NEPTUNE",
        "DREAMLINER",
        "SUPERJET", "SERIES", "AIRCRAFT", "INDUSTRIES", "BLACK", "HAWK", "CHINOOK", "APACHE", "LAKOTA", "TEXAN",
        "TALON", "EAGLE", "FIGHTING",
        "LIGHTNING", "RAPTOR", "HORNET", "OSPREY", "DASH", "TWIN", "OTTER", "CANADA", "HAVILLAND", "DOLPHIN", "DAUPHIN",
        "PUMA", "ECUREUIL",
        "JET", "AIRLINER", "FREIGHTER", "ATOMICS", "REAPER", "PREDATOR", "HAWKEYE", "SENTRY", "STAR", "DOUGLAS",
        "SPARTAN", "VULCANAIR", "CORP",
    ]
}
