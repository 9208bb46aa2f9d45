public import Aero

/// A visit as it is kept: under a name of its own, with the texts its spans point into.
public struct KeptVisit: Hashable, Sendable, Identifiable {
    /// Small letters and digits, made by chance: it tells nothing and is not used twice.
    public let id: String
    public let created: Timestamp
    public let visit: Visit
    /// The whole text of each report that has one, by the report's number. Private: what leaves is the words of spans.
    public let texts: [Int: String]

    public init(id: String, created: Timestamp, visit: Visit, texts: [Int: String]) {
        self.id = id
        self.created = created
        self.visit = visit
        self.texts = texts
    }

    /// When it was changed last.
    public var changed: Timestamp { visit.changes.last?.at ?? created }
    /// How many changes it is made of: who changes it says which he saw.
    public var version: Int { visit.changes.count }

    /// The words of a stretch of a report; `nil` where the text is not kept or shorter.
    public func words(_ span: TextSpan, of report: Int) -> String? { texts[report].flatMap(span.words(of:)) }
}
