import Aero
import Bundles
import Feeds
import Foundation
import ModeS
import Store
import Testing
import Tracking
import Visits

@testable import pelacak

/// A small archive of the real world with all that strangers are not told: four aircraft that land at an announced stop, one of them hidden,
/// one hidden since later, one under a privacy address; a receiver with its place, its raw messages and its owner's consent.
final class RealArchive {
    static let shown = AircraftAddress(icao: 0x8A_0401)
    static let privacy = AircraftAddress(icao: 0x8A_0402)
    static let hidden = AircraftAddress(icao: 0x8A_0403)
    static let hiddenLater = AircraftAddress(icao: 0x8A_0404)
    static let receiver: UInt32 = 3_141_592_653
    static let registrations = [shown: "PK-SEA", privacy: "PK-SEB", hidden: "PK-SEC", hiddenLater: "PK-SED"]
    static let story = "A whole report that is nobody else's to read. "

    /// 2024-06-19T10:00Z: they land about then.
    static let landing = Timestamp(seconds: 1_718_791_200)
    private static let airport = Position(latitude: 21.2212, longitude: 105.8072)

    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
    let visit: KeptVisit
    var path: String { folder.path }

    /// - Parameters:
    ///   - settings: lines of the configuration file.
    ///   - suppressed: lines of the list of hidden aircraft.
    init(settings: [String], suppressed: [String]) async throws {
        let store = try HistoryStore(folder: folder.path + "/history/real", realm: .real)
        for (place, address) in [Self.shown, Self.privacy, Self.hidden, Self.hiddenLater].enumerated() {
            try await store.append(Self.rows(of: address, from: Self.landing.advanced(bySeconds: Double(place) * 120)))
        }
        let up = Self.landing.advanced(bySeconds: -3_600)..<Self.landing.advanced(bySeconds: 3_600)
        try await store.noteUptime(ofProcess: [up], receivers: [(Self.receiver, up)])
        try await store.seal()
        let day = Int64((Self.landing.seconds / 86_400).rounded(.down))
        _ = try await store.writeManifest(of: day, digest: { ContentDigest.hex($0) })
        try await store.close()
        try await Self.writeRaw(folder.path + "/raw")
        visit = try Self.visit(folder.path + "/visits")
        try Data((settings.joined(separator: "\n") + "\n").utf8)
            .write(to: folder.appendingPathComponent("pelacak.yaml"))
        if !suppressed.isEmpty {
            try Data((suppressed.joined(separator: "\n") + "\n").utf8)
                .write(to: folder.appendingPathComponent("suppress.csv"))
        }
        let list = folder.appendingPathComponent("fleet.csv")
        let facts = Self.registrations.map { "\($0.key.hex),registration,\($0.value)" }.sorted()
        try Data((["subject,relation,object"] + facts).joined(separator: "\n").utf8).write(to: list)
        let taken = try run("identity", "import", "own", list.path, "--source", "desk", "--licence", "own", "--yes")
        try #require(taken.status == 0, "\(taken.errors)")
        let agreed = try run(
            "bundle",
            "consent",
            "--receiver",
            "\(Self.receiver)",
            "--agrees",
            "--why",
            "letter of 12 November"
        )
        try #require(agreed.status == 0, "\(agreed.errors)")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func run(_ arguments: String...) throws -> Program.Ended { try Program.run(arguments + ["--data", path]) }

    /// Down from 9,000 m to the runway, and on the ground there.
    private static func rows(of address: AircraftAddress, from start: Timestamp) throws -> ObservationBatch {
        let end = try #require(airport)
        var batch = ObservationBatch()
        let heardBy = batch.place(of: ReceiverSet([receiver]))
        for step in 0...180 {
            let left = max(0, 1 - Double(step) / 150)
            var row = Observation(at: start.advanced(bySeconds: Double(step) * 10), sourceClass: .adsbICAO)
            row.heardBy = heardBy
            row.position = Position(latitude: end.latitude + left, longitude: end.longitude + left)
            if left == 0 { row.flags.insert(.onGround) } else { row.barometricAltitude = Feet(30_000 * left) }
            batch.rows.append(ObservationBatch.Row(ArchivedAircraft(address), row))
        }
        return batch
    }

    /// What the receiver sent, and what a feed said beside it.
    private static func writeRaw(_ folder: String) async throws {
        let archive = try RawArchive(folder: folder, decoder: "tests", session: landing)
        for (second, address) in registrations.keys.sorted().enumerated() {
            let time = landing.advanced(bySeconds: Double(second))
            let frame = Frame(high: 0x8D << 56 | UInt64(address.bits) << 32 | 0x2024_0000, low: 0x1234_5678 << 32)
            var batch = FeedBatch(frames: [ReceivedFrame(frame: frame, time: time)])
            var claim = ClaimedReport(address: address, time: time, kind: .multilateration)
            claim.barometricAltitude = Feet(20_000)
            batch.reports = [claim]
            await archive.append(batch, from: receiver, arrived: time)
        }
        await archive.flush(at: landing.advanced(bySeconds: 10))
        await archive.close(at: landing.advanced(bySeconds: 11))
    }

    private static func visit(_ folder: String) throws -> KeptVisit {
        let start = Timestamp(seconds: 1_718_784_000)
        let reading = ArrivalReading(start: start, end: start.advanced(bySeconds: 12 * 3_600), zone: .place, weight: 1)
        let stop = ItineraryStop(
            kind: .destination,
            name: "Hanoi",
            airports: [StopAirport(code: "VVNB", position: try #require(airport), weight: 1)],
            arrival: ArrivalWindow(readings: [reading])
        )
        var visit = Visit()
        try visit.apply(.addStop(stop, at: 0, span: nil, report: 0), by: "desk", at: start)
        for stop in visit.stops { try visit.apply(.confirmStop(stop.id), by: "desk", at: start) }
        let store = try VisitStore(folder: folder)
        let begun = try store.begin(visit.changes.map(\.act), by: "desk", at: start)
        let draft = Draft(
            language: .english,
            dateline: Dateline(time: start, basis: .given, offsetSeconds: 0),
            outlet: nil,
            subject: nil,
            stops: [],
            claims: [],
            openPoints: []
        )
        let text = String(repeating: story, count: 20)
        return try store.apply(
            [.addReport(Report(id: 1, title: "A story", addedBy: "desk"), draft)],
            copies: [ReportCopy(report: 1, bytes: Array(text.utf8), isText: true)],
            to: begun.id,
            after: nil,
            by: "desk",
            at: start
        )
    }

    /// The folder of a new bundle.
    func bundle(_ name: String, for readers: String, _ more: String...) throws -> String {
        let into = path + "/" + name
        let ended = try Program.run(
            ["bundle", "make", visit.id, "--for", readers, "--into", into, "--data", path] + more
        )
        try #require(ended.status == 0, "\(ended.errors)")
        return into
    }
}
