import Flights

/// What can happen to an aircraft, with names replaced by numbers.
enum Signal: Hashable, Sendable {
    case heard
    case firstEver
    case reappeared(after: Int64)
    case takeoff(at: Set<String>, kinds: Set<Knowing>)
    case landing(at: Set<String>, kinds: Set<Knowing>)
    case enters(Int)
    case leaves(Int)
    case silent(atLeast: Int64, classes: Set<GapClass>)
    case squawk(Set<UInt16>)
    case callsignChanged(TextPattern?)
    case sourceLost
    case interference
    case level(Int)
}
