/// Makes text that came from radio, lists and rules fit to be shown by others' programs: nothing in it turns the reading direction, hides,
/// breaks a line where none is meant, or is taken for a mention, a tag, a command or a link.
public enum SafeText {
    /// Without control characters and invisible ones, lines parted by `\n`.
    ///
    /// - Source: Unicode 16, general categories Cc, Cf, Zl, Zp, Co, Cs; UAX #9 (directional formatting), UTS #51 (tags).
    public static func plain(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\u{2028}", "\u{2029}", "\u{85}", "\u{0B}", "\u{0C}": result.append("\n")
            case "\t": result.append(" ")
            default:
                switch scalar.properties.generalCategory {
                case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: break
                default:
                    guard !isBlankLetter(scalar) else { break }
                    result.append(scalar)
                }
            }
        }
        return String(result)
    }

    /// The same as one line.
    public static func line(_ text: String) -> String {
        plain(text).split(whereSeparator: { $0 == "\n" || $0 == " " }).joined(separator: " ")
    }

    /// Letters that are drawn as nothing, and variation selectors, of which a text could hide another.
    private static func isBlankLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x3164, 0xFE00...0xFE0F, 0xFFA0,
            0xE0000...0xE0FFF:
            true
        default: false
        }
    }

    /// Parts what chat programs look for in plain text (`@name`, `#tag`, `/command`, `$cash`, `https://…`, `example.com`) by a character
    /// that is not drawn, WORD JOINER.
    public static func unlinked(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            result.append(scalar)
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            switch scalar {
            case "@", "#", "/", "$": result.append("\u{2060}")
            case ":" where next == "/": result.append("\u{2060}")
            case "." where next.map { $0.properties.isAlphabetic } ?? false: result.append("\u{2060}")
            default: break
            }
        }
        return String(result)
    }

    /// At most that many units of UTF-16, cut between characters, with `…` where something is missing.
    public static func clipped(_ text: String, units: Int) -> String { clipped(text, units) { $0.utf16.count } }

    /// At most that many bytes of UTF-8.
    public static func clipped(_ text: String, bytes: Int) -> String { clipped(text, bytes) { $0.utf8.count } }

    /// At most that many code points.
    public static func clipped(_ text: String, scalars: Int) -> String {
        clipped(text, scalars) { $0.unicodeScalars.count }
    }

    private static func clipped(_ text: String, _ limit: Int, _ size: (String) -> Int) -> String {
        guard size(text) > limit else { return text }
        let room = limit - size("…")
        guard room >= 0 else { return "" }
        var (kept, used) = ("", 0)
        for character in text {
            let own = size(String(character))
            guard used + own <= room else { break }
            kept.append(character)
            used += own
        }
        return kept + "…"
    }
}
