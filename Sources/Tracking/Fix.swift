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
    /// The order of trust of where it came from, 0 best.
    public let rank: UInt8
    public let feed: FeedID
    public let method: Method
    public let isOnGround: Bool
    /// Navigation integrity category, 0…11; `nil` where the source has none.
    public let nic: UInt8?
    /// `nil` when none is promised.
    public let containmentRadius: Metres?
    /// Supplements did not fit the type code.
    public let isQualityUncertain: Bool

    /// - Parameter rank: that of its class when `nil`.
    public init(
        position: Position,
        time: Timestamp,
        source: ValueSource,
        sourceClass: SourceClass,
        rank: UInt8? = nil,
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
        self.rank = rank ?? sourceClass.rank
        self.feed = feed
        self.method = method
        self.isOnGround = isOnGround
        self.nic = nic
        self.containmentRadius = containmentRadius
        self.isQualityUncertain = isQualityUncertain
    }
}
