/// Something that was concluded, under a name that another program of ours gives the same thing.
public struct Conclusion: Hashable, Sendable {
    /// `candidate/157716/seen_at_stop/2`: what is below a name explains it.
    public let name: String
    public let value: CanonicalJSON

    public init(_ name: String, _ value: CanonicalJSON) {
        self.name = name
        self.value = value
    }
}

extension Conclusion {
    static let item = "conclusions.jsonl"

    var canonical: CanonicalJSON { .object(["name": .string(name), "value": value]) }

    init(_ fields: CanonicalFields) throws(CanonicalJSONError) {
        self.init(try fields.string("name"), fields["value"])
    }
}
