public import Aero

/// What is known beside the text when it is drafted. The clock and the zones come from outside.
public struct DraftContext: Sendable {
    /// When the text was put in.
    public let enteredAt: Timestamp
    /// When it was published, where that is known; with the outlet's offset from UTC in seconds east.
    public let published: Timestamp?
    public let outletOffsetSeconds: Int?
    /// Seconds east of UTC in a zone of the IANA database, at an instant; `nil` for a zone it does not know.
    public let zoneOffset: @Sendable (_ zone: String, _ at: Timestamp) -> Int?

    public init(
        enteredAt: Timestamp,
        published: Timestamp? = nil,
        outletOffsetSeconds: Int? = nil,
        zoneOffset: @escaping @Sendable (_ zone: String, _ at: Timestamp) -> Int?
    ) {
        self.enteredAt = enteredAt
        self.published = published
        self.outletOffsetSeconds = outletOffsetSeconds
        self.zoneOffset = zoneOffset
    }
}
