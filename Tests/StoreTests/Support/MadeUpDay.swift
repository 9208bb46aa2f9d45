import Aero
import ModeS
import TestSupport
import Tracking

/// A day of flights made up by a seed, as receivers would have heard it: places in the steps of CPR, velocities in whole knots north and
/// east, altitudes in 25 ft, arrival to the millisecond, level with noise, several receivers.
struct MadeUpDay {
    /// Mean seconds between two positions of an aircraft, and how unevenly they come.
    var interval = 5.0
    var unevenness = 0.5
    var aircraftCount = 1_200
    var positionsPerAircraft = 3_400

    static let sets: [ReceiverSet] = {
        // Of eight receivers one to three hear something, nearer ones more often.
        var sets = [ReceiverSet.empty]
        for first in 1...8 as ClosedRange<UInt32> {
            sets.append(ReceiverSet([first]))
            sets.append(ReceiverSet([first, first % 8 + 1]))
            sets.append(ReceiverSet([first, first % 8 + 1, (first + 1) % 8 + 1]))
        }
        return sets
    }()

    static func aircraft(_ index: Int) -> ArchivedAircraft {
        ArchivedAircraft(AircraftAddress(icao: 0x40_0000 + UInt32(index) * 37))
    }

    /// The rows of one aircraft on one day, in two to four flights.
    func rows(aircraft index: Int, day: Int64) -> [Observation] {
        var random = SeededGenerator(seed: UInt64(index) << 20 | UInt64(day))
        var rows: [Observation] = []
        rows.reserveCapacity(positionsPerAircraft)
        let flights = 2 + index % 3
        for flight in 0..<flights {
            let share = positionsPerAircraft / flights
            let start =
                day * 86_400_000 + Int64(flight) * 86_400_000 / Int64(flights)
                + Int64.random(in: 0...3_000_000, using: &random)
            fly(share, from: start, into: &rows, &random)
        }
        return rows
    }

    private func fly(_ count: Int, from start: Int64, into rows: inout [Observation], _ random: inout SeededGenerator) {
        var latitude = Double.random(in: 44...54, using: &random)
        var longitude = Double.random(in: -2...16, using: &random)
        var track = Double.random(in: 0..<360, using: &random)
        let cruise = Double.random(in: 24...39, using: &random).rounded() * 1_000
        let fastest = Double.random(in: 380...500, using: &random)
        let climbing = count / 5
        var altitude = 2_000.0
        var speed = 180.0
        var seconds = Double(start) / 1_000
        var turning = 0.0
        var level = -24.0
        let offset = Double(Int.random(in: -20...30, using: &random)) * 25
        let first = Int.random(in: 0..<8, using: &random)
        for number in 0..<count {
            let passed = interval + Double.random(in: -unevenness...unevenness, using: &random)
            seconds += passed
            if Int.random(in: 0..<150, using: &random) == 0 { turning = Double.random(in: -1.5...1.5, using: &random) }
            if Int.random(in: 0..<12, using: &random) == 0 { turning = 0 }
            track = (track + turning * passed + 360).truncatingRemainder(dividingBy: 360)
            let phase = number < climbing ? 1.0 : number > count - climbing ? -1.0 : 0.0
            let climb = phase * (cruise - 2_000) / (Double(climbing) * interval) * 60
            altitude = max(1_000, altitude + climb / 60 * passed)
            speed += ((phase == 0 ? fastest : 180 + (fastest - 180) * altitude / cruise) - speed) * 0.02 * passed
            let radians = track * Trigonometry.radiansPerDegree
            let (north, east) = (speed * Trigonometry.cosine(radians), speed * Trigonometry.sine(radians))
            latitude += north * passed / 3_600 / 60
            longitude += east * passed / 3_600 / 60 / Trigonometry.cosine(latitude * Trigonometry.radiansPerDegree)
            if latitude > 60 || latitude < 38 || longitude < -12 || longitude > 26 {
                track = (track + 178).truncatingRemainder(dividingBy: 360)
            }
            level = max(-36, min(-4, level + Double.random(in: -0.15...0.15, using: &random)))
            var row = Observation(
                at: Timestamp(nanoseconds: Int64((seconds * 1_000).rounded()) * 1_000_000),
                sourceClass: .adsbICAO,
                heardBy: UInt32(1 + (first + number / 400) % 8 * 3 + min(2, Int.random(in: 0..<5, using: &random)))
            )
            row.position = Self.coded(latitude, longitude, isOdd: Bool.random(using: &random))
            row.barometricAltitude = Feet((altitude / 25).rounded() * 25)
            row.geometricAltitude = Feet((altitude / 25).rounded() * 25 + offset)
            let (sentNorth, sentEast) = (north.rounded(), east.rounded())
            row.groundSpeed = Knots((sentNorth * sentNorth + sentEast * sentEast).squareRoot())
            row.track =
                Degrees(Trigonometry.arcTangent(y: sentEast, x: sentNorth) / Trigonometry.radiansPerDegree).asDirection
            row.verticalRate = FeetPerMinute(
                (climb / 64 + Double.random(in: -0.8...0.8, using: &random)).rounded() * 64
            )
            row.nic = 8
            row.level = Float(level + Double.random(in: -1.5...1.5, using: &random))
            rows.append(row)
        }
    }

    /// The nearest place that an airborne position message can say: ICAO Doc 9871, 17 bits of a zone.
    private static func coded(_ latitude: Double, _ longitude: Double, isOdd: Bool) -> Position? {
        let north = 360 / (isOdd ? 59.0 : 60.0) / 131_072
        let zones =
            (59 * Trigonometry.cosine(latitude * Trigonometry.radiansPerDegree)).rounded(.down) - (isOdd ? 1 : 0)
        let east = 360 / max(1, zones) / 131_072
        return Position(latitude: (latitude / north).rounded() * north, longitude: (longitude / east).rounded() * east)
    }
}
