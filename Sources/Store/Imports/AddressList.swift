public import Aero

/// A list of addresses as a person writes it: one a line, `~` before those that are no ICAO addresses; what stands behind a comma, a
/// semicolon, a blank or `#` is passed over, and so is a first line without an address.
public enum AddressList {
    /// Addresses that are read at most.
    public static let longest = 1_000_000

    /// - Throws: `badList` with the number of the first line that holds no address, or when there are none.
    public static func read(_ text: String) throws(ImportError) -> Set<AircraftAddress> {
        var found: Set<AircraftAddress> = []
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            let word = line.drop { $0 == " " || $0 == "\t" || $0 == "\u{FEFF}" }.prefix { !" ,;\t#".contains($0) }
            let bare = word.filter { $0 != "\"" }
            guard !bare.isEmpty else { continue }
            guard let address = AircraftAddress(bare) else {
                if number == 1 { continue }
                throw .badList(line: number, text: String(bare.prefix(40)))
            }
            found.insert(address)
            guard found.count <= longest else { throw .badList(line: number, text: "more than \(longest) addresses") }
        }
        guard !found.isEmpty else { throw .badList(line: number, text: "no address at all") }
        return found
    }
}
