extension RuleError.Fault {
    /// What is wrong, without its place.
    public func text(in language: WatchLanguage) -> String { language.filled(words, values(language)) }

    /// By language.
    public var texts: [String: String] {
        Dictionary(uniqueKeysWithValues: WatchLanguage.allCases.map { ($0.rawValue, text(in: $0)) })
    }

    /// In both languages; `{}` stands for what is filled in, in one order.
    private var words: (english: String, indonesian: String) {
        switch self {
        case .syntax, .badValue: ("expected {}", "seharusnya {}")
        case .tooLong: ("{} bytes, at most {} are read", "{} bita, paling banyak {} yang dibaca")
        case .tooDeep: ("nested deeper than {}", "bersarang lebih dalam dari {}")
        case .unknownKey: ("unknown key “{}”", "kunci “{}” tidak dikenal")
        case .repeatedKey: ("key “{}” stands twice", "kunci “{}” ditulis dua kali")
        case .missingKey: ("“{}” is missing", "“{}” tidak ada")
        case .outOfRange: ("outside {}", "di luar {}")
        case .tooMany: ("more than {} {}", "lebih dari {} {}")
        case .unknownVariable: ("no variable “{}” under “where”", "tidak ada variabel “{}” di bawah “where”")
        case .nothingHappens:
            (
                "no event makes this true: add something that happens, such as takeoff or heard",
                "tidak ada kejadian yang memenuhinya: tambahkan sesuatu yang terjadi, misalnya takeoff atau heard"
            )
        case .unusedVariable: ("variable “{}” is not used", "variabel “{}” tidak dipakai")
        case .misplaced: ("{}", "{}")
        case .unknownName: ("“{}” is not known here", "“{}” tidak dikenal di sini")
        }
    }

    private func values(_ language: WatchLanguage) -> [String] {
        switch self {
        case .syntax(let expected): [language.chosen(expected.words)]
        case .badValue(let expected): [language.chosen(expected.words)]
        case .outOfRange(let allowed): [language.chosen(allowed.words)]
        case .misplaced(let why): [language.chosen(why.words)]
        case .tooMany(let part, let bound): [String(bound), language.chosen(part.words)]
        case .tooLong(let bytes, let bound): [String(bytes), String(bound)]
        case .tooDeep(let bound): [String(bound)]
        case .unknownKey(let name), .repeatedKey(let name), .missingKey(let name), .unknownVariable(let name),
            .unusedVariable(let name), .unknownName(let name):
            [name]
        case .nothingHappens: []
        }
    }
}
