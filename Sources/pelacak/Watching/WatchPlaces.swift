import Aero
import Watch

/// What rules may ask for by name: all airports by their codes, and the areas of the data folder. Zones are asked of the system when a rule names one.
enum WatchPlaces {
    static func context(_ gazetteer: Gazetteer, _ areas: AreaFiles) -> WatchContext {
        var airports: [String: Position] = [:]
        for slot in gazetteer.airports(ofSizes: .aeroplanes) {
            let airport = gazetteer.airport(at: slot)
            for code in [airport.icao, airport.iata, airport.identity].compactMap(\.self) {
                airports[code.uppercased()] = airport.position
            }
        }
        return WatchContext(areas: areas.byName(), airports: airports, zones: WatchZones.known)
    }
}
