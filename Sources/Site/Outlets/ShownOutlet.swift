public import Watch

/// An outlet as it may be shown: no secret is in it but the last characters of one.
public struct ShownOutlet: Hashable, Sendable {
    public var name: String
    public var kind: String
    public var settings: [String: String]
    public var isFromFile: Bool
    public var tally: OutletTally
    /// Path and address of a feed that was just made, told this once; `nil` otherwise.
    public var feedPath: String?

    public init(
        name: String,
        kind: String,
        settings: [String: String],
        isFromFile: Bool,
        tally: OutletTally = OutletTally(),
        feedPath: String? = nil
    ) {
        (self.name, self.kind, self.settings, self.isFromFile) = (name, kind, settings, isFromFile)
        (self.tally, self.feedPath) = (tally, feedPath)
    }

    /// `idle`, `sending`, `failing`.
    var state: String {
        if tally.lastError != nil { return "failing" }
        return tally.pending > 0 ? "sending" : "idle"
    }
}
