/// What the archive holds of one aircraft between two times, and what that is made of.
public struct Trace: Sendable {
    public let aircraft: ArchivedAircraft
    /// Rising in time. Silence stays silence: who draws must break where `afterGap` says so, or where time does.
    public var observations: [Observation]
    public var receiverSets: [ReceiverSet]
    /// What it called itself: the last change of each field before the time asked for, then those within.
    public var names: [IdentityChange]
    public var evidence: ArchiveEvidence

    public init(
        _ aircraft: ArchivedAircraft,
        observations: [Observation] = [],
        receiverSets: [ReceiverSet] = [.empty],
        names: [IdentityChange] = [],
        evidence: ArchiveEvidence = ArchiveEvidence()
    ) {
        self.aircraft = aircraft
        self.observations = observations
        self.receiverSets = receiverSets
        self.names = names
        self.evidence = evidence
    }
}
