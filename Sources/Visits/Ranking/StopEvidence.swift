public import Aero

/// What was heard of one aircraft that bears on one stop.
public struct StopEvidence: Hashable, Sendable {
    /// A landing near the stop that was heard, or a departure of which the landing was not.
    public struct Seen: Hashable, Sendable {
        public let airport: String
        public let time: Timestamp
        public let isDeparture: Bool
        /// Within so far of where it was last, or first, heard.
        public let distance: Metres
        public let isPositionless: Bool
        /// How often it would land there anyway, an hour: by its role, by how often it flies, and by who comes on from the stop before if it was
        /// heard there.
        public let perHour: Double
        /// Whether that is how often those heard at the stop before come on, rather than how often its role lands there.
        public let isOnward: Bool
    }

    /// A silence into which the stop fits.
    public struct Fit: Hashable, Sendable {
        public let airport: String
        /// When it can have landed within the time looked at.
        public let earliest: Timestamp
        public let latest: Timestamp
        /// Whether that is still to come but for a day that may be wrong: nobody can have heard it.
        public let isAhead: Bool
        /// P(a landing there is not heard).
        public let unheard: Double
        /// Degrees between its last track and the bearing to the stop; `nil` where that says nothing.
        public let courseOff: Degrees?
        public let isPositionless: Bool
    }

    /// What a stop would have asked of an aircraft that cannot have made it.
    public struct Need: Hashable, Sendable {
        /// From where it was before to the stop, and on to where it was after.
        public let distance: Metres
        public let seconds: Double
        /// `nil` where no speed does it.
        public let speed: KilometresPerHour?
    }

    /// The likeliest of each, `nil` for none.
    public internal(set) var seen: Seen?
    public internal(set) var fit: Fit?
    public internal(set) var need: Need?
    /// The likelihood of the stop against a life of its own, other stops left aside.
    var mass = 0.0
    var seenMass = 0.0
    var fitMass = 0.0

    public var isReachable: Bool { mass > 0 }
    /// Whether something heard there speaks for it, rather than a silence.
    public var isSeen: Bool { seen != nil && seenMass >= fitMass }
}
