import Aero

/// A level with the place it is measured from.
struct PlacedLevel: Hashable, Sendable {
    let test: LevelTest
    let place: Position?

    /// Whether a sample holds it; `nil` where the sample does not say.
    func isHeld(_ sample: WatchSample, altitude: Feet?) -> Bool? {
        switch test.quantity {
        case .altitude: return sample.barometricAltitude.map { test.admits($0.rawValue) }
        case .speed: return sample.groundSpeed.map { test.admits($0.rawValue) }
        case .verticalRate: return sample.verticalRate.map { test.admits($0.rawValue) }
        case .distance(_, let ceiling):
            guard let position = sample.position, let place, let km = test.below else { return nil }
            if let ceiling {
                guard let altitude else { return nil }
                if altitude.rawValue >= ceiling { return false }
            }
            // A degree of latitude is more than 110 km: most aircraft are far from most airports.
            if abs(position.latitude - place.latitude) * 110 > km { return false }
            return Geodesy.distance(position, place).rawValue < km * 1000
        }
    }
}
