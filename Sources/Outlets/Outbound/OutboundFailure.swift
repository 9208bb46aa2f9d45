public import Watch

/// Why a request brought nothing. One line for people; no address with a key in it, nothing the other side said.
public enum OutboundFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was written is no address we send to.
    case badAddress(AddressFault)
    /// The rules for requests that go out forbid it.
    case refused(reason: DeliveryTrouble)
    case unknownHost
    case cannotConnect(reason: DeliveryTrouble)
    case timedOut(seconds: Double)
    case tooLarge(limit: Int)
    /// The connection broke, or what came was no HTTP.
    case broken(reason: DeliveryTrouble)

    public var description: String { text(in: .english) }

    public func text(in language: WatchLanguage) -> String {
        switch self {
        case .badAddress(let fault): language.filled(fault.words, fault.values)
        case .refused, .unknownHost, .cannotConnect, .timedOut, .tooLarge, .broken: trouble.text(in: language)
        }
    }

    /// The same as deliveries keep it, in both languages.
    public var trouble: DeliveryTrouble {
        switch self {
        case .badAddress: .reason(.badAddress)
        case .refused(let reason), .cannotConnect(let reason), .broken(let reason): reason
        case .unknownHost: .reason(.unknownHost)
        case .timedOut(let seconds): .reason(.timedOut, Int(seconds.rounded(.up)))
        case .tooLarge(let limit): .reason(.answerTooLarge, limit)
        }
    }

    /// Whether it will be so the next time too, unless somebody changes something.
    var isLasting: Bool {
        switch self {
        case .badAddress, .refused: true
        case .unknownHost, .cannotConnect, .timedOut, .tooLarge, .broken: false
        }
    }
}
