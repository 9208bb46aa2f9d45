import Aero

/// An airport as far as legs ask for it.
final class Field: Sendable {
    let slot: AirportSlot
    /// The gazetteer's identity.
    let identity: String
    let position: Position
    /// Feet; 0 where it is not known.
    let elevation: Double
    let strips: [RunwayStrip]
    let plane: LocalPlane

    init(_ slot: AirportSlot, in gazetteer: Gazetteer) {
        self.slot = slot
        identity = gazetteer.identity(at: slot)
        position = gazetteer.position(at: slot)
        elevation = gazetteer.elevation(at: slot)?.rawValue ?? 0
        let plane = LocalPlane(position)
        self.plane = plane
        strips = gazetteer.runways(at: slot).compactMap { RunwayStrip($0, on: plane) }
    }

    /// Metres to the nearest runway, else to the reference point.
    func distance(to place: Position) -> Double {
        let point = plane.point(place)
        let middle = (point.east * point.east + point.north * point.north).squareRoot()
        return strips.reduce(middle) { min($0, $1.distance(point)) }
    }

    /// The runway's end at which points that are an approach or a departure say it was used.
    ///
    /// - Parameters:
    ///   - points: in the order of time.
    ///   - isLanding: they come down to it; else they go up from it.
    /// - Returns: the designator of the end whose use began there, and how long they are on its line; `nil` if on none for long enough.
    func runway(_ points: [FlightPoint], isLanding: Bool, rules: LegRules) -> RunwayUse? {
        var best: RunwayUse?
        for strip in strips {
            for isForward in [true, false] {
                var on: [FlightPoint] = []
                var offset = 0.0
                for point in points {
                    guard let place = point.position, let track = point.track, strip.isForward(track) == isForward
                    else { continue }
                    let (along, right) = strip.place(plane.point(place))
                    let run = isForward ? along : strip.length - along
                    let isNear =
                        isLanding ? (-15_000...strip.length).contains(run) : (0...strip.length + 8_000).contains(run)
                    guard isNear, abs(right) <= rules.lineOffset.rawValue else { continue }
                    on.append(point)
                    offset += abs(right)
                }
                guard on.count >= 2, let first = on.first, let last = on.last else { continue }
                let seconds = last.seconds(since: first)
                let isLong = seconds >= (isLanding ? rules.lineSeconds : 5) || on.count >= 4
                guard isLong else { continue }
                let use = RunwayUse(
                    designator: isForward ? strip.lowName : strip.highName,
                    count: on.count,
                    offset: offset / Double(on.count)
                )
                if best.map({ (use.count, -use.offset) > ($0.count, -$0.offset) }) ?? true { best = use }
            }
        }
        return best
    }

    struct RunwayUse {
        let designator: String?
        let count: Int
        /// Metres beside the line, on average.
        let offset: Double
    }
}
