public import ModeS

/// One `MSG` line of SBS-1: what is known, and which of the eight transmission types tells it.
public struct SBSMessage: Hashable, Sendable {
    /// Which fields a line fills, by what was received.
    public enum Transmission: Int, Hashable, Sendable, CaseIterable {
        /// Callsign (type codes 1 to 4).
        case identification = 1
        /// Surface position (type codes 5 to 8).
        case surfacePosition
        /// Airborne position (type codes 9 to 18, 20 to 22).
        case airbornePosition
        /// Speed, track and vertical rate (type code 19).
        case airborneVelocity
        /// Altitude reply (DF4, DF20).
        case surveillanceAltitude
        /// Squawk reply (DF5, DF21).
        case surveillanceIdentity
        /// Air to air (DF0, DF16).
        case airToAir
        /// All-call reply (DF11).
        case allCallReply
    }

    public var transmission: Transmission
    /// The values; the line takes from it what its type carries.
    public var report: ClaimedReport

    public init(transmission: Transmission, report: ClaimedReport) {
        self.transmission = transmission
        self.report = report
    }
}
