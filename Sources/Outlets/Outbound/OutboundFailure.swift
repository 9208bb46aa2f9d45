/// Why a request brought nothing. One line for people; no address with a key in it, nothing the other side said.
public enum OutboundFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was written is no address we send to.
    case badAddress(String)
    /// The rules for requests that go out forbid it.
    case refused(reason: String)
    case unknownHost
    case cannotConnect(reason: String)
    case timedOut(seconds: Double)
    case tooLarge(limit: Int)
    /// The connection broke, or what came was no HTTP.
    case broken(reason: String)

    public var description: String {
        switch self {
        case .badAddress(let reason), .refused(let reason): reason
        case .unknownHost: "the host's name is not found"
        case .cannotConnect(let reason): reason
        case .timedOut(let seconds): "no answer in time (\(Int(seconds.rounded(.up))) s)"
        case .tooLarge(let limit): "the answer is larger than \(limit) bytes"
        case .broken(let reason): reason
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
