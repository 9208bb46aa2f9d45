/// How an aircraft of a kind gets up to its cruising level and down again.
struct VerticalPlan {
    let climb: [VerticalStep]
    let descent: [VerticalStep]
    /// Feet.
    let cruiseAltitude: Double
    /// m/s.
    let cruiseSpeed: Double
    /// Metres flown in climb and descent together.
    let length: Double

    private static let knot = 1852.0 / 3600

    /// - Parameters:
    ///   - departure: field elevation in ft.
    ///   - arrival: field elevation in ft.
    ///   - altitude: of the cruise, ft.
    ///   - cruise: knots; the layers' speed is taken when that is lower.
    init(_ kind: AircraftKind, departure: Double, arrival: Double, altitude: Double, cruise: Double) {
        let up = Self.tops(kind, field: departure, below: altitude)
        let down = Self.tops(kind, field: arrival, below: altitude)
        let top = kind.layers.last?.top ?? 0
        let speed = altitude > top ? cruise : min(cruise, Self.speed(kind, at: altitude))
        var climb = up.map { VerticalStep(altitude: $0.top, speed: $0.speed * Self.knot, rate: $0.climb) }
        let lastClimb = up.count < kind.layers.count ? kind.layers[up.count].climb : kind.finalClimb
        climb.append(VerticalStep(altitude: altitude, speed: speed * Self.knot, rate: lastClimb))
        var descent: [VerticalStep] = []
        var rate = down.count < kind.layers.count ? kind.layers[down.count].descent : kind.finalDescent
        for layer in down.reversed() {
            descent.append(VerticalStep(altitude: layer.top, speed: layer.speed * Self.knot, rate: rate))
            rate = layer.descent
        }
        descent.append(VerticalStep(altitude: arrival, speed: kind.approach * Self.knot, rate: rate))
        self.climb = climb
        self.descent = descent
        cruiseAltitude = altitude
        cruiseSpeed = speed * Self.knot
        length =
            Self.length(climb, from: departure, speed: kind.rotation * Self.knot)
            + Self.length(descent, from: altitude, speed: speed * Self.knot)
    }

    /// The layers that lie between the field and the cruise, their first top moved onto the field.
    private static func tops(_ kind: AircraftKind, field: Double, below altitude: Double) -> [AircraftKind.Layer] {
        var result: [AircraftKind.Layer] = []
        for (index, layer) in kind.layers.enumerated() {
            let top = index == 0 ? field + layer.top : layer.top
            guard top < altitude - 200, top > (result.last?.top ?? field) + 400 else { continue }
            result.append(AircraftKind.Layer(top: top, speed: layer.speed, climb: layer.climb, descent: layer.descent))
        }
        return result
    }

    private static func speed(_ kind: AircraftKind, at altitude: Double) -> Double {
        var before = (altitude: 0.0, speed: kind.approach)
        for layer in kind.layers {
            if altitude <= layer.top {
                let share = (altitude - before.altitude) / (layer.top - before.altitude)
                return before.speed + (layer.speed - before.speed) * max(0, share)
            }
            before = (layer.top, layer.speed)
        }
        return kind.cruiseSpeed
    }

    private static func length(_ steps: [VerticalStep], from altitude: Double, speed: Double) -> Double {
        var total = 0.0
        var height = altitude
        var pace = speed
        for step in steps {
            total += (pace + step.speed) / 2 * abs(step.altitude - height) / step.rate * 60
            height = step.altitude
            pace = step.speed
        }
        return total
    }
}
