/// One end of a runway, from which it is used in one direction.
public struct RunwayEnd: Hashable, Sendable {
    /// What is painted on it, for example `07L`: tens of degrees, magnetic as a rule.
    public let designator: String?
    /// Where the paved part begins; `nil` where the list has no place, or one that contradicts the rest of the row.
    public let position: Position?
    public let elevation: Feet?
    /// How far behind `position` landing aircraft may touch down.
    public let displacement: Feet?
    /// Direction of use as the list says it; degrees true.
    public let listedHeading: Degrees?

    public init(
        designator: String?,
        position: Position?,
        elevation: Feet?,
        displacement: Feet?,
        listedHeading: Degrees?
    ) {
        self.designator = designator
        self.position = position
        self.elevation = elevation
        self.displacement = displacement
        self.listedHeading = listedHeading
    }
}
