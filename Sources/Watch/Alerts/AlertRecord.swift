public import Aero

/// One alert as it is kept and sent: all of it is settled when the rule matches, so that a retry sends the same bytes.
///
/// What the norms forbid to tell is gone already: whoever sends, lists or feeds an alert tells all that stands in `title`, `body`,
/// `aircraft` and `place`, and never what stands in `evidence` alone.
public struct AlertRecord: Hashable, Sendable {
    /// `WatchAlert.id`, 32 hexadecimal digits: the idempotency key everywhere.
    public let id: String
    public let ruleID: String
    public let ruleVersion: Int
    public let ruleName: String
    /// Of the event that completed the rule, or the deadline that passed.
    public let time: Timestamp
    /// When it was matched, by the wall's clock.
    public let made: Timestamp
    /// One line, by language (`en`, `id`); `en` is always there. One of synthetic data begins with that word.
    public let title: [String: String]
    /// Plain text, lines parted by `\n`, by language.
    public let body: [String: String]
    /// Hexadecimal addresses, as they may be told.
    public let aircraft: [String]
    /// Rounded to 0.1 degrees unless the rule shows it exactly; `nil` where nothing may be told.
    public let place: Position?
    /// A path of the site with its fragment, such as `/#aircraft=abcdef`.
    public let link: String?
    /// A JSON document for the operator: the rule's text, events, positions, receivers, gap class, facts of identity, versions.
    public let evidence: [UInt8]
    /// Names of the outlets it goes to.
    public let outlets: [String]
    public let isSimulated: Bool
    /// Of a public rule: strangers may read it.
    public let isPublic: Bool
    /// Matches under the same cooldown key that were not told since the last alert.
    public let suppressedBefore: Int
    /// The visit whose watch this is.
    public let visit: String?
    /// The alert that this one corrects.
    public let corrects: String?
    /// Found later, in data that came too late to be matched when it happened: kept, and sent to nobody.
    public let isLate: Bool

    public init(
        id: String,
        ruleID: String,
        ruleVersion: Int,
        ruleName: String,
        time: Timestamp,
        made: Timestamp,
        title: [String: String],
        body: [String: String],
        aircraft: [String] = [],
        place: Position? = nil,
        link: String? = nil,
        evidence: [UInt8] = [],
        outlets: [String] = [],
        isSimulated: Bool = false,
        isPublic: Bool = false,
        suppressedBefore: Int = 0,
        visit: String? = nil,
        corrects: String? = nil,
        isLate: Bool = false
    ) {
        self.id = id
        self.ruleID = ruleID
        self.ruleVersion = ruleVersion
        self.ruleName = ruleName
        self.time = time
        self.made = made
        self.title = isSimulated ? Self.labelled(title) : title
        self.body = body
        self.aircraft = aircraft
        self.place = place
        self.link = link
        self.evidence = evidence
        self.outlets = outlets
        self.isSimulated = isSimulated
        self.isPublic = isPublic
        self.suppressedBefore = suppressedBefore
        self.visit = visit
        self.corrects = corrects
        self.isLate = isLate
    }

    /// The title in a language, in English where it is missing.
    public func title(in language: String) -> String { title[language] ?? title["en"] ?? ruleName }

    /// The title without the word that says that its data are synthetic.
    public func unlabelledTitle(in language: String) -> String {
        let title = title(in: language)
        let label = Self.label(language)
        return isSimulated && title.hasPrefix(label) ? String(title.dropFirst(label.count)) : title
    }

    private static func labelled(_ title: [String: String]) -> [String: String] {
        var labelled = title
        for (language, text) in title where !text.hasPrefix(label(language)) {
            labelled[language] = label(language) + text
        }
        return labelled
    }

    private static func label(_ language: String) -> String {
        WatchPhrase.simulated.text(WatchLanguage(rawValue: language) ?? .english) + ": "
    }

    /// The text in a language, in English where it is missing.
    public func body(in language: String) -> String { body[language] ?? body["en"] ?? "" }
}
