public import Aero

extension Squawk {
    /// Reads the 13 bits C1 A1 C2 A2 C4 A4 X B1 D1 B2 D2 B4 D4, right-aligned; higher bits and X are dropped.
    ///
    /// - Source: ICAO Annex 10 Vol IV, 3.1.2.6.7.1.
    public init(id13 code: UInt32) {
        func bit(_ shift: UInt32) -> UInt16 { UInt16(truncatingIfNeeded: code >> shift & 1) }
        let a = bit(7) << 2 | bit(9) << 1 | bit(11)
        let b = bit(1) << 2 | bit(3) << 1 | bit(5)
        let c = bit(8) << 2 | bit(10) << 1 | bit(12)
        let d = bit(0) << 2 | bit(2) << 1 | bit(4)
        self.init(rawValue: a << 9 | b << 6 | c << 3 | d)
    }
}
