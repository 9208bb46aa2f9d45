/// What is shown of an aircraft for now: the short answer of the live path. The long one is an `IdentityRecord`.
public struct RegisteredAircraft: Hashable, Sendable {
    /// Marks that lists give.
    public struct Marks: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let military = Marks(rawValue: 1)
        public static let interesting = Marks(rawValue: 2)
        /// Privacy ICAO address of the FAA's programme.
        public static let privacyAddress = Marks(rawValue: 4)
        /// Limiting Aircraft Data Displayed.
        public static let limitedDisplay = Marks(rawValue: 8)
        /// Sources contradict each other about its registration.
        public static let isContested = Marks(rawValue: 16)
        /// Its registration follows from the address alone.
        public static let isInferred = Marks(rawValue: 32)
        /// All that is shown of it came under terms that let it be handed on.
        public static let mayBeHandedOn = Marks(rawValue: 64)
    }

    /// Names of the sources that say it; `nil` for what nobody says, and for what follows by arithmetic.
    public struct Claimants: Hashable, Sendable {
        public let registration: String?
        public let type: String?
        public let aircraftOperator: String?

        public init(registration: String? = nil, type: String? = nil, aircraftOperator: String? = nil) {
            self.registration = registration
            self.type = type
            self.aircraftOperator = aircraftOperator
        }
    }

    public let address: AircraftAddress
    public let registration: String?
    public let type: String?
    /// Maker and model in words.
    public let model: String?
    public let aircraftOperator: String?
    public let marks: Marks
    public let claimants: Claimants

    public init(
        address: AircraftAddress,
        registration: String? = nil,
        type: String? = nil,
        model: String? = nil,
        aircraftOperator: String? = nil,
        marks: Marks = [],
        claimants: Claimants = Claimants()
    ) {
        self.address = address
        self.registration = registration
        self.type = type
        self.model = model
        self.aircraftOperator = aircraftOperator
        self.marks = marks
        self.claimants = claimants
    }
}
