/// The languages alerts are told in.
public enum OutletLanguage: String, Hashable, Sendable, CaseIterable {
    case english = "en"
    case indonesian = "id"
}
