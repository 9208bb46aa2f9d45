extension Track {
    /// Forgets who heard it and how loud. Beside where it was that tells where receivers stand.
    public mutating func withholdReception() {
        level = nil
        copies = 0
        receivers = TrackReceivers()
    }

    /// Forgets the points of its path that are not to be kept.
    public mutating func keepTrail(where isKept: (TrailPoint) -> Bool) { trail.keep(where: isKept) }

    /// Forgets advisories of its collision avoidance that are not to be kept: they may tell of others.
    public mutating func keepAdvisories(where isKept: (AdvisoryEvent) -> Bool) {
        advisories.removeAll { !isKept($0) }
    }
}
