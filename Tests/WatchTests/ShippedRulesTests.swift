import Aero
import Flights
import Foundation
import Testing

@testable import Watch

/// The rules that ship as examples, each made true once, and kept quiet by what only looks like it.
struct ShippedRulesTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "Lists/watches")

    private static func rule(_ name: String) throws -> WatchRule {
        let data = try Data(contentsOf: folder.appending(path: name + ".json"))
        return try WatchRule(RuleValue(json: [UInt8](data)), id: name)
    }

    private static func stage(_ name: String) throws -> Stage {
        var stage = try Stage([rule(name)])
        identify(&stage, at: -10)
        return stage
    }

    /// Says who all are, as is done whenever somebody is heard for the first time or after long.
    private static func identify(_ stage: inout Stage, at second: Double) {
        for (number, fleet) in [(UInt32(1), "F"), (2, "F"), (3, "G")] {
            let identity = WatchIdentity(
                type: "IL96",
                operatorCode: "RSD",
                category: "state",
                fleet: fleet,
                lists: number == 1 ? ["special-flights"] : []
            )
            stage.at(second + Double(number), number, .identified(identity))
        }
    }

    @Test("all of them are read, with a title in each language")
    func all() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter {
            $0.hasSuffix(".json")
        }
        #expect(names.count == 13)
        for name in names {
            let rule = try Self.rule(String(name.dropLast(5)))
            #expect(rule.version == 1 && rule.outcome.title?.indonesian != nil, "\(name)")
        }
    }

    @Test("a special flight takes off: that one, not another")
    func takesOff() throws {
        var stage = try Self.stage("special-flight-takes-off")
        stage.at(10, 2, .takeoff(airport: "UUWW", .observed))
        stage.at(20, 1, .takeoff(airport: "UUWW", .unknown))
        #expect(stage.alerts.isEmpty)
        stage.at(30, 1, .takeoff(airport: "UUWW", .inferred))
        #expect(stage.alerts.count == 1)
    }

    @Test("within 150 km of an announced stop, in its days")
    func nearStop() throws {
        var stage = try Self.stage("near-an-announced-stop")
        let day = 1_779_321_600.0
        Self.identify(&stage, at: day - 10)
        stage.at(day, 1, Stage.sample(60, 125))
        stage.at(day + 600, 1, Stage.sample(61.2, 129.7))
        stage.at(day + 900, 1, Stage.sample(61.9, 129.7))
        #expect(stage.alerts.map(\.time) == [Stage.time(day + 600)])
        stage.at(day + 7200, 1, Stage.sample(50, 129.7))
        stage.at(day + 4 * 86_400, 1, Stage.sample(61.9, 129.7))
        #expect(stage.alerts.count == 1)
    }

    @Test("silent where others are heard: not where nobody is, and once in a silence")
    func silent() throws {
        var stage = try Self.stage("silent-over-covered-area")
        stage.at(100, 1, Stage.sample(55, 37))
        stage.at(1300, 1, .silent(since: Stage.time(100), .noCoverage))
        #expect(stage.alerts.isEmpty)
        stage.at(1900, 1, .silent(since: Stage.time(100), .offLikely))
        stage.at(3700, 1, .silent(since: Stage.time(100), .offLikely))
        #expect(stage.alerts.map(\.time) == [Stage.time(1900)])
        #expect(stage.engine.silences == [RuleDuration(seconds: 1200)])
    }

    @Test("heard again after 30 days, not after 29")
    func reappeared() throws {
        var stage = try Self.stage("reappeared-after-30-days")
        Self.identify(&stage, at: 40 * 86_400 - 10)
        stage.at(40 * 86_400, 1, .reappeared(lastHeard: Stage.time(11 * 86_400 + 1)))
        #expect(stage.alerts.isEmpty)
        Self.identify(&stage, at: 80 * 86_400 - 10)
        stage.at(80 * 86_400, 1, .reappeared(lastHeard: Stage.time(50 * 86_400)))
        #expect(stage.alerts.count == 1)
    }

    @Test("three of a fleet take off within two hours: three, not one thrice")
    func three() throws {
        var stage = try Self.stage("three-of-a-fleet")
        for (seconds, number) in [(0.0, UInt32(1)), (60, 1), (120, 1), (180, 2)] {
            stage.at(seconds, number, .takeoff(airport: nil, .observed))
        }
        #expect(stage.alerts.isEmpty)
        stage.at(7000, 3, .takeoff(airport: nil, .observed))
        #expect(stage.alerts.first?.bound.first?.aircraft.map(\.bits) == [1, 2, 3])
    }

    @Test("ADS-B is lost while Mode S goes on")
    func sourceLost() throws {
        var stage = try Self.stage("adsb-lost-mode-s-goes-on")
        stage.at(10, 1, .sourceLost)
        stage.at(20, 9, .sourceLost)
        #expect(stage.alerts.count == 1)
    }

    @Test("satellite navigation is disturbed: of a state aircraft, once in two hours")
    func interference() throws {
        var stage = try Self.stage("navigation-disturbed")
        stage.at(10, 1, .interference(before: 8, now: 0))
        stage.at(20, 9, .interference(before: 8, now: 0))
        stage.at(600, 1, .interference(before: 9, now: 2))
        #expect(stage.alerts.count == 1)
    }

    @Test("emergency: of anybody, once while the code is sent")
    func emergency() throws {
        var stage = try Self.stage("emergency-squawk")
        for second in 0..<10 { stage.at(Double(second), 9, .squawk(Squawk(rawValue: 0o7700), isCertain: true)) }
        #expect(stage.alerts.map(\.time) == [Stage.time(1)])
    }

    @Test("the pair: its sister must be near, of the same fleet, in the silence")
    func relayPair() throws {
        func run(sister: UInt32, _ latitude: Double, at seconds: Double) throws -> [WatchAlert] {
            var stage = try Self.stage("relay-pair")
            if seconds < 100 { stage.at(seconds, sister, Stage.sample(latitude, 37.3)) }
            stage.at(100, 1, Stage.sample(55.6, 37.3))
            if seconds > 100 { stage.at(seconds, sister, Stage.sample(latitude, 37.3)) }
            stage.at(1300, 1, .silent(since: Stage.time(100), .offLikely))
            stage.at(5000, 1, .landing(airport: "UUWW", .inferred))
            return stage.alerts
        }
        #expect(try run(sister: 2, 55.9, at: 700).count == 1)
        #expect(try run(sister: 2, 57.9, at: 700).isEmpty)
        #expect(try run(sister: 3, 55.9, at: 700).isEmpty)
        #expect(try run(sister: 2, 55.9, at: 50).isEmpty)
    }
}
