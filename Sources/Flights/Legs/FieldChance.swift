/// An airport with the probability that it is the one.
public struct FieldChance: Hashable, Sendable {
    /// The gazetteer's identity, as `WIII` or `US-0420`.
    public let field: String
    /// 0 … 1; what is missing to 1 over a list lies with airports that are not in it.
    public let probability: Double

    public init(field: String, probability: Double) {
        self.field = field
        self.probability = probability
    }
}
