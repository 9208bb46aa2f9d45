import Aero
import Flights
import Foundation
import TestSupport
import Testing
import Tracking

/// Figures, not facts: `PELACAK_MEASURE=1 swift test -c release --filter LegMeasurements`.
@Suite(
    .serialized,
    .enabled(if: ProcessInfo.processInfo.environment["PELACAK_MEASURE"] != nil, "measures only with PELACAK_MEASURE")
)
struct LegMeasurements {
    private static let gazetteer = RealPlaces.gazetteer ?? GeneratedTraffic.gazetteer

    /// CPU seconds of this process, user and system.
    private func cpu() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    @Test(.enabled(if: TestSupport.hasRecordings, "needs recordings")) func aYearOfOneAircraft() throws {
        let month = try RealRows.objects("traffic/savan.json.gz").sorted { $0.milliseconds < $1.milliseconds }
        let context = LegContext(gazetteer: Self.gazetteer)
        let shift: Int64 = 31 * 86_400_000
        for _ in 0..<3 {
            let begin = cpu()
            var builder = LegBuilder(context)
            var events: [FlightEvent] = []
            for number in 0..<12 {
                for row in month {
                    var row = row
                    row.milliseconds += Int64(number) * shift
                    builder.take(row, into: &events)
                }
            }
            let log = FlightLog(events)
            let legs = log.legs.count
            let seconds = cpu() - begin
            print("legs: a year of one aircraft, \(month.count * 12) rows, \(legs) legs: \(seconds) s")
        }
    }

    /// Twenty thousand aircraft of the synthetic sky, a row a second each as the archive would get them, from all phases of flight.
    @Test func liveWithTwentyThousandAircraft() throws {
        var settings = GeneratedTraffic.Settings()
        settings.aircraft = 400
        settings.days = 0.06
        settings.lowInterval = 1
        settings.highInterval = 1
        let traffic = GeneratedTraffic(settings)
        let flights = (0..<traffic.count).map { traffic.rows(of: $0).rows }.filter { !$0.isEmpty }
        let context = LegContext(gazetteer: Self.gazetteer)
        var builders = (0..<20_000).map { _ in LegBuilder(context) }
        var events: [FlightEvent] = []
        let longest = flights.map(\.count).max() ?? 0
        var rows = 0
        let begin = cpu()
        // In the order of time: each second one row of every aircraft that has one.
        for second in 0..<min(longest, 600) {
            for number in builders.indices {
                let flight = flights[number % flights.count]
                // Copies are shifted, so that not all change at once.
                let place = (second + number / flights.count * 97) % flight.count
                guard place >= second || second == 0 else { continue }
                builders[number].take(flight[place], into: &events)
                rows += 1
            }
        }
        let nanoseconds = (cpu() - begin) / Double(max(1, rows)) * 1e9
        let share = nanoseconds * 20_000 / 1e9 * 100
        let late = builders.reduce(0) { $0 + $1.lateCount }
        print(
            "legs: live, 20,000 aircraft, \(rows) rows (\(late) late), \(events.count) events: \(nanoseconds) ns a row, "
                + "\(share) % of a core at a row a second each"
        )
    }
}
