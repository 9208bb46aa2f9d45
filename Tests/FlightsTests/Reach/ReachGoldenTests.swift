import Aero
import Flights
import Foundation
import TestSupport
import Testing

/// The golden cases beside the checkout: distances, leg times, stops in a gap, membership of the region.
@Suite(.enabled(if: TestSupport.hasRecordings, "needs the golden cases beside the checkout"))
struct ReachGoldenTests {
    private struct Golden {
        let root: [String: Any]

        init() throws {
            let folder = try unwrapped(TestSupport.recordings)
            let data = try Data(contentsOf: folder.appendingPathComponent("visits/reach-golden.json"))
            root = try unwrapped(JSONSerialization.jsonObject(with: data) as? [String: Any])
        }

        func list(_ key: String) throws -> [[String: Any]] { try unwrapped(root[key] as? [[String: Any]]) }

        func airport(_ code: Any?) throws -> Position {
            let all = try unwrapped(root["airports"] as? [String: [String: Double]])
            let one = try unwrapped(all[try unwrapped(code as? String)])
            return try unwrapped(Position(latitude: try unwrapped(one["lat"]), longitude: try unwrapped(one["lon"])))
        }
    }

    private static func number(_ value: Any?) throws -> Double { try unwrapped(value as? NSNumber).doubleValue }

    private func isNear(_ value: Double, _ wanted: Any?, within share: Double = 0.001) throws -> Bool {
        let wanted = try Self.number(wanted)
        return abs(value - wanted) <= max(0.000_5, share * abs(wanted))
    }

    @Test func distancesAndLegTimes() throws {
        let golden = try Golden()
        let cases = try golden.list("distances")
        for one in cases {
            let (a, b) = (try golden.airport(one["a"]), try golden.airport(one["b"]))
            let distance = Geodesy.distance(a, b)
            #expect(try isNear(distance.rawValue / 1_000, one["sphere_km"]))
            #expect(try isNear(distance.rawValue / 1_000, one["wgs84_km"], within: 0.004))
            #expect(try isNear(Geodesy.initialBearing(from: a, to: b).rawValue, one["sphere_bearing_deg"]))
            let envelope = LegEnvelope(distance: distance)
            #expect(try isNear(envelope.fastestSeconds / 3_600, one["fastest_h"]))
            #expect(try isNear(envelope.typicalSeconds / 3_600, one["typical_h"]))
            #expect(try isNear(envelope.slowSeconds / 3_600, one["slow_h"]))
        }
        #expect(cases.count >= 9)
    }

    @Test func stopsInAGap() throws {
        let golden = try Golden()
        let cases = try golden.list("feasible")
        for one in cases {
            let name = one["name"] as? String ?? ""
            let start = Timestamp(seconds: 1_718_667_480)
            func sighting(_ key: String, slack: String, at hours: Double) throws -> Sighting {
                let disc = Disc(
                    centre: try golden.airport(one[key]),
                    radius: Metres(try Self.number(one[slack]) * 1_000)
                )
                let place = try unwrapped(Whereabouts(inAllOf: [disc]))
                return Sighting(place, at: start.advanced(bySeconds: hours * 3_600), altitude: nil)
            }
            let from = try sighting("p1", slack: "slack_p1_km", at: 0)
            let to = try sighting("p2", slack: "slack_p2_km", at: try Self.number(one["gap_h"]))
            let reach = try unwrapped(
                Reach(
                    from: from,
                    to: to,
                    speed: KilometresPerHour(try Self.number(one["V_kmh"])),
                    secondsDown: try Self.number(one["tau_down_minutes"]) * 60,
                    secondsUp: try Self.number(one["tau_up_minutes"]) * 60
                )
            )
            let place = try golden.airport(one["stop"])
            #expect(try isNear(from.whereabouts.leastDistance(to: place).rawValue / 1_000, one["d1_km"]))
            #expect(try isNear(to.whereabouts.leastDistance(to: place).rawValue / 1_000, one["d2_km"]))
            let stop = reach.stop(at: place, dwellSeconds: try Self.number(one["dwell_min_minutes"]) * 60)
            #expect(stop.fits == (one["feasible"] as? Bool), "\(name)")
            #expect(try isNear(stop.neededSeconds / 3_600, one["need_h"]), "\(name)")
            guard let arrival = one["arrival_h"] as? [Double] else {
                #expect(stop.arrival == nil, "\(name)")
                continue
            }
            let span = try unwrapped(stop.arrival)
            #expect(try isNear(span.earliest.seconds(since: start) / 3_600, arrival[0]), "\(name)")
            #expect(try isNear(span.latest.seconds(since: start) / 3_600, arrival[1]), "\(name)")
            #expect(try isNear(stop.longestDwellSeconds / 3_600, one["max_dwell_h"]), "\(name)")
        }
        #expect(cases.count >= 8)
    }

    @Test func membershipOfTheRegion() throws {
        let golden = try Golden()
        let cases = try golden.list("spheroid")
        for one in cases {
            let point = try unwrapped(one["point"] as? [Double])
            let place = try unwrapped(Position(latitude: point[0], longitude: point[1]))
            let (p1, p2) = (try golden.airport(one["p1"]), try golden.airport(one["p2"]))
            let start = Timestamp(seconds: 1_718_667_480)
            let end = start.advanced(bySeconds: try Self.number(one["gap_h"]) * 3_600)
            let reach = try unwrapped(
                Reach(
                    from: Sighting(p1, at: start, altitude: nil),
                    to: Sighting(p2, at: end, altitude: nil),
                    speed: KilometresPerHour(try Self.number(one["V_kmh"])),
                    secondsDown: 0,
                    secondsUp: 0
                )
            )
            #expect(try isNear(reach.longestWay.rawValue / 1_000, one["limit_km"]))
            let sum = Geodesy.distance(p1, place) + Geodesy.distance(place, p2)
            #expect(try isNear(sum.rawValue / 1_000, one["sum_km"]))
            #expect(reach.contains(place) == (one["inside"] as? Bool))
        }
        #expect(cases.count >= 7)
    }

    @Test func claimedLegTimes() throws {
        let golden = try Golden()
        let cases = try golden.list("leg_times")
        for one in cases {
            let (a, b) = (try golden.airport(one["a"]), try golden.airport(one["b"]))
            let envelope = LegEnvelope(distance: Geodesy.distance(a, b))
            let claimed = try Self.number(one["claimed_h"]) * 3_600
            #expect(envelope.verdict(onSeconds: claimed).rawValue == one["verdict"] as? String)
            #expect(try isNear(claimed / envelope.typicalSeconds, one["ratio_to_typical"]))
        }
        #expect(cases.count >= 4)
    }
}
