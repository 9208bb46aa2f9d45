import Aero
import ModeS
import TestSupport
import Tracking

/// Observations made up by a seed: flights that look like flights, and rows that look like nothing.
struct RandomRows {
    var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// Any values that a row can hold, in any order of time.
    mutating func anything(_ count: Int, sets: Int = 1, start: Int64 = 1_700_000_000_000) -> [Observation] {
        (0..<count).compactMap { _ in
            let hasPlace = maybe(0.9)
            var row = Observation(
                milliseconds: start + Int64.random(in: -5_000_000...5_000_000, using: &generator),
                latitudeSteps: hasPlace ? Int32.random(in: -9_000_000...9_000_000, using: &generator) : .min,
                longitudeSteps: hasPlace ? Int32.random(in: -18_000_000..<18_000_000, using: &generator) : .min,
                barometricSteps: .random(in: .min ... .max, using: &generator),
                geometricSteps: maybe(0.3) ? .min : .random(in: .min ... .max, using: &generator),
                rateSteps: maybe(0.3) ? .min : .random(in: .min ... .max, using: &generator),
                speedTenths: maybe(0.3) ? .max : .random(in: .min ... .max, using: &generator),
                trackTenths: maybe(0.3) ? .max : .random(in: .min ... .max, using: &generator),
                nicByte: maybe(0.3) ? .max : .random(in: 0...15, using: &generator),
                levelByte: maybe(0.3) ? .max : .random(in: .min ... .max, using: &generator),
                sourceClass: SourceClass.allCases.randomElement(using: &generator) ?? .other,
                flags: Observation.Flags(rawValue: .random(in: .min ... .max, using: &generator)),
                heardBy: UInt32.random(in: 0..<UInt32(sets), using: &generator)
            )
            if maybe(0.2) { row?.details = details() }
            return row
        }
    }

    /// A flight that reports each second or so, as a receiver hears it.
    mutating func flight(_ count: Int, sets: Int = 1, start: Int64 = 1_700_000_000_000) -> [Observation] {
        var latitude = Double.random(in: -70...70, using: &generator)
        var longitude = Double.random(in: -180..<180, using: &generator)
        var time = start
        var track = Double.random(in: 0..<360, using: &generator)
        let speed = Double.random(in: 100...500, using: &generator)
        var altitude = Double.random(in: 1_000...40_000, using: &generator)
        return (0..<count).map { index in
            let passed = Int64.random(in: 380...1200, using: &generator)
            time += passed
            track += Double.random(in: -0.4...0.4, using: &generator)
            latitude += speed * cosine(track) * Double(passed) / 3_600_000 / 60
            longitude += speed * cosine(track - 90) * Double(passed) / 3_600_000 / 60 / cosine(latitude)
            altitude += Double.random(in: -15...15, using: &generator)
            var row = Observation(
                at: Timestamp(nanoseconds: time * 1_000_000),
                sourceClass: .adsbICAO,
                heardBy: UInt32.random(in: 0..<UInt32(sets), using: &generator)
            )
            row.position = Position(latitude: latitude, longitude: longitude)
            row.barometricAltitude = Feet(altitude)
            row.geometricAltitude = Feet(altitude + 350)
            row.groundSpeed = Knots(speed)
            row.track = Degrees((track + 720).truncatingRemainder(dividingBy: 360))
            row.verticalRate = FeetPerMinute(64 * Double(index % 3))
            row.nic = 8
            row.level = -20 - Float.random(in: 0...4, using: &generator)
            return row
        }
    }

    mutating func sets(_ count: Int) -> [ReceiverSet] {
        [.empty]
            + (1..<max(2, count)).map { index in
                ReceiverSet(
                    (0..<index % 34).map { _ in UInt32.random(in: 1...500, using: &generator) },
                    beyond: index % 3
                )
            }
    }

    mutating func maybe(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &generator) < share }

    private mutating func details() -> ObservationDetails {
        var details = ObservationDetails()
        details.indicatedAirspeed = maybe(0.5) ? .random(in: .min ... .max, using: &generator) : nil
        details.roll = maybe(0.5) ? .random(in: -600...600, using: &generator) : nil
        details.selectedAltitude = maybe(0.5) ? .random(in: .min ... .max, using: &generator) : nil
        details.containmentRadius = maybe(0.5) ? .random(in: 0...40_000, using: &generator) : nil
        details.nacP = maybe(0.5) ? .random(in: .min ... .max, using: &generator) : nil
        details.isAlert = maybe(0.5) ? maybe(0.5) : nil
        details.isIdent = maybe(0.5) ? maybe(0.5) : nil
        return details
    }

    private func cosine(_ degrees: Double) -> Double { Trigonometry.cosine(degrees * Trigonometry.radiansPerDegree) }
}
