/// Under which terms a fact, an image or a feed came, and so whether it may be handed on.
public enum LicenceTag: String, Hashable, Sendable, CaseIterable {
    case own
    case publicDomain = "public-domain"
    case attribution = "CC-BY"
    case attributionShareAlike = "CC-BY-SA"
    case openDatabase = "ODbL"
    /// May be used, not sold; an output cannot know what its readers do with it.
    case nonCommercial = "non-commercial"
    case noRedistribution = "no-redistribution"
    /// Nobody said; counts as `noRedistribution`.
    case unknown

    /// Whether data under it may leave through an output that others read: with their credit, and under the same licence where
    /// it asks for that.
    public var isRedistributable: Bool {
        switch self {
        case .own, .publicDomain, .attribution, .attributionShareAlike, .openDatabase: true
        case .nonCommercial, .noRedistribution, .unknown: false
        }
    }
}
