import Aero
import Testing

@testable import Flights
@testable import Simulation

/// A part of the world with a timetable, receivers and masks, all from one seed.
///
/// Ways, heights and speeds are those of the synthetic sky's planner between its airports; who is in range says its receiver network,
/// one network for each receiver, a quarter of them with a hill in one sector.
struct TrafficWorld {
    struct Size {
        var routes = 400
        var listeners = 12
        var days = 18
        /// Cases are made from this day on.
        var testedFrom = 14
        /// North, south, west and east in degrees.
        var latitudes = 43.0...56.0
        var longitudes = -3.0...20.0
        var hasMasks = true
        var hasOutages = true
    }

    let size: Size
    let seed: UInt64
    let routes: [FlownRoute]
    let listeners: [Listener]
    let masks: [Mask]
    let outages: [Outage]
    let airports: [Position]

    static let start = Timestamp(seconds: 1_740_787_200)

    init(_ size: Size, seed: UInt64) throws {
        self.size = size
        self.seed = seed
        var random = SplitMix(state: seed &* 0x9E37 &+ 11)
        let inside = AirportTable.all.filter {
            size.latitudes.contains($0.place.latitude) && size.longitudes.contains($0.place.longitude)
        }
        airports = AirportTable.all.map(\.place)
        var places: [SimulatedAirport] = []
        if size.listeners == 1 {
            let middle = try #require(
                Position(
                    latitude: (size.latitudes.lowerBound + size.latitudes.upperBound) / 2,
                    longitude: (size.longitudes.lowerBound + size.longitudes.upperBound) / 2
                )
            )
            places = [
                try #require(
                    inside.min { Geodesy.distance($0.place, middle) < Geodesy.distance($1.place, middle) }
                )
            ]
        }
        while places.count < size.listeners {
            let one = inside[Int(random.number(0, Double(inside.count)))]
            if !places.contains(where: { $0.index == one.index }) { places.append(one) }
        }
        listeners = try places.indices.map { try #require(Listener(number: UInt32($0 + 1), kind: .receiver)) }
        let networks = places.indices.map {
            ReceiverNetwork(at: [places[$0].vector], holes: [], seed: seed &+ UInt64($0))
        }
        masks = size.hasMasks ? Self.masks(size, places.map(\.place), &random) : []
        outages = size.hasOutages ? Self.outages(size, places.map(\.place), &random) : []
        var routes: [FlownRoute] = []
        while routes.count < size.routes {
            if let route = Self.route(between: inside, networks, masks, &random) { routes.append(route) }
        }
        self.routes = routes
    }

    private static func masks(_ size: Size, _ places: [Position], _ random: inout SplitMix) -> [Mask] {
        let all = -2_000.0...60_000.0
        let low = -2_000.0...20_000.0
        let high = 28_000.0...60_000.0
        // Old ones are part of what is learned; the last four come when all is learned.
        let kinds: [(heights: ClosedRange<Double>, since: Int)] = [
            (all, 0), (all, 0), (all, 0), (low, 0), (low, 0), (high, 0), (all, size.testedFrom),
            (all, size.testedFrom + 1), (high, size.testedFrom), (all, size.testedFrom + 2),
        ]
        return kinds.map { kind in
            let near = places[Int(random.number(0, Double(places.count)))]
            let middle = Geodesy.destination(
                from: near,
                bearing: Degrees(random.number(0, 360)),
                distance: Metres(random.number(50_000, 350_000))
            )
            return Mask(
                middle: middle,
                radius: Metres(random.number(90_000, 260_000)),
                heights: kind.heights,
                since: kind.since
            )
        }
    }

    /// On each tested day some receivers, with all around them, stop for one to five hours; and one by itself now and then before.
    private static func outages(_ size: Size, _ places: [Position], _ random: inout SplitMix) -> [Outage] {
        var outages: [Outage] = []
        for day in 0..<size.days {
            let middles = day >= size.testedFrom ? max(1, places.count / 4) : (random.unit() < 0.3 ? 1 : 0)
            for _ in 0..<middles {
                let middle = places[Int(random.number(0, Double(places.count)))]
                let begin = Double(day) * 86_400 + random.number(5 * 3_600, 20 * 3_600)
                let span = begin...begin + random.number(3_600, 18_000)
                let isTold = random.unit() < 0.5
                let radius: Metres = day >= size.testedFrom ? 500_000 : 1
                for (index, place) in places.enumerated() where Geodesy.distance(place, middle) <= radius {
                    outages.append(Outage(listener: index, span: span, isTold: isTold))
                }
            }
        }
        return outages
    }

    private static func route(
        between airports: [SimulatedAirport],
        _ networks: [ReceiverNetwork],
        _ masks: [Mask],
        _ random: inout SplitMix
    ) -> FlownRoute? {
        let from = airports[Int(random.number(0, Double(airports.count)))]
        let to = airports[Int(random.number(0, Double(airports.count)))]
        let kilometres = Geodesy.distance(from.place, to.place).rawValue / 1000
        let kind: AircraftKind = random.unit() < 0.8 ? .airliner : (random.unit() < 0.5 ? .business : .turboprop)
        let range = kind.range ?? 0...0
        guard from.index != to.index, range.contains(kilometres) else { return nil }
        let levels = kind.cruiseLevels
        var planner = LegPlanner(
            kind: kind,
            from: from,
            to: to,
            slot: random.next() >> 1,
            altitude: random.number(Double(levels.lowerBound), Double(levels.upperBound)) * 100
        )
        planner.cruise = kind.cruiseSpeed * random.number(0.95, 1.03)
        if random.unit() < 0.5, kilometres > 500 {
            // Airways are not great circles.
            let middle = Geodesy.intermediate(from: from.place, to: to.place, fraction: random.number(0.3, 0.7))
            let across = Geodesy.initialBearing(from: middle, to: to.place) + 90
            let aside = Metres(random.number(-0.1, 0.1) * kilometres * 1000)
            planner.via = [Geodesy.destination(from: middle, bearing: across, distance: aside)]
        }
        return looked(planner.plan(), networks, masks, &random)
    }

    private static func looked(
        _ leg: Simulation.Leg,
        _ networks: [ReceiverNetwork],
        _ masks: [Mask],
        _ random: inout SplitMix
    ) -> FlownRoute {
        var moments: [FlownRoute.Moment] = []
        var shares: [Float] = []
        var covered: [UInt32] = []
        var cursor = Simulation.Leg.Cursor()
        for second in stride(from: 0, to: leg.duration, by: FlownRoute.step) {
            let state = leg.state(at: second, &cursor)
            guard let position = Position(latitude: state.latitude, longitude: state.longitude) else { continue }
            moments.append(
                FlownRoute.Moment(
                    position: position,
                    altitude: Feet(state.altitude),
                    track: Degrees(state.track),
                    speed: Knots(state.speedKnots),
                    rate: FeetPerMinute(state.rate),
                    isOnGround: state.phase.isOnGround
                )
            )
            for network in networks {
                let reception = network.reception(at: state.point, altitude: state.altitude)
                shares.append(reception.probability > 0 ? Float(reception.share) : 2)
            }
            var bits: UInt32 = 0
            for (index, mask) in masks.enumerated() where mask.covers(position, Feet(state.altitude)) {
                bits |= 1 << index
            }
            covered.append(bits)
        }
        return FlownRoute(
            moments: moments,
            shares: shares,
            masks: covered,
            departure: random.number(4 * 3_600, 22 * 3_600),
            fleet: 2 + Int(random.number(0, 3))
        )
    }
}
