/// Who says what a claim says.
public struct Speaker: Hashable, Sendable {
    /// As written, without article; the full name where the text has it elsewhere.
    public let name: String
    /// Whether the text says that they are not to be named.
    public let isUnnamed: Bool
    /// The outlet that they told it, where that is not the one that wrote the text.
    public let toldTo: String?
    public let span: TextSpan

    public init(name: String, isUnnamed: Bool = false, toldTo: String? = nil, span: TextSpan) {
        self.name = name
        self.isUnnamed = isUnnamed
        self.toldTo = toldTo
        self.span = span
    }

    /// Name and way in one line: "two unnamed people via Example Wire".
    public var line: String { toldTo.map { "\(name) via \($0)" } ?? name }
}
