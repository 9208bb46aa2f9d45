import Aero

/// What one row says about its subject, before it becomes a fact.
struct IdentityStatement: Hashable {
    var relation: IdentityRelation
    var object: String
    var validity = Validity.always
    var kind: IdentitySourceKind
    var confidence = IdentityConfidence.probable
    var polarity = IdentityFact.Polarity.says
    var detail = ""

    /// Kind, confidence, polarity as the table has them.
    var marks: Int64 { Int64(kind.rawValue) | Int64(confidence.rawValue) << 4 | Int64(polarity.rawValue) << 8 }

    /// What tells two statements of a source about a subject apart.
    var key: Key {
        Key(
            relation: relation.rawValue,
            object: object,
            validFrom: validity.from.code,
            validTo: validity.to.code,
            marks: marks
        )
    }

    struct Key: Hashable {
        let relation: UInt8
        let object: String
        let validFrom: Int64
        let validTo: Int64
        let marks: Int64
    }
}
