extension Gazetteer {
    /// The nearest airports to a place, nearest first.
    ///
    /// - Parameters:
    ///   - count: at most so many, up to 256.
    ///   - sizes: which to consider. Closed ones, heliports and seaplane bases are left out unless asked for.
    ///   - reach: none farther than this on the great circle; without it the whole Earth.
    /// - Returns: distances on the sphere of `Geodesy`, to the airports' reference points; fewer than `count` if there are fewer.
    public func airports(
        near position: Position,
        count: Int = 1,
        sizes: AirportSizes = .aeroplanes,
        within reach: Metres = 30_000_000
    ) -> [NearbyAirport] {
        index.nearest(to: position, sizes: sizes, count: count, reach: reach)
            .map { number in
                let slot = AirportSlot(number)
                return NearbyAirport(slot: slot, distance: Geodesy.distance(position, self.position(at: slot)))
            }
            .filter { $0.distance <= reach }
            .sorted { $0.distance < $1.distance }
    }

    /// The airports of a country, largest first; of one size those with scheduled service first.
    public func airports(in state: StateCode, sizes: AirportSizes = .aeroplanes) -> [AirportSlot] {
        airportRows.indices
            .filter { airportRows[$0].country == state && sizes.contains(AirportSizes(airportRows[$0].size)) }
            .sorted { one, other in
                func rank(_ row: AirportRow) -> (UInt8, Int) { (row.size.rawValue, row.hasScheduledService ? 0 : 1) }
                let (left, right) = (rank(airportRows[one]), rank(airportRows[other]))
                return left != right ? left < right : one < other
            }
            .map { AirportSlot(UInt32($0)) }
    }

    /// The airports that serve a city: those whose town it is, and those within reach of its middle; largest first, then nearest.
    ///
    /// - Parameter reach: of those whose list names another town, or none.
    public func airports(
        serving id: CityID,
        sizes: AirportSizes = .aeroplanes,
        within reach: Metres = 40_000
    ) -> [NearbyAirport] {
        guard let number = cityByID[id] else { return [] }
        let middle = cityRows[Int(number)].position.position
        // A municipality's city is never farther: `Tools/gazetteer/airports.py`.
        let near = airports(near: middle, count: AirportIndex.most, sizes: sizes, within: 90_000)
        return near.filter { airportRows[$0.slot.index].city == number || $0.distance <= reach }.sorted { one, other in
            (size(at: one.slot).rawValue, one.distance.rawValue) < (
                size(at: other.slot).rawValue, other.distance.rawValue
            )
        }
    }
}
