import Aero

/// What the archive was told of each aircraft; found by address and changed where it lies, since nearly every message asks.
struct ObservedFleet: Sendable {
    private var index = AddressIndex()
    private(set) var list: ContiguousArray<ObservedAircraft> = []

    var count: Int { list.count }
    var isEmpty: Bool { list.isEmpty }

    @inline(__always)
    func place(of address: AircraftAddress) -> Int? { index[address] }

    subscript(_ place: Int) -> ObservedAircraft {
        @inline(__always) get { list[place] }
        @inline(__always) _modify { yield &list[place] }
    }

    mutating func add(_ aircraft: ObservedAircraft) -> Int {
        index[aircraft.address] = list.count
        list.append(aircraft)
        return list.count - 1
    }

    mutating func keep(_ isKept: (ObservedAircraft) -> Bool) {
        let before = list
        index.removeAll()
        list.removeAll(keepingCapacity: true)
        for aircraft in before where isKept(aircraft) { _ = add(aircraft) }
    }
}
