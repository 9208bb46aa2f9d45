/// What an edition is of.
public struct EditionSubject: Hashable, Sendable {
    public let kind: BundleHead.Subject
    /// Of a visit its name in its installation; of a flight or a silence the aircraft and when it began: `34718d-20240618t063100z`.
    public let id: String

    public init(_ kind: BundleHead.Subject, _ id: String) {
        self.kind = kind
        self.id = id
    }

    public static func visit(_ id: String) -> EditionSubject { EditionSubject(.visit, id) }
}
