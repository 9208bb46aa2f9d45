/// What a text must have in a place to be JSON or YAML.
public enum RuleSyntax: Hashable, Sendable {
    case end, value, number, rule
    case key, colon, commaOrBrace, commaOrBracket
    case closingMark, escapedControl, characterAfterBackslash, escape
    case fourDigits, secondHalf, unicode, utf8
    /// What the reader of YAML says, in English; `nil` where it says nothing.
    case yaml(String?)

    /// In both languages.
    var words: (english: String, indonesian: String) {
        switch self {
        case .end: ("the end of the text", "akhir teks")
        case .value: ("a value", "sebuah nilai")
        case .number: ("a number", "sebuah angka")
        case .rule: ("a rule", "sebuah aturan")
        case .key: ("a key in quotation marks", "kunci dalam tanda kutip")
        case .colon: ("“:” behind a key", "“:” di belakang kunci")
        case .commaOrBrace: ("“,” or “}”", "“,” atau “}”")
        case .commaOrBracket: ("“,” or “]”", "“,” atau “]”")
        case .closingMark: ("a closing quotation mark", "tanda kutip penutup")
        case .escapedControl: ("an escaped control character", "karakter kendali yang ditulis dengan “\\”")
        case .characterAfterBackslash: ("a character behind “\\”", "sebuah karakter di belakang “\\”")
        case .escape: ("an escape of JSON", "urutan “\\” milik JSON")
        case .fourDigits: ("four hexadecimal digits", "empat angka heksadesimal")
        case .secondHalf: ("the second half of a pair", "bagian kedua dari sebuah pasangan")
        case .unicode: ("a character of Unicode", "sebuah karakter Unicode")
        case .utf8: ("UTF-8", "UTF-8")
        case .yaml(let problem?): ("YAML (\(problem))", "YAML (kata pembacanya: \(problem))")
        case .yaml(nil): ("YAML", "YAML")
        }
    }
}
