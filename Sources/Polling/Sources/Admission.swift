/// Whether a polled source may run.
public enum Admission: Hashable, Sendable {
    /// It may; `warning` says what the operator should think about.
    case allowed(warning: String?)
    /// It may not; the line says what to add.
    case refused(String)

    /// Weighs a source against the profile of its provider.
    public init(_ source: PolledSource, _ profile: ProviderProfile) {
        do { _ = try source.target.requestPath(profile) } catch {
            self = .refused(error.description)
            return
        }
        guard !profile.isOwn else {
            self = .allowed(warning: nil)
            return
        }
        guard let terms = profile.terms else {
            self = .refused(
                "nothing is known of \(profile.name): add terms-link=https://… with the terms you may use it under, "
                    + "terms=YYYY-MM-DD and purpose=private|research|newsroom"
            )
            return
        }
        guard let confirmation = source.confirmation else {
            self = .refused(
                "\(profile.name) is off until you confirm its terms: read \(terms), then add terms=YYYY-MM-DD (the day you read "
                    + "them) and purpose=private|research|newsroom"
            )
            return
        }
        let purpose = confirmation.purpose.rawValue
        switch profile.fit(for: confirmation.purpose) {
        case .no:
            self = .refused(
                "the terms of \(profile.name) do not allow the purpose \(purpose), as far as we know; with an agreement of your own "
                    + "add terms-link=https://…"
            )
            return
        case .unclear where source.ownTerms == nil:
            self = .allowed(warning: "it is unclear whether the terms of \(profile.name) allow the purpose \(purpose)")
        case .unclear: self = .allowed(warning: "terms of your own: \(terms)")
        case .yes: self = .allowed(warning: nil)
        }
        if profile.needsKey, source.key == nil {
            self = .refused("\(profile.name) needs a key; add key-file=PATH or key-env=NAME")
        }
    }
}
