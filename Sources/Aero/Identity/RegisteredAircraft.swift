/// What is shown of an aircraft for now: the short answer of the live path. The long one, with sources, is an `IdentityRecord`.
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
    }

    public let address: AircraftAddress
    public let registration: String?
    public let type: String?
    public let aircraftOperator: String?
    public let marks: Marks

    public init(
        address: AircraftAddress,
        registration: String? = nil,
        type: String? = nil,
        aircraftOperator: String? = nil,
        marks: Marks = []
    ) {
        self.address = address
        self.registration = registration
        self.type = type
        self.aircraftOperator = aircraftOperator
        self.marks = marks
    }
}
