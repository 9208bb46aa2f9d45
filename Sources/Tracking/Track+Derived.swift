import Aero
import ModeS

/// Values computed from others. They are marked as inferred, and none stands on speeds and directions more than a few seconds apart.
extension Track {
    /// Oldest value a derived one may stand on. Seconds.
    /// Ours: an airliner turns at most 3 degrees a second; in a turn nothing is derived from track and heading.
    private static let oldestInput = 6.0
    /// Oldest position a declination is looked up for. Seconds: 80 NM of flight, over which it changes by about a degree.
    private static let oldestPlace = 600.0
    /// A bank above which wind is not derived: speeds and directions of different instants do not fit. Degrees.
    private static let steepestRoll = 5.0

    /// Magnetic declination where the aircraft is, east positive; `nil` without a position or outside the model's years.
    var declination: Double? { declinationThere?.degrees }

    /// Computes what the last speeds and directions allow.
    ///
    /// Messages come a little out of order where there are several receivers: a derived value is as old as the newest of those it is from.
    mutating func derive(_ reception: Reception) {
        var reception = reception
        deriveHeading(reception)
        if let (mach, first) = fresh(mach, reception), let (airspeed, second) = fresh(trueAirspeed, reception) {
            let derived = AirTemperature.static(mach: mach, trueAirspeed: airspeed)
            reception.time = max(first, second)
            if temperature?.source.isObserved != true || isOld(temperature, reception) {
                reception.put(derived, into: &temperature, source: .inference(.machAndAirspeed))
            }
        }
        deriveWind(reception)
    }

    private mutating func deriveWind(_ reception: Reception) {
        var reception = reception
        guard let (course, first) = fresh(track, reception), let (heading, second) = fresh(trueHeading, reception)
        else { return }
        guard isOnGround?.value != true, let (bank, third) = fresh(roll, reception),
            bank.magnitude.rawValue <= Self.steepestRoll
        else { return }
        reception.time = max(first, second, third)
        reception.put(
            Wind.driftAngle(track: course, heading: heading),
            into: &drift,
            source: .inference(.trackAndHeading)
        )
        guard let (speed, fourth) = fresh(groundSpeed, reception),
            let (airspeed, fifth) = fresh(trueAirspeed, reception),
            let wind = Wind(groundSpeed: speed, track: course, trueAirspeed: airspeed, heading: heading)
        else { return }
        reception.time = max(reception.time, fourth, fifth)
        if self.wind?.source.isObserved != true || isOld(self.wind, reception) {
            reception.put(wind, into: &self.wind, source: .inference(.windTriangle))
        }
    }

    /// True heading from the magnetic one, by the declination where the aircraft is.
    private mutating func deriveHeading(_ reception: Reception) {
        guard let heading = magneticHeading, heading.time >= reception.time, let fix,
            reception.time.seconds(since: fix.time).magnitude <= Self.oldestPlace
        else { return }
        var reception = reception
        reception.time = heading.time
        if trueHeading?.source.isObserved == true, !isOld(trueHeading, reception) { return }
        lookUpDeclination(fix, reception.time)
        guard let declination else { return }
        let turned = Degrees(heading.value.rawValue + declination).asDirection
        reception.put(turned, into: &trueHeading, source: .inference(.magneticModel))
    }

    /// The declination changes by less than half a degree over 60 km away from the poles, and by less than that in an hour's flight of time.
    private mutating func lookUpDeclination(_ fix: Fix, _ time: Timestamp) {
        if let known = declinationThere, Geodesy.distance(known.position, fix.position).rawValue < 60_000,
            time.seconds(since: known.time).magnitude < 86_400
        {
            return
        }
        let height = (geometricAltitude ?? barometricAltitude)?.value.metres ?? 0
        guard let declination = MagneticModel.declination(at: fix.position, height: height, on: time) else {
            declinationThere = nil
            return
        }
        declinationThere = (declination.rawValue, fix.position, time)
    }

    private func fresh<Value>(_ known: Known<Value>?, _ reception: Reception) -> (Value, Timestamp)? {
        guard let known, reception.time.seconds(since: known.time).magnitude <= Self.oldestInput else { return nil }
        return (known.value, known.time)
    }

    private func isOld<Value>(_ known: Known<Value>?, _ reception: Reception) -> Bool {
        known.map { reception.time.seconds(since: $0.time) > 60 } ?? true
    }
}
