/// An airport at which an aircraft may land, how likely, and when.
public struct ArrivalEstimate: Hashable, Sendable {
    /// The gazetteer's identity, as `WIII`.
    public let field: String
    /// 0 … 1; what is missing to 1 over all estimates lies with airports that are not named.
    public let share: Double
    /// When it lands, if it is there.
    public let interval: ArrivalInterval
}
