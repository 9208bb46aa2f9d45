public import Aero

/// The 13-bit identity code out of a squawk.
///
/// - Source: ICAO Annex 10 Vol IV, 3.1.2.6.7.1: C1 A1 C2 A2 C4 A4 X B1 D1 B2 D2 B4 D4.
public enum IdentityEncoding {
    /// Bits 20-32 of DF5 and DF21, ME bits 12-24 of type code 28.
    public static func code13(_ squawk: Squawk) -> UInt16 {
        let a = squawk.rawValue >> 9 & 7
        let b = squawk.rawValue >> 6 & 7
        let c = squawk.rawValue >> 3 & 7
        let d = squawk.rawValue & 7
        let high = spread(c) << 8 | spread(a) << 7
        return high | spread(b) << 1 | spread(d)
    }

    /// Bits 1, 2, 4 of a digit at places 4, 2, 0.
    private static func spread(_ digit: UInt16) -> UInt16 { (digit & 1) << 4 | (digit & 2) << 1 | (digit & 4) >> 2 }
}
