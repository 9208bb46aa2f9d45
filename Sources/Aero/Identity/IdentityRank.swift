/// The order in which sources are believed when one fact is to be shown: own confirmed, state register, arithmetic, list, press.
public enum IdentityRank: Int, Hashable, Sendable, Comparable, CaseIterable {
    /// Press, and what was seen or said without being confirmed.
    case reported
    case list
    case arithmetic
    case register
    /// Seen or found out by this site's own people, and certain.
    case ownConfirmed

    public init(kind: IdentitySourceKind, confidence: IdentityConfidence) {
        self =
            switch kind {
            case .person, .observation: confidence == .certain ? .ownConfirmed : .reported
            case .register: .register
            case .arithmetic: .arithmetic
            case .list: .list
            case .press: .reported
            }
    }

    public static func < (left: IdentityRank, right: IdentityRank) -> Bool { left.rawValue < right.rawValue }
}
