import Aero
import ModeS

/// A code that calls for attention, and whether a second message agreed.
///
/// One misread reply looks like an emergency. The archive writes such a code down when it is heard first, as every other, and a second
/// time when a message at least a second later says the same and not all of them came with an address that was read out of the parity:
/// who asks the archive sees from the second line that it was agreed on.
struct AlertingCode: Sendable {
    private(set) var code: Squawk
    private var since: Timestamp
    private var isCertain: Bool
    private var isWritten = false

    /// Between two messages that agree. Seconds.
    private static let apart = 1.0

    init(_ first: Known<Squawk>) {
        code = first.value
        since = first.time
        isCertain = Self.isCertain(first.source)
    }

    /// Takes a message with such a code.
    ///
    /// - Returns: whether it is to be written down a second time, now.
    mutating func note(_ squawk: Known<Squawk>) -> Bool {
        guard squawk.value == code else {
            self = AlertingCode(squawk)
            return false
        }
        isCertain = isCertain || Self.isCertain(squawk.source)
        guard !isWritten, isCertain, squawk.time.seconds(since: since) >= Self.apart else { return false }
        isWritten = true
        return true
    }

    /// Whether the message named its sender in the clear. Replies to ground radars do not: their address is read out of the parity.
    private static func isCertain(_ source: ValueSource) -> Bool {
        switch source {
        case .frame(let format, _): !format.hasAddressParity
        case .register(let format, _): !format.hasAddressParity
        case .uat, .claim: true
        case .inference: false
        }
    }
}
