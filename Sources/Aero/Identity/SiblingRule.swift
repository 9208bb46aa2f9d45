/// Which aircraft stand near another: evidence for a look, never membership.
public enum SiblingRule {
    /// The 24 addresses that differ by one bit: a single wrong bit in a reply names one of them.
    public static func oneBitAway(_ address: AircraftAddress) -> [AircraftAddress] {
        (0..<24).map { bit in
            let bits = address.bits ^ 1 << UInt32(bit)
            return address.isICAO ? AircraftAddress(icao: bits) : AircraftAddress(other: bits)
        }
    }

    /// Whether two registrations are neighbours: the same but for their last number or letter, which differ by at most `reach`.
    ///
    /// Numbers are compared as such (RA-96019 and RA-96022), letters at the last place alone (D-AIMA and D-AIMC).
    public static func areNeighbours(_ left: String, _ right: String, reach: Int = 5) -> Bool {
        let (one, other) = (RegistrationText.compact(left), RegistrationText.compact(right))
        guard one != other, one.count == other.count, one.count >= 3, let last = one.last, let end = other.last else {
            return false
        }
        if isDigit(last), isDigit(end) {
            let (stem, number) = split(one)
            let (otherStem, otherNumber) = split(other)
            guard stem == otherStem, let number, let otherNumber else { return false }
            return abs(number - otherNumber) <= reach
        }
        guard isLetter(last), isLetter(end), one.dropLast() == other.dropLast() else { return false }
        return abs(Int(last) - Int(end)) <= reach
    }

    /// The registrations that `areNeighbours` finds beside one, written as it is: `RA-96017` … `RA-96027` for RA-96022.
    public static func neighbours(of registration: String, reach: Int = 5) -> [String] {
        let text = Array(registration.utf8)
        guard RegistrationText.compact(registration).count >= 3, let last = text.last else { return [] }
        if isLetter(last) {
            return (-reach...reach).compactMap { step in
                let letter = Int(last) + step
                guard step != 0, (65...90).contains(letter) else { return nil }
                return String(decoding: text.dropLast() + [UInt8(letter)], as: UTF8.self)
            }
        }
        let digits = text.reversed().prefix { isDigit($0) }.count
        guard (1...18).contains(digits) else { return [] }
        let stem = String(decoding: text.dropLast(digits), as: UTF8.self)
        let number = text.suffix(digits).reduce(0) { $0 * 10 + Int($1 - 48) }
        return (number - reach...number + reach).compactMap { other in
            let tail = String(other)
            guard other >= 0, other != number, tail.utf8.count <= digits else { return nil }
            return stem + String(repeating: "0", count: digits - tail.utf8.count) + tail
        }
    }

    /// Whether an aircraft is a probable sibling: a neighbouring registration, the same type, the same operator.
    ///
    /// What is not known of either is no ground for a sibling.
    public static func isProbableSibling(_ one: RegisteredAircraft, _ other: RegisteredAircraft) -> Bool {
        guard let left = one.registration, let right = other.registration, areNeighbours(left, right),
            let type = one.type, type == other.type,
            let who = one.aircraftOperator, who == other.aircraftOperator
        else { return false }
        return one.address != other.address
    }

    private static func split(_ text: [UInt8]) -> (ArraySlice<UInt8>, Int?) {
        let digits = text.reversed().prefix { isDigit($0) }.count
        // Eighteen digits fit into the number.
        guard digits <= 18 else { return (text[...], nil) }
        return (text.dropLast(digits), text.suffix(digits).reduce(0) { $0 * 10 + Int($1 - 48) })
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
}
