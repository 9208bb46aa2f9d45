/// Why a poll gave nothing. One line for people; no address with a key in it, nothing the other side said.
public enum PollFailure: Error, Hashable, Sendable, CustomStringConvertible {
    case cannotConnect(reason: String)
    case timedOut(seconds: Double)
    case tooLarge(limit: Int)
    /// The connection broke, or what came was no HTTP or badly packed.
    case broken(reason: String)
    /// A redirect to another host, or in a circle.
    case redirected(host: String)
    case status(Int)
    /// The body is not what it should be.
    case unreadable(reason: String)
    /// No token was to be had.
    case token(reason: String)

    public var description: String {
        switch self {
        case .cannotConnect(let reason): reason
        case .timedOut(let seconds): "no answer in time (\(Int(seconds.rounded(.up))) s)"
        case .tooLarge(let limit): "the answer is larger than \(limit / 1_048_576) MiB"
        case .broken(let reason): reason
        case .redirected(let host): "it redirects to \(host), which is not followed"
        case .status(let status): "status \(status)\(Self.meaning(status))"
        case .unreadable(let reason): reason
        case .token(let reason): "no token is to be had, \(reason)"
        }
    }

    /// Whether the question or its key is at fault, so that other sources of the provider may go on.
    var isOfSource: Bool {
        switch self {
        case .status(let status): (400..<500).contains(status) && status != 429
        case .unreadable, .tooLarge, .redirected, .token: true
        case .cannotConnect, .timedOut, .broken: false
        }
    }

    private static func meaning(_ status: Int) -> String {
        switch status {
        case 400, 422: " (the question is not understood)"
        case 401: " (the key or account is not accepted)"
        case 402: " (payment is asked for)"
        case 403: " (access is not granted)"
        case 404: " (nothing is there)"
        case 429: " (too many requests)"
        case 500...599: " (trouble on the other side)"
        default: ""
        }
    }
}
