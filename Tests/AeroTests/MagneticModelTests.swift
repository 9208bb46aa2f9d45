import Aero
import TestSupport
import Testing

struct MagneticModelTests {
    /// One official value: what the model's makers say its field is.
    struct Official: Sendable, CustomStringConvertible {
        let model: String
        let numbers: [Double]
        var description: String { "\(model) \(numbers)" }
        var position: Position? { Position(latitude: numbers[2], longitude: numbers[3]) }
        var height: Metres { Metres(numbers[1] * 1000) }
        var time: Timestamp { Timestamp(decimalYear: numbers[0]) }
    }

    static let official: [Official] = TestSupport.vectors("magnetic").flatMap { entry in
        (entry["rows"] as? [[Double]] ?? []).map { Official(model: entry["model"] as? String ?? "", numbers: $0) }
    }

    @Test func allOfficialValuesWereRead() {
        #expect(Self.official.count == 224)
        #expect(Self.official.filter { $0.model == "WMM-2025" }.count == 100)
        #expect(Self.official.allSatisfy { $0.numbers.count == 11 && $0.position != nil })
    }

    /// Angles are printed to 0.01° and strengths to 0.1 nT at least, so a right answer is half of that off at most.
    @Test("official values, angles within the rounding, strengths within 0.1 nT", arguments: official)
    func meetsOfficialValue(_ value: Official) throws {
        let place = try #require(value.position)
        let field = try #require(MagneticModel.field(at: place, height: value.height, on: value.time))
        #expect((field.declination.rawValue - value.numbers[4]).magnitude < 0.0051)
        #expect((field.inclination.rawValue - value.numbers[5]).magnitude < 0.0051)
        #expect((field.horizontalNanotesla - value.numbers[6]).magnitude < 0.1)
        #expect((field.northNanotesla - value.numbers[7]).magnitude < 0.1)
        #expect((field.eastNanotesla - value.numbers[8]).magnitude < 0.1)
        #expect((field.downNanotesla - value.numbers[9]).magnitude < 0.1)
        #expect((field.totalNanotesla - value.numbers[10]).magnitude < 0.1)
    }

    @Test(
        "outside the epochs there is no answer",
        arguments: [(2014.999, false), (2015, true), (2029.999, true), (2030, false), (1970, false), (2200, false)]
    )
    func validity(year: Double, isCovered: Bool) throws {
        let moscow = try #require(Position(latitude: 55.75, longitude: 37.62))
        let time = Timestamp(decimalYear: year)
        #expect((MagneticModel.declination(at: moscow, height: 0, on: time) != nil) == isCovered)
        #expect(
            (MagneticModel.trueHeading(fromMagnetic: 0, at: moscow, height: 0, on: time) != nil) == isCovered
        )
    }

    @Test("the epoch is chosen by date", arguments: [(2019.99, 2015.0), (2020, 2020), (2024.99, 2020), (2025, 2025)])
    func epochByDate(year: Double, epoch: Double) {
        #expect(MagneticModel.covering(Timestamp(decimalYear: year))?.epoch == epoch)
    }

    @Test("heights the model is not made for", arguments: [-1001, 850_001, .nan, .infinity])
    func height(metres: Double) throws {
        let place = try #require(Position(latitude: 1, longitude: 104))
        #expect(MagneticModel.field(at: place, height: Metres(metres), on: Timestamp(decimalYear: 2024)) == nil)
    }

    @Test func trueHeadingAddsTheDeclinationAndStaysADirection() throws {
        let pyongyang = try #require(Position(latitude: 39.2, longitude: 125.7))
        let time = Timestamp(seconds: 1_718_668_800)
        let declination = try #require(MagneticModel.declination(at: pyongyang, height: 10_000, on: time)).rawValue
        #expect(declination < -8 && declination > -10)
        let heading = try #require(
            MagneticModel.trueHeading(fromMagnetic: 5, at: pyongyang, height: 10_000, on: time)
        )
        #expect((heading.rawValue - (365 + declination)).magnitude < 1e-9)
        let none = MagneticModel.trueHeading(fromMagnetic: Degrees(.nan), at: pyongyang, height: 0, on: time)
        #expect(none == nil)
    }

    @Test func noTrueHeadingWhereACompassIsBlind() throws {
        // The first official value of 2025: H is 1,504 nT there.
        let place = try #require(Position(latitude: 89, longitude: -121))
        let time = Timestamp(decimalYear: 2025)
        let field = try #require(MagneticModel.field(at: place, height: 28_000, on: time))
        #expect(!field.isUsableByCompass)
        #expect(MagneticModel.trueHeading(fromMagnetic: 90, at: place, height: 28_000, on: time) == nil)
        #expect(MagneticModel.declination(at: place, height: 28_000, on: time) != nil)
    }

    /// The horizontal field is one vector at a pole, only its name turns with the meridian; the field does not jump there.
    @Test("poles are as smooth as other places", arguments: [90.0, -90], [-180.0, -90, -33, 0, 45, 121])
    func poles(latitude: Double, longitude: Double) throws {
        let time = Timestamp(decimalYear: 2026.3)
        let pole = try #require(Position(latitude: latitude, longitude: longitude))
        let beside = try #require(Position(latitude: latitude * (1 - 1e-9), longitude: longitude))
        let field = try #require(MagneticModel.field(at: pole, height: 9000, on: time))
        let near = try #require(MagneticModel.field(at: beside, height: 9000, on: time))
        #expect((field.northNanotesla - near.northNanotesla).magnitude < 0.01)
        #expect((field.eastNanotesla - near.eastNanotesla).magnitude < 0.01)
        #expect((field.downNanotesla - near.downNanotesla).magnitude < 0.01)
        let other = try #require(Position(latitude: latitude, longitude: longitude + 77))
        let same = try #require(MagneticModel.field(at: other, height: 9000, on: time))
        #expect((field.horizontalNanotesla - same.horizontalNanotesla).magnitude < 1e-6)
    }

    @Test func anywhereAtAnyTimeTheAnswerIsFinite() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<20_000 {
            let latitude = Double.random(in: -90...90, using: &generator)
            let longitude = Double.random(in: -180...180, using: &generator)
            let place = try #require(Position(latitude: latitude, longitude: longitude))
            let height = Metres(Double.random(in: -1000...850_000, using: &generator))
            let time = Timestamp(decimalYear: Double.random(in: 2015..<2029.999, using: &generator))
            let field = try #require(MagneticModel.field(at: place, height: height, on: time))
            // The field's range at the surface by the report is 22,000 … 67,000 nT; it is weaker above.
            #expect((12_000...70_000).contains(field.totalNanotesla))
            #expect((-180...180).contains(field.declination.rawValue))
        }
    }
}
