public import Aero

/// Where an aircraft was, for the small picture of its track.
public struct PathPoint: Hashable, Sendable {
    public let time: Timestamp
    public let position: Position

    public init(time: Timestamp, position: Position) {
        self.time = time
        self.position = position
    }
}
