import Aero
import Tracking

/// What is remembered of all aircraft. One is taken out to be changed and put back, so that nothing of it is copied meanwhile.
struct WatchedFleet: Sendable {
    private var places: [AircraftAddress: Int] = [:]
    private var list: ContiguousArray<WatchedAircraft?> = []

    var count: Int { places.count }

    subscript(address: AircraftAddress) -> WatchedAircraft? { places[address].flatMap { list[$0] } }

    mutating func take(_ address: AircraftAddress) -> WatchedAircraft? {
        guard let place = places[address] else { return nil }
        var taken: WatchedAircraft?
        swap(&taken, &list[place])
        return taken
    }

    mutating func put(_ one: consuming WatchedAircraft) {
        let address = one.aircraft.address
        if let place = places[address] {
            list[place] = one
        } else {
            places[address] = list.count
            list.append(one)
        }
    }

    /// All times at which somebody was heard last, in no order.
    var lastHeard: [Timestamp] { list.compactMap { $0?.lastHeard } }

    mutating func keep(_ isKept: (inout WatchedAircraft) -> Bool) {
        let before = list
        places.removeAll(keepingCapacity: true)
        list.removeAll(keepingCapacity: true)
        for case var one? in before where isKept(&one) { put(one) }
    }
}
