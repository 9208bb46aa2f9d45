import Testing

@testable import Aero

struct RunwayTests {
    private func end(
        _ designator: String,
        _ place: (Double, Double)? = nil,
        displacement: Feet? = nil,
        heading: Degrees? = nil
    ) -> RunwayEnd {
        RunwayEnd(
            designator: designator,
            position: place.flatMap { Position(latitude: $0.0, longitude: $0.1) },
            elevation: -12,
            displacement: displacement,
            listedHeading: heading
        )
    }

    private func runway(_ low: RunwayEnd, _ high: RunwayEnd) -> Runway {
        Runway(low: low, high: high, length: 11_490, width: nil, surface: .paved, isLighted: true)
    }

    // Pyongyang Sunan 17/35, as OurAirports of October 2022 lists its ends; it lists the headings as 163 and 343.
    @Test func headingsComeFromTheEnds() throws {
        let sunan = runway(end("17", (39.220_402, 125.664_001)), end("35", (39.190_201, 125.676_003)))
        let south = try #require(sunan.headingFromLow)
        let north = try #require(sunan.headingFromHigh)
        #expect(abs(south.rawValue - 163) < 0.5)
        #expect(abs(north.rawValue - 343) < 0.5)
        let length = Geodesy.distance(try #require(sunan.low.position), try #require(sunan.high.position))
        #expect((length - Feet(11_490).metres).magnitude < 30)
    }

    @Test func withoutPlacesTheListedHeadingIsTaken() {
        #expect(runway(end("17", heading: 163), end("35")).headingFromHigh == 343)
        #expect(runway(end("17", heading: 163), end("35")).headingFromLow == 163)
        #expect(runway(end("17"), end("35")).headingFromLow == nil)
        #expect(runway(end("17", (1, 1)), end("35", (1, 1))).headingFromLow == nil)
    }

    @Test func aDisplacedThresholdLiesInward() throws {
        let one = runway(end("18", (10, 20), displacement: 1_000), end("36", (9.97, 20)))
        let threshold = try #require(one.lowThreshold)
        #expect(abs(Geodesy.distance(threshold, try #require(one.low.position)).rawValue - 304.8) < 0.01)
        #expect(threshold.latitude < 10)
        #expect(one.highThreshold == one.high.position)
        #expect(runway(end("18", (10, 20), displacement: 1_000), end("36")).lowThreshold == nil)
        #expect(runway(end("18"), end("36")).lowThreshold == nil)
    }

    @Test func whatIsPackedComesBack() {
        let one = runway(end("07L", (-6.121_06, 106.639), displacement: 341), end("25R", heading: 248.3))
        #expect(RunwayRow(one).whole == one)
    }
}
