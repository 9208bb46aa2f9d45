import Testing

@testable import Aero

struct PlaceProtectionTests {
    private static let middle = Position(latitude: 52, longitude: 5)

    @Test("what is shown is as good as what was measured of it, never better")
    func grades() {
        func grade(_ range: Metres?, _ floor: Feet?, middle: Position? = Self.middle) -> PlaceProtection {
            PlaceProtection(ShownSky(middle: middle, range: range, floor: floor), isExact: false)
        }
        #expect(grade(nil, nil) == .none && grade(50_000, nil) == .none && grade(nil, 10_000) == .none)
        #expect(grade(50_000, 9_999) == .none && grade(200_001, 10_000) == .none)
        #expect(grade(200_000, 10_000) == .several && grade(50_001, 20_000) == .several)
        #expect(grade(50_000, 10_000) == .single && grade(20_000, 40_000) == .single)
        #expect(grade(50_000, 10_000, middle: nil) == .none)
        #expect(PlaceProtection(ShownSky(), isExact: true) == .exact)
    }
}
