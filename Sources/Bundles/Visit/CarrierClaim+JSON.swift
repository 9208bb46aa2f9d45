import Aero
import Visits

extension CarrierClaim {
    private enum Word: String { case types, aircraft, charter, ownFleetRuledOut }

    var canonical: CanonicalJSON {
        var members: [String: CanonicalJSON] = ["certainty": .number(certainty)]
        let word: Word
        switch content {
        case .types(let types):
            word = .types
            members["types"] = .array(types.sorted().map { .string($0) })
        case .aircraft(let address):
            word = .aircraft
            members["address"] = .string(address.hex)
        case .charter: word = .charter
        case .ownFleetRuledOut: word = .ownFleetRuledOut
        }
        members["says"] = .string(word.rawValue)
        return .object(members)
    }

    init(_ fields: CanonicalFields) throws(CanonicalJSONError) {
        let content: Content =
            switch try fields.choice("says", Word.self) {
            case .types: .types(try Self.types(fields))
            case .aircraft: .aircraft(try fields.address("address"))
            case .charter: .charter
            case .ownFleetRuledOut: .ownFleetRuledOut
            }
        self.init(content, certainty: try fields.double("certainty", in: 0...1))
    }

    private static func types(_ fields: CanonicalFields) throws(CanonicalJSONError) -> Set<String> {
        let types = try fields.strings("types")
        guard types.count <= VisitLimits.typesOfAClaim else { throw fields.wrong("types") }
        return Set(types)
    }
}
