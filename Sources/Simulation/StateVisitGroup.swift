public import Aero

/// The group of the simulated state visit as a list of aircraft would have it: invented, like all of the scene.
public enum StateVisitGroup {
    /// One of the group.
    public struct Member: Hashable, Sendable {
        public let address: AircraftAddress
        /// Not of any state's form.
        public let registration: String
        /// The ICAO designator of the type whose bounds it flies within.
        public let type: String
        public let aircraftOperator: String
        /// Whether it flies for the state, or carries what goes ahead.
        public let isOfState: Bool
        /// Days for which it was not heard before the scene begins, as the scene has it.
        public let daysUnheard: Double
    }

    /// The state from whose capital the group sets out, by its two letters.
    public static let state = "RU"

    public static let members: [Member] = [
        member(0xD57710, "SIM-001", "IL96", isOfState: true), member(0xD57711, "SIM-002", "IL96", isOfState: true),
        member(0xD57712, "SIM-003", "IL96", isOfState: true),
        // It flies elsewhere, and all the time: who takes it for one of the group is misled.
        member(0xD57714, "SIM-004", "IL96", isOfState: true, daysUnheard: 5),
        member(0xD57718, "SIM-011", "T204", isOfState: true), member(0xD57820, "SIM-701", "IL76", isOfState: false),
    ]

    private static func member(
        _ bits: UInt32,
        _ registration: String,
        _ type: String,
        isOfState: Bool,
        daysUnheard: Double = 60
    ) -> Member {
        Member(
            address: AircraftAddress(icao: bits),
            registration: registration,
            type: type,
            aircraftOperator: isOfState ? "SIMULATED state fleet" : "SIMULATED transport",
            isOfState: isOfState,
            daysUnheard: daysUnheard
        )
    }
}
