/// What kind of aircraft, vehicle or obstacle it says it is.
///
/// - Source: RTCA DO-260B, table 2-20 (2.2.3.2.5.2).
public struct EmitterCategory: Hashable, Sendable, CustomStringConvertible {
    /// `A` … `D` for type codes 4 … 1, as ASCII.
    public let set: UInt8
    /// 0…7; 0 means "no information".
    public let number: UInt8

    /// A category by type code, 1…4, and its three bits; `nil` for another type code.
    public init?(typeCode: UInt8, number: UInt8) {
        guard (1...4).contains(typeCode) else { return nil }
        set = UInt8(ascii: "E") - typeCode
        self.number = number & 7
    }

    /// Letter and digit, as `A5`.
    public var description: String { String(decoding: [set, UInt8(ascii: "0") + number], as: UTF8.self) }
    /// The same in one byte, as other trackers write it: `A5` is 0xA5.
    public var code: UInt8 { (set - UInt8(ascii: "A") + 10) << 4 | number }
}
