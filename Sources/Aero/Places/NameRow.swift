/// A name as the gazetteer keeps it.
struct NameRow: Sendable {
    var text: UInt32
    var language: NameLanguage
    var source: NameSource
    var isVariant: Bool
}
