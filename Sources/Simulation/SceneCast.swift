import Aero
import ModeS

/// Who takes part in a scene: the aircraft at its beginning, and the receivers.
struct SceneCast {
    var aircraft: [SimulatedAircraft] = []
    let network: ReceiverNetwork
    let sampling: Sampling
    let chooser: AirportChooser
    let start: Timestamp
    /// Seconds; `nil` without end.
    let duration: Double?
    let seed: UInt64

    /// First address of the block; ICAO keeps D00000-DFFFFF free, no state owns it.
    static let block: UInt32 = 0xD0_0000
    /// Messages a second of one aircraft in full view, all streams together, times the share that is in view.
    private static let usualRate = 5.6
    /// The most messages a second wanted of a whole sky.
    private static let wantedRate = 25_000.0

    init(scene: Scene, seed: UInt64) {
        self.seed = seed
        let airports = AirportTable.all
        switch scene {
        case .traffic(let count):
            var generator = SeededGenerator(seed: seed, stream: 0xA1)
            let places = airports.filter { _ in generator.chance(0.8) }.map(\.vector)
            network = ReceiverNetwork(at: places, holes: [], seed: seed)
            sampling = .continuous(keep: min(1, Self.wantedRate / (Self.usualRate * Double(count))))
            chooser = AirportChooser(origins: airports.map(\.index))
            // 1 January 2025, 00:00 UTC.
            start = Timestamp(seconds: 1_735_689_600)
            duration = nil
            addBackground(count)
            if aircraft.count > 20 { aircraft[7].emergency = 90...1_500 }
        case .stateVisit:
            network = ReceiverNetwork(at: StateVisit.receivers, holes: StateVisit.holes, seed: seed)
            sampling = Sampling(period: 30_000_000_000, open: 1_100_000_000, keep: 1)
            let east = airports.filter {
                (-12...72).contains($0.place.latitude) && (60...160).contains($0.place.longitude) && $0.state != "KP"
            }
            let rest = airports.filter { $0.state != "KP" }
            // Three of five begin in Asia.
            let share = max(1, rest.count * 3 / 2 / max(1, east.count))
            chooser = AirportChooser(origins: rest.map(\.index) + (0..<share).flatMap { _ in east.map(\.index) })
            start = StateVisit.start
            duration = StateVisit.duration
            aircraft = StateVisit.aircraft(seed: seed)
            addBackground(StateVisit.background)
        }
    }

    private mutating func addBackground(_ count: Int) {
        var taken = Set(aircraft.map(\.address.bits))
        taken.insert(SimulationMarker.addressBits)
        let wanted = aircraft.count + count
        aircraft.reserveCapacity(wanted)
        for number in UInt32(0)...0xF_FFFF where aircraft.count < wanted {
            // An odd factor permutes the block, so that no address comes twice.
            let bits = Self.block | (number &* 0x6_9E37 &+ UInt32(truncatingIfNeeded: seed & 0xFFFF)) & 0xF_FFFF
            if !taken.contains(bits) { aircraft.append(member(AircraftAddress(icao: bits), number: number)) }
        }
    }

    private func member(_ address: AircraftAddress, number: UInt32) -> SimulatedAircraft {
        var generator = SeededGenerator(seed: seed, stream: UInt64(address.bits))
        let kind = Self.kind(&generator)
        let slot = generator.next() >> 1
        var leg = chooser.leg(from: chooser.origin(&generator), kind: kind, slot: slot, &generator)
        // Most are under way, the others leave within the next twenty minutes.
        leg.start = generator.chance(0.85) ? -leg.duration * generator.number(0.02, 0.97) : generator.number(0, 1_200)
        let callsign = Self.callsign(kind, number: number, &generator)
        let equipment = Self.equipment(kind, &generator)
        var result = SimulatedAircraft(
            address: address,
            kind: kind,
            callsign: callsign,
            squawk: Self.squawk(kind, &generator),
            transponder: Transponder(
                kind: kind,
                callsign: CallsignEncoding.bits(callsign) ?? 0,
                equipment: equipment,
                generator: &generator
            ),
            generator: generator,
            leg: leg,
            slot: slot
        )
        if result.generator.chance(0.03) {
            let begin = result.generator.number(600, 20_000)
            result.silences = [begin...(begin + result.generator.number(900, 3_600))]
        }
        return result
    }

    private static func kind(_ generator: inout SeededGenerator) -> AircraftKind {
        switch generator.unit() {
        case ..<0.62: .airliner
        case ..<0.77: .heavy
        case ..<0.82: .business
        case ..<0.90: .turboprop
        case ..<0.95: .light
        case ..<0.98: .helicopter
        default: .glider
        }
    }

    private static func equipment(
        _ kind: AircraftKind,
        _ generator: inout SeededGenerator
    ) -> Transponder.Equipment {
        switch generator.unit() {
        case ..<0.74: .version2
        case ..<0.80: .version1
        case ..<0.86: .version0
        case ..<0.98: .modeS
        default: .relayed
        }
    }

    private static func callsign(_ kind: AircraftKind, number: UInt32, _ generator: inout SeededGenerator) -> String {
        if kind.range == nil { return "QXG\(number % 10_000)" }
        let operators = Array("ABCDEFHJKLMNP")
        return "QX\(operators[generator.index(below: operators.count)])\(10 + generator.index(below: 9_890))"
    }

    private static func squawk(_ kind: AircraftKind, _ generator: inout SeededGenerator) -> Squawk {
        if kind.range == nil { return Squawk(rawValue: 0o7000) }
        // First digits 1 to 6, so that no code with a meaning of its own comes up.
        return Squawk(rawValue: UInt16(0o1001 + generator.index(below: 0o5776)))
    }
}
