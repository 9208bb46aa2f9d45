extension DeliveryTrouble {
    /// No text that was written in English before there were codes begins so.
    private static let mark = "#"

    /// As databases keep it: a code and what belongs to it, such as `#noConnection 5` or `#givenUp 24 #status 503`; what was written in
    /// English alone as it stands.
    public var kept: String {
        switch self {
        case .reason(let reason, let number): Self.mark + reason.rawValue + (number.map { " \($0)" } ?? "")
        case .ownAddress(let address): Self.mark + "ownAddress " + address.rawValue
        case .specialAddress(let address): Self.mark + "specialAddress " + address.rawValue
        case .garbled(let words): Self.mark + "garbled " + words
        case .givenUp(let hours, let trouble): Self.mark + "givenUp \(hours) " + trouble.kept
        case .written(let text): text
        }
    }

    /// Reads what was kept. A text without a code, or with one of a later version of the program, is shown as it is.
    public init(kept text: String) { self = Self.read(text) ?? .written(text) }

    private static func read(_ text: String) -> DeliveryTrouble? {
        guard text.hasPrefix(mark) else { return nil }
        let parts = text.dropFirst(mark.count).split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        let rest = parts.count == 2 ? parts[1] : nil
        switch (parts[0], rest) {
        case ("ownAddress", let name?): return SpecialAddress(rawValue: String(name)).map { .ownAddress($0) }
        case ("specialAddress", let name?): return SpecialAddress(rawValue: String(name)).map { .specialAddress($0) }
        case ("garbled", let words?): return .garbled(String(words))
        case ("givenUp", let rest?):
            let parts = rest.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, let hours = Int(parts[0]) else { return nil }
            return .givenUp(hours: hours, because: DeliveryTrouble(kept: String(parts[1])))
        case (let code, let rest):
            guard let reason = DeliveryReason(rawValue: String(code)) else { return nil }
            guard let rest else { return reason.hasNumber ? nil : .reason(reason) }
            guard reason.hasNumber, let number = Int(rest) else { return nil }
            return .reason(reason, number)
        }
    }
}
