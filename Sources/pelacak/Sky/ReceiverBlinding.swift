import Crypto
import Foundation

/// Numbers that stand for receivers outside: always the same for one receiver, and telling nothing of it without the site's key.
struct ReceiverBlinding: Sendable {
    /// A receiver as far as it is known here.
    struct Receiver: Hashable, Sendable {
        /// The name of the source.
        var source: String
        /// The registered feeder, or the connection of an unknown one.
        var feeder: String
        /// The number the feed gives it.
        var number: UInt64?
    }

    private let key: SymmetricKey
    private var known: [Receiver: UInt64] = [:]
    /// Feeders can name as many receivers as they like.
    private static let capacity = 65_536

    init(_ key: SiteKey) { self.key = key.key }

    /// The number to give out; never 0, which stands for none.
    mutating func number(of receiver: Receiver) -> UInt64 {
        if let number = known[receiver] { return number }
        let text = "receiver\u{0}\(receiver.source)\u{0}\(receiver.feeder)\u{0}\(receiver.number.map { "\($0)" } ?? "")"
        let code = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key)
        let number = max(1, code.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        if known.count >= Self.capacity { known.removeAll() }
        known[receiver] = number
        return number
    }
}
