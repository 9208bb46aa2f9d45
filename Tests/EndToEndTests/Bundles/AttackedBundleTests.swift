import Aero
import Flights
import Foundation
import ModeS
import Store
import Testing
import Tracking
import Visits

@testable import AttackSupport
@testable import Bundles
@testable import pelacak

/// Who is handed a bundle or an edition tries to find the receiver by it, in all the ways that are tried on what the site shows.
@Suite(.timeLimit(.minutes(10)))
struct AttackedBundleTests {
    /// One receiver, a day of it, and a visit that nobody of it makes: everybody heard is compared, so that the bundle holds them all.
    private final class Archive {
        let world: AttackWorld
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        let visit: KeptVisit
        /// The shown place.
        let shown: Position
        var path: String { folder.path }

        static let start = Timestamp(seconds: 1_718_755_200)
        /// Seconds from one flight to the next.
        static let apart = 120.0

        deinit { try? FileManager.default.removeItem(at: folder) }

        init(seed: UInt64) async throws {
            world = AttackWorld(seed: seed, receivers: 1, flights: 150, isShaded: false)
            let store = try HistoryStore(folder: folder.path + "/history/real", realm: .real)
            try await store.append(try Self.rows(of: world))
            try await store.seal()
            try await store.close()
            visit = try Self.visit(folder.path + "/visits")
            let place = try #require(AttackWorld.position(world.receivers[0]))
            try Data("receiver: \(place.latitude),\(place.longitude)\npublic-range: 50\n".utf8)
                .write(to: folder.appendingPathComponent("pelacak.yaml"))
            // By how much the shown place lies off, as the world drew it.
            let (east, north) = (
                world.shown.east - world.receivers[0].east, world.shown.north - world.receivers[0].north
            )
            let offset = PlaceOffset(east: Metres(east * 1_000), north: Metres(north * 1_000))
            shown = offset.applied(to: place)
            try Data(#"{"version":1,"east":\#(east * 1_000),"north":\#(north * 1_000)}"#.utf8)
                .write(to: folder.appendingPathComponent("place-offset.json"))
        }

        static func address(of flight: Int) -> AircraftAddress { AircraftAddress(icao: UInt32(0x3C_1000 + flight)) }

        private static func rows(of world: AttackWorld) throws -> ObservationBatch {
            var batch = ObservationBatch()
            let heardBy = batch.place(of: ReceiverSet([1]))
            for sample in world.samples {
                let time = start.advanced(bySeconds: Double(sample.flight) * apart + sample.time)
                var row = Observation(at: time, sourceClass: .adsbICAO)
                row.heardBy = heardBy
                row.position = AttackWorld.position(sample.spot)
                row.barometricAltitude = Feet(sample.altitude)
                let aircraft = ArchivedAircraft(address(of: sample.flight))
                batch.rows.append(ObservationBatch.Row(aircraft, row))
            }
            batch.rows.sort { $0.observation.milliseconds < $1.observation.milliseconds }
            return batch
        }

        private static func visit(_ folder: String) throws -> KeptVisit {
            let end = start.advanced(bySeconds: 12 * 3_600)
            let stop = ItineraryStop(
                kind: .destination,
                name: "Erfurt",
                airports: [
                    StopAirport(
                        code: "EDDE",
                        position: try #require(Position(latitude: 50.98, longitude: 10.958)),
                        weight: 1
                    )
                ],
                arrival: ArrivalWindow(readings: [ArrivalReading(start: start, end: end, zone: .place, weight: 1)])
            )
            var visit = Visit()
            try visit.apply(.addStop(stop, at: 0, span: nil, report: 0), by: "desk", at: start)
            for stop in visit.stops { try visit.apply(.confirmStop(stop.id), by: "desk", at: start) }
            return try VisitStore(folder: folder).begin(visit.changes.map(\.act), by: "desk", at: start)
        }

        func run(_ arguments: String...) throws -> Program.Ended { try Program.run(arguments + ["--data", path]) }

        /// What a bundle tells of everybody, as the attacks take it: of each five seconds that it was heard, never how often.
        func samples(of readers: String) throws -> [AttackWorld.Sample] {
            let into = path + "/" + readers
            let ended = try run("bundle", "make", visit.id, "--for", readers, "--into", into)
            try #require(ended.status == 0, "\(ended.errors)")
            let bytes = [UInt8](
                try Data(contentsOf: URL(fileURLWithPath: into + "/" + VisitInputs.Item.points.rawValue))
            )
            return try SkyAircraft.points(bytes).flatMap { one in
                let flight = Int(one.address.bits) - 0x3C_1000
                return one.points.map { point in
                    AttackWorld.Sample(
                        flight: flight,
                        time: point.time.seconds(since: Self.start) - Double(flight) * Self.apart,
                        spot: AttackWorld.spot(point.disc.centre),
                        altitude: point.altitude?.rawValue ?? 0,
                        messages: 10
                    )
                }
            }
        }
    }

