import Aero

/// One way an aircraft can have flown in a silence.
struct AdmissiblePath: Sendable {
    struct Place: Sendable {
        let time: Timestamp
        let position: Position
        let altitude: Feet
    }

    let kind: PathKind
    /// In the order of time, at most `step` apart.
    let places: [Place]

    /// Metres between two places.
    static let step = 2_500.0

    /// The stays in cells, each with the time it began and ended; short ones, and those above a half degree in `leavingOut`, are none.
    ///
    /// - Parameter shortest: seconds.
    func crossings(leavingOut ends: Set<UInt32>, shortest: Double) -> [Crossing] {
        var found: [Crossing] = []
        var entered: (cell: CoverageCell, time: Timestamp)?
        func leave(at time: Timestamp) {
            guard let entered, !ends.contains(entered.cell.ground), time.seconds(since: entered.time) >= shortest else {
                return
            }
            found.append(Crossing(cell: entered.cell, entered: entered.time, left: time))
        }
        for place in places {
            let cell = CoverageCell(place.position, altitude: place.altitude, at: place.time)
            if cell != entered?.cell {
                leave(at: place.time)
                entered = (cell, place.time)
            }
        }
        if let last = places.last { leave(at: last.time) }
        return found
    }
}
