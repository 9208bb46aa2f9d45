import Aero
import ModeS

/// A row that waits for further receivers' copies of its message.
struct WaitingRow: Sendable {
    let aircraft: ArchivedAircraft
    var observation: Observation
    let time: Timestamp
    /// Who gave the message first: the feed, and the number it gives its receiver.
    let feed: FeedID
    let receiver: UInt64?
    /// The message, where there can be copies of it, and when it was received by that receiver's clock.
    let frame: Frame?
    let received: Timestamp
}

/// A name that waits for the rows of its time.
struct WaitingName: Sendable {
    let change: IdentityChange
    let time: Timestamp
    let feed: FeedID
}
