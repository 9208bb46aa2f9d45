/// Which texts about makers and models are kept: those that begin with a known maker. Registers call the builder of an amateur-built aircraft its
/// maker, and that is a person.
enum ModelFilter {
    static func accepts(_ text: String) -> Bool {
        guard (2...60).contains(text.utf8.count), !text.contains("@"), !text.contains("&"), !text.contains(",") else {
            return false
        }
        let words = text.uppercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
        guard let first = words.first, makers.contains(first), words.count <= 8 else { return false }
        // Behind the maker: signs with digits, and words that are models.
        return words.dropFirst().allSatisfy { word in
            word.utf8.count <= 3 || word.contains(where: \.isNumber) || makers.contains(word) || models.contains(word)
        }
    }

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
        "DREAMLINER", "MAX", "NEO",
        "SUPERJET", "SERIES", "AIRCRAFT", "INDUSTRIES", "BLACK", "HAWK", "CHINOOK", "APACHE", "LAKOTA", "TEXAN",
        "TALON", "EAGLE", "FIGHTING",
        "LIGHTNING", "RAPTOR", "HORNET", "OSPREY", "DASH", "TWIN", "OTTER", "CANADA", "HAVILLAND", "DOLPHIN", "DAUPHIN",
        "PUMA", "ECUREUIL",
        "JET", "AIRLINER", "FREIGHTER", "ATOMICS", "REAPER", "PREDATOR", "HAWKEYE", "SENTRY", "STAR", "DOUGLAS",
        "SPARTAN", "VULCANAIR", "CORP",
    ]
}
