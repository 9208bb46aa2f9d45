import Aero

/// Which texts can be the object of a relation.
enum IdentityShape {
    /// The text as it is kept; `nil` if it cannot be one.
    static func object(_ text: String, of relation: IdentityRelation) -> String? {
        let upper = text.uppercased()
        let bytes = Array(upper.utf8)
        switch relation {
        case .registration:
            return RegistrationText.fault(in: text, state: nil) == nil ? upper : nil
        case .airframe:
            return AirframeID(text)?.description
        case .serial:
            let isShort = (1...20).contains(bytes.count) && bytes.contains(where: isDigit)
            return isShort && bytes.allSatisfy { isDigit($0) || isLetter($0) || "-/. ".utf8.contains($0) } ? upper : nil
        case .type:
            return (2...4).contains(bytes.count) && bytes.allSatisfy { isDigit($0) || isLetter($0) } ? upper : nil
        case .operatorCode:
            return bytes.count == 3 && bytes.allSatisfy(isLetter) ? upper : nil
        case .callsign:
            return (1...8).contains(bytes.count) && bytes.allSatisfy { isDigit($0) || isLetter($0) } ? upper : nil
        case .built:
            guard bytes.count == 4, let year = Int(upper), (1903...2100).contains(year) else { return nil }
            return upper
        case .category:
            return ["military", "government", "police", "civil"].first { $0 == text.lowercased() }
        case .model, .aircraftOperator, .fleet, .list:
            let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
            return (1...80).contains(text.count) && isPlain ? text : nil
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
}
