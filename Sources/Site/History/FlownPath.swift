import Aero
import ModeS
import Tracking

/// Where one aircraft was, as traces, heat maps and chunks need it: from the trail in memory, from an archive, or from both.
struct FlownPath {
    let address: AircraftAddress
    /// Oldest first.
    private(set) var points: [TrailPoint] = []
    /// What an archive knows besides, by place in `points`; empty where all comes from a trail.
    private(set) var details: [ObservationDetails?] = []
    private(set) var names: [TrailName] = []
    /// Where it is now.
    private(set) var fix: Fix?

    init(_ track: Track) {
        address = track.address
        points = track.trail.points
        names = track.trail.names
        fix = track.fix
    }

    /// What an archive holds; rows without a position are left out.
    init(_ address: AircraftAddress, rows: [Observation], names changes: [IdentityChange]) {
        self.address = address
        var previous: Observation?
        for row in rows where row.hasPosition {
            guard let position = row.position else { continue }
            points.append(Self.point(row, position, after: previous))
            details.append(row.details)
            previous = row
        }
        names = Self.names(changes)
    }

    /// Goes on with what the live sky knows and the archive does not yet.
    mutating func append(_ track: Track) {
        // An archive keeps whole milliseconds, the trail all digits: the same moment is not told twice.
        let last = points.last?.time.milliseconds
        for point in track.trail.points where last.map({ point.time.milliseconds > $0 }) ?? true {
            points.append(point)
            details.append(nil)
        }
        let lastName = names.last?.time.milliseconds
        names.append(
            contentsOf: track.trail.names.filter { name in lastName.map { name.time.milliseconds > $0 } ?? true }
        )
        fix = track.fix
    }

    /// What it called itself at a time; `nil` before the first name.
    func name(at time: Timestamp) -> TrailName? { names.last { $0.time <= time } }

    private static func point(_ row: Observation, _ position: Position, after previous: Observation?) -> TrailPoint {
        var kinds: TrailPoint.Flags = []
        if row.barometricAltitude == nil, row.geometricAltitude != nil { kinds.insert(.geometricAltitude) }
        if row.flags.contains(.geometricRate) { kinds.insert(.geometricRate) }
        let flags = TrailPoint.Flags(rawValue: UInt16(row.pointFlags(after: previous)))
        return TrailPoint(
            time: row.time,
            position: position,
            motion: TrailPoint.Motion(
                altitude: row.barometricAltitude ?? row.geometricAltitude,
                geometricAltitude: row.geometricAltitude,
                groundSpeed: row.groundSpeed,
                track: row.track,
                verticalRate: row.verticalRate,
                kinds: kinds
            ),
            flags: flags,
            sourceClass: row.sourceClass
        )
    }

    /// Callsign and squawk as they stood from each change on.
    private static func names(_ changes: [IdentityChange]) -> [TrailName] {
        var made: [TrailName] = []
        var (callsign, squawk): (String?, Squawk?)
        for change in changes.sorted(by: { $0.milliseconds < $1.milliseconds }) {
            switch change.field {
            case .callsign: callsign = change.value.isEmpty ? nil : change.value
            case .squawk: squawk = Squawk(change.value)
            case .category, .emergency, .registration, .typeCode: continue
            }
            let (nanoseconds, overflow) = change.milliseconds.multipliedReportingOverflow(by: 1_000_000)
            guard !overflow else { continue }
            made.append(TrailName(time: Timestamp(nanoseconds: nanoseconds), callsign: callsign, squawk: squawk))
        }
        return made
    }
}
