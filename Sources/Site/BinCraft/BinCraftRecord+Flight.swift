import Aero
import Foundation
import ModeS
import Tracking

/// Where the aircraft is, how it moves and what its crew has selected.
extension BinCraftRecord {
    mutating func writePosition(_ track: Track) {
        guard let fix = track.fix, track.hasCurrentPosition(at: now) else { return }
        mark(.position)
        put(fix.position.longitude, times: 1e6, as: Int32.self, at: 8)
        put(fix.position.latitude, times: 1e6, as: Int32.self, at: 12)
        put(fix.containmentRadius?.rawValue ?? 0, times: 1, as: UInt16.self, at: 60)
        put(fix.nic ?? 0, at: 65)
        put(max(0, now.seconds(since: fix.time)), times: 10, as: Int32.self, at: 108)
    }

    mutating func writeMotion(_ track: Track) {
        put(track.barometricRate, .barometricRate, times: 1 / 8, as: Int16.self, at: 16)
        put(track.geometricRate, .geometricRate, times: 1 / 8, as: Int16.self, at: 18)
        writeAltitude(track)
        put(track.geometricAltitude, .geometricAltitude, times: 1 / 25, as: Int16.self, at: 22)
        put(track.groundSpeed, .groundSpeed, times: 10, as: Int16.self, at: 34)
        put(track.mach, .mach, times: 1000, as: Int16.self, at: 36)
        put(track.roll, .roll, times: 100, as: Int16.self, at: 38)
        put(track.track, .track, times: 90, as: Int16.self, at: 40)
        if current(track.track) == nil, let direction = track.calculatedTrack(at: now) {
            // A direction without its valid bit is one that was calculated.
            put(direction.rawValue, times: 90, as: Int16.self, at: 40)
        }
        put(track.trackRate, .trackRate, times: 100, as: Int16.self, at: 42)
        put(track.magneticHeading, .magneticHeading, times: 90, as: Int16.self, at: 44)
        put(track.trueHeading, .trueHeading, times: 90, as: Int16.self, at: 46)
        put(track.trueAirspeed, .trueAirspeed, times: 1, as: UInt16.self, at: 56)
        put(track.indicatedAirspeed, .indicatedAirspeed, times: 1, as: UInt16.self, at: 58)
    }

    /// On the ground there is no altitude: the nibble of ground (1) and air (2) says it.
    private mutating func writeAltitude(_ track: Track) {
        let isOnGround = current(track.isOnGround)
        if let isOnGround { put(UInt8(isOnGround ? 1 : 2), at: 68) }
        guard isOnGround != true else { return }
        put(track.barometricAltitude, .barometricAltitude, times: 1 / 25, as: Int16.self, at: 20)
    }

    mutating func writeSelections(_ track: Track) {
        put(track.selectedAltitude, .selectedAltitude, times: 1 / 4, as: UInt16.self, at: 24)
        put(track.managedAltitude, .managedAltitude, times: 1 / 4, as: UInt16.self, at: 26)
        put(track.pressureSetting, .pressureSetting, times: 10, as: Int16.self, at: 28)
        put(track.selectedHeading, .selectedHeading, times: 90, as: Int16.self, at: 30)
        guard let modes = current(track.modes) else { return }
        mark(.modes)
        let tcas = current(track.isTCASOperational) == true ? TargetState.Modes.tcas.rawValue : 0
        put(modes.rawValue | tcas, at: 66)
    }

    /// One bit stands for both temperatures: without the total one neither is given.
    mutating func writeAir(_ track: Track) {
        if let wind = current(track.wind) {
            mark(.wind)
            put(wind.direction.rawValue, times: 1, as: Int16.self, at: 48)
            put(wind.speed.rawValue, times: 1, as: Int16.self, at: 50)
        }
        guard let outside = current(track.temperature), let mach = current(track.mach),
            let total = AirTemperature.total(static: outside, mach: mach)
        else { return }
        mark(.temperature)
        put(outside.rawValue, times: 1, as: Int16.self, at: 52)
        put(total.rawValue, times: 1, as: Int16.self, at: 54)
    }

    /// The level is the square of the byte's share of 255; 0 is "not known".
    static func signal(_ level: Float?) -> UInt8 {
        guard let level, level.isFinite else { return 0 }
        return UInt8(nearest: 255 * pow(10, Double(level) / 20))
    }
}
