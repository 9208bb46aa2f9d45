import Aero

/// Who hears: receivers at airports, dense in some states and few in others.
struct VisitReceivers: Sendable {
    /// By airport; `nil` where none stands, else the hours it was down, often none.
    private(set) var outages: [ClosedRange<Double>?]
    private(set) var stands: [Bool]
    private let geography = VisitGeography.shared
    private static let cosines = [55.0, 170, 340].map { Trigonometry.cosine($0 / VisitGeography.earthKilometres) }

    init(seed: UInt64, settings: VisitSettings) {
        var generator = SeededGenerator(seed: seed ^ 0xC0FE_4A6E, stream: 2)
        var densities: [String: Double] = [:]
        for state in Set(geography.airports.map(\.state)).sorted() {
            let isDark = generator.chance(settings.darkStates)
            let density = generator.number(settings.density.lowerBound, settings.density.upperBound)
            densities[state] = isDark ? settings.darkDensity : density
        }
        stands = []
        outages = []
        for airport in geography.airports {
            let density = densities[airport.state] ?? 0
            let share = density * min(1, (airport.size / 200_000).squareRoot())
            stands.append(generator.chance(min(0.98, max(0.01, share))))
            let start = generator.number(0, settings.hours)
            let length = generator.number(6, 24)
            outages.append(generator.chance(settings.outages) ? start...(start + length) : nil)
        }
    }

    /// 55, 170 or 340 km by height.
    static func radiusKilometres(height: Double) -> Double { height < 1.5 ? 55 : height < 6 ? 170 : 340 }

    /// The largest airport whose receiver covers a place at a height in km, at an hour; `nil` hour for those that are up always.
    func hearer(of vector: UnitVector, height: Double, hour: Double?) -> Int? {
        let place = vector.coordinates
        let least = Self.cosines[height < 1.5 ? 0 : height < 6 ? 1 : 2]
        for number in geography.near(latitude: place.latitude, longitude: place.longitude) {
            let airport = Int(number)
            guard stands[airport], geography.airports[airport].vector.dot(vector) >= least else { continue }
            if let hour, let outage = outages[airport], outage.contains(hour) { continue }
            return airport
        }
        return nil
    }
}
