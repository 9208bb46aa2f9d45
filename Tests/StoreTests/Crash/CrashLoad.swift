import Aero
import Foundation
import Tracking

@testable import Store

/// The work during which the crash test kills: numbered rows in small batches, with everything a store does beside.
enum CrashLoad {
    static let folderVariable = "PELACAK_CRASH_FOLDER"
    static let firstVariable = "PELACAK_CRASH_FIRST"
    static let aircraftCount = 7
    static let batchLength = 40
    /// Forty rows are four hundred seconds: a seal each two or three batches, a day in two hundred.
    static let spacing: Int64 = 10_000
    static let daysKept = 3
    /// All its rows are pinned.
    static let pinned = 0

    static func aircraft(_ index: Int) -> ArchivedAircraft {
        ArchivedAircraft(AircraftAddress(icao: 0x3C_0000 + UInt32(index)))
    }

    static func row(_ number: Int) -> Observation { Samples.numbered(number, spacing: spacing) }

    static func time(_ number: Int) -> Timestamp { Samples.time(Samples.start + Int64(number) * spacing) }

    /// Appends from a number on until it is killed, and says after each batch up to where it was acknowledged.
    static func run(folder: String, first: Int) async throws {
        let store = try HistoryStore(folder: folder, realm: .real)
        if try await store.pins().isEmpty {
            try await store.pin(
                ArchivePin(aircraft: aircraft(pinned), during: Samples.always, reason: "crash test", who: "test"),
                at: time(0)
            )
        }
        var next = first
        for round in 1... {
            var batch = ObservationBatch()
            for number in next..<next + batchLength {
                batch.rows.append(ObservationBatch.Row(aircraft(number % aircraftCount), row(number)))
            }
            try await store.append(batch)
            next += batchLength
            try FileHandle.standardOutput.write(contentsOf: Data("acknowledged \(next)\n".utf8))
            if round % 31 == 0 { try await store.compactDays(endedBy: time(next)) }
            if round % 47 == 0 { try await store.retain(RetentionRules(days: daysKept), at: time(next)) }
        }
    }
}
