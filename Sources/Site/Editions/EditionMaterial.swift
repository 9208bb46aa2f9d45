public import Aero
public import Tracking
public import Visits

/// What an edition is made of: a visit, and the ranking of it that strangers may be told.
public struct EditionMaterial: Sendable {
    public let kept: KeptVisit
    /// `nil` where no aircraft are told.
    public let ranked: RankedVisit?
    public let gazetteer: Gazetteer
    /// The world that is asked about where no aircraft are told.
    public let realm: ArchiveRealm
    /// The worlds of which something is kept here.
    public let realms: [ArchiveRealm]

    public init(
        kept: KeptVisit,
        ranked: RankedVisit?,
        gazetteer: Gazetteer,
        realm: ArchiveRealm,
        realms: [ArchiveRealm]
    ) {
        self.kept = kept
        self.ranked = ranked
        self.gazetteer = gazetteer
        self.realm = realm
        self.realms = realms
    }
}
