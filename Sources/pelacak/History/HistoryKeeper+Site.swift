import Aero
import Foundation
import Site
import Store
import Synchronization
import Tracking

extension HistoryKeeper: HistoryDesk {
    nonisolated var stops: [HistoryStop] { standstill.withLock { $0 } }

    nonisolated func archive(of realm: ArchiveRealm) -> (any TrackArchive)? { archives[realm] }

    nonisolated func day(_ day: Int64, of realm: ArchiveRealm) async throws(ArchiveError) -> HistoryDay? {
        guard let archive = archives[realm] else { return nil }
        return try await HistoryDay(day, of: archive)
    }
}

extension HistoryKeeper {
    nonisolated func pins(of realm: ArchiveRealm) async throws(ArchiveError) -> [HistoryPin] {
        guard let archive = archives[realm] else { return [] }
        return try await archive.pins().map { HistoryPin($0.key, $0.value) }
    }

    func pin(_ pin: HistoryPin, in realm: ArchiveRealm) async throws(ArchiveError) -> (number: Int64, made: Timestamp?)
    {
        guard let archive = archives[realm] else { throw .failed("nothing is kept of that world") }
        let now = TimeText.now
        let number = try await archive.pin(pin.archived, at: now)
        await followPins()
        return (number, now)
    }

    func unpin(_ number: Int64, in realm: ArchiveRealm) async throws(ArchiveError) -> Bool {
        guard let archive = archives[realm], try await archive.unpin(number) else { return false }
        await followPins()
        return true
    }
}

extension HistoryKeeper {
    /// What keeps the history from being kept, for everybody: no paths.
    static func readinessProblems(_ stops: [HistoryStop]) -> [ReadinessProblem] {
        stops.map { stop in
            let words = stop.reason == .diskFull ? "the disk is full" : "the log says why"
            return stop.part == .raw
                ? ReadinessProblem(code: "raw", message: "raw messages cannot be kept: \(words)")
                : ReadinessProblem(code: "history", message: "positions (\(stop.part)) cannot be kept: \(words)")
        }
    }

    func figures() async -> HistoryFigures {
        var list: [HistoryFigures.Archive] = []
        for realm in ArchiveRealm.allCases {
            guard let health = await archives[realm]?.currentHealth() else { continue }
            list.append(
                HistoryFigures.Archive(
                    realm: realm.rawValue,
                    rows: Int(clamping: health.acknowledgedRows),
                    lost: lost[realm] ?? 0,
                    unsealed: health.unsealedRows,
                    isStopped: stops.contains { $0.part.rawValue == realm.rawValue },
                    damaged: damaged[realm]?.count ?? 0
                )
            )
        }
        let status = await raw.status
        return HistoryFigures(
            archives: list,
            rawBytes: status.bytes,
            rawLost: status.lost + lostMessages,
            rawIsStopped: stops.contains { $0.part == .raw }
        )
    }
}
