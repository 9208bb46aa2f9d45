import Aero
import ModeS

/// What is known of an aircraft when a Comm-B reply comes, each value with how far it may have moved since it was heard.
///
/// Values older than 60 s do not count; what the crew has set and the callsign, which stay, not after ten minutes. What is not known is inferred roughly from what is: a true airspeed lies near the speed over
/// the ground, a heading near the track.
struct FlightContext {
    /// Pressure altitude, ft.
    var altitude: Estimate?
    /// kt.
    var groundSpeed: Estimate?
    /// Degrees true.
    var track: Estimate?
    /// Degrees magnetic.
    var magneticHeading: Estimate?
    /// kt.
    var indicatedAirspeed: Estimate?
    /// kt.
    var trueAirspeed: Estimate?
    var mach: Estimate?
    /// ft/min.
    var verticalRate: Estimate?
    /// Degrees, right wing down positive.
    var roll: Estimate?
    /// Altitudes selected lately, ft: on the panel, by flight management.
    var selectedAltitudes: (panel: Double?, managed: Double?) = (nil, nil)
    /// hPa.
    var pressureSetting: Double?
    var callsign: String?
    var position: Position?
    var isOnGround: Bool?

    /// The indicated airspeed, or what it must be about at the true airspeed and altitude.
    var expectedIndicatedAirspeed: Estimate? {
        if let indicatedAirspeed { return indicatedAirspeed }
        guard let trueAirspeed, let air = altitude?.atmosphere,
            let mach = air.mach(trueAirspeed: Knots(trueAirspeed.value)),
            let expected = air.calibratedAirspeed(mach: mach)
        else { return nil }
        return Estimate(expected.rawValue, deviation: 6 + trueAirspeed.deviation * 0.8)
    }

    /// Nothing is known but the altitude of the reply itself.
    init(altitude: Feet? = nil) {
        self.altitude = altitude.map { Estimate($0.rawValue, deviation: 50) }
    }
}

extension FlightContext {
    /// Values older than this do not count. Seconds.
    private static let oldest = 60.0
    /// Settings and the callsign older than this do not count. Seconds.
    private static let longest = 600.0

    /// What a track knows at an instant.
    ///
    /// - Parameter altitude: of the reply itself, if it carries one.
    @inline(__always)
    init(_ track: Track, at time: Timestamp, altitude: Feet?) {
        self.init(altitude: altitude)
        func age(_ instant: Timestamp) -> Double? {
            let seconds = time.seconds(since: instant).magnitude
            return seconds <= Self.oldest ? seconds : nil
        }
        func estimate<Value: Quantity>(_ known: Known<Value>?, _ base: Double, _ perSecond: Double) -> Estimate? {
            guard let known, let age = age(known.time) else { return nil }
            return Estimate(known.value.rawValue, deviation: base + perSecond * age)
        }
        // Ours: how fast values of airliners wander, from the rates of BDS 5,0 and 6,0 of recorded flights, doubled.
        if self.altitude == nil { self.altitude = estimate(track.barometricAltitude, 100, 30) }
        groundSpeed = estimate(track.groundSpeed, 4, 1.5)
        self.track = estimate(track.track, 1.5, 1)
        verticalRate = estimate(track.verticalRate, 250, 60)
        indicatedAirspeed = estimate(track.indicatedAirspeed, 4, 1.5)
        trueAirspeed = estimate(track.trueAirspeed, 6, 2)
        magneticHeading = estimate(track.magneticHeading, 2, 1)
        if let mach = track.mach, let age = age(mach.time) {
            self.mach = Estimate(mach.value, deviation: 0.008 + 0.002 * age)
        }
        roll = estimate(track.roll, 3, 0.8)
        isOnGround = track.isOnGround.flatMap { age($0.time) == nil ? nil : $0.value }
        func kept<Value>(_ known: Known<Value>?) -> Value? {
            known.flatMap { time.seconds(since: $0.time).magnitude <= Self.longest ? $0.value : nil }
        }
        selectedAltitudes.panel = kept(track.selectedAltitude)?.rawValue
        selectedAltitudes.managed = kept(track.managedAltitude)?.rawValue
        pressureSetting = kept(track.pressureSetting)
        callsign = kept(track.callsign)
        if let fix = track.fix, age(fix.time) != nil { position = fix.position }
        inferRoughly(declination: track.declination)
    }

    /// Fills what is not known from what is.
    private mutating func inferRoughly(declination: Double?) {
        if trueAirspeed == nil, let groundSpeed {
            trueAirspeed = Estimate(groundSpeed.value, deviation: groundSpeed.deviation + 40)
        }
        if magneticHeading == nil, let track {
            let spread = track.deviation + (declination == nil ? 14 : 6)
            magneticHeading = Estimate(track.value - (declination ?? 0), deviation: spread)
        }
        if groundSpeed == nil, let trueAirspeed {
            groundSpeed = Estimate(trueAirspeed.value, deviation: trueAirspeed.deviation + 40)
        }
        if track == nil, let magneticHeading {
            track = Estimate(
                magneticHeading.value + (declination ?? 0),
                deviation: magneticHeading.deviation + (declination == nil ? 14 : 6)
            )
        }
    }
}
