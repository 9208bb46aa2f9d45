/// Whom a listener accepts.
public struct FeederAdmission: Sendable {
    public enum Rule: Sendable {
        /// Whoever connects; one who shows a registered key is called by its name.
        case everybody
        /// Only those who show a registered key.
        case registered
        /// Only those who show that key.
        case key(FeederKey)
    }

    public var rule: Rule
    /// Who is known by a key.
    public let book: FeederBook

    public init(rule: Rule = .everybody, book: FeederBook = FeederBook()) {
        self.rule = rule
        self.book = book
    }

    /// What a shown key is worth.
    enum Verdict {
        case welcome(RegisteredFeeder?)
        case wrong
    }

    /// Whether nothing is taken before a key was shown.
    var needsKey: Bool {
        if case .everybody = rule { false } else { true }
    }

    /// Judges a key. All registered keys are looked at, whichever matches.
    func judge(_ key: FeederKey) -> Verdict {
        var known: RegisteredFeeder?
        for feeder in book.feeders where feeder.key.matches(key) { known = feeder }
        switch rule {
        case .everybody: return .welcome(known)
        case .registered: return known.map { .welcome($0) } ?? .wrong
        case .key(let own): return own.matches(key) ? .welcome(known) : .wrong
        }
    }
}
