import Foundation

/// Percent encoding of option values (RFC 3986, section 2.1).
enum PercentText {
    private static let plain = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "\u{0}"..."\u{7F}"))
        .union(CharacterSet(charactersIn: "-._~,:+/"))

    static func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: plain) ?? text }
    static func decoded(_ text: some StringProtocol) -> String { text.removingPercentEncoding ?? String(text) }
}
