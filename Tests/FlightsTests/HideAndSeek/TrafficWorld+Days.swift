import Aero

@testable import Flights

extension TrafficWorld {
    /// Every aircraft sends with a strength of its own: most well, one in ten to three quarters of the range, one in fifty to half.
    func strength(of aircraft: UInt32) -> Float {
        var random = SplitMix(state: seed ^ UInt64(aircraft) << 20)
        switch random.unit() {
        case ..<0.02: return 0.55
        case ..<0.10: return 0.75
        default: return Float(random.number(0.9, 1))
        }
    }

    /// All flights of a day. Range varies by receiver and day by up to 8 %; two flights in a hundred switch off for a while.
    func flights(on day: Int) -> [HeardFlight] {
        var random = SplitMix(state: seed &+ UInt64(day) &* 0x51_7CC1)
        let reach = listeners.map { _ in Float(random.number(0.92, 1)) }
        var flights: [HeardFlight] = []
        for index in routes.indices {
            // One in ten is cancelled; the others leave within twenty minutes of their time.
            let jitter = random.number(-1_200, 1_200)
            let isOff = random.unit() < 0.02
            if random.unit() < 0.1 { continue }
            flights.append(flight(index, day: day, jitter: jitter, isOff: isOff, reach, &random))
        }
        return flights
    }

    private func flight(
        _ index: Int,
        day: Int,
        jitter: Double,
        isOff: Bool,
        _ reach: [Float],
        _ random: inout SplitMix
    ) -> HeardFlight {
        let route = routes[index]
        let aircraft = UInt32(index * 8 + day % route.fleet + 1)
        let begin = Double(day) * 86_400 + route.departure + jitter
        let strength = strength(of: aircraft)
        let count = route.moments.count
        var off = -1..<0
        if isOff {
            let first = Int(random.number(0.1, 0.7) * Double(count))
            off = first..<first + Int(random.number(900, 3_600) / FlownRoute.step)
        }
        let active = masks.indices.filter { masks[$0].since <= day }.reduce(UInt32(0)) { $0 | 1 << $1 }
        let old = masks.indices.filter { masks[$0].since == 0 }.reduce(UInt32(0)) { $0 | 1 << $1 }
        let stopped = outages.filter { $0.span.overlaps(begin...begin + Double(count) * FlownRoute.step) }
        var heard = [UInt32](repeating: 0, count: count)
        var causes = [HeardFlight.Cause](repeating: .nothing, count: count)
        var wouldBe = [Bool](repeating: false, count: count)
        for moment in 0..<count {
            var bits: UInt32 = 0
            for listener in listeners.indices {
                let share = route.shares[moment * listeners.count + listener] / (strength * reach[listener])
                guard share < 1 else { continue }
                let missed = 1 - (0.97 - 0.62 * share * share * share)
                // Two messages that matter in twenty seconds: air is crowded.
                if Float(random.unit()) >= missed * missed { bits |= 1 << listener }
            }
            guard bits != 0 else { continue }
            wouldBe[moment] = true
            let masked = route.masks[moment] & active
            if off.contains(moment) {
                causes[moment] = .off
            } else if masked != 0 {
                causes[moment] = masked & old != 0 ? .oldMask : .newMask
            } else {
                let time = begin + Double(moment) * FlownRoute.step
                for outage in stopped where outage.span.contains(time) { bits &= ~(1 << outage.listener) }
                heard[moment] = bits
                if bits == 0 { causes[moment] = .stopped }
            }
        }
        return HeardFlight(
            aircraft: AircraftAddress(icao: aircraft),
            route: index,
            begin: begin,
            heard: heard,
            causes: causes,
            wouldBeHeard: wouldBe
        )
    }

    /// What is known of a flight, without the moments of `hidden`.
    func points(of flight: HeardFlight, hiding hidden: Range<Int>? = nil) -> [(moment: Int, point: KnownPoint)] {
        let route = routes[flight.route]
        var points: [(Int, KnownPoint)] = []
        for moment in flight.heard.indices where flight.heard[moment] != 0 && !(hidden?.contains(moment) ?? false) {
            let state = route.moments[moment]
            let bits = flight.heard[moment]
            points.append(
                (
                    moment,
                    KnownPoint(
                        time: time(flight, moment),
                        position: state.position,
                        altitude: state.altitude,
                        track: state.track,
                        groundSpeed: state.speed,
                        isOnGround: state.isOnGround,
                        heardBy: listeners.indices.filter { bits & 1 << $0 != 0 }.map { listeners[$0] }
                    )
                )
            )
        }
        return points
    }

    func time(_ flight: HeardFlight, _ moment: Int) -> Timestamp {
        Self.start.advanced(bySeconds: flight.begin + Double(moment) * FlownRoute.step)
    }
}
