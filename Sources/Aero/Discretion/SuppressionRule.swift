/// One line of a list of aircraft that are not, or not simply, shown.
public struct SuppressionRule: Hashable, Sendable {
    /// Counts for both spaces of its 24 bits: a ground station may tell of the same aircraft under either.
    public var address: AircraftAddress
    public var mode: SuppressionMode
    /// `nil`: from the beginning of time.
    public var from: Timestamp?
    /// The first moment it does not hold any more; `nil`: for ever.
    public var to: Timestamp?
    public var reason: SuppressionReason

    public init(
        _ address: AircraftAddress,
        _ mode: SuppressionMode,
        from: Timestamp? = nil,
        to: Timestamp? = nil,
        reason: SuppressionReason
    ) {
        self.address = address
        self.mode = mode
        self.from = from
        self.to = to
        self.reason = reason
    }

    /// When it holds; `nil` when it ends before it begins.
    public var times: Range<Timestamp>? {
        let (start, end) = (from ?? Timestamp(nanoseconds: .min), to ?? Timestamp(nanoseconds: .max))
        return start < end ? start..<end : nil
    }
}
