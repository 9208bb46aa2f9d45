public import Aero

/// A rule that is kept, and how it fares.
public struct KeptWatch: Hashable, Sendable {
    public let id: String
    public let name: String
    public let version: Int
    public var isEnabled: Bool
    /// When it was stopped because it remembered too much.
    public var stopped: Timestamp?
    /// What it remembers now, in pieces of some 100 bytes.
    public var size: Int
    /// One line of JSON.
    public let rule: [UInt8]
    public let yaml: String
    /// What it tells, in words, by language.
    public let sentence: [String: String]
    public var lastAlert: Timestamp?
    /// Alerts of the last 30 days.
    public var recentAlerts: Int
    public let isPublic: Bool
    public let visit: String?
    /// Who wrote this version, and when.
    public let by: String
    public let made: Timestamp

    public init(
        id: String,
        name: String,
        version: Int,
        isEnabled: Bool,
        stopped: Timestamp? = nil,
        size: Int = 0,
        rule: [UInt8],
        yaml: String,
        sentence: [String: String],
        lastAlert: Timestamp? = nil,
        recentAlerts: Int = 0,
        isPublic: Bool = false,
        visit: String? = nil,
        by: String,
        made: Timestamp
    ) {
        self.id = id
        self.name = name
        self.version = version
        self.isEnabled = isEnabled
        self.stopped = stopped
        self.size = size
        self.rule = rule
        self.yaml = yaml
        self.sentence = sentence
        self.lastAlert = lastAlert
        self.recentAlerts = recentAlerts
        self.isPublic = isPublic
        self.visit = visit
        self.by = by
        self.made = made
    }
}
