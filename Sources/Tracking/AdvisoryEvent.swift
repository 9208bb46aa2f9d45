public import Aero
public import ModeS

/// A resolution advisory of an aircraft's collision avoidance, confirmed by more than one message.
public struct AdvisoryEvent: Hashable, Sendable {
    /// What the pilot was told, as last heard.
    public internal(set) var advisory: BDS30
    public let first: Timestamp
    public internal(set) var last: Timestamp
    /// Messages that told of it.
    public internal(set) var messages: Int
    /// How it is known to be more than one wrong bit.
    public let confirmation: Confirmation
    /// The first frames that told of it, at most four.
    public internal(set) var frames: [Frame]

    /// Why the event is believed.
    public enum Confirmation: Hashable, Sendable {
        /// A second message told of it.
        case secondMessage
        /// The aircraft left the level, or the climb, it would have kept.
        case levelChange
    }
}
