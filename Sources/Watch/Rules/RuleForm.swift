/// What kind of value, or which words, mean something in a place of a rule.
public enum RuleForm: Hashable, Sendable {
    case map, list, steps, variables, variableList, condition, element
    case text, textKey, number, wholeNumber, flag
    case duration, timeOfDay, instant, point
    case variableName, areaName, addressPattern
    case pattern(atMost: Int)
    case squawk, kinds, coverage, position, receivers
    /// One of these words, which are the same in both languages.
    case oneOf([String])

    /// In both languages; words that stand in a rule are the same in both.
    var words: (english: String, indonesian: String) {
        switch self {
        case .map: ("keys with values", "kunci dengan nilai")
        case .list: ("a list", "sebuah daftar")
        case .steps: ("a list of steps", "daftar langkah")
        case .variables: ("variables, such as A: { list: … }", "variabel, misalnya A: { list: … }")
        case .variableList: ("a list of variables", "daftar variabel")
        case .condition: ("a condition", "sebuah syarat")
        case .element: ("at least one element", "sekurangnya satu unsur")
        case .text: ("a text", "sebuah teks")
        case .textKey: ("a text as key", "teks sebagai kunci")
        case .number: ("a number", "sebuah angka")
        case .wholeNumber: ("a whole number", "bilangan bulat")
        case .flag: ("true or false", "true atau false")
        case .duration: ("a duration such as 90s, 20min, 12h or 3d", "lama waktu, misalnya 90s, 20min, 12h atau 3d")
        case .timeOfDay: ("a time such as 06:30", "jam, misalnya 06:30")
        case .instant: ("an instant such as 2026-05-21T18:00:00Z", "waktu, misalnya 2026-05-21T18:00:00Z")
        case .point: ("[latitude, longitude]", "[lintang, bujur]")
        case .variableName:
            ("a variable of letters and digits, at most 12", "variabel dari huruf dan angka, paling banyak 12")
        case .areaName: ("small letters, digits and hyphens", "huruf kecil, angka dan tanda hubung")
        case .addressPattern:
            ("an address such as 7c1a2b, 7c1*** or 7c0000-7fffff", "alamat, misalnya 7c1a2b, 7c1*** atau 7c0000-7fffff")
        case .pattern(let most):
            ("letters, digits, * and ?, at most \(most)", "huruf, angka, * dan ?, paling banyak \(most)")
        case .squawk: ("four octal digits, emergency or any", "empat angka oktal, emergency atau any")
        case .kinds: ("observed, inferred or unknown", "observed, inferred atau unknown")
        case .coverage: ("required or any", "required atau any")
        case .position: ("exact, coarse or never", "exact, coarse atau never")
        case .receivers:
            ("never: no alert tells of receivers", "never: tidak ada peringatan yang menyebut penerima")
        case .oneOf(let words): (words.joined(separator: ", "), words.joined(separator: ", "))
        }
    }
}
