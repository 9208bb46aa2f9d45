/// Why something was not delivered, or not sent: in both languages, and in a short form that is kept.
public indirect enum DeliveryTrouble: Hashable, Sendable {
    /// The number that belongs to it, where its words have room for one.
    case reason(DeliveryReason, Int? = nil)
    /// The host has such an address, which must be listed by the operator.
    case ownAddress(SpecialAddress)
    /// The host has such an address, which nobody may list.
    case specialAddress(SpecialAddress)
    /// The answer is no HTTP, in the words of the library that read it.
    case garbled(String)
    case givenUp(hours: Int, because: DeliveryTrouble)
    /// Words in English alone, as they were kept before there were two languages.
    case written(String)

    /// An answer that is none of success; what its status means where that can be told.
    /// - Source: RFC 9110, section 15.
    public static func status(_ status: Int) -> DeliveryTrouble {
        switch status {
        case 300..<400: .reason(.redirects, status)
        case 400, 422: .reason(.notUnderstood, status)
        case 401: .reason(.keyRefused, status)
        case 403: .reason(.forbidden, status)
        case 404, 410: .reason(.nothingThere, status)
        case 413: .reason(.messageTooLarge, status)
        default: .reason(.status, status)
        }
    }

    public func text(in language: WatchLanguage) -> String {
        switch self {
        case .reason(let reason, let number): language.filled(reason.words, number.map { [String($0)] } ?? [])
        case .ownAddress(let address):
            language.filled(
                (
                    "the host has {}, which must be listed in the configuration (outbound-allow)",
                    "server itu punya {}, yang harus didaftarkan dalam konfigurasi (outbound-allow)"
                ),
                [language.chosen(address.words)]
            )
        case .specialAddress(let address):
            language.filled(("the host has {}", "server itu punya {}"), [language.chosen(address.words)])
        case .garbled(let words):
            language.filled(("the answer is no HTTP ({})", "jawabannya bukan HTTP ({})"), [words])
        case .givenUp(let hours, let trouble):
            language.filled(
                ("given up after {} h: {}", "tidak dicoba lagi setelah {} jam: {}"),
                [String(hours), trouble.text(in: language)]
            )
        case .written(let text): text
        }
    }

    /// By language; of what is written in English alone that.
    public var texts: [String: String] {
        let languages = isWrittenAlone ? [.english] : WatchLanguage.allCases
        return Dictionary(uniqueKeysWithValues: languages.map { ($0.rawValue, text(in: $0)) })
    }

    private var isWrittenAlone: Bool {
        switch self {
        case .written: true
        case .givenUp(_, let trouble): trouble.isWrittenAlone
        case .reason, .ownAddress, .specialAddress, .garbled: false
        }
    }
}

extension DeliveryTrouble: CustomStringConvertible {
    /// In English, as logs and commands tell it.
    public var description: String { text(in: .english) }
}
