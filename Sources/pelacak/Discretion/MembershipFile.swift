import Aero
import Foundation

/// A list of aircraft that somebody gives out, LADD or PIA: one aircraft a line, by its address or by a registration from which the
/// state's rule gives the address.
///
/// A head row is read by its names (`icao`, `hex`, `Mode S Code Hex`, `registration`, `N-Number` …), in any order of columns and with
/// comma, semicolon or tab between them; without one the first field counts.
struct MembershipFile: Sendable {
    /// What a line said that is no aircraft.
    struct Unreadable: Hashable, Sendable {
        /// Counted from 1. What stands there is not repeated: it may be anybody's name.
        let line: Int
    }

    private(set) var addresses: Set<AircraftAddress> = []
    /// Of these the address follows from the registration, by a rule that has exceptions.
    private(set) var byRule = 0
    private(set) var unreadable: [Unreadable] = []

    private static let mostLines = 1_000_000
    static let largest = 64 << 20
    private static let hexNames: Set<String> = [
        "icao", "icao24", "icaohex", "hex", "address", "modes", "modeshex", "modescodehex",
    ]
    private static let registrationNames: Set<String> = [
        "registration", "reg", "nnumber", "tail", "tailnumber", "registrationmark",
    ]

    private struct Columns {
        var hex: Int?
        var registration: Int?
    }

    /// Reads a file's text.
    ///
    /// - Throws: `UsageError` for one that is too long. What is no aircraft is told by line and taken for nothing.
    init(_ text: String) throws(UsageError) {
        var number = 0
        var columns: Columns?
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            guard number <= Self.mostLines else { throw UsageError("more than 1,000,000 lines") }
            let line = number == 1 && line.hasPrefix("\u{FEFF}") ? line.dropFirst() : line
            if line.allSatisfy(\.isWhitespace) || line.hasPrefix("#") { continue }
            let fields = Self.fields(line)
            guard let known = columns else {
                if let head = Self.columns(fields) {
                    columns = head
                } else {
                    columns = Columns(hex: 0, registration: 0)
                    take(fields, Columns(hex: 0, registration: 0), number)
                }
                continue
            }
            take(fields, known, number)
        }
    }

    private mutating func take(_ fields: [String], _ columns: Columns, _ line: Int) {
        func field(_ column: Int?) -> String? { column.flatMap { fields.indices.contains($0) ? fields[$0] : nil } }
        if let text = field(columns.hex), let address = AircraftAddress(text) {
            addresses.insert(address)
            return
        }
        if let text = field(columns.registration)?.uppercased() {
            // The FAA writes them without their first letter.
            let american = text.hasPrefix("N") ? text : "N" + text
            if let address = Registration.address(of: text) ?? Registration.address(of: american) {
                addresses.insert(address)
                byRule += 1
                return
            }
        }
        unreadable.append(Unreadable(line: line))
    }

    private static func columns(_ fields: [String]) -> Columns? {
        let names = fields.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
        let columns = Columns(
            hex: names.firstIndex(where: hexNames.contains),
            registration: names.firstIndex(where: registrationNames.contains)
        )
        return columns.hex == nil && columns.registration == nil ? nil : columns
    }

    private static func fields(_ line: Substring) -> [String] {
        line.split(omittingEmptySubsequences: false) { $0 == "," || $0 == ";" || $0 == "\t" }.map {
            $0.trimmingCharacters(in: CharacterSet(charactersIn: " \"'$"))
        }
    }
}
