/// What was heard on one day.
public struct ArchivedDay: Hashable, Sendable {
    /// Days since 1970-01-01, UTC.
    public let number: Int64
    public let aircraft: Int
    public let positions: Int
    public let otherObservations: Int
    /// Whether receivers were up for all of it, as far as the manifest can tell; `nil`: no manifest yet.
    public let isComplete: Bool?
    public init(number: Int64, aircraft: Int, positions: Int, otherObservations: Int, isComplete: Bool?) {
        self.number = number
        self.aircraft = aircraft
        self.positions = positions
        self.otherObservations = otherObservations
        self.isComplete = isComplete
    }
}
