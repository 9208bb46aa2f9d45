import Aero
import Flights

@testable import Visits

/// Values of every shape that a dossier speaks of, drawn at random: hostile numbers among them.
struct RandomDossier {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func bits() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 11
    }

    mutating func below(_ count: Int) -> Int { Int(bits() % UInt64(max(1, count))) }
    mutating func chance() -> Bool { below(2) == 0 }
    mutating func one<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    mutating func number() -> Double {
        one([0, 1, -1, 0.5, 1e-9, 3.7, 42, 999.6, 12_345, 1e9, 1e300, -1e300, .infinity, -.infinity, .nan])
    }

    mutating func positive() -> Double { one([0, 1e-9, 0.04, 0.2, 0.5, 0.7, 0.97, 1, 3, 40, 1e4, 1e12, .infinity]) }
    mutating func time() -> Timestamp { Timestamp(seconds: Double(below(4_000_000_000)) - 1_000_000_000) }
    mutating func airport() -> String { one(["ZKPY", "UEEE", "VVNB", "X1"]) }
    mutating func address() -> AircraftAddress { AircraftAddress(icao: UInt32(below(8) + 0x14_0000)) }

    mutating func need() -> StopEvidence.Need? {
        guard chance() else { return nil }
        return StopEvidence.Need(
            distance: Metres(positive()),
            seconds: number(),
            speed: chance() ? KilometresPerHour(positive()) : nil
        )
    }

    mutating func seen() -> StopEvidence.Seen {
        StopEvidence.Seen(
            airport: airport(),
            time: time(),
            isDeparture: chance(),
            distance: Metres(positive()),
            isPositionless: chance(),
            perHour: positive(),
            isOnward: chance()
        )
    }

    mutating func fit() -> StopEvidence.Fit {
        StopEvidence.Fit(
            airport: airport(),
            earliest: time(),
            latest: time(),
            isAhead: chance(),
            unheard: positive(),
            courseOff: chance() ? Degrees(number()) : nil,
            isPositionless: chance()
        )
    }

    mutating func heard() -> HeardVerdict {
        let reason: HeardVerdict.Reason =
            switch below(9) {
            case 0: .heard(seen(), hoursLate: chance() ? number() : nil)
            case 1: .reversed(seen())
            case 2: .leg(seen(), self.reason())
            case 3: .cameBefore(seen())
            case 4: .outOfReach(stop: below(4), need())
            case 5: .unheard(fit())
            case 6: .noStop
            case 7: .nobody
            default: .noJourney
            }
        let outcome = one(ClaimVerdict.Outcome.allCases)
        return HeardVerdict(outcome, reason, claim: below(9), aircraft: address(), observations: [time()])
    }

    mutating func term() -> RankingTerm {
        let stop = below(4)
        return switch below(14) {
        case 0: .prior(role: one(AircraftRole.allCases), share: positive(), amongst: below(3_000))
        case 1: .seenAtStop(stop: stop, seen())
        case 2: .stopInSilence(stop: stop, fit())
        case 3: .unreachable(stop: stop, need())
        case 4: .order(isKept: chance())
        case 5: .origin(airport: airport(), heard: chance() ? time() : nil, probability: positive())
        case 6: .notFromHome(airport: airport())
        case 7: .onRoute(toStop: stop)
        case 8: .routeSilence(toStop: stop, covered: positive())
        case 9: .companions((0...below(12)).map { _ in address() })
        case 10: .mayAccompany
        case 11: .relay((0...below(3)).map { _ in address() })
        case 12: .sister(chance() ? .neighbour : .oneBit, address())
        default: .claim(below(4))
        }
    }

    mutating func row() -> RankingRow {
        RankingRow(term(), weight: number(), observations: (0..<below(3)).map { _ in time() })
    }

    mutating func reason() -> ClaimVerdict.Reason {
        let hours = min(30, abs(number().isFinite ? number() : 1))
        let range = 0...(hours.isFinite ? hours : 1)
        let distance = Metres(positive())
        return switch below(8) {
        case 0: .usual(hours: range, distance: distance, typicalHours: positive())
        case 1: .long(hours: range, distance: distance, typicalHours: positive(), slowHours: positive())
        case 2:
            .tooFast(
                hours: range,
                distance: distance,
                fastestHours: positive(),
                neededSpeed: KilometresPerHour(positive())
            )
        case 3: .mixed(hours: range, distance: distance, fastestHours: positive())
        case 4: .reversed(hours: range)
        case 5: .noTime
        case 6: .noPlace
        default: .alone
        }
    }
}
