import Aero
import ModeS
import Tracking

/// `/api/v1/aircraft`: all aircraft in short form.
enum AircraftListDocument {
    static func json(_ snapshot: SkySnapshot, _ book: any AddressBook) -> [UInt8] {
        var json = JSONWriter(capacity: snapshot.aircraft.count * 320 + 128)
        json.beginObject()
        json.mark(snapshot.provenance)
        json.member("now", snapshot.time)
        json.key("aircraft")
        json.beginArray()
        let keys = Keys()
        for aircraft in snapshot.aircraft { write(aircraft, at: snapshot.time, keys, book, to: &json) }
        json.endArray()
        json.endObject()
        return json.bytes
    }

    private struct Keys {
        let hex = JSONKey("hex")
        let callsign = JSONKey("callsign")
        let registration = JSONKey("registration")
        let registrationKnown = JSONKey("registrationKnown")
        let type = JSONKey("type")
        let category = JSONKey("category")
        let latitude = JSONKey("latitude")
        let longitude = JSONKey("longitude")
        let barometricAltitude = JSONKey("barometricAltitude")
        let groundSpeed = JSONKey("groundSpeed")
        let track = JSONKey("track")
        let verticalRate = JSONKey("verticalRate")
        let squawk = JSONKey("squawk")
        let onGround = JSONKey("onGround")
        let source = JSONKey("source")
        let age = JSONKey("age")
        let positionAge = JSONKey("positionAge")
    }

    private static func write(
        _ aircraft: TrackSummary,
        at time: Timestamp,
        _ keys: Keys,
        _ book: any AddressBook,
        to json: inout JSONWriter
    ) {
        json.beginObject()
        json.member(keys.hex, aircraft.address.hex)
        json.member(keys.callsign, aircraft.callsign)
        let known = book.registered(aircraft.address)
        if let registration = known?.registration ?? book.registration(of: aircraft.address) {
            json.member(keys.registration, registration)
            let isClaimed = known?.registration != nil && known?.marks.contains(.isInferred) == false
            json.member(keys.registrationKnown, isClaimed ? "claimed" : "inferred")
        }
        json.member(keys.type, known?.type)
        json.member(keys.category, aircraft.category?.description)
        json.member(keys.latitude, aircraft.position?.latitude, decimals: 6)
        json.member(keys.longitude, aircraft.position?.longitude, decimals: 6)
        json.member(keys.barometricAltitude, aircraft.barometricAltitude?.rawValue, decimals: 0)
        json.member(keys.groundSpeed, aircraft.groundSpeed?.rawValue, decimals: 1)
        json.member(keys.track, aircraft.track?.rawValue, decimals: 2)
        json.member(keys.verticalRate, aircraft.verticalRate?.rawValue, decimals: 0)
        json.member(keys.squawk, aircraft.squawk?.description)
        json.member(keys.onGround, aircraft.isOnGround)
        json.member(keys.source, aircraft.sourceClass.readsbName)
        json.member(keys.age, max(0, time.seconds(since: aircraft.lastHeard)), decimals: 1)
        json.member(keys.positionAge, aircraft.positionTime.map { max(0, time.seconds(since: $0)) }, decimals: 1)
        json.endObject()
    }
}
