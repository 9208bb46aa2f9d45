import Aero

/// A level made ready for samples: numbers alone, because every sample meets every level.
struct LevelGate: Sendable {
    private enum Quantity: Sendable { case altitude, speed, verticalRate, distance }

    private let quantity: Quantity
    private let above: Double
    private let below: Double
    private let place: Position
    private let ceiling: Double?
    /// Nanoseconds.
    let duration: Int64

    init(_ level: PlacedLevel) {
        above = level.test.above ?? -.infinity
        below = level.test.below ?? .infinity
        place = level.place ?? .origin
        duration = level.test.duration.nanoseconds
        switch level.test.quantity {
        case .altitude: (quantity, ceiling) = (.altitude, nil)
        case .speed: (quantity, ceiling) = (.speed, nil)
        case .verticalRate: (quantity, ceiling) = (.verticalRate, nil)
        case .distance(_, let belowFeet): (quantity, ceiling) = (.distance, belowFeet)
        }
    }

    /// Whether a sample holds it; `nil` where the sample does not say.
    ///
    /// - Parameter altitude: last heard, which is asked where the sample has a place alone.
    func isHeld(_ sample: WatchSample, altitude: Feet?) -> Bool? {
        switch quantity {
        case .altitude: return sample.barometricAltitude.map { admits($0.rawValue) }
        case .speed: return sample.groundSpeed.map { admits($0.rawValue) }
        case .verticalRate: return sample.verticalRate.map { admits($0.rawValue) }
        case .distance:
            guard let position = sample.position else { return nil }
            if let ceiling {
                guard let altitude else { return nil }
                if altitude.rawValue >= ceiling { return false }
            }
            // A degree of latitude is more than 110 km: most aircraft are far from most airports.
            if abs(position.latitude - place.latitude) * 110 > below { return false }
            return admits(Geodesy.distance(position, place).rawValue / 1000)
        }
    }

    private func admits(_ value: Double) -> Bool { value > above && value < below }
}
