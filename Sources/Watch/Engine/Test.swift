import Aero
import Flights

/// A condition with names replaced by numbers.
indirect enum Test: Sendable {
    case all([Test])
    case any([Test])
    case not(Test)
    case happens(variable: Int, Signal)
    case within(Int, of: Int, Metres, age: Int64?)
    case sameAirport(Int, Int)
    case inside(Int, area: Int)
    case time(TimeWindow, WatchZone)
}
