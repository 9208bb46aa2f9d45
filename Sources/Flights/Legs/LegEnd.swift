public import Aero

/// A take-off or a landing: how it is known, when it was at the earliest and latest, and where.
public struct LegEnd: Hashable, Sendable {
    public let knowing: Knowing
    public let span: Span
    /// Likeliest first; one alone with probability 1 where it was seen there, none where nothing says where.
    public let fields: [FieldChance]
    /// The designator of the runway's end that was used.
    public let runway: String?
    /// The first, or last, moment at which the aircraft was heard in the air; `nil` where it was not heard on this leg at all.
    public let heard: Timestamp?

    public init(knowing: Knowing, span: Span, fields: [FieldChance], runway: String? = nil, heard: Timestamp?) {
        self.knowing = knowing
        self.span = span
        self.fields = fields
        self.runway = runway
        self.heard = heard
    }

    /// The likeliest airport.
    public var field: String? { fields.first?.field }
}
