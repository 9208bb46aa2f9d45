import Aero

/// What a reader finds in a row.
struct IdentityRow {
    /// From 1; the row's number in a database.
    var line = 0
    var subject: IdentitySubject?
    var statements: [IdentityStatement] = []
    /// Why it was not taken, or a part of it.
    var faults: [String] = []
    /// Conflicts that are seen in the row itself: a spreadsheet's damage, texts that are no registrations.
    var conflicts: [IdentityConflict.Kind: [String]] = [:]
    /// Names and texts left out, since they may be of natural persons.
    var namesLeftOut = 0

    mutating func clear(line: Int) {
        self.line = line
        subject = nil
        statements.removeAll(keepingCapacity: true)
        faults.removeAll(keepingCapacity: true)
        if !conflicts.isEmpty { conflicts = [:] }
        namesLeftOut = 0
    }

    /// Takes the subject from a cell.
    ///
    /// - Returns: whether there is one; if not, the fault is noted.
    mutating func takeAddress(_ text: String) -> Bool {
        switch AddressCell(text) {
        case .address(let address):
            subject = .address(address)
            return true
        case .blank: faults.append("no address")
        case .exponent(let candidates):
            let words = candidates.map(\.hex)
            faults.append(
                "a spreadsheet made a number of the address"
                    + (words.isEmpty ? "" : "; it may have been " + words.joined(separator: " or "))
            )
            conflicts[.spreadsheet] = [String(text.prefix(20))] + words
        case .lostZeros(let address):
            faults.append("the address has fewer than six digits; a spreadsheet may have made it of \(address.hex)")
            conflicts[.spreadsheet] = [String(text.prefix(20)), address.hex]
        case .other(let count): faults.append("what stands as address (\(count) characters) is none")
        }
        return false
    }

    /// Takes a registration, if it is one; says why not otherwise. Nothing at all is no fault.
    mutating func takeRegistration(
        _ text: String,
        _ kind: IdentitySourceKind,
        confidence: IdentityConfidence = .probable,
        validity: Validity = .always
    ) {
        var state: StateCode?
        if case .address(let address) = subject { state = AddressBlocks.state(of: address) }
        if let fault = RegistrationText.fault(in: text, state: state) {
            guard fault != .blank else { return }
            faults.append(fault.description)
            // A number or a word of the known ones may be repeated; anything else may be anybody's name.
            switch fault {
            case .spreadsheet: conflicts[.spreadsheet] = [String(text.prefix(20))]
            case .placeholder(let word): conflicts[.noRegistration] = [word]
            default: conflicts[.noRegistration] = []
            }
            return
        }
        statements.append(
            IdentityStatement(
                relation: .registration,
                object: text.uppercased(),
                validity: validity,
                kind: kind,
                confidence: confidence
            )
        )
    }

    /// Takes a text if it has the shape of its relation; a wrong one is a fault.
    mutating func take(_ relation: IdentityRelation, _ text: String, _ kind: IdentitySourceKind) {
        guard !text.isEmpty else { return }
        guard let object = IdentityShape.object(text, of: relation) else {
            faults.append("what stands as \(relation.name) (\(text.count) characters) is none")
            return
        }
        statements.append(IdentityStatement(relation: relation, object: object, kind: kind))
    }

    /// Takes a model or an operator, if the filters are sure that no natural person is named.
    mutating func take(
        filtered relation: IdentityRelation,
        _ text: String,
        _ kind: IdentitySourceKind,
        companies: Bool = false
    ) {
        guard !text.isEmpty else { return }
        let isFree =
            relation == .model
            ? ModelFilter.accepts(text)
            : OwnerFilter.accepts(text, companies: companies)
        guard isFree else {
            namesLeftOut += 1
            return
        }
        statements.append(IdentityStatement(relation: relation, object: text, kind: kind))
    }
}
