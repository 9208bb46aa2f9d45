import Aero
import ModeS
import TestSupport
import Testing

@testable import Tracking

/// Rows without positions, names, details, terms, and the writer's bounds.
struct ObservationWriterRestTests {
    private static let start = Timestamp(seconds: 1_700_000_000)
    private let feed = WriterRun.feed(0)
    private let address = AircraftAddress(icao: 0x40621D)

    /// Aircraft that send no extended squitters: altitude, squawk and identity alone.
    private static let mute: [ReceivedFrame] = {
        var settings = SisterFleet.Settings()
        settings.size = 20
        settings.distance = 0
        settings.bitErrors = 0
        settings.hasExtendedSquitters = false
        settings.seconds = 300
        settings.seed = 3
        return SisterFleet.frames(settings).map(\.received)
    }()

    @Test func anAircraftWithoutPositionsHasARowEveryMinuteAndAtAChange() throws {
        var run = WriterRun()
        var altitudes: [AircraftAddress: [Double]] = [:]
        for frame in Self.mute {
            run.take(frame, feed, at: frame.time)
            guard let address = (try? Message(frame.frame))?.address, let track = run.table[address],
                let altitude = track.barometricAltitude
            else { continue }
            altitudes[address, default: []].append(altitude.value.rawValue)
        }
        run.finish()
        #expect(run.rows.allSatisfy { !$0.observation.hasPosition })
        let byAircraft = Dictionary(grouping: run.rows, by: \.aircraft)
        #expect(byAircraft.count > 15)
        let messages = Self.mute.count
        #expect(run.rows.count < messages / 4)
        for (aircraft, rows) in byAircraft {
            let times = rows.map(\.observation.milliseconds)
            for (one, next) in zip(times, times.dropFirst()) { #expect(next - one <= 62_000) }
            // No altitude it had is farther than 100 ft from one that was written down.
            let written = rows.compactMap(\.observation.barometricAltitude?.rawValue)
            for altitude in Set(altitudes[aircraft.address] ?? []) {
                let nearest = written.map { abs($0 - altitude) }.min() ?? .infinity
                #expect(nearest <= 100, "\(aircraft.address) \(altitude)")
            }
        }
        for set in run.heard { #expect(set.ids == [WriterRun.number(feed, nil)]) }
    }

    @Test func namesAreWrittenDownOnce() {
        var run = WriterRun()
        for frame in Self.mute { run.take(frame, feed, at: frame.time) }
        run.finish()
        let squawks = run.names.filter { $0.field == .squawk }
        #expect(squawks.count > 10)
        for names in Dictionary(grouping: squawks, by: \.aircraft).values { #expect(names.count == 1) }
        for name in squawks {
            #expect(run.table[name.aircraft.address]?.squawk?.value.description == name.value)
        }
    }

    private func report(_ second: Double, _ change: (inout ClaimedReport) -> Void) -> ClaimedReport {
        var report = ClaimedReport(address: address, time: Self.start.advanced(bySeconds: second))
        change(&report)
        return report
    }

    /// The batches of reports that are given one after the other.
    private func batches(
        _ reports: [(FeedID, ClaimedReport)],
        _ prepare: (inout ObservationWriter) -> Void = { _ in }
    ) -> [ObservationBatch] {
        var table = TrackTable()
        var writer = ObservationWriter()
        prepare(&writer)
        for (feed, report) in reports { _ = table.ingest(report, from: feed, into: &writer) }
        return table.finish(&writer, number: WriterRun.number)
    }

    @Test func aNameIsWrittenAtEachChange() throws {
        let texts = ["QX1", "QX1", "QX2", "QX1"]
        let reports = texts.enumerated().map { place, text in
            (feed, report(Double(place)) { $0.callsign = text })
        }
        let names = batches(reports).flatMap(\.names)
        #expect(names.map(\.value) == ["QX1", "QX2", "QX1"])
        #expect(names.map(\.milliseconds) == [0, 2, 3].map { Self.start.milliseconds + $0 * 1000 })
    }

    /// A feeder that alternates would otherwise write some thousand names a minute.
    @Test func whoChangesHisNameAllTheTimeIsWrittenDownAFewTimesInAQuarterOfAnHour() throws {
        let seconds = 1_800
        let reports = (0..<seconds * 2).map { place in
            (
                feed,
                report(Double(place) / 2) {
                    $0.callsign = place.isMultiple(of: 2) ? "QX1" : "QX2"
                    $0.squawk = Squawk(place < 20 ? "1000" : "2000")
                }
            )
        }
        let names = batches(reports).flatMap(\.names)
        let callsigns = names.filter { $0.field == .callsign }
        let quarters = Dictionary(grouping: callsigns) { $0.milliseconds / 900_000 }
        for (_, told) in quarters {
            #expect(told.count == 9)
            #expect(told.prefix(8).map(\.value) == (0..<8).map { $0.isMultiple(of: 2) ? "QX1" : "QX2" })
            // From then on nothing is claimed, until the next quarter.
            #expect(told.last?.value == "")
        }
        #expect(quarters.count == (Self.start.milliseconds % 900_000 == 0 ? 2 : 3))
        // Another field of it is not to blame.
        #expect(names.filter { $0.field == .squawk }.map(\.value) == ["1000", "2000"])
    }

    @Test func aNameThatCameTooOftenIsToldAgainInTheNextQuarter() throws {
        var told = ToldName<String>(at: Self.start)
        let first = (0..<12).map { told.note("QX\($0)", at: Self.start.advanced(bySeconds: Double($0)), most: 8) }
        #expect(first == Array(repeating: .new, count: 8) + [.tooOften, .left, .left, .left])
        let later = Self.start.advanced(bySeconds: 900)
        #expect(told.note("QX11", at: later, most: 8) == .new)
        #expect(told.note("QX11", at: later, most: 8) == .known)
        // A clock that was set back by years must not keep it silent for years.
        let past = Self.start.advanced(bySeconds: -86_400 * 400)
        for number in 0..<8 { #expect(told.note("R\(number)", at: past, most: 8) == .new) }
        #expect(told.note("R8", at: past, most: 8) == .tooOften)
        // Late by a little is no new quarter.
        #expect(told.note("R9", at: past.advanced(bySeconds: -890), most: 8) == .left)
    }

    @Test func noEmergencyIsNoNewsBeforeOne() {
        let states: [EmergencyState] = [.none, .general, .none]
        let reports = states.enumerated().map { place, state in
            (feed, report(Double(place)) { $0.emergencyState = state })
        }
        #expect(batches(reports).flatMap(\.names).map(\.value) == ["general", "none"])
    }

    @Test func detailsComeAtAChangeAndNotWithEveryPosition() throws {
        let reports = (0..<40).map { step in
            (
                feed,
                report(Double(step) / 2) {
                    $0.position = Position(latitude: 50 + Double(step) / 1000, longitude: 8)
                    $0.roll = Degrees(step < 20 ? Double(step) : 3)
                }
            )
        }
        let rows = batches(reports).flatMap(\.rows).map(\.observation)
        #expect(rows.count == 40)
        let rolls = rows.compactMap { $0.details?.roll }
        // One in each two seconds while it changes, and once more when it stands.
        #expect(rolls.count >= 5 && rolls.count <= 7)
        #expect(rolls.last == 30)
        #expect(rows[0].details?.roll == 0)
    }

    @Test func rowsOfDifferentTermsStayApart() throws {
        let provider = WriterRun.feed(1)
        let terms = FeedTerms(licence: .openDatabase, origin: "A provider")
        let ours = report(0) {
            $0.position = Position(latitude: 50, longitude: 8)
            $0.groundSpeed = 400
        }
        let theirs = report(20) {
            $0.position = Position(latitude: 50.01, longitude: 8)
            $0.barometricAltitude = 30_000
        }
        let found = batches([(feed, ours), (provider, theirs)]) { $0.terms = [provider: terms] }
        #expect(found.map(\.licence) == [.own, .openDatabase])
        #expect(found.map(\.origin) == [nil, "A provider"])
        let row = try #require(found.last?.rows.first?.observation)
        #expect(row.barometricAltitude == 30_000)
        // Our own speed is not handed on under others' terms.
        #expect(row.groundSpeed == nil)
        #expect(row.flags.contains(.notOwn))
    }

    @Test func tooManyRowsGoOutBeforeTheirTime() {
        var configuration = ObservationWriter.Configuration()
        configuration.mostWaiting = 100
        configuration.holdSeconds = 3_600
        var run = WriterRun(configuration)
        for frame in ObservationWriterTests.fleet {
            run.take(frame, feed, at: frame.time)
            #expect(run.writer.waitingCount < 1_000)
        }
        run.finish()
        #expect(run.writer.statistics.hurried > 0)
        #expect(run.writer.statistics.lost == 0)
        #expect(run.rows.filter(\.observation.hasPosition).count == run.fixes)
    }

    @Test func nobodyWhoFetchesCostsBoundedMemory() {
        var configuration = ObservationWriter.Configuration()
        configuration.mostWaiting = 50
        var table = TrackTable()
        var writer = ObservationWriter(configuration: configuration)
        for frame in ObservationWriterTests.fleet { _ = table.ingest(frame, from: feed, into: &writer) }
        #expect(writer.waitingCount <= 150)
        #expect(writer.statistics.lost > 0)
    }

    @Test func aircraftThatFellSilentAreForgotten() {
        var run = WriterRun()
        for frame in Self.mute { run.take(frame, feed, at: frame.time) }
        #expect(run.writer.aircraft.count > 15)
        run.settle(at: Self.mute[Self.mute.count - 1].time.advanced(bySeconds: 4_000))
        #expect(run.writer.aircraft.isEmpty)
    }

    @Test func noInputTraps() {
        var random = SeededGenerator(seed: 17)
        var table = TrackTable()
        table.configuration.expectsCopies = true
        var configuration = ObservationWriter.Configuration()
        configuration.mostWaiting = 500
        configuration.mostAircraft = 200
        var writer = ObservationWriter(configuration: configuration)
        let numbers: [Double] = [.nan, .infinity, -.infinity, 0, 1e300, -1e300, 359.99, 32_767, -1]
        let times: [Int64] = [.min, .max, 0, 1_700_000_000_000_000_000, -1]
        var rows = 0
        for step in 0..<20_000 {
            let feed = FeedID(rawValue: UInt16.random(in: 1...5, using: &random))
            let time = Timestamp(
                nanoseconds: step % 7 == 0
                    ? times.randomElement(using: &random)! : 1_700_000_000_000_000_000 + Int64(step) * 10_000_000
            )
            if step % 2 == 0 {
                let base = ObservationWriterTests.fleet.randomElement(using: &random)!
                var frame = base
                frame.time = time
                _ = table.ingest(frame, from: feed, into: &writer)
            } else {
                var report = ClaimedReport(
                    address: AircraftAddress(icao: UInt32.random(in: 0...400, using: &random)),
                    time: time
                )
                func number() -> Double { numbers.randomElement(using: &random)! }
                report.position = Position(latitude: number(), longitude: number())
                report.barometricAltitude = Feet(number())
                report.groundSpeed = Knots(number())
                report.track = Degrees(number())
                report.verticalRate = FeetPerMinute(number())
                report.mach = number()
                report.roll = Degrees(number())
                report.selectedAltitude = Feet(number())
                report.pressureSetting = number()
                report.magneticHeading = Degrees(number())
                report.nic = UInt8.random(in: 0...255, using: &random)
                report.level = Float(number())
                report.callsign = ["", "ÄÖ", "\u{0}", "QX1", String(repeating: "Q", count: 99)]
                    .randomElement(using: &random)
                _ = table.ingest(report, from: feed, into: &writer)
            }
            if step % 50 == 0 {
                rows += table.settle(&writer, at: time, number: WriterRun.number).reduce(0) { $0 + $1.rows.count }
            }
            #expect(writer.waiting.count <= 1_000)
        }
        rows += table.finish(&writer, number: WriterRun.number).reduce(0) { $0 + $1.rows.count }
        #expect(rows > 1_000)
    }
}