    /// Kilometres that are promised, as on the site.
    private static let promised = 5.0

    @Test(
        "the receiver is found by operators' bundles, and not by those that strangers are handed, nor by editions",
        arguments: [1, 7_920] as [UInt64]
    )
    func keeps(seed: UInt64) async throws {
        let archive = try await Archive(seed: seed)
        let (own, handed) = (try archive.samples(of: "operators"), try archive.samples(of: "strangers"))
        #expect(handed.count > 20 && handed.count < own.count, "\(handed.count) of \(own.count)")
        // What is promised of the site holds of what is handed on: nothing lower, nothing farther from the shown place, but for the steps
        // of rows, of a metre.
        let sky = ShownSky(middle: archive.shown, range: Metres(50_002), floor: PlaceProtection.floor)
        #expect(
            handed.allSatisfy { sky.shows(AttackWorld.position($0.spot), altitude: Feet($0.altitude)) }
        )
        let world = archive.world
        // An attack that finds nothing would prove nothing.
        #expect(world.miss(Attack.horizon.guess(own, shown: world.shown)) < Self.promised)
        for attack in [Attack.middle, .outline, .lowest, .horizon, .shadow, .gaps] {
            let miss = world.miss(attack.guess(handed, shown: world.shown))
            #expect(miss >= Self.promised, "\(attack): \(miss) km")
        }
        try editions(of: archive, handed, sky)
    }

    private func editions(of archive: Archive, _ handed: [AttackWorld.Sample], _ sky: ShownSky) throws {
        let published = try archive.run("edition", "publish", archive.visit.id)
        #expect(published.status == 0, "\(published.errors)")
        var drawn: [Position] = []
        var number = 1
        for flight in Set(handed.map(\.flight)).sorted().prefix(12) {
            let middle = try #require(handed.first { $0.flight == flight })
            let time = Archive.start.advanced(bySeconds: Double(flight) * Archive.apart + middle.time)
            let hex = Archive.address(of: flight).hex
            let ended = try archive.run("edition", "flight", hex, "--at", TimeText.iso(time))
            // One that strangers are shown too little of is no flight for them.
            guard ended.status == 0 else { continue }
            number += 1
            let bytes = try Data(contentsOf: URL(fileURLWithPath: archive.path + "/editions/\(number)/edition.json"))
            drawn += try Edition(reading: [UInt8](bytes)).tracks.flatMap(\.self)
        }
        #expect(number > 3 && drawn.count > 50)
        let range = ShownSky(middle: sky.middle, range: sky.range)
        #expect(drawn.allSatisfy { range.shows($0, altitude: nil) })
        // Heights are not drawn: whoever takes those of airliners for them finds nothing either.
        let taken = drawn.enumerated().map { place, one in
            AttackWorld.Sample(
                flight: place / 20,
                time: Double(place % 20) * 5,
                spot: AttackWorld.spot(one),
                altitude: 34_000,
                messages: 10
            )
        }
        for attack in [Attack.middle, .outline, .horizon, .gaps] {
            let miss = archive.world.miss(attack.guess(taken, shown: archive.world.shown))
            #expect(miss >= Self.promised, "\(attack) by editions: \(miss) km")
        }
        // To a metre: one of both may be that of an aircraft.
        let place = try #require(AttackWorld.position(archive.world.receivers[0]))
        let digits = [place.latitude, place.longitude].map { String(format: "%.5f", $0) }
        for folder in 1...number {
            let found = try SearchedFolder(archive.path + "/editions/\(folder)").found(digits)
            #expect(Set(found.map { $0.suffix(8) }).count < 2, "\(found)")
        }
    }
}
