public import Aero

extension Drafter {
    /// The airports of codes that somebody names, the first ones weighing most; unknown codes are left out.
    public func airports(codes: [String]) -> [StopAirport] { AirportChoice(places: places).airports(codes: codes) }

    /// The airports a name stands for; empty where no list has it.
    public func airports(named name: String) -> [StopAirport] {
        (try? stop(marking: TextSpan(0, name.utf8.count), in: name))?.airports ?? []
    }

    /// Where a journey of somebody from a state is assumed to begin: the airports of its capital, and other large ones.
    public func homes(of state: StateCode) -> [StopAirport] {
        places.country(state).map { AirportChoice(places: places).airports(of: $0) } ?? []
    }
}
