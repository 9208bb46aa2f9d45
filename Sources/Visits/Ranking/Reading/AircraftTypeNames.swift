/// The designators (ICAO Doc 8643) of types as the press writes them.
enum AircraftTypeNames {
    /// By letters and digits in capitals, the longest that is found counts.
    private static let table: [(name: String, designators: Set<String>)] = [
        ("IL9", ["IL96"]), ("IL96", ["IL96"]), ("ILYUSHIN96", ["IL96"]), ("IL62", ["IL62"]), ("ILYUSHIN62", ["IL62"]),
        ("IL76", ["IL76"]), ("ILYUSHIN76", ["IL76"]), ("TU204", ["T204"]), ("TU214", ["T204"]),
        ("TUPOLEV214", ["T204"]),
        ("TU154", ["T154"]), ("SUPERJET", ["SU95"]), ("SSJ100", ["SU95"]), ("AN148", ["A148"]),
        ("BOEING777", ["B772", "B77L", "B77W", "B773"]), ("B777", ["B772", "B77L", "B77W", "B773"]),
        ("BOEING747", ["B742", "B744", "B748"]), ("B747", ["B742", "B744", "B748"]), ("VC25", ["B742"]),
        ("BOEING757", ["B752"]), ("C32", ["B752"]), ("BOEING767", ["B762", "B763"]), ("BOEING787", ["B788", "B789"]),
        ("BOEING737", ["B734", "B737", "B738", "B739", "B38M"]), ("B737", ["B734", "B737", "B738", "B739", "B38M"]),
        ("BBJ2", ["B738"]), ("BBJ", ["B737", "B738"]), ("BOEING707", ["B703"]),
        ("AIRBUSA340", ["A342", "A343", "A345", "A346"]), ("A340", ["A342", "A343", "A345", "A346"]),
        ("AIRBUSA330", ["A332", "A333", "A339"]), ("A330", ["A332", "A333", "A339"]),
        ("A350", ["A359", "A35K"]), ("A321", ["A321", "A21N"]), ("A320", ["A320", "A20N"]), ("A319", ["A319", "A19N"]),
        ("A310", ["A310"]), ("A380", ["A388"]), ("GULFSTREAMG550", ["GLF5"]), ("GULFSTREAMG650", ["GLF6"]),
        ("GULFSTREAM", ["GLF4", "GLF5", "GLF6"]), ("FALCON7X", ["FA7X"]), ("FALCON8X", ["FA8X"]),
        ("FALCON900", ["F900"]),
        ("GLOBAL6000", ["GLEX"]), ("CHALLENGER", ["CL30", "CL35", "CL60"]), ("C130", ["C130", "C30J"]),
        ("C17", ["C17"]), ("HERCULES", ["C130", "C30J"]),
    ]

    /// - Returns: empty for a name that is none of the table.
    static func designators(of name: String) -> Set<String> {
        let compact = name.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        let found = table.filter { compact.contains($0.name) }
        let longest = found.map(\.name.utf8.count).max() ?? 0
        return found.filter { $0.name.utf8.count == longest }.reduce(into: []) { $0.formUnion($1.designators) }
    }
}
