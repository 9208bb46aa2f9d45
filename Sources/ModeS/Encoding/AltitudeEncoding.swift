public import Aero

/// Altitude codes out of feet: 13 bits in replies, 12 bits in extended squitters.
///
/// - Source: ICAO Annex 10 Vol IV, 3.1.2.6.5.4 and its appendix on the pressure-altitude transmission code.
public enum AltitudeEncoding {
    /// The 13-bit code of replies (bits 20-32 of DF 0, 4, 16, 20).
    ///
    /// 25-ft steps from -1,000 to 50,175 ft, the 100-ft Gillham code above that up to 126,700 ft.
    /// - Returns: 0, the code for "no altitude", for `nil` and for what neither code reaches.
    public static func code13(_ altitude: Feet?) -> UInt16 {
        guard let altitude, altitude.rawValue.isFinite else { return 0 }
        let steps = ((altitude.rawValue + 1000) / 25).rounded()
        guard steps >= 0 else { return gillham13(altitude) ?? 0 }
        guard steps <= 2047 else { return gillham13(altitude) ?? 0 }
        let number = UInt16(steps)
        // Six bits above M, one between M and Q, four below Q.
        return (number & 0x7E0) << 2 | (number & 0x10) << 1 | 0x10 | number & 0xF
    }

    /// The 12-bit code of extended squitters (ME bits 9-20): the 13-bit code without its M bit.
    public static func code12(_ altitude: Feet?) -> UInt16 { withoutM(code13(altitude)) }

    /// The 13-bit code in 100-ft Gillham steps.
    ///
    /// - Returns: `nil` outside -1,200 … 126,700 ft.
    public static func gillham13(_ altitude: Feet) -> UInt16? {
        guard altitude.rawValue.isFinite, (-1250..<126_750).contains(altitude.rawValue) else { return nil }
        let hundreds = Int((altitude.rawValue / 100).rounded()) + 13
        guard (1...1280).contains(hundreds) else { return nil }
        let fiveHundreds = (hundreds - 1) / 5
        var rest = hundreds - 5 * fiveHundreds
        if fiveHundreds % 2 == 1 { rest = 6 - rest }
        if rest == 5 { rest = 7 }
        let coarse = fiveHundreds ^ fiveHundreds >> 1
        let fine = rest ^ rest >> 1
        var code: UInt16 = 0
        for (place, target) in coarsePlaces.enumerated() where coarse >> (7 - place) & 1 == 1 { code |= 1 << target }
        for (place, target) in finePlaces.enumerated() where fine >> (2 - place) & 1 == 1 { code |= 1 << target }
        return code
    }

    /// A 13-bit code with its M bit taken out.
    static func withoutM(_ code: UInt16) -> UInt16 { (code & 0x1F80) >> 1 | code & 0x3F }

    /// Where D2 D4 A1 A2 A4 B1 B2 B4 stand in the 13 bits, counted from the right.
    private static let coarsePlaces: [UInt16] = [2, 0, 11, 9, 7, 5, 3, 1]
    /// Where C1 C2 C4 stand.
    private static let finePlaces: [UInt16] = [12, 10, 8]
}
