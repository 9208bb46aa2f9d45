import Tracking

extension ArchiveEvidence {
    /// Whether others told all of it: what was imported from somebody none of our receivers heard, whoever heard it there.
    func isTold(in realm: ArchiveRealm) -> Bool { realm == .imported && !origins.isEmpty }
}
