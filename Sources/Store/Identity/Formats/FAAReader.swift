import Aero

/// The FAA's `MASTER.txt`: comma between padded cells, no quotes. Street, city and zip are never read, and a name only of a government, or of a
/// company where that is switched on.
final class FAAReader: IdentityReader {
    private let reader: DelimitedReader
    private let companies: Bool
    private let types: FAATypes
    private var head = HeadRow(
        .faa,
        required: ["N-NUMBER", "MODE S CODE", "TYPE REGISTRANT", "MFR MDL CODE"]
    )

    init(_ source: any ByteSource, types: FAATypes, companies: Bool) {
        reader = DelimitedReader(source, separator: UInt8(ascii: ","), hasQuotes: false)
        self.types = types
        self.companies = companies
    }

    var encoding: String { reader.encoding }

    func next(into row: inout IdentityRow) throws(IdentityError) -> Bool {
        switch try head.next(reader, into: &row) {
        case .end: return false
        case .fault: return true
        case .cells(let columns):
            take(columns, &row)
            return true
        }
    }

    private func take(_ columns: ColumnNames, _ row: inout IdentityRow) {
        guard takeAddress(columns, &row) else { return }
        let from = IdentityDate.end(reader.text(columns["CERT ISSUE DATE"])) ?? .open
        row.takeRegistration(
            "N" + reader.text(columns["N-NUMBER"]),
            .register,
            confidence: .certain,
            validity: Validity(from: from)
        )
        let code = reader.text(columns["MFR MDL CODE"])
        if let type = types[code] {
            // Only what was built in series has a maker that is no person, and a serial that is no name.
            row.take(filtered: .model, type, .register)
            row.take(.serial, reader.text(columns["SERIAL NUMBER"]), .register)
        }
        let year = reader.text(columns["YEAR MFR"])
        if !year.isEmpty { row.take(.built, year, .register) }
        takeName(columns, &row)
    }

    /// Hexadecimal where the file has it; octal else. Both must agree.
    private func takeAddress(_ columns: ColumnNames, _ row: inout IdentityRow) -> Bool {
        let octal = reader.text(columns["MODE S CODE"])
        let hexadecimal = reader.text(columns["MODE S CODE HEX"])
        let bits = octal.utf8.count == 8 ? UInt32(octal, radix: 8).flatMap { $0 <= 0xFF_FFFF ? $0 : nil } : nil
        if !hexadecimal.isEmpty {
            guard row.takeAddress(hexadecimal) else { return false }
            if let bits, row.subject != .address(AircraftAddress(icao: bits)) {
                row.faults.append("the octal and the hexadecimal address differ")
                row.subject = nil
                return false
            }
            return true
        }
        guard let bits else {
            row.faults.append("no address")
            return false
        }
        row.subject = .address(AircraftAddress(icao: bits))
        return true
    }

    private func takeName(_ columns: ColumnNames, _ row: inout IdentityRow) {
        let name = reader.text(columns["NAME"])
        guard !name.isEmpty else { return }
        switch reader.text(columns["TYPE REGISTRANT"]) {
        case "5":
            row.statements.append(IdentityStatement(relation: .category, object: "government", kind: .register))
            row.take(filtered: .aircraftOperator, name, .register, companies: companies)
        case "3", "7", "8":
            row.take(filtered: .aircraftOperator, name, .register, companies: companies)
        default:
            row.namesLeftOut += 1
        }
    }
}
