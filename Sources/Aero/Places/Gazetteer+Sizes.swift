extension Gazetteer {
    /// All airports of some sizes, in the gazetteer's own order.
    public func airports(ofSizes sizes: AirportSizes) -> [AirportSlot] {
        airportRows.indices
            .filter { sizes.contains(AirportSizes(airportRows[$0].size)) }
            .map { AirportSlot(UInt32($0)) }
    }

    /// Whether scheduled flights use the airport.
    public func hasScheduledService(at slot: AirportSlot) -> Bool { airportRows[slot.index].hasScheduledService }
}
