import Aero
import Testing
import Visits

struct ArrivalWindowTests {
    /// "Selasa malam" of the first story: 18 to 24 h in the clocks of place (+9), capital (+3) and outlet (+7).
    private let readings = [
        reading(9, 15, .place, 0.60), reading(15, 21, .subject, 0.25), reading(11, 17, .outlet, 0.15),
    ]

    @Test("a window is the union of its readings, cut by what bounds it")
    func union() {
        let window = ArrivalWindow(readings: readings)
        #expect(window.start == Self.hour(9) && window.end == Self.hour(21))
        let bounded = ArrivalWindow(readings: readings, earliest: Self.hour(12), latest: Self.hour(30))
        #expect(bounded.start == Self.hour(12) && bounded.end == Self.hour(21))
    }

    @Test("a side that one reading leaves open is open, unless it is bounded")
    func open() {
        let open = ArrivalWindow(
            readings: readings + [ArrivalReading(start: Self.hour(10), end: nil, zone: .stated, weight: 0)]
        )
        #expect(open.start == Self.hour(9) && open.end == nil)
        #expect(ArrivalWindow().start == nil && ArrivalWindow(latest: Self.hour(3)).end == Self.hour(3))
    }

    private static func reading(
        _ start: Int,
        _ end: Int,
        _ zone: ArrivalReading.ZoneBasis,
        _ weight: Double
    ) -> ArrivalReading {
        ArrivalReading(start: hour(start), end: hour(end), zone: zone, weight: weight)
    }

    private static func hour(_ hour: Int) -> Timestamp { Timestamp(nanoseconds: Int64(hour) * 3_600_000_000_000) }
}
