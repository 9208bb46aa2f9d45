/// A polled source as somebody describes it on the page.
public struct PollDraft: Hashable, Sendable {
    public enum Format: String, Hashable, Sendable, CaseIterable {
        case readsb, v2, opensky
    }

    public var format: Format
    /// The word of a known provider; `nil` where `address` says whom to ask.
    public var provider: String?
    /// `HOST[:PORT][/PATH]`, with `http://` or `https://` in front or not.
    public var address: String?
    /// `circle`, `hex`, `reg`, `type`, `mil`, `box` or `icao24`, and what belongs behind it.
    public var query: String?
    public var value: String?
    /// Seconds between two requests.
    public var every: Double?
    /// The day the operator read the terms, `YYYY-MM-DD`, and what he uses the data for.
    public var terms: String?
    public var purpose: String?
    /// Where terms of his own are written.
    public var termsLink: String?
    /// Never given out again.
    public var key: String?
    public var clientID: String?
    public var clientSecret: String?

    public init(format: Format) { self.format = format }
}
