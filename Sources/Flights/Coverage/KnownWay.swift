import Aero

/// The straight way between two points that follow each other.
struct KnownWay {
    let start: KnownPoint
    let end: KnownPoint
    let length: Metres

    init(from start: KnownPoint, to end: KnownPoint) {
        self.start = start
        self.end = end
        length = Geodesy.distance(start.position, end.position)
    }

    /// Where it was after a share of the way, 0 … 1, at an even pace.
    func moment(at share: Double) -> (position: Position, altitude: Feet, time: Timestamp) {
        if share >= 1 { return (end.position, end.altitude, end.time) }
        return (
            Geodesy.intermediate(from: start.position, to: end.position, fraction: share),
            start.altitude + (end.altitude - start.altitude) * share,
            start.time.advanced(bySeconds: end.time.seconds(since: start.time) * share)
        )
    }
}
