/// What computing a bundle's conclusions again gave.
public struct BundleRerun: Hashable, Sendable {
    /// Conclusions that were compared, and those of them that came out the same.
    public let compared: Int
    public let same: Int
    /// In the order of their names.
    public let differences: [ConclusionDifference]
    public let causes: [RerunCause]
    /// Items without which a part of it could not be computed again.
    public let notThere: [BundleRedaction]
    /// Why it was not computed again what the silences in it mean; `nil` where it was, and where there are none.
    public var unjudged: UnjudgedSilences?

    /// What of a flight or silence was not compared, since what it was weighed by was taken out; `nil` where all was.
    public var uncompared: UncomparedFlights?

    public var isSame: Bool { differences.isEmpty }
}
