import Tracking

/// What makes a chunk the one it is. Chunks of one aircraft, terms and form never overlap in their periods.
struct ChunkKey: Hashable {
    let aircraft: ArchivedAircraft
    /// The row of `terms`.
    let terms: Int64
    /// Whether its rows have positions.
    let hasPositions: Bool
    /// Where its period begins, ms.
    let start: Int64
    /// A quarter of an hour, or a day, in ms.
    let length: Int64
}
