import Aero
import ModeS
import Testing

/// Encodes and decodes by the formulas of the standard, written out here on their own.
struct CPREncodingTests {
    @Test("random places, poles, the antimeridian and every zone edge come back", arguments: [false, true])
    func roundTrip(surface: Bool) {
        var generator = SplitMix(state: 11)
        var worst = 0.0
        var worstNearPole = 0.0
        for index in 0..<40_000 {
            guard let place = Self.place(index, &generator) else { continue }
            for odd in [false, true] {
                let sent = surface ? CPREncoding.surface(place, odd: odd) : CPREncoding.airborne(place, odd: odd)
                let seen = Self.local(sent, near: place, surface: surface)
                let error = Geodesy.distance(place, seen).rawValue
                if abs(place.latitude) < 84 {
                    worst = max(worst, error)
                } else {
                    worstNearPole = max(worstNearPole, error)
                }
            }
        }
        #expect(worst <= (surface ? 1.3 : 5.1))
        // Beyond 84 degrees a longitude zone is up to 2,100 km wide, so half a step is up to 8 m.
        #expect(worstNearPole <= (surface ? 2.2 : 8.5))
    }

    @Test func airbornePairsDecodeGlobally() {
        var generator = SplitMix(state: 5)
        var decoded = 0
        var worst = 0.0
        for index in 0..<20_000 {
            guard let place = Self.place(index, &generator) else { continue }
            guard let seen = Self.global(.airborne(place, odd: false), .airborne(place, odd: true)) else { continue }
            decoded += 1
            worst = max(worst, Geodesy.distance(place, seen).rawValue)
        }
        #expect(decoded > 19_500)
        #expect(worst <= 8.5)
    }

    private static func place(_ index: Int, _ generator: inout SplitMix) -> Position? {
        let latitude: Double =
            switch index % 8 {
            case 0: 90 - generator.unit() * 1e-3
            case 1: -90 + generator.unit() * 1e-3
            case 2: 87 + (generator.unit() - 0.5) * 1e-6
            case 3: 10.4704713 + (generator.unit() - 0.5) * 2e-6
            default: generator.unit() * 180 - 90
            }
        let longitude = index % 5 == 0 ? 180 - generator.unit() * 1e-4 : generator.unit() * 360 - 180
        return Position(latitude: latitude, longitude: longitude)
    }

    private static func local(_ sent: CPREncoding, near reference: Position, surface: Bool) -> Position {
        let scale: Double = surface ? 90 : 360
        let height = scale / (sent.isOdd ? 59 : 60)
        let row = Double(sent.latitude) / 131_072
        let band = (0.5 + reference.latitude / height - row).rounded(.down)
        let latitude = height * (band + row)
        let zones = max(1, LongitudeZones.count(atLatitude: latitude) - (sent.isOdd ? 1 : 0))
        let width = scale / Double(zones)
        let column = Double(sent.longitude) / 131_072
        let strip = (0.5 + reference.longitude / width - column).rounded(.down)
        return Position(latitude: min(90, max(-90, latitude)), longitude: width * (strip + column)) ?? reference
    }

    private static func global(_ even: CPREncoding, _ odd: CPREncoding) -> Position? {
        let y0 = Double(even.latitude) / 131_072
        let y1 = Double(odd.latitude) / 131_072
        let j = (59 * y0 - 60 * y1 + 0.5).rounded(.down)
        let first = 6 * (modulo(j, 60) + y0)
        let second = 360 / 59 * (modulo(j, 59) + y1)
        let evenLatitude = first >= 270 ? first - 360 : first
        let oddLatitude = second >= 270 ? second - 360 : second
        let zones = LongitudeZones.count(atLatitude: evenLatitude)
        guard zones == LongitudeZones.count(atLatitude: oddLatitude), abs(evenLatitude) <= 90 else { return nil }
        let x0 = Double(even.longitude) / 131_072
        let x1 = Double(odd.longitude) / 131_072
        let m = (x0 * Double(zones - 1) - x1 * Double(zones) + 0.5).rounded(.down)
        let count = Double(max(1, zones))
        return Position(latitude: evenLatitude, longitude: 360 / count * (modulo(m, count) + x0))
    }

    private static func modulo(_ value: Double, _ divisor: Double) -> Double {
        value - divisor * (value / divisor).rounded(.down)
    }
}

/// A small generator for tests, the same numbers every time.
struct SplitMix {
    var state: UInt64

    mutating func unit() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return Double((z ^ z >> 31) >> 11) / 9_007_199_254_740_992
    }
}
