/// An event with what is known of it beyond what rules ask.
public struct RememberedEvent: Hashable, Sendable {
    public let event: WatchEvent
    public let detail: WatchDetail?

    public init(_ event: WatchEvent, _ detail: WatchDetail? = nil) {
        self.event = event
        self.detail = detail
    }
}
