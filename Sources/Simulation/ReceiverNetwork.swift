import Aero

/// The receivers of the synthetic sky and what they can hear.
///
/// A receiver hears to the radio horizon, 4.12 km times the sum of the roots of both heights in metres, at most to 420 km, the
/// less often the farther; some have a hill in one sector; and there are regions without any.
package struct ReceiverNetwork: Sendable {
    /// A region where nothing is heard whatever the height.
    package struct Hole: Sendable {
        let middle: UnitVector
        /// Kilometres.
        let radius: Double
    }

    /// How well an aircraft is heard, and by whom.
    package struct Reception: Sendable {
        /// Of one message; 0 when out of reach.
        package var probability = 0.0
        var receiver = 0
        /// Kilometres.
        var distance = 0.0
        /// As it was when computed.
        var onGround = false
        /// Share of the range, 0 … 1.
        var share = 1.0
    }

    private struct Receiver: Sendable {
        let vector: UnitVector
        /// Blocked beyond 60 km: from this bearing on, this many degrees.
        let blockedFrom: Double
        let blockedWidth: Double
    }

    private let receivers: [Receiver]
    private let holes: [Hole]
    private static let radius = Geodesy.earthRadius.rawValue / 1000
    /// Metres above the ground, and the root of it.
    private static let antennaRoot = 20.0.squareRoot()
    private static let longest = 420.0

    /// - Parameter shaded: the share of receivers that have a hill in one sector.
    package init(at places: [UnitVector], holes: [Hole], seed: UInt64, shaded: Double = 0.25) {
        var generator = SeededGenerator(seed: seed, stream: 0x5EC7)
        receivers = places.map { place in
            let blocked = generator.chance(shaded)
            return Receiver(
                vector: place,
                blockedFrom: generator.number(0, 360),
                blockedWidth: blocked ? generator.number(15, 50) : 0
            )
        }
        self.holes = holes
    }

    /// How many receivers there are.
    var count: Int { receivers.count }

    /// How an aircraft at a place and height (ft) is heard.
    package func reception(at point: UnitVector, altitude: Double) -> Reception {
        for hole in holes where hole.middle.dot(point) > Trigonometry.cosine(hole.radius / Self.radius) {
            return Reception()
        }
        var nearest = 0
        var closest = -2.0
        let span = receivers.span
        for index in 0..<span.count {
            let product = span[index].vector.dot(point)
            if product > closest {
                closest = product
                nearest = index
            }
        }
        guard closest > 0.99 else { return Reception() }
        let receiver = span[nearest]
        let distance = receiver.vector.angle(to: point) * Self.radius
        let height = max(0, altitude * 0.3048).squareRoot()
        let range = min(Self.longest, 4.12 * (height + Self.antennaRoot))
        guard distance < range else { return Reception() }
        if distance > 60, receiver.blockedWidth > 0 {
            let bearing = receiver.vector.bearing(of: receiver.vector.tangent(toward: point))
            let into = (bearing - receiver.blockedFrom + 360).truncatingRemainder(dividingBy: 360)
            if into < receiver.blockedWidth { return Reception() }
        }
        let share = distance / range
        return Reception(
            probability: 0.97 - 0.62 * share * share * share,
            receiver: nearest,
            distance: distance,
            share: share
        )
    }
}
