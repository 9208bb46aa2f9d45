import Aero
import Flights
import Foundation
import Logging
import ModeS
import Site
import Synchronization
import Testing
import Tracking
import Watch

@testable import Store
@testable import pelacak

/// Gates W3 and W4 of the whole way: rows in, events made, rules matched, alerts in the outbox on disk. Figures, not facts: run with
/// PELACAK_MEASURE=1, optimised, on a quiet machine.
@Suite(
    .enabled(if: ProcessInfo.processInfo.environment["PELACAK_MEASURE"] != nil, "measures only with PELACAK_MEASURE"),
    .serialized
)
struct WatchLoadMeasurements {
    private static let aircraft = 20_000
    private static let seconds = 60
    private static let passes = 5
    private static let begin = Timestamp(seconds: 1_718_667_480)

    /// A sky whose clock is turned by hand.
    private final class Clock: PulsingSky {
        private let time = Mutex(WatchLoadMeasurements.begin)
        var now: Timestamp { time.withLock { $0 } }
        func turn(to now: Timestamp) { time.withLock { $0 = now } }
        func pulse() async -> SkyPulse { SkyPulse(now: now, realm: .real, timeLapse: 1, isFed: true) }
    }

    /// 1,000 rules over all groups of conditions: a third about places of everybody, the others about lists, operators and fleets.
    private static func rule(_ number: Int, _ dice: inout SystemRandomNumberGenerator) -> String {
        let list = "{\"list\":\"L\(number % 50)\"}"
        let latitude = Int.random(in: -60...60, using: &dice)
        let longitude = Int.random(in: -180..<180, using: &dice)
        let circle = "{\"circle\":{\"latitude\":\(latitude),\"longitude\":\(longitude),\"km\":\(20 + number % 200)}}"
        let (identity, when): (String, String) =
            switch number % 10 {
            case 0: (list, "{\"enters\":{\"area\":\(circle)}}")
            case 1: ("{}", "{\"enters\":{\"area\":\(circle)}}")
            case 2: ("{\"operator\":\"O\(number % 100)\"}", "{\"leaves\":{\"area\":\(circle)}}")
            case 3: (list, "{\"silent\":{\"atLeast\":\"20min\"}}")
            case 4: ("{\"callsign\":\"C\(number % 100)*\"}", "{\"squawk\":{\"code\":\"emergency\"}}")
            case 5: ("{}", "{\"altitude\":{\"above\":\(41_000 + 100 * (number % 20)),\"for\":\"1min\"}}")
            case 6:
                (
                    list,
                    "{\"sequence\":[{\"takeoff\":{}},{\"enters\":{\"area\":\(circle)}},{\"landing\":{}}],\"within\":\"12h\"}"
                )
            case 7:
                (list, "{\"count\":{\"distinct\":true,\"atLeast\":3,\"window\":\"2h\",\"in\":{\"area\":\(circle)}}}")
            case 8: ("{\"list\":\"P\"}", "{\"callsignChanged\":{}}")
            default: (list, "{\"absent\":{\"landing\":{}},\"for\":\"10h\",\"after\":{\"takeoff\":{}}}")
            }
        // What is counted over all aircraft has one cooldown.
        let per = when.contains("\"count\"") ? "" : ",\"per\":[\"A\"]"
        return """
            {"name":"r\(number)","where":{"A":\(identity)},"when":\(when),"limit":{"cooldown":"1h"\(per)},
            "then":{"outlets":["browser"]}}
            """
    }

    private static func identities() -> WatchIdentities {
        WatchIdentities(edition: 1, at: begin) { address in
            let number = Int(address.bits)
            let lists = number < 1_500 ? ["L\(number % 50)"] : number < 1_700 ? ["P"] : []
            return (
                nil,
                AircraftBelonging(operatorCode: "O\(number % 400)", fleet: "F\(number % 400)", lists: lists)
            )
        }
    }

    private static func batch(_ pass: Int, _ turns: [(Double, Double, Double)]) -> ObservationBatch {
        var batch = ObservationBatch()
        let heard = batch.place(of: ReceiverSet([1, 2]))
        batch.rows.reserveCapacity(aircraft / passes)
        for number in stride(from: pass % passes, to: aircraft, by: passes) {
            let second = Double(pass) / Double(passes) + Double(number) * 1e-5
            var row = Observation(at: begin.advanced(bySeconds: second), sourceClass: .adsbICAO, heardBy: heard)
            let (latitude, longitude, turn) = turns[number]
            row.position = Position(
                latitude: latitude + 0.002 * second * cos(turn),
                longitude: longitude + 0.002 * second * sin(turn)
            )
            row.barometricAltitude = Feet(Double(30_000 + (number * 7) % 13_000))
            row.groundSpeed = 450
            row.verticalRate = 0
            let address = AircraftAddress(icao: UInt32(number + 1))
            batch.rows.append(ObservationBatch.Row(ArchivedAircraft(address), row))
        }
        return batch
    }

    @Test("20,000 rows a second and 1,000 rules: from the watermark to the outbox on disk, and the share of a core")
    func load() async throws {
        let folder = NSTemporaryDirectory() + "watch-load-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let clock = Clock()
        let inbox = WatchInbox()
        let store = try HistoryStore(folder: folder + "/history/real", realm: .real)
        let outbox = try OutletKeeper(dataFolder: folder, settings: OutletSettings(), logger: logger)
        let known = Self.identities()
        let keeper = WatchKeeper(
            dataFolder: folder,
            inbox: inbox,
            around: WatchKeeper.Surroundings(
                sky: clock,
                history: WatchStage.Shelf(store: store),
                outbox: outbox,
                places: { .empty },
                airframes: { AirframeTable().limits(ofType: $0) },
                learned: { _ in nil },
                identities: { known },
                version: "test",
                wall: { clock.now }
            ),
            logger: logger
        )
        var dice = SystemRandomNumberGenerator()
        for number in 0..<1_000 {
            _ = try await keeper.add(.json(Array(Self.rule(number, &dice).utf8)), by: "desk")
        }
        let turns = (0..<Self.aircraft).map { _ in
            (Double.random(in: -60...60), Double.random(in: -180..<180), Double.random(in: 0..<6.28))
        }
        var (waits, processor) = ([Double](), 0.0)
        let watch = ContinuousClock()
        for pass in 0..<(Self.seconds * Self.passes) {
            clock.turn(to: Self.begin.advanced(bySeconds: Double(pass + 1) / Double(Self.passes)))
            inbox.put([Self.batch(pass, turns)], .real)
            let before = clockSeconds()
            let took = await watch.measure { await keeper.pass() }
            // The first aircraft are made known while nothing else is.
            guard pass >= 15 * Self.passes else { continue }
            processor += clockSeconds() - before
            waits.append(took / .milliseconds(1))
        }
        let sorted = waits.sorted()
        let watched = Double(waits.count) / Double(Self.passes)
        let alerts = try await outbox.counts(since: Timestamp(nanoseconds: 0)).values.reduce(0) { $0 + $1.count }
        print(
            """
            watch load, rows to outbox: \(Self.aircraft) aircraft, 1000 rules, \(watched) s, \(alerts) alerts kept; \
            \(processor / watched * 100) % of a core; a pass of \(1_000 / Self.passes) ms of rows: p50 \(sorted[sorted.count / 2]) ms, \
            p99 \(sorted[sorted.count * 99 / 100]) ms, most \(sorted.last ?? 0) ms
            """
        )
        #expect(alerts > 100)
    }

    private func clockSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
