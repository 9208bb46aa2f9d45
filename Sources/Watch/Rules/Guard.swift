/// What must be so at the time of an event, without happening then.
public enum Guard: Hashable, Sendable {
    /// The last known places of two aircraft are not farther apart than so many km; neither older than that, where it is written.
    case within(Int, of: Int, km: Double, age: RuleDuration?)
    /// Both were last known to take off or land at the same airport.
    case sameAirport(Int, Int)
    /// The last known place lies in an area.
    case inside(Int, AreaReference)
    case time(TimeWindow)

    var variables: Set<Int> {
        switch self {
        case .within(let one, let other, _, _), .sameAirport(let one, let other): [one, other]
        case .inside(let one, _): [one]
        case .time: []
        }
    }
}
