public import Watch

/// What is wrong with a value of an outlet, in both languages and without the value.
public enum OutletFault: Hashable, Sendable {
    case name
    case runsProgram(OutletKind)
    case unknownKey(OutletKind, known: [String])
    case needed(OutletKind)
    case missing
    case notOne
    case length(atMost: Int)
    case notASCII
    /// One of these words, which are the same in both languages.
    case oneOf([String])
    case range(ClosedRange<Int>)
    case address(OutboundFailure)
    case query
    case shortSecret(atLeast: Int)
    case topic, relativePath, mailAddress, botToken, chat, room

    public func text(in language: WatchLanguage) -> String { language.filled(words, values(language)) }

    /// By language.
    public var texts: [String: String] {
        Dictionary(uniqueKeysWithValues: WatchLanguage.allCases.map { ($0.rawValue, text(in: $0)) })
    }

    /// In both languages; `{}` stands for what is filled in.
    private var words: (english: String, indonesian: String) {
        switch self {
        case .name:
            (
                "a name has 1 to 64 letters, digits, dots, hyphens and underscores",
                "nama terdiri dari 1 sampai 64 huruf, angka, titik, tanda hubung, dan garis bawah"
            )
        case .runsProgram:
            (
                "{} runs a program: only the configuration file may name it",
                "{} menjalankan program: hanya berkas konfigurasi yang boleh menyebutnya"
            )
        case .unknownKey:
            ("{} knows no such key; there are: {}", "{} tidak mengenal kunci ini; yang ada: {}")
        case .needed: ("{} needs it", "{} memerlukannya")
        case .missing: ("it is needed", "ini harus diisi")
        case .notOne: ("it is one value", "isinya satu nilai saja")
        case .length:
            (
                "a value has 1 to {} bytes and no control characters",
                "nilai terdiri dari 1 sampai {} bita tanpa karakter kendali"
            )
        case .notASCII: ("it is of printable ASCII", "isinya hanya karakter ASCII yang dapat dicetak")
        case .oneOf: ("it is one of {}", "pilihannya: {}")
        case .range: ("it is {} to {}", "nilainya {} sampai {}")
        case .address: ("{}", "{}")
        case .query: ("this address has no query", "alamat ini tanpa kueri (?)")
        case .shortSecret:
            ("a secret that signs has at least {} characters", "rahasia untuk tanda tangan paling sedikit {} karakter")
        case .topic, .relativePath, .mailAddress, .botToken, .chat, .room: formWords
        }
    }

    private var formWords: (english: String, indonesian: String) {
        switch self {
        case .topic:
            (
                "a topic has 1 to 64 letters, digits, hyphens and underscores",
                "topik terdiri dari 1 sampai 64 huruf, angka, tanda hubung, dan garis bawah"
            )
        case .relativePath: ("a program is named by its whole path", "program disebut dengan jalur lengkapnya")
        case .mailAddress:
            ("it is an address such as name@example.org", "isinya alamat surel, misalnya name@example.org")
        case .botToken:
            (
                "a bot's token is a number, a colon and letters, as BotFather gives it",
                "token bot adalah angka, titik dua, dan huruf, seperti yang diberikan BotFather"
            )
        case .chat:
            (
                "a chat is a number, such as -1001234567890, or @channel",
                "obrolan adalah angka, misalnya -1001234567890, atau @channel"
            )
        default:
            (
                "a room's id begins with an exclamation mark, as !abc:example.org",
                "id ruang diawali tanda seru, misalnya !abc:example.org"
            )
        }
    }

    private func values(_ language: WatchLanguage) -> [String] {
        switch self {
        case .runsProgram(let kind), .needed(let kind): [kind.rawValue]
        case .unknownKey(let kind, let known): [kind.rawValue, known.joined(separator: ", ")]
        case .length(let most): [String(most)]
        case .oneOf(let words): [words.joined(separator: ", ")]
        case .range(let range): [String(range.lowerBound), String(range.upperBound)]
        case .address(let failure): [failure.text(in: language)]
        case .shortSecret(let least): [String(least)]
        case .name, .missing, .notOne, .notASCII, .query, .topic, .relativePath, .mailAddress, .botToken, .chat, .room:
            []
        }
    }
}
