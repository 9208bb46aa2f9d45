/// The language a name of a place is said to be of.
public enum NameLanguage: UInt8, Hashable, Sendable, CaseIterable {
    case english
    case indonesian
    /// The list that has the name does not say.
    case unsaid
}
