import Aero
import Crypto
import Foundation
import Testing
import Tracking

@testable import Store

/// A data folder with some days of shuttles in its history, and places that know both airports.
///
/// Eleven aircraft fly all the time; the twelfth (`hidden`) is silent for 30 minutes at cruise on the last day, while the others are heard.
final class FlownArchive {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
    let start = Timestamp(seconds: 1_767_225_600)
    let days: Int
    private(set) var truth: [FlownRoute.Truth] = []
    /// From the first silent moment of the hidden one to the first at which it is heard again.
    private(set) var silence: Range<Timestamp>?

    static let hidden = ArchivedAircraft(AircraftAddress(icao: 0x8A_0001))
    static let receiver: UInt32 = 7

    var data: String { url.appendingPathComponent("data").path }
    var assets: String { url.appendingPathComponent("Assets").path }

    /// - Parameter days: 0: a folder without any archive.
    init(days: Int, realm: ArchiveRealm = .real) async throws {
        self.days = days
        try FileManager.default.createDirectory(atPath: assets, withIntermediateDirectories: true)
        let places = try #require(Gzip.packed(Array(Self.places.utf8)))
        try Data(places).write(to: URL(fileURLWithPath: assets + "/places.tsv.gz"))
        guard days > 0 else { return }
        let store = try HistoryStore(folder: "\(data)/history/\(realm.rawValue)", realm: realm)
        for day in 0..<days {
            for number in 0..<12 { try await fly(number, day, into: store) }
        }
        try await store.seal()
        try await store.close()
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Runs a command on it.
    func run(_ arguments: String...) throws -> Program.Ended {
        try Program.run(arguments + ["--data", data], environment: ["PELACAK_ASSETS": assets])
    }

    /// A store of it, for reading beside.
    func store(_ realm: ArchiveRealm = .real) throws -> HistoryStore {
        try HistoryStore(reading: "\(data)/history/\(realm.rawValue)", realm: realm)
    }

    /// There and back every three hours, each aircraft ten minutes after the one before it.
    private func fly(_ number: Int, _ day: Int, into store: HistoryStore) async throws {
        let aircraft = ArchivedAircraft(AircraftAddress(icao: 0x8A_0001 + UInt32(number)))
        var batch = ObservationBatch()
        let set = batch.place(of: ReceiverSet([Self.receiver]))
        for turn in 0..<8 {
            let isEastward = turn % 2 == 0
            let begin = start.advanced(bySeconds: Double(day * 86_400 + turn * 10_800 + number * 600))
            let isSilent = number == 0 && day == days - 1 && turn == 4
            let (rows, told) = FlownRoute.rows(eastward: isEastward, from: begin) { seconds in
                !isSilent || !(1_100..<2_300).contains(seconds)
            }
            if number == 0 { truth.append(told) }
            if isSilent {
                let from = told.takeoff.advanced(bySeconds: 1_100)
                silence = from..<told.takeoff.advanced(bySeconds: 2_300)
            }
            for var row in rows {
                row.heardBy = set
                batch.rows.append(ObservationBatch.Row(aircraft, row))
            }
            let callsign = IdentityChange(aircraft, at: begin.milliseconds, .callsign, "MADE\(100 + turn)")
            if let callsign { batch.names.append(callsign) }
        }
        try await store.append(batch)
    }

    /// The list of places, with both airports and a third that nobody uses.
    private static let places: String = {
        let lines = [
            "M\tmade up\tCC0", "C\tID\tIDN\t360\t267663435\t\tec:Indonesia",
            "A\tXWST\tXWST\tXWS\tID\t-5.00000\t110.00000\t30\tl\t1\t\t\t\teo:Western Field|io:Lapangan Barat",
            "R\t09\t27\t9843\t\tp\t1\t-5.000000\t109.986500\t-5.000000\t110.013500\t\t\t\t\t\t",
            "A\tXEST\tXEST\tXES\tID\t-5.00000\t115.00000\t30\tl\t1\t\t\t\teo:Eastern Field|io:Lapangan Timur",
            "R\t09\t27\t9843\t\tp\t1\t-5.000000\t114.986500\t-5.000000\t115.013500\t\t\t\t\t\t",
            "A\tXFAR\tXFAR\t\tID\t5.00000\t95.00000\t30\ts\t0\t\t\t\teo:Far Strip",
        ]
        let body = (["pelacak-places\t1"] + lines).map { $0 + "\n" }.joined()
        let sum = SHA256.hash(data: Data(body.utf8)).map { String(format: "%02x", $0) }.joined()
        return body + "E\t\(lines.count)\t\(sum)\n"
    }()
}
