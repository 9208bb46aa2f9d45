/// What a receiver adds to the signal that is none of the air's: for samples that are made up.
public struct ReceiverFaults: Hashable, Sendable {
    /// A constant (DC) in phase and in quadrature, in shares of full scale.
    public var constantInPhase = 0.0
    public var constantQuadrature = 0.0
    /// By how much the quadrature part is too strong, a share; below 0 too weak.
    public var gainImbalance = 0.0
    /// How much of the in-phase part leaks into the quadrature part, a share.
    public var crosstalk = 0.0
    /// How much faster the receiver's clock runs than it says, parts per million.
    public var clockError = 0.0

    /// None.
    public init() {}

    /// What becomes of a sample.
    func applied(to sample: (Double, Double)) -> (Double, Double) {
        let (i, q) = sample
        return (i + constantInPhase, (1 + gainImbalance) * q + crosstalk * i + constantQuadrature)
    }
}
