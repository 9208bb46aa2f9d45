import ModeS
import Tracking

extension Observation {
    /// A silence longer than this is a gap, as in trails.
    private static let gapMilliseconds: Int64 = 120_000

    /// What is said of a point in every document of ours: 1 on the ground, 2 after a gap, 4 not the aircraft's own word, 8 doubtful, 16 the
    /// altitude is geometric, 32 the vertical rate is.
    ///
    /// - Parameter previous: the point before it in the same path; silence between them is a gap, whoever marked it or not.
    func pointFlags(after previous: Observation?) -> Int {
        var bits: TrailPoint.Flags = []
        if flags.contains(.onGround) { bits.insert(.onGround) }
        if isAfterGap(previous) { bits.insert(.afterGap) }
        if flags.contains(.notOwn) || sourceClass == .multilateration { bits.insert(.notOwn) }
        if flags.contains(.doubtful) { bits.insert(.doubtful) }
        if barometricAltitude == nil, geometricAltitude != nil { bits.insert(.geometricAltitude) }
        if flags.contains(.geometricRate) { bits.insert(.geometricRate) }
        return Int(bits.rawValue)
    }

    /// Whether silence lies between a row and the one before it.
    func isAfterGap(_ previous: Observation?) -> Bool {
        if flags.contains(.afterGap) { return true }
        guard let previous else { return false }
        return milliseconds - previous.milliseconds > Self.gapMilliseconds
    }

    /// Whether others said or computed where it was.
    var isClaimed: Bool { flags.contains(.notOwn) || sourceClass == .multilateration }
}
