public import Tracking

/// A piece of the history that was put aside because it could not be read, or of which only the index knows.
public struct LostPiece: Hashable, Sendable {
    /// Names it in the archive.
    public let id: Int64
    public let aircraft: ArchivedAircraft
    /// From its first to its last observation; ms since 1970.
    public let times: ClosedRange<Int64>
}
