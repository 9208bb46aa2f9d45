/// The message in an ME field, by its type code.
///
/// - Source: RTCA DO-260B, table 2-11 (2.2.3.2.3.1).
public enum ADSBContent: Hashable, Sendable {
    /// TC 1…4.
    case identification(AircraftIdentification)
    /// TC 5…8.
    case surfacePosition(SurfacePosition)
    /// TC 9…18, 20…22, and 0 where it carries an altitude.
    case airbornePosition(AirbornePosition)
    /// DF18 with CF 3, which has no type code.
    case coarsePosition(CoarsePosition)
    /// TC 19.
    case velocity(AirborneVelocity)
    /// TC 28, subtype 1; TC 23, subtype 7.
    case status(AircraftStatus)
    /// TC 28, subtype 2: an advisory of the collision avoidance, laid out as register 3,0 from bit 9.
    case resolutionAdvisory(Field56)
    /// TC 29.
    case targetState(TargetState)
    /// TC 31.
    case operationalStatus(OperationalStatus)
    /// TC 23 but for subtype 7: a test.
    case test
    /// TC 24: state of a ground system.
    case systemStatus
    /// Nothing a standard describes (TC 25…27, 30, reserved subtypes), or a layout that is not sent by aircraft.
    case opaque

    /// Reads an ME field.
    ///
    /// - Parameter link: the way it came; relayed messages give some bits another meaning.
    public init(_ field: Field56, link: SquitterLink = .direct) {
        switch field.bits(1, 5) {
        case 0: self = field.bits(9, 20) == 0 ? .opaque : .airbornePosition(AirbornePosition(field, link: link))
        case 1...4: self = .identification(AircraftIdentification(field))
        case 5...8: self = .surfacePosition(SurfacePosition(field, link: link))
        case 9...18, 20...22: self = .airbornePosition(AirbornePosition(field, link: link))
        case 19: self = AirborneVelocity(field, link: link).map(ADSBContent.velocity) ?? .opaque
        case 23: self = field.bits(6, 8) == 7 ? .status(AircraftStatus(testMessage: field)) : .test
        case 24: self = .systemStatus
        case 28:
            switch field.bits(6, 8) {
            case 1: self = .status(AircraftStatus(field))
            case 2: self = .resolutionAdvisory(field)
            default: self = .opaque
            }
        case 29: self = TargetState(field).map(ADSBContent.targetState) ?? .opaque
        case 31: self = OperationalStatus(field).map(ADSBContent.operationalStatus) ?? .opaque
        default: self = .opaque
        }
    }
}
