import Aero
import Flights
import Foundation
import Testing

@testable import Watch

/// Gates W3 and W4 as far as they concern the engine: figures, not facts. Run with PELACAK_MEASURE=1, optimised, on a quiet machine.
@Suite(
    .enabled(if: ProcessInfo.processInfo.environment["PELACAK_MEASURE"] != nil, "measures only with PELACAK_MEASURE"),
    .serialized
)
struct WatchMeasurements {
    private static let aircraft = 20_000
    private static let seconds = 60

    /// 1,000 rules over all groups of conditions: a third about areas, half about lists and fleets, the rest about everybody.
    private static func rules() throws -> [WatchRule] {
        var dice = Dice(1)
        return try (0..<1000).map { number in
            let list = "{\"list\":\"L\(number % 50)\"}"
            let circle =
                "{\"circle\":{\"latitude\":\(dice.below(120) - 60),\"longitude\":\(dice.below(360) - 180),\"km\":\(20 + dice.below(200))}}"
            let text: String
            switch number % 10 {
            case 0: text = Rules.simple("{\"enters\":{\"area\":\(circle)}}", where: list)
            case 1:
                text = Rules.simple("{\"enters\":{\"area\":\(circle)}}", limit: "{\"cooldown\":\"1h\",\"per\":[\"A\"]}")
            case 2:
                text = Rules.simple("{\"leaves\":{\"area\":\(circle)}}", where: "{\"operator\":\"O\(number % 100)\"}")
            case 3: text = Rules.simple("{\"silent\":{\"atLeast\":\"20min\"}}", where: list)
            case 4:
                text = Rules.simple(
                    "{\"squawk\":{\"code\":\"emergency\"}}",
                    where: "{\"callsign\":\"C\(number % 100)*\"}"
                )
            case 5: text = Rules.simple("{\"altitude\":{\"above\":\(41_000 + 100 * (number % 20)),\"for\":\"1min\"}}")
            case 6:
                let steps = "{\"takeoff\":{}},{\"enters\":{\"area\":\(circle)}},{\"landing\":{}}"
                text = Rules.simple("{\"sequence\":[\(steps)],\"within\":\"12h\"}", where: list)
            case 7:
                text = Rules.simple(
                    "{\"count\":{\"distinct\":true,\"atLeast\":3,\"window\":\"2h\",\"in\":{\"area\":\(circle)}}}",
                    where: list
                )
            case 8:
                text = """
                    {"name":"n","where":{"A":\(list),"B":{"all":[{"sameFleetAs":"A"},{"not":{"same":"A"}},{"list":"P"}]}},
                    "when":{"sequence":[{"silent":{"of":"A","atLeast":"20min"},
                    "while":{"heard":{"of":"B","within":{"km":100,"ofLastKnown":"A"}}}},{"landing":{"of":"A"}}],"within":"12h"}}
                    """
            default:
                text = Rules.simple(
                    "{\"absent\":{\"landing\":{}},\"for\":\"10h\",\"after\":{\"takeoff\":{}}}",
                    where: list
                )
            }
            return try Rules.read(text, id: "rule-\(number)")
        }
    }

    /// Who is who: 1,500 aircraft are on one of 50 lists, 200 more in the fleets of others.
    private static func identity(_ number: Int) -> WatchIdentity {
        WatchIdentity(
            type: "A320",
            operatorCode: "O\(number % 400)",
            country: "ID",
            fleet: "F\(number % 400)",
            lists: number < 1500 ? ["L\(number % 50)"] : number < 1700 ? ["P"] : []
        )
    }

    @Test("20,000 aircraft at one position a second and 1,000 rules: share of a core, and from watermark to alert")
    func load() throws {
        let clock = ContinuousClock()
        var engine = try WatchEngine(rules: Self.rules())
        var id: UInt64 = 0
        var places: [(latitude: Double, longitude: Double, turn: Double)] = []
        var dice = Dice(2)
        let begin = clock.now
        for number in 0..<Self.aircraft {
            let address = AircraftAddress(icao: UInt32(number + 1))
            id += 2
            let time = Timestamp(nanoseconds: 0)
            _ = engine.add(WatchEvent(time: time, aircraft: address, id: id, .identified(Self.identity(number))))
            _ = engine.add(WatchEvent(time: time, aircraft: address, id: id + 1, .callsign("C\(number % 3000)")))
            places.append((Double(dice.below(120)) - 60, Double(dice.below(360)) - 180, Double(dice.below(628)) / 100))
        }
        _ = engine.advance(to: Timestamp(nanoseconds: 1))
        let start = clock.now - begin
        var processor = 0.0
        var waits: [Double] = []
        var adding = Duration.zero
        var alerts = 0
        for tick in 0..<(Self.seconds * 20) {
            var events: [WatchEvent] = []
            for number in stride(from: tick % 20, to: Self.aircraft, by: 20) {
                places[number].latitude += 0.002 * cos(places[number].turn)
                places[number].longitude += 0.002 * sin(places[number].turn)
                let time = Timestamp(nanoseconds: 1_000_000_000 + Int64(tick) * 50_000_000 + Int64(number) * 1000)
                let sample = WatchSample(
                    position: Position(latitude: places[number].latitude, longitude: places[number].longitude),
                    barometricAltitude: Feet(Double(dice.below(43_000))),
                    groundSpeed: 450,
                    verticalRate: 0
                )
                id += 1
                let content =
                    dice.below(2000) == 0 ? WatchEvent.Content.takeoff(airport: "WIII", .observed) : .sample(sample)
                events.append(
                    WatchEvent(time: time, aircraft: AircraftAddress(icao: UInt32(number + 1)), id: id, content)
                )
            }
            let before = ProcessorTime.seconds
            adding += clock.measure { for event in events { _ = engine.add(event) } }
            let watermark = Timestamp(nanoseconds: 1_000_000_000 + Int64(tick + 1) * 50_000_000 - 5_000_000_000)
            let took = clock.measure { alerts += engine.advance(to: watermark).count }
            waits.append(took / .milliseconds(1))
            processor += ProcessorTime.seconds - before
        }
        let total = waits.reduce(0, +) + adding / .milliseconds(1)
        let sorted = waits.dropFirst(120).sorted()
        let share = total / 1000 / Double(Self.seconds - 5) * 100
        print(
            """
            watch load: \(Self.aircraft) aircraft, 1000 rules, \(Self.seconds) s of events, \(alerts) alerts, start \(start)
            watch load: \(processor / Double(Self.seconds - 5) * 100) % of a core by processor time, \(share) % by the clock; advance of 50 ms: p50 \(sorted[sorted.count / 2]) ms, p99 \
            \(sorted[sorted.count * 99 / 100]) ms, most \(sorted.last ?? 0) ms; memory \(Self.memory)
            """
        )
        let bytes = clock.measure { id += UInt64(engine.stateBytes.count) }
        print("watch load: state written in \(bytes)")
        #expect(engine.stoppedRules.isEmpty)
    }

    private static var memory: String {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        return status.split(separator: "\n").first { $0.hasPrefix("VmRSS") }.map(String.init) ?? "unknown"
    }
}
