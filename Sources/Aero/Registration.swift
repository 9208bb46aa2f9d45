/// Registrations that follow from an address by arithmetic alone.
///
/// A rule is evidence, not truth: each has exceptions (a Russian one held for 95.8 % of a public list, the American for 99.95 %).
/// What is inferred here must be shown as inferred.
public enum Registration {
    /// What a state's rule gives, with the rule it rests on.
    public struct Inference: Hashable, Sendable {
        public let address: AircraftAddress
        /// With hyphen as painted, for example `RA-96016`, `D-EAAA`, `N1`.
        public let registration: String
        public let rule: RegistrationRule
    }

    /// The registration that the state's rule gives for an address, and the rule.
    ///
    /// - Returns: `nil` where no rule is known or the address lies outside the part of the block that the rule fills.
    public static func inference(from address: AircraftAddress) -> Inference? {
        guard address.isICAO else { return nil }
        let bits = address.bits
        let found =
            american(bits).map { ($0, RegistrationRule.american) } ?? russian(bits).map {
                ($0, RegistrationRule.russian)
            }
            ?? lettered(bits)
        return found.map { Inference(address: address, registration: $0.0, rule: $0.1) }
    }

    /// The address that the state's rule gives for a registration, and the rule.
    ///
    /// - Parameter registration: upper case; the hyphen must stand where it is painted.
    /// - Returns: `nil` for a registration outside the rules.
    public static func inference(of registration: some StringProtocol) -> Inference? {
        let text = Array(registration.utf8)
        let found =
            americanAddress(text).map { ($0, RegistrationRule.american) } ?? russianAddress(text)
            ?? letteredAddress(text)
        return found.map {
            Inference(address: AircraftAddress(icao: $0.0), registration: String(registration), rule: $0.1)
        }
    }

    /// The registration that the state's rule gives for an address.
    ///
    /// - Returns: with hyphen as painted, for example `RA-96016`, `D-EAAA`, `N1`; `nil` where no rule is known or the address lies
    ///   outside the part of the block that the rule fills.
    public static func inferred(from address: AircraftAddress) -> String? { inference(from: address)?.registration }

    /// The address that the state's rule gives for a registration: the inverse of `inferred`.
    ///
    /// - Parameter registration: upper case; the hyphen must stand where it is painted.
    /// - Returns: `nil` for a registration outside the rules.
    public static func address(of registration: some StringProtocol) -> AircraftAddress? {
        inference(of: registration)?.address
    }

    // MARK: Russia, 0x140000 + number

    private static func russian(_ bits: UInt32) -> String? {
        guard bits >= 0x140000, bits <= 0x140000 + 99_999 else { return nil }
        let digits = String(bits - 0x140000)
        return "RA-" + String(repeating: "0", count: 5 - digits.utf8.count) + digits
    }

    private static func russianAddress(_ text: [UInt8]) -> (UInt32, RegistrationRule)? {
        guard text.count == 8, text.starts(with: "RA-".utf8) || text.starts(with: "RF-".utf8) else { return nil }
        var number: UInt32 = 0
        for byte in text.dropFirst(3) {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            number = number * 10 + UInt32(byte - UInt8(ascii: "0"))
        }
        let rule = text[1] == UInt8(ascii: "A") ? RegistrationRule.russian : .russianState
        return (0x140000 + number, rule)
    }
}
