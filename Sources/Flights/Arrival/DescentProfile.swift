import Aero

/// How an aircraft comes down to a field: 3 degrees, slowing down on the way.
struct DescentProfile {
    /// Knots over ground until the descent begins.
    let level: Double
    /// Its speeds over those of a jet.
    private let share: Double

    /// Metres on the way for a foot of height: 3 degrees.
    static let metresPerFoot = 5.816
    /// Feet above the field, and the knots at which jets pass them. Ours, round.
    private static let layers: [(height: Double, speed: Double)] = [
        (0, 140), (1_500, 175), (10_000, 275), (24_000, 390), (35_000, 450),
    ]
    /// Nobody comes down faster for long, ft/min.
    private static let steepest = 3_000.0

    /// - Parameters:
    ///   - level: knots over ground from now until the descent.
    ///   - usual: knots in cruise of an aircraft of its kind.
    init(level: Double, usual: Double) {
        self.level = max(20, level)
        share = min(1.05, max(0.3, Trigonometry.power(usual / 450, 0.4)))
    }

    /// The speed of a jet at a height, knots.
    static func jetSpeed(at height: Double) -> Double {
        var before = layers[0]
        for layer in layers.dropFirst() {
            if height <= layer.height {
                let part = max(0, height - before.height) / (layer.height - before.height)
                return before.speed + (layer.speed - before.speed) * part
            }
            before = layer
        }
        return before.speed
    }

    /// Metres and seconds from a height above the field down to it.
    func descent(from height: Double) -> (metres: Double, seconds: Double) {
        var (metres, seconds) = (0.0, 0.0)
        for (number, layer) in Self.layers.enumerated() where height > layer.height {
            let next =
                number + 1 < Self.layers.count ? Self.layers[number + 1] : (height: .infinity, speed: layer.speed)
            let top = min(height, next.height)
            let part = next.height.isFinite ? (top - layer.height) / (next.height - layer.height) : 0
            let fast = layer.speed + (next.speed - layer.speed) * part
            let speed = min(max(level, 40), (layer.speed + fast) / 2 * share)
            let way = (top - layer.height) * Self.metresPerFoot
            metres += way
            seconds += way / Knots(speed).metresPerSecond
        }
        return (metres, seconds)
    }

    /// Seconds to the ground.
    ///
    /// - Parameters:
    ///   - way: metres that are flown.
    ///   - height: feet above the field.
    func seconds(way: Double, height: Double) -> Double {
        let height = max(0, height)
        let down = descent(from: height)
        let least = height / Self.steepest * 60
        if way >= down.metres { return max(least, down.seconds + (way - down.metres) / Knots(level).metresPerSecond) }
        return max(least, down.seconds * way / max(1, down.metres))
    }
}
