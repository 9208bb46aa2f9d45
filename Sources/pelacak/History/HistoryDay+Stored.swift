import Aero
import Foundation
import Site
import Store
import Tracking

extension HistoryDay {
    /// The manifest of a day, with what happened to it since; without one what is known to be missing of it, `nil` where nothing is.
    init?(_ day: Int64, of archive: HistoryStore) async throws(ArchiveError) {
        let manifest = try await archive.manifest(of: day).map { stored throws(ArchiveError) in
            do { return try JSONDecoder().decode(DayManifest.self, from: Data(stored.document.utf8)) } catch {
                throw .failed("the manifest of day \(day) cannot be read")
            }
        }
        let found = try await archive.days(in: QuestionOptions.day(day)).first { $0.number == day }
        let damage = try await archive.damage(of: day)
        // What others recorded has no manifest: nobody was up for it.
        let known = if let manifest { manifest.gaps } else { try await archive.gapsNoted(of: day) }
        guard manifest != nil || !known.isEmpty || !damage.isEmpty else { return nil }
        self.init(
            number: day,
            // Something may have happened to it since.
            isComplete: manifest?.isComplete == true && found?.isComplete != false && damage.isEmpty,
            gaps: known.map(Gap.init) + damage.map { Gap(during: $0, reason: .damaged) }
        )
        gaps.sort { ($0.during.lowerBound, $0.during.upperBound) < ($1.during.lowerBound, $1.during.upperBound) }
        aircraft = found?.aircraft ?? 0
        positions = found?.positions ?? 0
        otherObservations = found?.otherObservations ?? 0
        let terms = try await archive.terms(of: day)
        damagedChunks = terms.damagedChunks.count
        licences = terms.licences
        origins = terms.origins
        guard let manifest else { return }
        receivers = manifest.receivers.count
        programUp = manifest.processUp.map(Self.range)
        receiversUp = Dictionary(
            manifest.receivers.map { ($0.id, $0.up.map(Self.range)) },
            uniquingKeysWith: { $0 + $1 }
        )
        digest = manifest.contents
    }

    private static func range(_ interval: DayManifest.Interval) -> Range<Timestamp> {
        Timestamp(
            seconds: Double(interval.from) / 1000
        )..<Timestamp(seconds: Double(max(interval.from, interval.to)) / 1000)
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
