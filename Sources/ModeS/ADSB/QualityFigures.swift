public import Aero

/// What the categories of quality in ADS-B stand for. 0 is "unknown" in each, and gives `nil`.
///
/// - Source: RTCA DO-260B, 2.2.3.2.7.2.7 (NACp), 2.2.3.2.6.1.5 (NACv), 2.2.3.2.7.2.9 (SIL), 2.2.3.2.7.2.4.6 (SDA), 2.2.3.2.7.2.8 (GVA);
///   RTCA DO-260, table 2-11 (NUCp).
public enum QualityFigures {
    /// EPU: how far the horizontal position may be off, 95 %.
    ///
    /// - Parameter nacP: 0…11; higher ones are reserved.
    public static func positionUncertainty(nacP: UInt8) -> Metres? {
        switch nacP {
        case 1: 18_520
        case 2: 7_408
        case 3: 3_704
        case 4: 1_852
        case 5: 926
        case 6: 555.6
        case 7: 185.2
        case 8: 92.6
        case 9: 30
        case 10: 10
        case 11: 3
        default: nil
        }
    }

    /// How far the horizontal velocity may be off, metres a second, 95 %.
    ///
    /// - Parameter nacV: NACv or NUCr, 0…4; higher ones are reserved.
    public static func velocityUncertainty(nacV: UInt8) -> Double? {
        switch nacV {
        case 1: 10
        case 2: 3
        case 3: 1
        case 4: 0.3
        default: nil
        }
    }

    /// How far the geometric height may be off, 95 %.
    ///
    /// - Parameter gva: 0…2; 3 is reserved.
    public static func heightUncertainty(gva: UInt8) -> Metres? {
        switch gva {
        case 1: 150
        case 2: 45
        default: nil
        }
    }

    /// How probable it is that the position lies outside the radius of containment unnoticed.
    ///
    /// - Parameter sil: 0…3. Whether per hour or per sample, the supplement tells.
    public static func integrityRisk(sil: UInt8) -> Double? {
        switch sil {
        case 1: 1e-3
        case 2: 1e-5
        case 3: 1e-7
        default: nil
        }
    }

    /// How probable a fault is that makes the equipment send something false, per hour of flight.
    ///
    /// - Parameter sda: 0…3.
    public static func faultProbability(sda: UInt8) -> Double? { integrityRisk(sil: sda) }

    /// NUCp, 0…9, that a type code means in version 0; 0 for one that carries no position.
    public static func nucP(typeCode: UInt8) -> UInt8 {
        switch typeCode {
        case 5...8: 14 - typeCode
        case 9...18: 18 - typeCode
        case 20, 21: 29 - typeCode
        default: 0
        }
    }
}
