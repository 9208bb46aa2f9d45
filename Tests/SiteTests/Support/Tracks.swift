import Aero
import ModeS

@testable import Tracking

/// Tracks as tests need them.
enum Tracks {
    static let now = Timestamp(seconds: 1_718_700_000)
    private static let feed = FeedID(rawValue: 0)

    static func known<Value>(_ value: Value, age: Double = 1, source: ValueSource? = nil) -> Known<Value> {
        Known(
            value,
            time: now.advanced(bySeconds: -age),
            source: source ?? .frame(.extendedSquitter, typeCode: 11),
            rank: 0,
            feed: feed
        )
    }

    /// Heard once, with nothing in it.
    static func bare(_ address: UInt32 = 0x3C_0001, age: Double = 1) -> Track {
        Track(
            address: AircraftAddress(icao: address),
            time: now.advanced(bySeconds: -age),
            sourceClass: .modeS
        )
    }

    static func fix(_ latitude: Double, _ longitude: Double, age: Double = 1) -> Fix? {
        Position(latitude: latitude, longitude: longitude).map { position in
            Fix(
                position: position,
                time: now.advanced(bySeconds: -age),
                source: .frame(.extendedSquitter, typeCode: 11),
                sourceClass: .adsbICAO,
                feed: feed,
                method: .global,
                isOnGround: false,
                nic: 8,
                containmentRadius: 185.2
            )
        }
    }

    /// Everything that is usual in flight.
    static func whole(_ address: UInt32 = 0x48_4159, latitude: Double = 52.1, longitude: Double = 4.2) -> Track {
        var track = Track(address: AircraftAddress(icao: address), time: now, sourceClass: .adsbICAO)
        track.messages = 1234
        track.callsign = known("KLM1023")
        track.category = EmitterCategory(typeCode: 4, number: 3).map { known($0) }
        track.squawk = known(Squawk(rawValue: 0o1234))
        track.emergency = known(EmergencyState.none)
        track.barometricAltitude = known(37_000)
        track.geometricAltitude = known(37_450)
        track.groundSpeed = known(450.3)
        track.track = known(123.456)
        track.trueAirspeed = known(440)
        track.indicatedAirspeed = known(270)
        track.trueHeading = known(121.25)
        track.magneticHeading = known(120.5)
        track.barometricRate = known(-640)
        track.geometricRate = known(-625)
        track.isOnGround = known(false)
        track.isAlert = known(false)
        track.isIdent = known(true)
        track.nacP = known(9)
        track.nacV = known(2)
        track.sil = known(3)
        track.isSILPerSample = known(false)
        track.sda = known(2)
        track.gva = known(2)
        track.nicBaro = known(true)
        track.fix = fix(latitude, longitude)
        track.level = -12.34
        return track
    }
}
