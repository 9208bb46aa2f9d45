import Crypto
import Site

/// Tokens as people see them: `plk_`, eight characters that name it, `_`, 28 characters (140 bits) that nobody can guess.
enum TokenText {
    /// Crockford's alphabet in lower case: nothing that looks like another.
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    static let prefix = "plk_"
    static let idLength = 8
    static let secretLength = 28

    /// A new token of the system's random numbers.
    static func make() -> (id: String, secret: String, text: String) {
        let (id, secret) = (random(idLength), random(secretLength))
        return (id, secret, "\(prefix)\(id)_\(secret)")
    }

    /// Takes a token apart; `nil` for what has not its form.
    static func read(_ text: String) -> (id: String, secret: String)? {
        let bytes = Array(text.utf8)
        guard text.hasPrefix(prefix), bytes.count == prefix.utf8.count + idLength + 1 + secretLength else { return nil }
        let parts = text.dropFirst(prefix.count).split(separator: "_", omittingEmptySubsequences: false).map(
            String.init
        )
        guard parts.count == 2, parts[0].utf8.count == idLength,
            (parts[0] + parts[1]).utf8.allSatisfy(alphabet.contains)
        else { return nil }
        return (parts[0], parts[1])
    }

    /// What is kept of a secret.
    static func digest(salt: [UInt8], secret: String) -> [UInt8] { Array(SHA256.hash(data: salt + Array(secret.utf8))) }

    /// Sixteen bytes of the system's random numbers.
    static func salt() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<16).map { _ in generator.next() }
    }

    /// Whether two digests are the same, in a time that does not tell where they differ.
    static func isEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func random(_ length: Int) -> String {
        var generator = SystemRandomNumberGenerator()
        // 32 divides 256: every character is as likely.
        let bytes = (0..<length).map { _ in
            let byte: UInt8 = generator.next()
            return alphabet[Int(byte & 31)]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
