/// A sentence with places to fill in, in both languages: a row of the table of all that a dossier says.
///
/// Places are names in braces, the same ones in both languages: `{airport}`.
struct DossierPhrase: Hashable, Sendable {
    let english: String
    let indonesian: String

    init(_ english: String, _ indonesian: String) {
        self.english = english
        self.indonesian = indonesian
    }

    /// With the values put in; what a value holds is never looked through for further places.
    func filled(_ values: [String: DossierText] = [:]) -> DossierText {
        DossierText(
            english: Self.filled(english) { values[$0]?.english },
            indonesian: Self.filled(indonesian) { values[$0]?.indonesian }
        )
    }

    /// - Parameter value: of a place by its name; a place without a value is left as it is, which a test sees.
    private static func filled(_ template: String, _ value: (String) -> String?) -> String {
        var result = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            result += rest[..<open]
            result += value(name) ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// The names of its places, of one language each.
    static func places(in template: String) -> Set<String> {
        var names: Set<String> = []
        _ = filled(template) { name in
            names.insert(name)
            return nil
        }
        return names
    }
}
