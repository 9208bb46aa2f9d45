import Aero
import ModeS
import Tracking

/// `/api/v1/history/near`: who was near a place at a time, nearest first.
enum NearDocument {
    /// One who was near, and what it called itself.
    struct Found {
        let nearby: NearbyAircraft
        let names: PastNames
        /// Whether it comes from others, whatever its row says.
        var isTold = false
    }

    static func json(
        _ found: [Found],
        at time: Timestamp,
        _ basis: AnswerBasis,
        _ book: any AddressBook
    ) -> [UInt8] {
        var json = JSONWriter(capacity: found.count * 240 + 512)
        json.beginObject()
        basis.write(to: &json)
        json.member("at", time)
        json.key("aircraft")
        json.beginArray()
        for one in found {
            let row = one.nearby.observation
            json.beginObject()
            one.names.write(one.nearby.aircraft, book, to: &json)
            json.member("time", row.time)
            json.member("latitude", row.position?.latitude, decimals: 5)
            json.member("longitude", row.position?.longitude, decimals: 5)
            json.member("altitude", (row.barometricAltitude ?? row.geometricAltitude)?.rawValue, decimals: 0)
            json.member("groundSpeed", row.groundSpeed?.rawValue, decimals: 1)
            json.member("track", row.track?.rawValue, decimals: 1)
            json.member("distance", one.nearby.distance.rawValue, decimals: 0)
            json.member("source", row.sourceClass.readsbName)
            json.member("flags", row.pointFlags(after: nil))
            json.member("known", row.isClaimed || one.isTold ? "claimed" : "observed")
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return json.bytes
    }
}
