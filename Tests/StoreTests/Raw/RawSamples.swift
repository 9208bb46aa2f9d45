import Aero
import Feeds
import Foundation
import ModeS
import Simulation
import TestSupport

@testable import Store

/// What the raw archive's tests write, and where.
enum RawSamples {
    static let start = Timestamp(nanoseconds: 1_764_123_000_000_000_000)

    /// A folder that is taken away with its holder.
    final class Folder: Sendable {
        let path: String

        init() {
            path = FileManager.default.temporaryDirectory.appendingPathComponent("raw-\(UUID().uuidString)").path
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    /// Simulated traffic, off the beginning of the sky.
    static func frames(aircraft: Int, seconds: Double) -> [ReceivedFrame] {
        var sky = SyntheticSky(scene: .traffic(aircraft: aircraft), seed: 7, start: start)
        var frames: [ReceivedFrame] = []
        sky.advance(to: start.advanced(bySeconds: seconds), into: &frames)
        return frames
    }

    /// Frames with everything that Beast does not hold.
    static func oddFrames(_ count: Int, seed: UInt64) -> [ReceivedFrame] {
        var random = SeededGenerator(seed: seed)
        func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }
        return (0..<count).map { index in
            let high = UInt64.random(in: .min ... .max, using: &random)
            var frame = ReceivedFrame(
                frame: Frame(high: pick([high, 0x1A1A_1A1A_1A1A_1A1A, 0x9A1A_1A33_1A32_1A1A]), low: high &* 3),
                time: Timestamp(nanoseconds: start.nanoseconds + Int64(index) * 1_000_003),
                ticks: pick([
                    nil, 0, 1, 0xFF00_4D4C_4154, 0xFF00_4D4C_4160, 0xFFFF_FFFF_FFFF, .max, UInt64(index) * 12_000,
                ]),
                level: pick([nil, 0, -3.25, -49.5, -200, 7, -.infinity, -20.000_001]),
                repairedBits: pick([0, 0, 0, 1, 5]),
                origin: pick([.received, .received, .multilateration, .otherLink]),
                receiver: pick([nil, 0, 1, .max, 0x1A1A]),
                weakParityBits: pick([nil, 0, 0xFF_FFFF]),
                isTimeExact: pick([true, false])
            )
            if pick([true, false]) {
                let bits = frame.frame.bitCount
                let first = Int.random(in: 2...bits, using: &random)
                var repaired = frame.frame.flipping(bit: first)
                if pick([true, false]) { repaired = repaired.flipping(bit: first == 2 ? 3 : 2) }
                frame.repair(to: repaired, bits: 2)
            }
            return frame
        }
    }

    static func oddReplies(_ count: Int, seed: UInt64) -> [ReceivedModeAC] {
        var random = SeededGenerator(seed: seed)
        func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }
        return (0..<count).map { index in
            ReceivedModeAC(
                reply: ModeACReply(rawValue: UInt16.random(in: .min ... .max, using: &random)),
                time: Timestamp(nanoseconds: start.nanoseconds + Int64(index) * 999_999),
                ticks: pick([nil, 0, 7_777, .max]),
                level: pick([nil, -3, 0]),
                receiver: pick([nil, 5])
            )
        }
    }

    /// A claim with everything in it.
    static func claim(_ number: UInt32, at time: Timestamp) -> ClaimedReport {
        var claim = ClaimedReport(address: AircraftAddress(other: number), time: time, kind: .multilateration)
        claim.callsign = "QX \"1\\"
        claim.barometricAltitude = Feet(37_012.5)
        claim.groundSpeed = Knots(1.0 / 3)
        claim.track = 359.999_999
        claim.position = Position(latitude: 50.123_456_789_012, longitude: -179.987_654_321)
        claim.verticalRate = -64
        claim.squawk = Squawk(rawValue: 0o7700)
        claim.alert = true
        claim.emergency = false
        claim.ident = true
        claim.onGround = false
        claim.positionTime = Timestamp(nanoseconds: time.nanoseconds - 1)
        claim.statedClass = .adsbOther
        claim.category = EmitterCategory(typeCode: 2, number: 5)
        claim.emergencyState = .minimumFuel
        claim.geometricAltitude = 38_000
        claim.geometricRate = 100
        claim.indicatedAirspeed = 250
        claim.trueAirspeed = 460
        claim.mach = 0.1 + 0.2
        claim.magneticHeading = 12.3
        claim.trueHeading = 45.6
        claim.roll = -3.25
        claim.trackRate = 0.03
        claim.selectedAltitude = 38_016
        claim.managedAltitude = 39_008
        claim.pressureSetting = 1013.6
        claim.selectedHeading = 90
        claim.nic = 8
        claim.containmentRadius = 186
        claim.nacP = 9
        claim.nacV = 1
        claim.sil = 3
        claim.sda = 2
        claim.gva = 2
        claim.version = 2
        claim.level = -12.34
        return claim
    }
}
