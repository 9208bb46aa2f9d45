import Aero
import ModeS

@testable import Tracking

extension Tracks {
    /// A track of which everything is known that a track can know, in every way of knowing, with a trail of 40 points.
    static func everything(_ address: UInt32 = 0x48_4159) -> Track {
        var track = whole(address)
        track.trackRate = known(-0.25)
        track.roll = known(-12.5)
        track.mach = known(0.785, source: .register(.commBAltitude, .bds60))
        track.drift = known(2.5, source: .inference(.trackAndHeading))
        track.trueHeading = known(359.999, source: .inference(.magneticModel))
        track.geometricAltitude = known(37_450, source: .inference(.barometricDifference))
        track.wind = Wind(direction: 270, speed: 45).map { known($0, source: .inference(.windTriangle)) }
        track.temperature = known(-52.5, source: .inference(.machAndAirspeed))
        track.staticPressure = known(226)
        track.humidity = known(12)
        track.selectedAltitude = known(38_000)
        track.managedAltitude = known(38_000)
        track.pressureSetting = known(1013.2)
        track.selectedHeading = known(123)
        track.modes = known([.autopilot, .verticalNavigation, .altitudeHold, .approach, .lateralNavigation])
        track.isTCASOperational = known(true)
        track.squawk = known(Squawk(rawValue: 0o7700), source: .claim(.unstated))
        track.groundSpeed = known(450.3, source: .claim(.multilateration))
        track.callsign = Known(
            "KLM1023",
            time: now,
            source: .uat(payloadType: 1),
            rank: 0,
            feed: FeedID(rawValue: 0),
            isRepaired: true
        )
        var receiver = TrackReceiver(feed: FeedID(rawValue: 0), number: ReceiverNumber(rawValue: 1), at: now)
        receiver.messages = 1234
        track.receivers.append(receiver)
        for refusal in Refusal.allCases { track.refusals.note(refusal, at: now) }
        track.servedRegisters = known([.bds40, .bds50])
        track.advisories = advisories
        for step in 0..<40 {
            guard let fix = fix(52 + Double(step) / 100, 4.2, age: Double(1000 - step * 25)) else { continue }
            let motion = TrailPoint.Motion(
                altitude: step == 3 ? nil : 37_000,
                geometricAltitude: step < 5 ? nil : 37_450,
                groundSpeed: step == 7 ? nil : 450.3,
                track: step == 8 ? nil : 359.96,
                verticalRate: step == 9 ? nil : -640
            )
            track.trail.note(fix, motion, isDoubtful: step % 7 == 0)
        }
        return track
    }

    /// A climb and a threat with an address.
    private static var advisories: [AdvisoryEvent] {
        // Register, first bit of the advisory, kind of threat 1, its address.
        let field: UInt64 = 0x30 << 48 | 1 << 47 | 1 << 26 | 0x3C_66A5 << 2
        guard let advisory = BDS30(mb: Field56(rawValue: field)) else { return [] }
        return [
            AdvisoryEvent(
                advisory: advisory,
                first: now.advanced(bySeconds: -20),
                last: now,
                messages: 4,
                confirmation: .secondMessage,
                frames: []
            )
        ]
    }
}
