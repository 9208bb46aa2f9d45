import Aero
import Simulation

/// Receivers at places to be found, a day's traffic around them, and what the public gets of it.
///
/// Flat kilometres east and north of a middle stand for places: an attacker may be given that much.
struct AttackWorld {
    struct Spot: Hashable {
        var east: Double
        var north: Double

        func distance(_ other: Spot) -> Double {
            let (x, y) = (east - other.east, north - other.north)
            return (x * x + y * y).squareRoot()
        }
    }

    /// Five seconds of one flight.
    struct Sample {
        var flight: Int
        /// Seconds since the flight began.
        var time: Double
        var spot: Spot
        /// Feet.
        var altitude: Double
        /// Of ten messages, how many were heard.
        var messages: Int
    }

    /// What is offered against it.
    struct Protection {
        var name: String
        /// Kilometres from the shown place.
        var range: Double?
        /// Feet.
        var floor: Double?
    }

    let receivers: [Spot]
    /// The shown place: the first receiver's, moved.
    let shown: Spot
    private(set) var samples: [Sample] = []

    private static let middle = (latitude: 50.0, longitude: 10.0)
    private static let kilometresPerDegree = 111.195

    /// On the earth.
    static func position(_ spot: Spot) -> Position? {
        let narrow = Trigonometry.cosine(middle.latitude * .pi / 180)
        return Position(
            latitude: middle.latitude + spot.north / kilometresPerDegree,
            longitude: middle.longitude + spot.east / (kilometresPerDegree * narrow)
        )
    }

    /// Where a position lies on the flat.
    static func spot(_ position: Position) -> Spot {
        let narrow = Trigonometry.cosine(middle.latitude * .pi / 180)
        return Spot(
            east: (position.longitude - middle.longitude) * kilometresPerDegree * narrow,
            north: (position.latitude - middle.latitude) * kilometresPerDegree
        )
    }

    /// - Parameters:
    ///   - count: receivers whose circles overlap.
    ///   - isShaded: some have a hill in one sector, as `ReceiverNetwork` draws them.
    init(seed: UInt64, receivers count: Int, flights: Int, isShaded: Bool) {
        var generator = SeededGenerator(seed: seed, stream: 0xA77A)
        // Not in the middle of the traffic, or its middle would tell.
        var places: [Spot] = []
        for _ in 0..<count {
            places.append(Spot(east: generator.number(-80, 80), north: generator.number(-80, 80)))
        }
        receivers = places
        let angle = generator.number(0, 2 * .pi)
        let distance = 30 * generator.number(0, 1).squareRoot()
        shown = Spot(
            east: places[0].east + distance * Trigonometry.sine(angle),
            north: places[0].north + distance * Trigonometry.cosine(angle)
        )
        let vectors = places.compactMap(Self.position).map { UnitVector($0) }
        let network = ReceiverNetwork(at: vectors, holes: [], seed: seed, shaded: isShaded ? 0.25 : 0)
        let airports = (0..<4).map { _ in
            Spot(east: generator.number(-150, 150), north: generator.number(-150, 150))
        }
        for flight in 0..<flights { fly(flight, airports, network, &generator) }
    }

    private mutating func fly(
        _ flight: Int,
        _ airports: [Spot],
        _ network: ReceiverNetwork,
        _ generator: inout SeededGenerator
    ) {
        let kind = flight % 5
        let heading = generator.number(0, 2 * .pi)
        let (east, north) = (Trigonometry.sine(heading), Trigonometry.cosine(heading))
        let reach = kind == 4 ? 150.0 : 600
        // Kilometres a second.
        let speed = kind == 4 ? 0.06 : 0.23
        var through = Spot(east: generator.number(-400, 400), north: generator.number(-400, 400))
        if kind == 3 { through = airports[flight / 5 % airports.count] }
        if kind == 4 { through = Spot(east: generator.number(-150, 150), north: generator.number(-150, 150)) }
        let cruise = kind == 4 ? generator.number(800, 6000) : 28_000 + 1000 * Double(generator.index(below: 14))
        var along = kind == 3 ? 0.0 : -reach
        var time = 0.0
        while along < reach {
            let spot = Spot(east: through.east + along * east, north: through.north + along * north)
            // Three degrees from and to a runway.
            let altitude = kind == 3 ? min(cruise, along * 172) : cruise
            if let place = Self.position(spot) {
                let reception = network.reception(at: UnitVector(place), altitude: altitude)
                var heard = 0
                for _ in 0..<10 where generator.chance(reception.probability) { heard += 1 }
                if heard > 0 {
                    samples.append(
                        Sample(flight: flight, time: time, spot: spot, altitude: altitude, messages: heard)
                    )
                }
            }
            along += speed * 5
            time += 5
        }
    }

    /// What the public gets under a protection.
    func told(_ protection: Protection) -> [Sample] {
        let sky = ShownSky(
            middle: Self.position(shown),
            range: protection.range.map { Metres($0 * 1000) },
            floor: protection.floor.map { Feet($0) }
        )
        guard !sky.isWhole else { return samples }
        return samples.filter { sky.shows(Self.position($0.spot), altitude: Feet($0.altitude)) }
    }

    /// How near a guess comes to a receiver, in kilometres: to the nearest, whichever was meant.
    func miss(_ guess: Spot) -> Double { receivers.map { $0.distance(guess) }.min() ?? .infinity }
}
