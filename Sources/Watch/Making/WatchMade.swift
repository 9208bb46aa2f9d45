/// What was made of rows up to a watermark.
public struct WatchMade: Sendable {
    /// In no promised order: the engine puts them in theirs.
    public internal(set) var events: [WatchEvent] = []
    public internal(set) var silences: [SilenceQuestion] = []
    public internal(set) var pasts: [PastQuestion] = []
    public internal(set) var details: [EventKey: WatchDetail] = [:]
    public internal(set) var retractions: [WatchRetraction] = []

    public init() {}

    /// Adds an event; what is known of it beyond rules goes along.
    mutating func add(_ event: WatchEvent, _ detail: WatchDetail? = nil) {
        events.append(event)
        if let detail { details[event.key] = detail }
    }
}
