import Aero

/// When an aircraft left the ground that was first heard above it, and when it touched that was last heard above it.
///
/// The bounds are ours: nobody climbs or comes down faster than 6,000 ft/min near a field, and the way is at most so much longer than the
/// straight one.
struct EndEstimator {
    let limits: AirframeLimits

    static let steepest = 6_000.0
    /// Times the straight way, for turns and the way round a field.
    private static let windings = 1.7
    private static let spareSeconds = 60.0
    /// Metres flown for turning onto the runway's line.
    private static let circuit = 9_000.0

    /// - Parameters:
    ///   - point: the first one heard in the air.
    ///   - previous: not before this.
    func takeoff(before point: FlightPoint, from field: Field?, after previous: Timestamp?) -> Span {
        let height = max(0, (point.altitude ?? 0) - (field?.elevation ?? 0))
        let way = distance(point, field)
        let speed = max(point.speed ?? limits.typicalSpeed.knots.rawValue, limits.rotation.rawValue)
        let fastest = Knots(speed * 1.1).metresPerSecond
        // Somebody may have come down again since: the least there can have been between is none.
        let least = max(height / Self.steepest * 60, max(0, way - 3_000) / fastest)
        let rate = min(2_000, max(400, point.rate ?? 1_000))
        let mean = Knots((speed + limits.rotation.rawValue) / 2).metresPerSecond * 0.8
        let most =
            max(height / (0.4 * rate) * 60, (way * Self.windings + Self.circuit * share(height)) / mean)
            + Self.spareSeconds
        return span(
            from: point.time.advanced(bySeconds: -most),
            to: point.time.advanced(bySeconds: -least),
            previous,
            point.time
        )
    }

    /// - Parameters:
    ///   - point: the last one heard in the air.
    ///   - next: not after this.
    func landing(after point: FlightPoint, at field: Field?, before next: Timestamp?) -> Span {
        let height = max(0, (point.altitude ?? 0) - (field?.elevation ?? 0))
        let way = distance(point, field)
        let speed = max(point.speed ?? limits.typicalSpeed.knots.rawValue, limits.rotation.rawValue)
        let fastest = Knots(speed * 1.15).metresPerSecond
        let least = max(height / Self.steepest * 60, max(0, way - 1_500) / fastest)
        let rate = min(1_500, max(400, point.rate.map { -$0 } ?? 700))
        let mean = Knots((min(speed, 250) + limits.rotation.rawValue) / 2).metresPerSecond * 0.8
        let most =
            max(height / (0.4 * rate) * 60, (way * Self.windings + 2 * Self.circuit * share(height)) / mean)
            + 2 * Self.spareSeconds
        return span(
            from: point.time.advanced(bySeconds: least),
            to: point.time.advanced(bySeconds: most),
            point.time,
            next
        )
    }

    /// How much of a circuit is still to come, or was flown: all of it above 1,500 ft.
    private func share(_ height: Double) -> Double { min(1, height / 1_500) }

    private func distance(_ point: FlightPoint, _ field: Field?) -> Double {
        guard let field, let place = point.position else { return 0 }
        return field.distance(to: place)
    }

    /// Cut to what is known otherwise; that alone where the two contradict.
    private func span(from early: Timestamp, to late: Timestamp, _ first: Timestamp?, _ last: Timestamp?) -> Span {
        let (start, end) = (max(early, first ?? early), min(late, last ?? late))
        if let span = Span(earliest: start, latest: end) { return span }
        let outer = Span(earliest: first ?? min(early, end), latest: last ?? max(late, start))
        return outer ?? Span(at: end)
    }
}
