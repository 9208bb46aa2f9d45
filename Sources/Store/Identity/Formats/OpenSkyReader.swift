import Aero

/// OpenSky's `aircraftDatabase.csv`: a head row read by name, since columns differ by year. The owner is never read.
final class OpenSkyReader: IdentityReader {
    private let reader: DelimitedReader
    private let companies: Bool
    private var head = HeadRow(.openSky, required: ["icao24", "registration"])

    init(_ source: any ByteSource, companies: Bool) {
        reader = DelimitedReader(source, separator: UInt8(ascii: ","))
        self.companies = companies
    }

    var encoding: String { reader.encoding }

    func next(into row: inout IdentityRow) throws(IdentityError) -> Bool {
        while true {
            switch try head.next(reader, into: &row) {
            case .end: return false
            case .fault: return true
            case .cells(let columns):
                // Some years have a row of dashes or blanks below the head.
                if reader.text(columns["icao24"]).isEmpty, reader.text(columns["registration"]).isEmpty { continue }
                take(columns, &row)
                return true
            }
        }
    }

    private func take(_ columns: ColumnNames, _ row: inout IdentityRow) {
        guard row.takeAddress(cell(columns["icao24"])) else { return }
        let from = IdentityDate.end(cell(columns["registered"])) ?? .open
        let to = IdentityDate.end(cell(columns["reguntil"])) ?? .open
        row.takeRegistration(cell(columns["registration"]), .list, validity: Validity(from: from, to: to))
        let type = cell(columns["typecode"])
        row.take(.type, type, .list)
        // A designator says that a series was built; without one the serial may be its builder's name.
        if !type.isEmpty { row.take(.serial, cell(columns["serialnumber"]), .list) }
        row.take(.operatorCode, cell(columns["operatoricao"]), .list)
        row.take(filtered: .aircraftOperator, cell(columns["operator"]), .list, companies: companies)
        let built = cell(columns["built"])
        if !built.isEmpty { row.take(.built, String(built.prefix(4)), .list) }
    }

    /// Newer files put quotes of their own kind around every cell.
    private func cell(_ index: Int) -> String {
        let text = reader.text(index)
        guard text.utf8.count >= 2, text.hasPrefix("'"), text.hasSuffix("'") else { return text }
        return String(text.dropFirst().dropLast())
    }
}
