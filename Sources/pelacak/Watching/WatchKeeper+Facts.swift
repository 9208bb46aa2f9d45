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
}
