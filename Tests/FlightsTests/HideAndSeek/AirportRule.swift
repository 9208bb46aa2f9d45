import Aero
import Flights

/// The rule to beat: coverage is expected where an airport lies within 200 nautical miles; silence there is "transponder off".
enum AirportRule {
    static func expectsCoverage(_ gap: Silence, _ airports: [Position]) -> Bool {
        [gap.last.position, gap.next?.position].compactMap { $0 }.allSatisfy { place in
            airports.contains { Geodesy.distance($0, place).nauticalMiles.rawValue <= 200 }
        }
    }
}
