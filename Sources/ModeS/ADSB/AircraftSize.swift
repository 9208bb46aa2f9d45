public import Aero

/// How long and wide an aircraft or vehicle is at most: the length/width code of surface operational status.
///
/// - Source: RTCA DO-260B, 2.2.3.2.7.2.11; ICAO Doc 9871, B.2.3.10.11 and table C-30. Both versions agree but for code 0.
public struct AircraftSize: Hashable, Sendable {
    /// 0…15.
    public let code: UInt8
    /// Upper bound; of code 15 the aircraft may be longer.
    public let length: Metres
    /// Upper bound; of code 15 the aircraft may be wider.
    public let width: Metres

    /// A size by its four bits; `nil` for code 0 of version 2, "no data".
    ///
    /// - Parameter version: of ADS-B, 1 or 2.
    public init?(code: UInt8, version: UInt8) {
        let code = code & 15
        guard code != 0 || version == 1 else { return nil }
        self.code = code
        length = Metres(Double(code >> 1) * 10 + 15)
        width = AircraftSize.widths[Int(code)]
    }

    private static let widths: [16 of Metres] = [
        11.5, 23, 28.5, 34, 33, 38, 39.5, 45, 45, 52, 59.5, 67, 72.5, 80, 80, 90,
    ]
}
