import Aero

/// Who there is: airlines, business jets, military aircraft, state fleets, and some on no list.
struct VisitFleets: Sendable {
    private(set) var aircraft: [VisitAircraft] = []
    private let geography = VisitGeography.shared

    init(seed: UInt64, settings: VisitSettings) {
        var generator = SeededGenerator(seed: seed ^ 0xF1EE_7000, stream: 1)
        var bases: [Int] = []
        for _ in 0..<max(1, settings.airlines) { bases.append(generator.index(cumulative: geography.bySize)) }
        for _ in 0..<settings.airliners {
            let airline = generator.index(below: bases.count)
            let type = ["A20N", "B738", "A21N", "B77W", "A333"][generator.index(below: 5)]
            add(.airliner, nil, "Airline \(airline + 1)", type, bases[airline], .full)
        }
        for _ in 0..<settings.businessJets {
            let home = generator.index(cumulative: geography.byRoot)
            add(
                .businessJet,
                nil,
                "Owner \(aircraft.count)",
                ["GLF6", "GLEX", "CL60"][generator.index(below: 3)],
                home,
                .full
            )
        }
        for _ in 0..<settings.militaryAircraft {
            let home = generator.index(cumulative: geography.byRoot)
            let transponder: VisitAircraft.Transponder = generator.chance(0.3) ? .modeSOnly : .full
            add(.military, nil, "Air force \(geography.airports[home].state)", "C130", home, transponder)
        }
        for home in geography.capitals { addFleet(home, &generator) }
        for _ in 0..<settings.unlisted {
            let home = generator.index(cumulative: geography.byRoot)
            add(
                .unlisted,
                nil,
                "Unknown \(aircraft.count)",
                ["A319", "B737", "GLF6"][generator.index(below: 3)],
                home,
                .full
            )
        }
    }

    /// One to five aircraft of one or two types, numbered side by side.
    private mutating func addFleet(_ home: Int, _ generator: inout SeededGenerator) {
        let state = geography.airports[home].state
        let types = ["A343", "B77L", "IL96", "A319", "B738", "GLF6"]
        let first = types[generator.index(below: types.count)]
        let second = types[generator.index(below: types.count)]
        for number in 0..<(1 + generator.index(below: 5)) {
            let transponder: VisitAircraft.Transponder =
                generator.chance(0.15) ? .modeSOnly : generator.chance(0.1) ? .switching : .full
            add(.stateFleet, state, "State flight \(state)", number < 3 ? first : second, home, transponder)
        }
    }

    private mutating func add(
        _ kind: VisitAircraft.Kind,
        _ state: String?,
        _ aircraftOperator: String,
        _ type: String,
        _ home: Int,
        _ transponder: VisitAircraft.Transponder
    ) {
        // Invented; 4,099 shares no factor with what remains, so that none comes twice.
        let address = UInt32((aircraft.count + 1) * 4_099 % 0xE0_0000)
        aircraft.append(
            VisitAircraft(
                address: AircraftAddress(icao: address),
                kind: kind,
                state: state,
                aircraftOperator: aircraftOperator,
                registration: "\(geography.airports[home].state)-\(1_000 + aircraft.count)",
                type: type,
                transponder: transponder,
                home: home
            )
        )
    }
}
