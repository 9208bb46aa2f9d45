public import Aero

/// How often aircraft of a role land near a place, as an archive tells.
public struct LandingRates: Sendable {
    /// What was heard of one role at one place.
    public struct Count: Hashable, Sendable {
        public let position: Position
        public let role: AircraftRole
        public let landings: Int

        public init(position: Position, role: AircraftRole, landings: Int) {
            self.position = position
            self.role = role
            self.landings = landings
        }
    }

    /// Hours of all aircraft of a role together, and their landings wherever they were.
    public let aircraftHours: [AircraftRole: Double]
    /// Landings heard, none of them 0.
    public let counts: [Count]
    private let total: [AircraftRole: Int]
    private let all: Int

    /// Nothing was learned yet: rates are those assumed of the role.
    public static let none = LandingRates(aircraft: [:], hours: 0, counts: [])

    /// - Parameters:
    ///   - aircraft: how many of each role were heard in that time.
    ///   - hours: how long it was.
    ///   - counts: landings heard.
    public init(aircraft: [AircraftRole: Int], hours: Double, counts: [Count]) {
        self.init(aircraftHours: aircraft.mapValues { Double($0) * max(0, hours) }, counts: counts)
    }

    /// - Parameter aircraftHours: hours of all aircraft of a role together.
    public init(aircraftHours: [AircraftRole: Double], counts: [Count]) {
        self.aircraftHours = aircraftHours
        self.counts = counts.filter { $0.landings > 0 }
        total = self.counts.reduce(into: [:]) { $0[$1.role, default: 0] += $1.landings }
        all = self.counts.reduce(0) { $0 + $1.landings }
    }

    /// What is assumed of a role before anything is heard, in landings an hour. Ours: jets of airlines land every five hours, others daily.
    private static let assumed: [AircraftRole: Double] = [
        .subjectFleet: 0.02, .airliner: 0.2, .unlisted: 0.05, .businessJet: 0.05, .otherGovernment: 0.02,
        .military: 0.04, .fighter: 0.04,
    ]
    /// So many landings' worth an assumption weighs.
    private static let weight = 2.0
    /// Of the world's landings, the share assumed near one place at least; governments fly to capitals.
    private static let leastShare: [AircraftRole: Double] = [
        .subjectFleet: 1.0 / 250, .otherGovernment: 1.0 / 250, .airliner: 1.0 / 5_000, .military: 1.0 / 2_000,
    ]

    /// Landings heard an hour of one aircraft of a role, wherever they are; above 0 always.
    func perHour(_ role: AircraftRole) -> Double {
        let assumed = Self.assumed[role] ?? 0.05
        return (Double(total[role] ?? 0) + Self.weight) / ((aircraftHours[role] ?? 0) + Self.weight / assumed)
    }

    /// Landings heard an hour of one aircraft of a role within a distance of a place; above 0 always.
    public func perHour(_ role: AircraftRole, near place: Position, within metres: Double) -> Double {
        var here = 0
        var everybody = 0
        for count in counts where Geodesy.distance(count.position, place).rawValue <= metres {
            everybody += count.landings
            if count.role == role { here += count.landings }
        }
        let hours = aircraftHours[role] ?? 0
        let rate = perHour(role)
        let least = Self.leastShare[role] ?? 1.0 / 1_000
        let share = max(least, (Double(everybody) + 1) / (Double(all) + 200))
        let expected = rate * share
        return (Double(here) + Self.weight) / (hours + Self.weight / expected)
    }

    /// Landings of the role that were heard within a distance of a place, and in how many days.
    public func heard(_ role: AircraftRole, near place: Position, within metres: Double) -> Int {
        counts.reduce(0) { sum, count in
            let isHere = count.role == role && Geodesy.distance(count.position, place).rawValue <= metres
            return sum + (isHere ? count.landings : 0)
        }
    }
}
