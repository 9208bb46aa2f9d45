import Aero

/// Our own CSV: a head row with names, comma or semicolon, `#` before remarks. docs/identity.md has the form.
final class OwnReader: IdentityReader {
    private let reader: DelimitedReader
    private let companies: Bool
    private var head = HeadRow(.own, required: ["subject", "relation", "object"], remark: UInt8(ascii: "#"))

    /// - Parameter separator: comma or semicolon, as the head row has it.
    init(_ source: any ByteSource, separator: UInt8, companies: Bool) {
        reader = DelimitedReader(source, separator: separator)
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
        let subject = reader.text(columns["subject"])
        if let airframe = AirframeID(subject) {
            row.subject = .airframe(airframe)
        } else {
            guard row.takeAddress(subject) else { return }
        }
        guard let relation = IdentityRelation(name: reader.text(columns["relation"])) else {
            row.faults.append("no such relation")
            return
        }
        let text = reader.text(columns["object"])
        guard let statement = statement(relation, text, columns, &row) else { return }
        row.statements.append(statement)
    }

    private func statement(
        _ relation: IdentityRelation,
        _ text: String,
        _ columns: ColumnNames,
        _ row: inout IdentityRow
    ) -> IdentityStatement? {
        guard let object = IdentityShape.object(text, of: relation) else {
            row.faults.append("what stands as \(relation.name) (\(text.count) characters) is none")
            return nil
        }
        let isName = relation == .aircraftOperator && !OwnerFilter.accepts(text, companies: companies)
        if isName || relation == .model && !ModelFilter.accepts(text) {
            row.namesLeftOut += 1
            return nil
        }
        guard let from = end(reader.text(columns["valid_from"])), let to = end(reader.text(columns["valid_to"])) else {
            row.faults.append("a date is none: write 2021-05-03, 2021-05, 2021, ? for unknown, nothing for open")
            return nil
        }
        let words = (reader.text(columns["confidence"]), reader.text(columns["kind"]), reader.text(columns["polarity"]))
        guard let confidence = words.0.isEmpty ? .probable : IdentityConfidence(name: words.0),
            let kind = words.1.isEmpty ? .person : IdentitySourceKind(name: words.1),
            let polarity = ["": IdentityFact.Polarity.says, "says": .says, "denies": .denies][words.2]
        else {
            row.faults.append("confidence, kind or polarity is a word that is not known")
            return nil
        }
        return IdentityStatement(
            relation: relation,
            object: object,
            validity: Validity(from: from, to: to),
            kind: kind,
            confidence: confidence,
            polarity: polarity,
            detail: String(reader.text(columns["reason"]).prefix(300))
        )
    }

    private func end(_ text: String) -> ValidityEnd? {
        text.isEmpty ? .open : text == "?" ? .unknown : IdentityDate.end(text)
    }
}
