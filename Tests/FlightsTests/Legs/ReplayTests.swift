import Aero
import Testing
import Tracking

@testable import Flights

/// Live and history tell the same, whatever the order of arrival; and what is kept is bounded.
struct ReplayTests {
    private static let traffic: [[Observation]] = {
        var settings = GeneratedTraffic.Settings()
        settings.aircraft = 12
        settings.days = 2
        settings.floor = 1_500
        settings.dark = [Disc(centre: Position(latitude: 45, longitude: 5) ?? .origin, radius: 900_000)]
        let traffic = GeneratedTraffic(settings)
        return (0..<traffic.count).map { traffic.rows(of: $0).rows }
    }()

    private static let end = Timestamp(seconds: 1_735_689_600 + 3 * 86_400)

    private func events(_ rows: [Observation], tick: Double? = nil) -> [FlightEvent] {
        var builder = LegBuilder(LegContext(gazetteer: GeneratedTraffic.gazetteer))
        var events: [FlightEvent] = []
        var now = rows.first?.time ?? Self.end
        for row in rows {
            if let tick {
                while now < row.time {
                    builder.advance(to: now, into: &events)
                    now = now.advanced(bySeconds: tick)
                }
            }
            builder.take(row, into: &events)
        }
        builder.finish(at: Self.end, into: &events)
        return events
    }

    @Test func tickingTellsWhatHistoryTells() {
        var count = 0
        for rows in Self.traffic {
            let told = events(rows)
            count += told.count
            #expect(events(rows, tick: 7) == told)
            #expect(events(rows, tick: 61) == told)
        }
        #expect(count > 200)
    }

    @Test func anyOrderOfArrivalWithinTheBoundTellsTheSame() {
        var random = SeededNumbers(seed: 5)
        for rows in Self.traffic {
            let late = rows.map { (row: $0, arrival: Double($0.milliseconds) + random.number(0, 30_000)) }
                .sorted { $0.arrival < $1.arrival }
                .map(\.row)
            #expect(late != rows)
            var sorter = ObservationSorter(latenessMilliseconds: 30_000)
            var ready: [Observation] = []
            for row in late { sorter.take(row, into: &ready) }
            sorter.finish(into: &ready)
            #expect(sorter.droppedCount == 0)
            #expect(ready.map(\.milliseconds) == rows.map(\.milliseconds))
            #expect(events(ready) == events(rows))
        }
    }

    @Test func whatComesTooLateIsCountedNotTold() throws {
        let rows = try unwrapped(Self.traffic.first)
        var builder = LegBuilder(OneField.context)
        var told: [FlightEvent] = []
        for row in rows.prefix(50) { builder.take(row, into: &told) }
        builder.take(rows[0], into: &told)
        #expect(builder.lateCount == 1)
        var sorter = ObservationSorter(latenessMilliseconds: 1_000)
        var ready: [Observation] = []
        for row in rows.prefix(50) { sorter.take(row, into: &ready) }
        sorter.take(rows[0], into: &ready)
        #expect(sorter.droppedCount == 1)
    }

    @Test func whatIsKeptIsBounded() {
        var builder = LegBuilder(LegContext(gazetteer: GeneratedTraffic.gazetteer))
        var events: [FlightEvent] = []
        var most = 0
        for rows in Self.traffic.prefix(4) {
            for row in rows {
                builder.take(row, into: &events)
                most = max(most, builder.ring.inOrder.count)
            }
            builder = LegBuilder(builder.context)
        }
        #expect(most == 32)
        #expect(MemoryLayout<FlightPoint>.size <= 32)
        #expect(MemoryLayout<LegBuilder>.size < 1_300)
        #expect(builder.openGaps.count <= 4)
        print(
            "legs: \(MemoryLayout<LegBuilder>.size) bytes and \(32 * MemoryLayout<FlightPoint>.stride) in the ring for an aircraft"
        )
    }
}
