import Aero

/// What receivers hear of flights, every five minutes.
struct VisitHearing: Sendable {
    let receivers: VisitReceivers
    let settings: VisitSettings
    private static let step = 5.0 / 60

    func points(of aircraft: VisitAircraft, flights: [VisitFlight], seed: UInt64) -> [VisitPoint] {
        var generator = SeededGenerator(seed: seed ^ 0x4EA6_0000, stream: UInt64(aircraft.address.bits))
        var result: [VisitPoint] = []
        for flight in flights where flight.takeoff < settings.hours {
            let path = VisitPath(flight)
            let duration = flight.landing - flight.takeoff
            let steps = Int((duration / Self.step).rounded(.up))
            for number in 0...steps {
                let into = min(duration, Double(number) * Self.step)
                let hour = flight.takeoff + into
                let isHeard = generator.chance(settings.heard)
                guard isHeard, hour < settings.hours else { continue }
                let share = into / duration
                if flight.silent.contains(where: { $0.contains(share) }) { continue }
                if let point = point(aircraft, flight, path, share, hour) { result.append(point) }
            }
        }
        return result
    }

    private func point(
        _ aircraft: VisitAircraft,
        _ flight: VisitFlight,
        _ path: VisitPath,
        _ share: Double,
        _ hour: Double
    ) -> VisitPoint? {
        let (vector, end) = path.place(share)
        let height = VisitPath.height(kilometresFromEnd: end)
        guard let airport = receivers.hearer(of: vector, height: height, hour: hour) else { return nil }
        let isPlaced = aircraft.transponder != .modeSOnly
        var place = isPlaced ? vector : VisitGeography.shared.airports[airport].vector
        if isPlaced, let spoofed = flight.spoofed, spoofed.contains(share) {
            let raw = vector + flight.offset
            place = raw * (1 / raw.dot(raw).squareRoot())
        }
        let coordinates = place.coordinates
        return VisitPoint(
            hours: hour,
            latitude: coordinates.latitude,
            longitude: coordinates.longitude,
            radiusKilometres: isPlaced ? 0 : VisitReceivers.radiusKilometres(height: height),
            heightKilometres: height
        )
    }
}
