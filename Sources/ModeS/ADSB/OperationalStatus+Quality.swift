public import Aero

extension OperationalStatus {
    /// EPU: how far positions may be off, 95 %; `nil` when unknown.
    public var positionUncertainty: Metres? { nacP.flatMap { QualityFigures.positionUncertainty(nacP: $0) } }
    /// How far velocities on the ground may be off, metres a second, 95 %; `nil` when unknown.
    public var velocityUncertaintyMetresPerSecond: Double? {
        nacV.flatMap { QualityFigures.velocityUncertainty(nacV: $0) }
    }
    /// How far heights above the ellipsoid may be off, 95 %; `nil` when unknown.
    public var heightUncertainty: Metres? { gva.flatMap { QualityFigures.heightUncertainty(gva: $0) } }
    /// How probable it is that a position lies outside the radius of containment unnoticed; per sample if `silSupplement`, else per hour.
    /// Version 1 does not tell which.
    public var integrityRisk: Double? { sil.flatMap { QualityFigures.integrityRisk(sil: $0) } }
    /// How probable a fault is that makes the equipment send something false, per hour of flight.
    public var faultProbability: Double? { sda.flatMap { QualityFigures.faultProbability(sda: $0) } }
}
