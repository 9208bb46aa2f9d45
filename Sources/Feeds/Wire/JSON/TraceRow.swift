public import Aero
public import ModeS

/// One row of a readsb trace.
///
/// - Source: readsb, README-json.md, "trace jsons".
public struct TraceRow: Hashable, Sendable {
    /// The bits of the row's seventh column.
    public struct Marks: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// No position was received for 20 s before this one.
        public static let stale = Marks(rawValue: 1)
        public static let newLeg = Marks(rawValue: 2)
        public static let geometricRate = Marks(rawValue: 4)
        public static let geometricAltitude = Marks(rawValue: 8)
    }

    /// Since 1970, UTC.
    public var milliseconds: Int64
    /// `nil` only in the list of what has no position, which is ours.
    public var position: Position?
    public var isOnGround = false
    /// Barometric, or geometric where `marks` say so.
    public var altitude: Feet?
    public var groundSpeed: Knots?
    public var track: Degrees?
    public var marks: Marks = []
    /// Barometric, or geometric where `marks` say so.
    public var verticalRate: FeetPerMinute?
    /// Where the object with further values stands in the document.
    public var object: Range<Int>?
    public var sourceClass: SourceClass?
    public var geometricAltitude: Feet?
    public var geometricRate: FeetPerMinute?
    public var indicatedAirspeed: Knots?
    /// Right wing down positive.
    public var roll: Degrees?

    /// A row that says nothing yet but when.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }
}
