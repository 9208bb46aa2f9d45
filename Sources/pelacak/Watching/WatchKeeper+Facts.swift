import Aero
import Site
import Tracking

extension WatchKeeper {
    func facts() async -> ArchiveFacts? {
        guard let identities, let realm else { return nil }
        return await facts(identities, of: realm, around.history?.archive(of: realm))
    }

    /// What is known now of a world, and what was said of its silences when they were judged.
    func facts(
        _ identities: WatchIdentities,
        of realm: ArchiveRealm,
        _ archive: (any TrackArchive)?
    ) async -> ArchiveFacts {
        var facts = ArchiveFacts(
            identities: identities,
            realm: realm,
            airframes: around.airframes,
            archive: archive,
            learned: await around.learned(realm),
            passes: passes
        )
        facts.said = judgements.said
        return facts
    }

    /// Whether the watch is kept now: rows come in and are looked at, and alerts can be kept.
    var isWell: Bool {
        let isLate = lastPass.map { around.wall().seconds(since: $0).magnitude > settings.sleepSeconds } ?? true
        return !isLate && !isUnheard && !hasTold && realm != nil
    }

    /// Since when nobody watches, where that goes on.
    var openGap: WatchingReport.Gap? {
        guard isUnheard, let lastArrival else { return nil }
        return WatchingReport.Gap(from: lastArrival, to: nil, reason: .noData)
    }
}
