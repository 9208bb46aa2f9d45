import Foundation
import Site

/// A token as it is kept: not the token, only what tells it when it is shown.
struct TokenRecord: Hashable, Sendable, Codable {
    var id: String
    var name: String
    var scope: String
    /// Hexadecimal, as the digest.
    var salt: String
    /// SHA-256 of salt and secret.
    var digest: String
    /// ISO 8601, UTC.
    var made: String

    static func isName(_ name: String) -> Bool {
        (1...64).contains(name.utf8.count)
            && name.unicodeScalars.allSatisfy {
                $0.value >= 0x20 && $0.value != 0x7F && !$0.properties.isDefaultIgnorableCodePoint
            }
            && name.trimmingCharacters(in: .whitespaces) == name
    }
}
