import Aero

extension ArrivalWindow {
    /// What two windows have in common: every pair of readings that share a moment, weighed by both; what the readings say of zones is the
    /// other's.
    ///
    /// - Returns: `nil` if they have no moment in common.
    func intersection(_ other: ArrivalWindow) -> ArrivalWindow? {
        let earliest = [earliest, other.earliest].compactMap(\.self).max()
        let latest = [latest, other.latest].compactMap(\.self).min()
        var shared: [ArrivalReading] = []
        for (one, two) in pairs(with: other) {
            let start = [one?.start, two?.start].compactMap(\.self).max()
            let end = [one?.end, two?.end].compactMap(\.self).min()
            guard Self.isSome(start, end), Self.isSome(start, latest), Self.isSome(earliest, end),
                let zone = two?.zone ?? one?.zone
            else { continue }
            let weight = (one?.weight ?? 1) * (two?.weight ?? 1)
            if let same = shared.firstIndex(where: { $0.start == start && $0.end == end }) {
                let sum = shared[same].weight + weight
                shared[same] = ArrivalReading(start: start, end: end, zone: shared[same].zone, weight: sum)
            } else {
                shared.append(ArrivalReading(start: start, end: end, zone: zone, weight: weight))
            }
        }
        let sum = shared.reduce(0) { $0 + $1.weight }
        guard readings.isEmpty && other.readings.isEmpty || sum > 0 else { return nil }
        let made = ArrivalWindow(
            readings: shared.map {
                ArrivalReading(start: $0.start, end: $0.end, zone: $0.zone, weight: min(1, $0.weight / sum))
            },
            earliest: earliest,
            latest: latest
        )
        return Self.isSome(made.start, made.end) ? made : nil
    }

    /// The same with so much more room at its end.
    func extended(bySeconds seconds: Double) -> ArrivalWindow {
        ArrivalWindow(
            readings: readings.map {
                ArrivalReading(
                    start: $0.start,
                    end: $0.end?.advanced(bySeconds: seconds),
                    zone: $0.zone,
                    weight: $0.weight
                )
            },
            earliest: earliest,
            latest: latest?.advanced(bySeconds: seconds)
        )
    }

    /// The stretches of time it is made of, without how they are weighed.
    var parts: [[Timestamp?]] { [[start, end]] + readings.map { [$0.start, $0.end] } }

    /// Each reading with each of the other; a window without readings gives `nil` for one.
    private func pairs(with other: ArrivalWindow) -> [(ArrivalReading?, ArrivalReading?)] {
        guard !readings.isEmpty else { return other.readings.map { (nil, $0) } }
        guard !other.readings.isEmpty else { return readings.map { ($0, nil) } }
        return readings.flatMap { one in other.readings.map { (one, $0) } }
    }

    /// Whether there is a moment between two ends, of which either may be open.
    private static func isSome(_ start: Timestamp?, _ end: Timestamp?) -> Bool {
        guard let start, let end else { return true }
        return start <= end
    }
}
