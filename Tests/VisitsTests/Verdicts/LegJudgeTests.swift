import Aero
import Foundation
import Testing
import Visits

struct LegJudgeTests {
    private static func airport(_ code: String, _ latitude: Double, _ longitude: Double) throws -> [StopAirport] {
        [StopAirport(code: code, position: try #require(Position(latitude: latitude, longitude: longitude)), weight: 1)]
    }

    private static func at(_ hours: Double, slack: Double = 0) -> ArrivalWindow {
        let start = Timestamp(seconds: 1_718_600_000 + (hours - slack) * 3_600)
        let end = Timestamp(seconds: 1_718_600_000 + (hours + slack) * 3_600)
        return ArrivalWindow(readings: [ArrivalReading(start: start, end: end, zone: .stated, weight: 1)])
    }

    @Test(
        "the golden leg times",
        .enabled(if: Story.folder != nil, "needs the golden cases beside the checkout")
    )
    func golden() throws {
        let folder = try #require(Story.folder)
        let data = try Data(contentsOf: folder.appendingPathComponent("reach-golden.json"))
        let root = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        let places = try #require(root["airports"] as? [String: [String: Double]])
        let cases = try #require(root["leg_times"] as? [[String: Any]])
        for one in cases {
            func position(_ key: String) throws -> [StopAirport] {
                let code = try #require(one[key] as? String)
                return try Self.airport(code, try #require(places[code]?["lat"]), try #require(places[code]?["lon"]))
            }
            let claimed = try #require((one["claimed_h"] as? NSNumber)?.doubleValue)
            let verdict = LegJudge.verdict(
                from: try position("a"),
                to: try position("b"),
                departure: Self.at(0),
                arrival: Self.at(claimed)
            )
            let wanted = one["verdict"] as? String
            #expect((verdict.outcome == .contradicted) == (wanted == "impossible"))
            if case .long = verdict.reason { #expect(wanted == "long") } else { #expect(wanted != "long") }
        }
        #expect(cases.count == 4)
    }

    /// Two flights of four hours and of 1:55 over 4,909 km, one of 4:48 over 2,558 km; distances of the golden cases.
    @Test func plantedContradictions() throws {
        let (moscow, yakutsk) = (
            try Self.airport("UUWW", 55.59153, 37.261478), try Self.airport("UEEE", 62.09325, 129.770599)
        )
        let pyongyang = try Self.airport("ZKPY", 39.22406, 125.670097)
        for hours in [1.9, 4.0, 4.8] {
            let verdict = LegJudge.verdict(from: moscow, to: yakutsk, departure: Self.at(0), arrival: Self.at(hours))
            #expect(verdict.outcome == .contradicted, "\(hours)")
        }
        let long = LegJudge.verdict(
            from: yakutsk,
            to: pyongyang,
            departure: Self.at(0),
            arrival: Self.at(4.8),
            claims: [1, 2]
        )
        guard case .long(let hours, let distance, let typical, let slow) = long.reason else {
            Issue.record("\(long.reason)")
            return
        }
        #expect(long.outcome == .supported && long.claims == [1, 2])
        #expect(abs(hours.lowerBound - 4.8) < 1e-6 && abs(distance.rawValue - 2_558_114) < 10)
        #expect(abs(typical - 3.4934) < 1e-3 && abs(slow - 4.2716) < 1e-3)
    }

    @Test("a doubt about the time is on the side of the claim")
    func kind() throws {
        let (moscow, yakutsk) = (
            try Self.airport("UUWW", 55.59153, 37.261478), try Self.airport("UEEE", 62.09325, 129.770599)
        )
        let wide = LegJudge.verdict(
            from: moscow,
            to: yakutsk,
            departure: Self.at(0, slack: 1),
            arrival: Self.at(4, slack: 1)
        )
        #expect(wide.outcome == .supported)
        let before = LegJudge.verdict(from: moscow, to: yakutsk, departure: Self.at(0), arrival: Self.at(-1))
        #expect(before.outcome == .contradicted)
    }

    @Test func withoutPlaceOrTimeNothingIsTested() throws {
        let moscow = try Self.airport("UUWW", 55.59153, 37.261478)
        #expect(LegJudge.verdict(from: moscow, to: [], departure: Self.at(0), arrival: Self.at(4)).reason == .noPlace)
        #expect(
            LegJudge.verdict(from: moscow, to: moscow, departure: ArrivalWindow(), arrival: Self.at(4)).reason
                == .noTime
        )
    }
}
