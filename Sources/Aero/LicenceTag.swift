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

    /// Of several the one that binds most, for what came under all of them at once; `own` of none. Each of the others has to be met too.
    ///
    /// CC-BY-SA and ODbL each want the whole to be under itself: what came under both is not handed on.
    public static func mostBinding(of licences: some Sequence<LicenceTag>) -> LicenceTag {
        let licences = Set(licences)
        let most = licences.max { $0.binding < $1.binding } ?? .own
        let isOfBoth = licences.isSuperset(of: [.attributionShareAlike, .openDatabase])
        return isOfBoth && most.isRedistributable ? .noRedistribution : most
    }

    /// How much it asks of who hands data on: rising from nothing over credit and the same licence to not at all.
    private var binding: Int {
        switch self {
        case .own: 0
        case .publicDomain: 1
        case .attribution: 2
        case .attributionShareAlike: 3
        case .openDatabase: 4
        case .nonCommercial: 5
        case .noRedistribution: 6
        case .unknown: 7
        }
    }
}
