/// Who may read documents, the live stream and what the pages show.
public enum ReadingRight: String, Hashable, Sendable, CaseIterable {
    case `public`
    /// Whoever shows a token of any scope, or signed in with one. On this machine too.
    case token
}
