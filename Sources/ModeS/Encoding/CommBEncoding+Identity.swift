import Aero

extension CommBEncoding {
    /// Register 2,1: registration of up to seven characters, airline of two; `nil` leaves one out, and so does an illegal character.
    public static func registrationMarkings(registration: String?, airline: String? = nil) -> Field56 {
        var field = FieldAssembler()
        write(registration, to: &field, status: 1, count: 7)
        write(airline, to: &field, status: 44, count: 2)
        return field.field
    }

    /// Register 3,0, or from bit 9 the message of type code 28, subtype 2: an advisory of the collision avoidance.
    public static func resolutionAdvisory(
        _ action: BDS30.Action,
        complements: BDS30.Complements = [],
        isTerminated: Bool = false,
        hasMultipleThreats: Bool = false,
        threat: BDS30.Threat = .unknown
    ) -> Field56 {
        var field = FieldAssembler()
        field.set(1, 8, to: 0x30)
        var multiple = hasMultipleThreats
        switch action {
        case .none: break
        case .single(let advisory):
            let bits = [
                true, advisory.isCorrective, advisory.isDownward, advisory.isIncreasedRate, advisory.isReversal,
                advisory.isCrossing, advisory.isPositive,
            ]
            for (offset, bit) in bits.enumerated() { field.set(9 + offset, to: bit) }
        case .multiple(let advisory):
            multiple = true
            let bits = [
                advisory.correctsUpward, advisory.requiresClimb, advisory.correctsDownward, advisory.requiresDescent,
                advisory.isCrossing, advisory.isReversal,
            ]
            for (offset, bit) in bits.enumerated() { field.set(10 + offset, to: bit) }
        }
        field.set(23, 26, to: UInt64(complements.rawValue))
        field.set(27, to: isTerminated)
        field.set(28, to: multiple)
        write(threat, to: &field)
        return field.field
    }

    private static func write(_ threat: BDS30.Threat, to field: inout FieldAssembler) {
        switch threat {
        case .unknown: break
        case .address(let address):
            field.set(29, 30, to: 1)
            field.set(31, 54, to: UInt64(address.bits))
        case .place(let altitude, let range, let bearing):
            field.set(29, 30, to: 2)
            if let altitude { field.set(31, 43, to: UInt64(AltitudeEncoding.gillham13(altitude) ?? 0)) }
            if let range { field.set(44, 50, to: FieldAssembler.plusOne(range.rawValue, step: 0.1, bits: 7)) }
            if let bearing, bearing.rawValue.isFinite {
                field.set(51, 56, to: UInt64(bearing.asDirection.rawValue / 6) + 1)
            }
        }
    }

    /// A status bit and behind it characters, filled up with spaces; nothing for `nil` or an illegal character.
    static func write(_ text: String?, to field: inout FieldAssembler, status: Int, count: Int) {
        guard let text, text.utf8.count <= count else { return }
        let padded = text + String(repeating: " ", count: count - text.utf8.count)
        var codes: [UInt64] = []
        for character in padded {
            guard let bits = CallsignEncoding.bits(String(character)) else { return }
            codes.append(bits >> 42)
        }
        field.set(status, to: true)
        for (index, code) in codes.enumerated() {
            field.set(status + 1 + 6 * index, status + 6 + 6 * index, to: code)
        }
    }
}
