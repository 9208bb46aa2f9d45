public import Aero

/// Where an aircraft can be at a time.
public struct Isochrone: Hashable, Sendable {
    public let time: Timestamp
    public let region: ReachRegion

    public init(time: Timestamp, region: ReachRegion) {
        self.time = time
        self.region = region
    }
}
