public import Aero
public import Tracking

/// All aircraft at one instant, as lists and the map show them.
public struct SkySnapshot: Sendable {
    public var time: Timestamp
    public var provenance: Provenance
    /// In any order, each address once.
    public var aircraft: [TrackSummary]

    public init(time: Timestamp, provenance: Provenance, aircraft: [TrackSummary]) {
        self.time = time
        self.provenance = provenance
        self.aircraft = aircraft
    }
}
