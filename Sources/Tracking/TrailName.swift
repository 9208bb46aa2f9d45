public import Aero

/// What an aircraft called itself from a time on.
public struct TrailName: Hashable, Sendable {
    public let time: Timestamp
    public let callsign: String?
    public let squawk: Squawk?

    public init(time: Timestamp, callsign: String?, squawk: Squawk?) {
        self.time = time
        self.callsign = callsign
        self.squawk = squawk
    }

    /// Whether both name the same, whenever.
    func isSame(as other: TrailName) -> Bool { callsign == other.callsign && squawk == other.squawk }
}
