import Aero
import ModeS
import Tracking

@testable import Store

/// Batches and aircraft for tests.
enum Samples {
    static let aircraft = ArchivedAircraft(AircraftAddress(icao: 0x4D2023))
    static let other = ArchivedAircraft(AircraftAddress(other: 0x4D2023))
    static let always = Timestamp(nanoseconds: .min)..<Timestamp(nanoseconds: .max)
    /// 26 November 2026, 10:00 UTC: the start of a quarter of an hour.
    static let start: Int64 = 1_795_687_200_000

    static func batch(
        _ rows: [Observation],
        of aircraft: ArchivedAircraft = aircraft,
        sets: [ReceiverSet] = [.empty],
        origin: String? = nil
    ) -> ObservationBatch {
        var batch = ObservationBatch(licence: origin == nil ? .own : .openDatabase, origin: origin)
        let places = sets.map { batch.place(of: $0) }
        batch.rows = rows.map { row in
            var row = row
            row.heardBy = places[Int(row.heardBy)]
            return ObservationBatch.Row(aircraft, row)
        }
        return batch
    }

    /// A row that its number alone makes.
    static func numbered(_ number: Int, spacing: Int64 = 500) -> Observation {
        var row = Observation(
            at: Timestamp(nanoseconds: (start + Int64(number) * spacing) * 1_000_000),
            sourceClass: .adsbICAO
        )
        row.position = Position(latitude: Double(number % 1000) / 1000, longitude: Double(number / 1000) / 1000)
        row.barometricAltitude = Feet(Double(number % 1600) * 25)
        return row
    }

    static func time(_ milliseconds: Int64) -> Timestamp { Timestamp(nanoseconds: milliseconds * 1_000_000) }
}

extension HistoryStore {
    func everything(of aircraft: ArchivedAircraft = Samples.aircraft) async throws(ArchiveError) -> Trace {
        try await trace(of: aircraft, during: Samples.always, withoutPositions: true)
    }
}

extension Trace {
    /// The rows with the sets themselves, which is what must be the same wherever they lie.
    var resolved: [ResolvedRow] {
        observations.map { row in
            var plain = row
            plain.heardBy = 0
            return ResolvedRow(row: plain, heardBy: receiverSets[Int(row.heardBy)])
        }
    }
}

struct ResolvedRow: Hashable {
    let row: Observation
    let heardBy: ReceiverSet

    /// As the archive gives them: by time, positions first, each once.
    static func kept(_ rows: [Observation], _ sets: [ReceiverSet]) -> [ResolvedRow] {
        var seen: Set<ResolvedRow> = []
        return rows.enumerated().sorted {
            ($0.element.milliseconds, $0.element.hasPosition ? 0 : 1, $0.offset)
                < ($1.element.milliseconds, $1.element.hasPosition ? 0 : 1, $1.offset)
        }
        .map { _, row in
            var plain = row
            plain.heardBy = 0
            return ResolvedRow(row: plain, heardBy: sets[Int(row.heardBy)])
        }
        .filter { seen.insert($0).inserted }
    }
}
