/// The RI field of DF0 and DF16: which ACAS answers, or how fast the aircraft can fly.
///
/// - Source: ICAO Annex 10 Vol IV, 3.1.2.8.2.2 and 4.3.8.4.1.2.
public struct ReplyInformation: RawRepresentable, Hashable, Sendable {
    /// 0…15; 1, 5 to 7 and 15 have no meaning for a reader.
    public let rawValue: UInt8

    /// A field by its four bits; higher bits are dropped.
    public init(rawValue: UInt8) { self.rawValue = rawValue & 15 }

    /// What the collision avoidance can do.
    public enum CollisionAvoidance: UInt8, Hashable, Sendable {
        /// None on board, or not in operation.
        case none = 0
        /// In operation, resolution advisories inhibited.
        case advisoriesInhibited = 2
        /// Advisories to climb and descend.
        case vertical = 3
        /// Advisories to climb, descend and turn.
        case verticalAndHorizontal = 4
    }

    /// Told in replies to an ACAS interrogation; `nil` for other codes.
    public var collisionAvoidance: CollisionAvoidance? { CollisionAvoidance(rawValue: rawValue) }

    /// The class of the greatest cruising true airspeed in knots, above the lower and up to the upper bound; the fastest class has no upper one.
    /// Told in replies to an acquisition interrogation; `nil` for other codes and for 8, "no data".
    public var greatestAirspeedKnots: (above: Double, upTo: Double?)? {
        switch rawValue {
        case 9: (0, 75)
        case 10: (75, 150)
        case 11: (150, 300)
        case 12: (300, 600)
        case 13: (600, 1200)
        case 14: (1200, nil)
        default: nil
        }
    }
}
