public import Aero

extension Track {
    /// Forgets who heard it and how loud. Beside where it was that tells where receivers stand.
    public mutating func withholdReception() {
        level = nil
        copies = 0
        receivers = TrackReceivers()
    }

    /// Forgets the points of its path that are not to be kept.
    public mutating func keepTrail(where isKept: (TrailPoint) -> Bool) { trail.keep(where: isKept) }

    /// Tells of a track as though it had begun at a time, after so many messages; what it called itself before is told from then on.
    public mutating func begin(at time: Timestamp, after count: Int) {
        firstHeard = max(firstHeard, time)
        messages = max(0, messages - count)
        trail.begin(at: firstHeard)
        refusals = RefusalCounts()
    }

    /// Forgets advisories of its collision avoidance that are not to be kept: they may tell of others.
    public mutating func keepAdvisories(where isKept: (AdvisoryEvent) -> Bool) {
        advisories.removeAll { !isKept($0) }
    }

    /// Gives its path away, to be kept apart.
    public mutating func takeTrail() -> Trail {
        defer { trail = Trail() }
        return trail
    }

    /// Takes a path as its own, as far as it had come at a time.
    public mutating func take(_ path: Trail, until time: Timestamp) {
        trail = path
        trail.end(at: time)
    }
}
