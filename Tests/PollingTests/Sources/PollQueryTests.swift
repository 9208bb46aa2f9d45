import Aero
import Testing

@testable import Polling

@Suite struct PollQueryTests {
    private func query(_ options: [String: String], _ format: PollFormat) throws -> PollQuery {
        var options = options
        return try PollQuery(taking: &options, format: format)
    }

    @Test func questionsAreReadAndWrittenAgain() throws {
        for (word, value) in [
            ("circle", "52.3,-4.8,50"), ("hex", "4840d6,3c6444"), ("reg", "PH-BVA,N123AB"), ("type", "B738,A20N"),
        ] {
            #expect(try query([word: value], .v2).option.map { "\($0.key)=\($0.value ?? "")" } == "\(word)=\(value)")
        }
        #expect(try query(["mil": "1"], .v2) == .military)
        #expect(
            try query(["box": "45.8389,5.9962,47.8229,10.5226"], .openSky).option?.value
                == "45.8389,5.9962,47.8229,10.5226"
        )
        #expect(try query([:], .readsb) == .document)
    }

    @Test(arguments: [
        ["circle": "52,5"], ["circle": "91,5,50"], ["circle": "52,181,50"], ["circle": "52,5,0"],
        ["circle": "nan,5,50"],
        ["circle": "52,5,1e9"], ["hex": "xyz"], ["hex": "~2a00f3"], ["hex": ""], ["reg": "PH BVA"], ["reg": "a/../b"],
        ["type": "B7388"],
        ["type": "é"], ["mil": "yes"], ["circle": "1,2,3", "mil": "1"], [:], ["box": "1,2,3,4"],
    ])
    func whatCannotBeMeantIsRefused(options: [String: String]) {
        #expect(throws: PollSourceError.self) { try query(options, .v2) }
    }

    @Test(arguments: ["1,2,3", "47,5,45,10", "45,170,47,-170", "45,5,91,10", "45,5,47,inf"])
    func aBoxThatIsNoneIsRefused(box: String) {
        #expect(throws: PollSourceError.self) { try query(["box": box], .openSky) }
    }

    @Test func moreThanTwoHundredNamesAreRefused() {
        let many = Array(repeating: "4840d6", count: 201).joined(separator: ",")
        #expect(throws: PollSourceError.self) { try query(["hex": many], .v2) }
    }

    /// OpenSky REST API, "API credit usage": the examples of its table.
    @Test(arguments: [
        ("49.7,3.2,50.5,4.6", 1), ("46.5,-1.4,49.9,6.8", 2), ("42.2,-4.7,49.8,10.9", 3), ("-90,-180,90,180", 4),
    ])
    func creditsGoByTheArea(box: String, credits: Int) throws {
        #expect(try query(["box": box], .openSky).areaCredits == credits)
    }

    @Test func aQuestionWithoutABoxCostsTheMost() throws {
        #expect(try query(["icao24": "4b1814"], .openSky).areaCredits == 4)
    }
}
