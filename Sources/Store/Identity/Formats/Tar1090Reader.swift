import Aero

/// tar1090-db `aircraft.csv`: `;` between cells, no head: address, registration, type, flags, model, year, owner.
///
/// Flags are 0 and 1 from bit 0 on: military, interesting, PIA, LADD.
final class Tar1090Reader: IdentityReader {
    private let reader: DelimitedReader
    private let companies: Bool

    init(_ source: any ByteSource, companies: Bool) {
        reader = DelimitedReader(source, separator: UInt8(ascii: ";"))
        self.companies = companies
    }

    var encoding: String { reader.encoding }

    func next(into row: inout IdentityRow) throws(IdentityError) -> Bool {
        guard let kind = try reader.next() else { return false }
        row.clear(line: reader.line)
        guard kind == .cells else {
            row.faults.append("the row is longer than any is")
            return true
        }
        guard reader.count >= 4 else {
            row.faults.append("\(reader.count) cells, not 7 with ; between them")
            return true
        }
        guard row.takeAddress(reader.text(0)) else { return true }
        row.takeRegistration(reader.text(1), .list)
        let type = reader.text(2)
        row.take(.type, type, .list)
        takeFlags(reader.text(3), &row)
        // What has no type designator is mostly amateur-built: its maker is a person.
        if !type.isEmpty { row.take(filtered: .model, reader.text(4), .list) }
        row.take(.built, reader.text(5), .list)
        row.take(filtered: .aircraftOperator, reader.text(6), .list, companies: companies)
        return true
    }

    private func takeFlags(_ text: String, _ row: inout IdentityRow) {
        guard text.utf8.count <= 16, text.utf8.allSatisfy({ $0 == 48 || $0 == 49 }) else {
            row.faults.append("what stands as flags is not 0 and 1")
            return
        }
        for (index, bit) in text.utf8.enumerated() where bit == 49 {
            switch index {
            case 0: row.statements.append(IdentityStatement(relation: .category, object: "military", kind: .list))
            case 1: row.statements.append(IdentityStatement(relation: .list, object: "interesting", kind: .list))
            case 2: row.statements.append(IdentityStatement(relation: .list, object: "PIA", kind: .list))
            case 3: row.statements.append(IdentityStatement(relation: .list, object: "LADD", kind: .list))
            default: continue
            }
        }
    }
}
