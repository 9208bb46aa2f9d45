public import Aero
public import ModeS

/// Where an aircraft was, and how that is known.
public struct Fix: Hashable, Sendable {
    /// How the place came from the message.
    public enum Method: Hashable, Sendable {
        /// Two halves of compact position reporting.
        case global
        /// One half and an earlier fix of the same aircraft.
        case local
        /// The message itself holds coordinates (UAT).
        case stated
        /// Another program gave coordinates.
        case claimed
    }

    public let position: Position
    public let time: Timestamp
    public let source: ValueSource
    public let sourceClass: SourceClass
    public let feed: FeedID
    public let method: Method
    public let isOnGround: Bool
    /// Navigation integrity category, 0…11; `nil` where the source has none.
    public let nic: UInt8?
    /// `nil` when none is promised.
    public let containmentRadius: Metres?
    /// Supplements did not fit the type code.
    public let isQualityUncertain: Bool

    public init(
        position: Position,
        time: Timestamp,
        source: ValueSource,
        sourceClass: SourceClass,
        feed: FeedID,
        method: Method,
        isOnGround: Bool,
        nic: UInt8? = nil,
        containmentRadius: Metres? = nil,
        isQualityUncertain: Bool = false
    ) {
        self.position = position
        self.time = time
        self.source = source
        self.sourceClass = sourceClass
        self.feed = feed
        self.method = method
        self.isOnGround = isOnGround
        self.nic = nic
        self.containmentRadius = containmentRadius
        self.isQualityUncertain = isQualityUncertain
    }
}
