import Aero
import Feeds
import ModeS
import Tracking

/// How the marks of readsb's traces and those of the archive say the same; read and written by the same rules, so that nothing changes on
/// the way out and back.
enum TraceConvention {
    /// A silence from which on a path is not joined. Milliseconds; that of the live trail.
    static let gap: Int64 = 120_000

    /// What the columns of a row say.
    ///
    /// - Parameter silence: milliseconds since the row before; `nil` for the first.
    static func flags(
        _ marks: TraceRow.Marks,
        isOnGround: Bool,
        _ source: SourceClass,
        silence: Int64?
    ) -> Observation.Flags {
        var flags: Observation.Flags = []
        if isOnGround { flags.insert(.onGround) }
        if marks.contains(.stale) {
            flags.insert(.stale)
            // readsb calls 20 s stale: too short for a gap of ours.
            if silence.map({ $0 >= gap }) ?? true { flags.insert(.afterGap) }
        }
        if marks.contains(.newLeg) { flags.insert(.newLegHint) }
        if marks.contains(.geometricRate) { flags.insert(.geometricRate) }
        switch source {
        case .multilateration, .tisbICAO, .tisbOther, .tisbTrackFile: flags.insert(.notOwn)
        default: break
        }
        return flags
    }

    /// The marks with which a row is written.
    static func marks(_ row: Observation) -> TraceRow.Marks {
        var marks: TraceRow.Marks = []
        if row.flags.contains(.stale) || row.flags.contains(.afterGap) { marks.insert(.stale) }
        if row.flags.contains(.newLegHint) { marks.insert(.newLeg) }
        if row.flags.contains(.geometricRate) { marks.insert(.geometricRate) }
        if !row.flags.contains(.onGround), row.barometricAltitude == nil, row.geometricAltitude != nil {
            marks.insert(.geometricAltitude)
        }
        return marks
    }
}
