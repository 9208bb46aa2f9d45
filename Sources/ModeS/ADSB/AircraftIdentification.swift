/// Callsign and category, TC 1…4.
///
/// - Source: RTCA DO-260B, 2.2.3.2.5.
public struct AircraftIdentification: Hashable, Sendable {
    public let category: EmitterCategory?
    public let callsign: Callsign

    init(_ field: Field56) {
        category = EmitterCategory(typeCode: UInt8(field.bits(1, 5)), number: UInt8(field.bits(6, 8)))
        callsign = Callsign(rawValue: field.rawValue)
    }
}
