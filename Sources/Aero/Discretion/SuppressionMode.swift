/// What is done about an aircraft on a list.
public enum SuppressionMode: String, Hashable, Sendable, CaseIterable {
    /// It is shown, and marked.
    case flag
    /// Strangers are told nothing of it.
    case `public`
    /// Strangers are told nothing of it until the line ends, and from then on everything, of the time before too.
    case embargo
    /// Nobody is told anything of it.
    case everywhere

    /// Whether it hides an aircraft from an audience.
    public func hides(from audience: Audience) -> Bool {
        switch self {
        case .flag: false
        case .public, .embargo: audience == .strangers
        case .everywhere: true
        }
    }
}
