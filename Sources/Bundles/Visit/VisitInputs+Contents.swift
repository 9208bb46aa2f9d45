public import Aero

extension VisitInputs {
    /// The items that these inputs and what follows from them make, as they go into a bundle.
    ///
    /// - Parameters:
    ///   - terms: of what was heard, by aircraft and whole.
    ///   - identityTerms: of who is who.
    ///   - credit: whom to name for what was heard.
    /// - Returns: `nil` where no stop can be used.
    public func contents(
        terms: LicenceTag,
        identityTerms: LicenceTag,
        credit: String? = nil
    ) -> [BundleContent]? {
        guard let conclusions = conclusions(), let path = BundlePath(Conclusion.item) else { return nil }
        var contents = Item.allCases.compactMap { item in
            BundlePath(item.rawValue).map { path in
                BundleContent(
                    path,
                    bytes(of: item),
                    kind: item.kind,
                    known: item.known,
                    licence: item == .points ? terms : item == .aircraft ? identityTerms : .own,
                    credit: item == .points ? credit : nil
                )
            }
        }
        contents.append(
            BundleContent(path, Conclusion.bytes(conclusions), kind: .conclusions, known: .inferred, licence: .own)
        )
        return contents
    }
}

extension VisitInputs.Item {
    var kind: BundleItem.Kind {
        switch self {
        case .itinerary: .itinerary
        case .carrierClaims: .claims
        case .aircraft: .identity
        case .points: .sky
        case .base: .base
        case .rules: .rules
        }
    }

    var known: BundleItem.Known {
        switch self {
        case .itinerary, .carrierClaims, .aircraft: .claimed
        case .points: .observed
        case .base: .inferred
        case .rules: .chosen
        }
    }
}
