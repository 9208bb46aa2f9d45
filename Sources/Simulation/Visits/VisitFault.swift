/// In what an announcement is wrong.
public enum VisitFault: String, CaseIterable, Sendable {
    /// One stop is a day earlier or later.
    case otherDay = "other_day"
    /// A stop was announced and not made.
    case cancelledStop = "cancelled_stop"
    /// They land at another airport, up to 400 km away.
    case otherAirport = "other_airport"
    /// Two stops are made in the other order.
    case otherOrder = "other_order"
}
