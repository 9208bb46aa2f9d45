/// Types by what they are for: designators of ICAO Doc 8643. Those that are missing are taken for what their operator or callsign says.
extension RoleRules {
    static let fighters: Set<String> = [
        "A10", "AJET", "AV8B", "EUFI", "F1", "F14", "F15", "F16", "F18", "F18H", "F18S", "F22", "F35", "F4", "F5",
        "FA50",
        "GRIF", "HAWK", "J10", "J11", "J16", "J20", "J7", "J8", "JF17", "L39", "MG21", "MG23", "MG25", "MG29", "MG31",
        "MIR2", "MRF1", "RFAL", "SU17", "SU24", "SU25", "SU27", "SU30", "SU34", "SU35", "SU57", "T38", "T50", "TOR",
    ]

    static let businessJets: Set<String> = [
        "ASTR", "BE40", "C25A", "C25B", "C25C", "C25M", "C500", "C501", "C510", "C525", "C526", "C550", "C551", "C55B",
        "C560", "C56X", "C650", "C680", "C68A", "C700", "C750", "CL30", "CL35", "CL60", "E50P", "E545", "E550", "E55P",
        "EA50", "F2TH", "F900", "FA10", "FA20", "FA50X", "FA6X", "FA7X", "FA8X", "G150", "G280", "GA5C", "GA6C", "GA7C",
        "GA8C", "GALX", "GL5T", "GL7T", "GLEX", "GLF2", "GLF3", "GLF4", "GLF5", "GLF6", "H25A", "H25B", "H25C", "HA4T",
        "HDJT", "LJ23", "LJ24", "LJ25", "LJ31", "LJ35", "LJ40", "LJ45", "LJ55", "LJ60", "LJ70", "LJ75", "MU30", "PC24",
        "PRM1", "S601", "SBR1", "SF50", "WW24",
    ]

    /// Beginnings of the designators of aircraft of an airliner's size.
    static let transports = [
        "A30", "A31", "A32", "A33", "A34", "A35", "A38", "A19N", "A20N", "A21N", "B37M", "B38M", "B39M", "B3XM", "B70",
        "B71", "B72", "B73", "B74", "B75", "B76", "B77", "B78", "BCS", "IL6", "IL7", "IL8", "IL9", "T13", "T15", "T20",
        "MD1", "MD8", "MD9", "DC1", "DC8", "DC9", "CRJ", "E17", "E19", "E29", "E75", "F70", "RJ", "SU95", "A14", "A15",
        "YK4", "C919", "AJ27",
    ]
    static let exactTransports: Set<String> = [
        "F100", "B461", "B462", "B463", "E135", "E145", "E35L", "C40", "C32", "L101",
    ]
}
