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
        guard let archive = archives[realm], let stored = try await archive.manifest(of: day) else { return nil }
        guard let manifest = try? JSONDecoder().decode(DayManifest.self, from: Data(stored.document.utf8)) else {
            throw .failed("the manifest of day \(day) cannot be read")
        }
        let start = Timestamp(nanoseconds: day * 86_400_000_000_000)
        let found = try await archive.days(in: start..<start.advanced(bySeconds: 86_400)).first { $0.number == day }
        let terms = try await archive.terms(of: day)
        let damage = try await archive.damage(of: day)
        var answer = HistoryDay(
            number: day,
            // Something may have happened to it since.
            isComplete: manifest.isComplete && found?.isComplete != false && damage.isEmpty,
            gaps: manifest.gaps.map(HistoryDay.Gap.init) + damage.map { HistoryDay.Gap(during: $0, reason: .damaged) }
        )
        answer.gaps.sort { ($0.during.lowerBound, $0.during.upperBound) < ($1.during.lowerBound, $1.during.upperBound) }
        answer.aircraft = found?.aircraft ?? 0
        answer.positions = found?.positions ?? 0
        answer.otherObservations = found?.otherObservations ?? 0
        answer.receivers = manifest.receivers.count
        answer.damagedChunks = terms.damagedChunks.count
        answer.licences = terms.licences
        answer.origins = terms.origins
        answer.digest = manifest.contents
        return answer
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

extension HistoryDay.Gap {
    /// Without what only the operator is told: receivers and rules.
    init(_ gap: DayManifest.Gap) {
        let reason: HistoryDay.Reason =
            switch gap.reason {
            case "process down": .processDown
            case "no receiver up": .receiversDown
            case _ where gap.reason.hasPrefix("removed by retention"): .removed
            case _ where gap.reason.hasPrefix("disk full"): .diskFull
            case _ where gap.reason.hasPrefix("import cut off"): .importCutOff
            case _ where gap.reason.hasPrefix("log damaged") || gap.reason.hasPrefix("database damaged"): .damaged
            default: .unknown
            }
        let end = max(gap.from, gap.to)
        self.init(
            during: Timestamp(seconds: Double(gap.from) / 1000)..<Timestamp(seconds: Double(end) / 1000),
            reason: reason
        )
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
