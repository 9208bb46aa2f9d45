import Aero
import Flights

@testable import Watch

/// Events made up by dice, and orders in which they may be delivered.
struct RandomStream {
    /// Where everything happens: near Jakarta, an hour from the first of January 1970 on, so that times are short.
    static let context: WatchContext = {
        let corner = { (latitude: Double, longitude: Double) in
            Position(latitude: latitude, longitude: longitude) ?? .origin
        }
        let box = WatchArea(.polygon([corner(-6.5, 106), corner(-6.5, 107), corner(-5.5, 107), corner(-5.5, 106)]))
        let ring = WatchArea(.circle(centre: corner(-6, 106.5), radius: 40_000), hysteresis: 20_000)
        let way = WatchArea(.corridor([corner(-6, 105), corner(-6, 108)], width: 30_000), hysteresis: 0)
        let changes = [
            WatchZone.Change(from: Timestamp(nanoseconds: 0), offsetSeconds: 0),
            WatchZone.Change(from: Timestamp(nanoseconds: 60_000_000_000), offsetSeconds: -86_400),
        ]
        return WatchContext(
            areas: ["box": box, "ring": ring, "way": way],
            airports: ["WIII": corner(-6.1256, 106.6559)],
            zones: ["Moving": WatchZone(changes: changes) ?? WatchZone(changes: [changes[0]])].compactMapValues { $0 }
        )
    }()

    /// How late an event may be delivered.
    static let lateness: Int64 = 30_000_000_000

    static func events(seed: UInt64) -> [WatchEvent] {
        var dice = Dice(seed ^ 0x5EED_0F57_0EA3)
        let addresses = (1...(2 + dice.below(3))).map {
            $0 == 3 ? AircraftAddress(other: 1) : AircraftAddress(icao: UInt32($0))
        }
        let step = dice.pick([1, 5, 10, 20])
        var events: [WatchEvent] = []
        // Some run over the full hour, in which rules may tell so often.
        var second = dice.pick([0, 0, 3_300])
        for (number, address) in addresses.enumerated() {
            let first = Timestamp(nanoseconds: 0)
            events.append(
                WatchEvent(time: first, aircraft: address, id: UInt64(1000 + number), .identified(identity(&dice)))
            )
        }
        for number in 0..<(20 + dice.below(50)) {
            second += dice.below(3) * step
            let time = Timestamp(nanoseconds: Int64(second) * 1_000_000_000)
            let content = content(&dice, second)
            events.append(WatchEvent(time: time, aircraft: dice.pick(addresses), id: UInt64(number), content))
        }
        return events
    }

    private static func content(_ dice: inout Dice, _ second: Int) -> WatchEvent.Content {
        let ago = Timestamp(nanoseconds: Int64(second - dice.pick([0, 5, 20, 60, 100])) * 1_000_000_000)
        let knowing = dice.pick(Knowing.allCases)
        switch dice.below(100) {
        case 0..<38: return .sample(sample(&dice))
        case 38..<50: return .identified(identity(&dice))
        case 50..<58: return .callsign(dice.pick(["AA1", "AA2", "BB1"]))
        case 58..<66: return .squawk(Squawk(rawValue: dice.pick([0o7700, 0o7500, 0o1234])), isCertain: dice.chance(60))
        case 66..<74: return .takeoff(airport: dice.pick(["WIII", "WADD", nil]), knowing)
        case 74..<82: return .landing(airport: dice.pick(["WIII", "WADD", nil]), knowing)
        case 82..<92: return .silent(since: ago, dice.chance(60) ? .offLikely : dice.pick(GapClass.allCases))
        case 92..<94: return .firstEver
        case 94..<96: return .reappeared(lastHeard: Timestamp(nanoseconds: -Int64(dice.below(4)) * 86_400_000_000_000))
        case 96..<97: return .sourceLost
        case 97..<98: return .interference(before: 8, now: UInt8(dice.below(5)))
        default: return .listening(dice.chance(50))
        }
    }

    private static func sample(_ dice: inout Dice) -> WatchSample {
        var sample = WatchSample()
        if dice.chance(75) {
            let latitude = dice.pick([-6.1256, -6, -5.6, -5.49, -6.35])
            sample.position = Position(
                latitude: latitude,
                longitude: dice.pick([106.6559, 106.5, 107.01, 107.5, 106.05])
            )
        }
        if dice.chance(60) { sample.barometricAltitude = dice.pick([1000, 20_000, 30_000]) }
        if dice.chance(40) { sample.groundSpeed = dice.pick([200, 400]) }
        if dice.chance(30) { sample.verticalRate = dice.pick([-1000, 0]) }
        return sample
    }

    private static func identity(_ dice: inout Dice) -> WatchIdentity {
        WatchIdentity(
            registration: dice.pick(["RA-1", "RB-1", "XX", nil]),
            type: dice.pick(["T1", "T2", nil]),
            operatorCode: dice.pick(["OPA", "OPB"]),
            country: dice.pick(["ID", "RU"]),
            category: dice.pick(["state", nil]),
            fleet: dice.pick(["F1", "F1", "F2", nil]),
            lists: dice.chance(50) ? ["L1"] : []
        )
    }

    /// An order of delivery within the lateness allowed, with repeats: each event with the time it arrives at.
    static func delivery(_ events: [WatchEvent], seed: UInt64) -> [(arrival: Int64, event: WatchEvent)] {
        var dice = Dice(seed ^ 0xDE11_7E27)
        var delivered: [(arrival: Int64, order: UInt64, event: WatchEvent)] = []
        for event in events {
            for _ in 0..<(dice.chance(20) ? 2 : 1) {
                let delay = Int64(dice.next() % UInt64(lateness))
                delivered.append((event.time.nanoseconds + delay, dice.next(), event))
            }
        }
        delivered.sort { $0.arrival != $1.arrival ? $0.arrival < $1.arrival : $0.order < $1.order }
        return delivered.map { ($0.arrival, $0.event) }
    }
}
